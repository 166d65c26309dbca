;; Vectors of which only the first lanes are wanted, where vectors are longer than Wasm's or a turn stores less
;; than one.
;; RUN IR -O2 --emit=llvm-ir --cpu x86-64-v3
;; RUN OLD -O2 --emit=llvm-ir --cpu x86-64
(module
  (memory 1)

  ;; Four bytes a turn, from loads of sixteen, eight and four: bytes of 32 turns are compared at once.
  ;; IR-LABEL: define hidden {{.*}}@wf_0(
  ;; IR: icmp eq <{{16|32|64}} x i8>
  ;; IR: ret <2 x i64>
  (func (param $n i32) (result v128) (local $i i32) (local $v v128)
    (loop $on
      (local.set $v (i32x4.sub (local.get $v) (i32x4.extend_low_i16x8_s (i16x8.extend_low_i8x16_s
        (i8x16.eq (v128.load (local.get $i)) (i8x16.splat (i32.const 10)))))))
      (local.set $v (i32x4.sub (local.get $v) (i32x4.extend_low_i16x8_s (i16x8.extend_low_i8x16_s
        (i8x16.eq (v128.load32_zero offset=4 (local.get $i)) (i8x16.splat (i32.const 10)))))))
      (local.set $v (i32x4.sub (local.get $v) (i32x4.extend_low_i16x8_s (i16x8.extend_low_i8x16_s
        (i8x16.eq (v128.load64_zero offset=8 (local.get $i)) (i8x16.splat (i32.const 10)))))))
      (local.set $v (i32x4.sub (local.get $v) (i32x4.extend_low_i16x8_s (i16x8.extend_low_i8x16_s
        (i8x16.eq (v128.load32_zero offset=12 (local.get $i)) (i8x16.splat (i32.const 10)))))))
      (br_if $on (i32.ne (local.tee $i (i32.add (local.get $i) (i32.const 16))) (local.get $n))))
    (local.get $v))

  ;; The first byte of each number: numbers made shorter, and four turns at once fill a vector.
  ;; OLD-LABEL: define hidden {{.*}}@wf_1(
  ;; OLD: trunc <16 x i32> %{{.*}} to <16 x i8>
  ;; OLD: store <16 x i8>
  ;; OLD: ret void
  (func (param $n i32) (local $i i32) (local $to i32) (local $v v128)
    (loop $on
      (v128.store32_lane offset=4096 0 (local.get $to) (i8x16.shuffle 0 4 8 12 0 0 0 0 0 0 0 0 0 0 0 0
        (i32x4.shr_s (v128.load (local.get $i)) (i32.const 8)) (local.get $v)))
      (local.set $to (i32.add (local.get $to) (i32.const 4)))
      (br_if $on (i32.ne (local.tee $i (i32.add (local.get $i) (i32.const 16))) (local.get $n)))))

  ;; Quotients lane by lane, which Wasm has no vectors for.
  ;; OLD-LABEL: define hidden {{.*}}@wf_2(
  ;; OLD: udiv <4 x i32> %{{.*}}, splat (i32 255)
  ;; OLD: ret <2 x i64>
  (func (param $v v128) (result v128)
    (i32x4.replace_lane 3 (i32x4.replace_lane 2 (i32x4.replace_lane 1
      (i32x4.splat (i32.div_u (i32x4.extract_lane 0 (local.get $v)) (i32.const 255)))
      (i32.div_u (i32x4.extract_lane 1 (local.get $v)) (i32.const 255)))
      (i32.div_u (i32x4.extract_lane 2 (local.get $v)) (i32.const 255)))
      (i32.div_u (i32x4.extract_lane 3 (local.get $v)) (i32.const 255))))

  ;; Eight turns, all of them in the wide loop: the loop as it was is gone from the fast copy.
  ;; IR-LABEL: define hidden {{.*}}@wf_3(
  ;; IR: load <{{8|16}} x i32>
  ;; IR-NOT: load <2 x i64>
  ;; IR: ret void
  (func (param $p i32) (local $i i32)
    (loop $on
      (v128.store offset=4096 (local.get $i)
        (i32x4.mul (v128.load (local.get $i)) (v128.load offset=1024 (local.get $i))))
      (br_if $on (i32.ne (local.tee $i (i32.add (local.get $i) (i32.const 16))) (i32.const 128))))))
