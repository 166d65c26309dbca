;; Loops over vectors in front of which stands one that does several turns at once, where the machine has wider ones.
;; RUN IR -O2 --emit=llvm-ir --cpu x86-64-v3
;; RUN NARROW -O2 --emit=llvm-ir --cpu x86-64
;; NEVER NARROW wide.exit:
;; NEVER IR llvm.smax.v16i32
(module
  (memory 1)

  ;; A sum: begins with zeros, meets what it began with behind the wide loop, and the rest goes on from there.
  ;; IR-LABEL: define hidden <2 x i64> @wf_0(
  ;; IR: load volatile <2 x i64>
  ;; IR: wide:
  ;; IR: phi <16 x i32> [ zeroinitializer
  ;; IR: load <16 x i32>
  ;; IR: wide.exit:
  ;; IR: shufflevector <16 x i32>
  (func (param $n i32) (result v128) (local $i i32) (local $v v128)
    (local.set $v (i32x4.splat (local.get $n)))
    (loop $next
      (local.set $v (i32x4.add (local.get $v) (v128.load (local.get $i))))
      (br_if $next (i32.ne (local.tee $i (i32.add (local.get $i) (i32.const 16))) (i32.const 2000))))
    (local.get $v))

  ;; Minima of maxima depend on their order.
  ;; IR-LABEL: define hidden <2 x i64> @wf_1(
  ;; IR: call <4 x i32> @llvm.smax.v4i32
  (func (result v128) (local $i i32) (local $v v128)
    (loop $next
      (local.set $v (i32x4.min_s (i32x4.max_s (local.get $v) (v128.load (local.get $i))) (v128.load offset=4096 (local.get $i))))
      (br_if $next (i32.ne (local.tee $i (i32.add (local.get $i) (i32.const 16))) (i32.const 2048))))
    (local.get $v))

  ;; Turns that a producer has unrolled, with their operands in another order: rolled up, and made vectors of.
  ;; IR-LABEL: define hidden void @wf_2(
  ;; IR: vector.body:
  ;; IR: xor <32 x i8>
  ;; NARROW-LABEL: define hidden void @wf_2(
  ;; NARROW: xor <16 x i8>
  (func (local $i i32)
    (loop $next
      (i32.store8 offset=8192 (local.get $i) (i32.xor (i32.xor (i32.load8_u (local.get $i)) (i32.load8_u offset=4096 (local.get $i))) (local.get $i)))
      (i32.store8 offset=8193 (local.get $i)
        (i32.xor (i32.xor (i32.add (local.get $i) (i32.const 1)) (i32.load8_u offset=4097 (local.get $i))) (i32.load8_u offset=1 (local.get $i))))
      (i32.store8 offset=8194 (local.get $i)
        (i32.xor (i32.xor (i32.load8_u offset=4098 (local.get $i)) (i32.add (local.get $i) (i32.const 2))) (i32.load8_u offset=2 (local.get $i))))
      (br_if $next (i32.ne (local.tee $i (i32.add (local.get $i) (i32.const 3))) (i32.const 3000)))))

  ;; What a producer has unrolled to the end becomes vectors in fast copies.
  ;; IR-LABEL: define hidden void @wf_3(
  ;; IR: mul <4 x i32>
  (func (param $n i32) (local $i i32)
    (loop $next
      (i32.store offset=8192 (local.get $i) (i32.mul (local.get $n) (i32.load offset=4096 (local.get $i))))
      (i32.store offset=8196 (local.get $i) (i32.mul (local.get $n) (i32.load offset=4100 (local.get $i))))
      (i32.store offset=8200 (local.get $i) (i32.mul (local.get $n) (i32.load offset=4104 (local.get $i))))
      (i32.store offset=8204 (local.get $i) (i32.mul (local.get $n) (i32.load offset=4108 (local.get $i))))
      (br_if $next (i32.ne (local.tee $i (i32.add (local.get $i) (i32.const 400))) (i32.const 4000)))))

  ;; A row of sums, wide and unrolled to the end, stays in registers while the loop around it runs.
  ;; IR-LABEL: define hidden void @wf_4(
  ;; IR: phi <8 x double>
  ;; IR: ret void
  (func (param $n i32) (local $p i32) (local $j i32) (local $x v128)
    (loop $rows
      (local.set $x (v128.load64_splat offset=16384 (local.get $p)))
      (local.set $j (i32.const 0))
      (loop $next
        (v128.store offset=8192 (local.get $j)
          (f64x2.add (v128.load offset=8192 (local.get $j))
            (f64x2.mul (local.get $x) (v128.load offset=32768 (i32.add (local.get $j) (local.get $p))))))
        (br_if $next (i32.ne (local.tee $j (i32.add (local.get $j) (i32.const 16))) (i32.const 192))))
      (br_if $rows (i32.ne (local.tee $p (i32.add (local.get $p) (i32.const 192))) (i32.const 3840)))))

  ;; Lanes that are taken and put, and an instruction that does the same to each 128 bits.
  ;; IR-LABEL: define hidden void @wf_5(
  ;; IR: llvm.smin.v16i32
  ;; IR: store <16 x i8>
  ;; IR: ret void
  (func (local $i i32) (local $v v128)
    (loop $next
      (local.set $v (i32x4.min_s (i32x4.shr_s (v128.load offset=8192 (i32.shl (local.get $i) (i32.const 2))) (i32.const 8)) (i32x4.splat (i32.const 255))))
      (v128.store32_lane 0 (local.get $i)
        (i8x16.shuffle 0 4 8 12 0 0 0 0 0 0 0 0 0 0 0 0 (local.get $v) (local.get $v)))
      (br_if $next (i32.ne (local.tee $i (i32.add (local.get $i) (i32.const 4))) (i32.const 2048)))))
  ;; IR-LABEL: define hidden void @wf_6(
  ;; IR: @llvm.x86.avx2.packuswb(
  ;; IR: ret void
  (func (local $i i32)
    (loop $next
      (v128.store offset=32768 (local.get $i)
        (i8x16.narrow_i16x8_u (i16x8.mul (v128.load (local.get $i)) (v128.load offset=8192 (local.get $i)))
                              (i16x8.add (v128.load offset=16384 (local.get $i)) (v128.load offset=24576 (local.get $i)))))
      (br_if $next (i32.ne (local.tee $i (i32.add (local.get $i) (i32.const 16))) (i32.const 8192))))))
