;; Vectors whose lanes are loaded one by one, as loops over elements, which LLVM makes other vectors of.
;; RUN IR -O2 --emit=llvm-ir --cpu x86-64-v3
(module
  (memory 1)

  ;; Every third byte, and the one behind it: rows are loaded whole, and their lanes shuffled.
  ;; IR-LABEL: define hidden {{.*}}@wf_0(
  ;; IR: vector.body:
  ;; IR: load <{{[0-9]+}} x i8>
  ;; IR: shufflevector <{{[0-9]+}} x i8>
  ;; IR: ret void
  (func (param $n i32) (local $i i32) (local $v v128) (local $w v128)
    (local.set $v (v128.const i32x4 0 1 2 3))
    (local.set $w (v128.const i32x4 4 5 6 7))
    (loop $on
      (v128.store64_lane offset=20000 0 (local.get $i)
        (i8x16.narrow_i16x8_u (i16x8.shr_u (i16x8.add (i16x8.mul (i16x8.extend_low_i8x16_u (v128.load8_lane offset=0 7 (i32x4.extract_lane 3 (i32x4.mul (local.get $w) (i32x4.splat (i32.const 3)))) (v128.load8_lane offset=0 6 (i32x4.extract_lane 2 (i32x4.mul (local.get $w) (i32x4.splat (i32.const 3)))) (v128.load8_lane offset=0 5 (i32x4.extract_lane 1 (i32x4.mul (local.get $w) (i32x4.splat (i32.const 3)))) (v128.load8_lane offset=0 4 (i32x4.extract_lane 0 (i32x4.mul (local.get $w) (i32x4.splat (i32.const 3)))) (v128.load8_lane offset=0 3 (i32x4.extract_lane 3 (i32x4.mul (local.get $v) (i32x4.splat (i32.const 3)))) (v128.load8_lane offset=0 2 (i32x4.extract_lane 2 (i32x4.mul (local.get $v) (i32x4.splat (i32.const 3)))) (v128.load8_lane offset=0 1 (i32x4.extract_lane 1 (i32x4.mul (local.get $v) (i32x4.splat (i32.const 3)))) (v128.load8_splat offset=0 (i32x4.extract_lane 0 (i32x4.mul (local.get $v) (i32x4.splat (i32.const 3))))))))))))) (i16x8.splat (i32.const 66)))
          (i16x8.mul (i16x8.extend_low_i8x16_u (v128.load8_lane offset=1 7 (i32x4.extract_lane 3 (i32x4.mul (local.get $w) (i32x4.splat (i32.const 3)))) (v128.load8_lane offset=1 6 (i32x4.extract_lane 2 (i32x4.mul (local.get $w) (i32x4.splat (i32.const 3)))) (v128.load8_lane offset=1 5 (i32x4.extract_lane 1 (i32x4.mul (local.get $w) (i32x4.splat (i32.const 3)))) (v128.load8_lane offset=1 4 (i32x4.extract_lane 0 (i32x4.mul (local.get $w) (i32x4.splat (i32.const 3)))) (v128.load8_lane offset=1 3 (i32x4.extract_lane 3 (i32x4.mul (local.get $v) (i32x4.splat (i32.const 3)))) (v128.load8_lane offset=1 2 (i32x4.extract_lane 2 (i32x4.mul (local.get $v) (i32x4.splat (i32.const 3)))) (v128.load8_lane offset=1 1 (i32x4.extract_lane 1 (i32x4.mul (local.get $v) (i32x4.splat (i32.const 3)))) (v128.load8_splat offset=1 (i32x4.extract_lane 0 (i32x4.mul (local.get $v) (i32x4.splat (i32.const 3))))))))))))) (i16x8.splat (i32.const 129)))) (i32.const 8))
          (v128.const i32x4 0 0 0 0)))
      (local.set $v (i32x4.add (local.get $v) (i32x4.splat (i32.const 8))))
      (local.set $w (i32x4.add (local.get $w) (i32x4.splat (i32.const 8))))
      (br_if $on (i32.ne (local.tee $i (i32.add (local.get $i) (i32.const 8))) (local.get $n)))))

  ;; Where the row begins is known only at run time, and a lane is of another place: no loop over elements, but
  ;; its indices are numbers, and so its copy is there.
  ;; IR-LABEL: define hidden {{.*}}@wf_1(
  ;; IR: loop.fast
  ;; IR: insertelement <{{[0-9]+}} x i8>
  ;; IR: ret void
  (func (param $n i32) (local $i i32) (local $v v128) (local $w v128)
    (local.set $v (v128.const i32x4 0 1 2 3))
    (local.set $w (v128.const i32x4 4 5 6 7))
    (loop $on
      (v128.store64_lane offset=20000 0 (local.get $i)
        (i8x16.add (v128.load8_lane offset=0 7 (i32x4.extract_lane 3 (i32x4.mul (local.get $w) (i32x4.splat (i32.const 3)))) (v128.load8_lane offset=0 6 (i32x4.extract_lane 2 (i32x4.mul (local.get $w) (i32x4.splat (i32.const 3)))) (v128.load8_lane offset=1 5 (i32x4.extract_lane 1 (i32x4.mul (local.get $w) (i32x4.splat (i32.const 3)))) (v128.load8_lane offset=0 4 (i32x4.extract_lane 0 (i32x4.mul (local.get $w) (i32x4.splat (i32.const 3)))) (v128.load8_lane offset=0 3 (i32x4.extract_lane 3 (i32x4.mul (local.get $v) (i32x4.splat (i32.const 3)))) (v128.load8_lane offset=0 2 (i32x4.extract_lane 2 (i32x4.mul (local.get $v) (i32x4.splat (i32.const 3)))) (v128.load8_lane offset=0 1 (i32x4.extract_lane 1 (i32x4.mul (local.get $v) (i32x4.splat (i32.const 3)))) (v128.load8_splat offset=0 (i32x4.extract_lane 0 (i32x4.mul (local.get $v) (i32x4.splat (i32.const 3))))))))))))
          (v128.load8_lane offset=1 7 (i32x4.extract_lane 3 (i32x4.mul (local.get $w) (i32x4.splat (i32.const 3)))) (v128.load8_lane offset=1 6 (i32x4.extract_lane 2 (i32x4.mul (local.get $w) (i32x4.splat (i32.const 3)))) (v128.load8_lane offset=1 5 (i32x4.extract_lane 1 (i32x4.mul (local.get $w) (i32x4.splat (i32.const 3)))) (v128.load8_lane offset=1 4 (i32x4.extract_lane 0 (i32x4.mul (local.get $w) (i32x4.splat (i32.const 3)))) (v128.load8_lane offset=1 3 (i32x4.extract_lane 3 (i32x4.mul (local.get $v) (i32x4.splat (i32.const 3)))) (v128.load8_lane offset=1 2 (i32x4.extract_lane 2 (i32x4.mul (local.get $v) (i32x4.splat (i32.const 3)))) (v128.load8_lane offset=1 1 (i32x4.extract_lane 1 (i32x4.mul (local.get $v) (i32x4.splat (i32.const 3)))) (v128.load8_splat offset=1 (i32x4.extract_lane 0 (i32x4.mul (local.get $v) (i32x4.splat (i32.const 3))))))))))))))
      (local.set $v (i32x4.add (local.get $v) (i32x4.splat (i32.const 8))))
      (local.set $w (i32x4.add (local.get $w) (i32x4.splat (i32.const 8))))
      (br_if $on (i32.ne (local.tee $i (i32.add (local.get $i) (i32.const 8))) (local.get $n)))))
)
