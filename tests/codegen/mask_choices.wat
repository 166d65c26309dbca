;; Choices between shorter lanes by comparisons of longer ones, and indices with a place in a table.
;; RUN IR -O2 --emit=llvm-ir --cpu x86-64-v4
;; RUN ASM -O2 --emit=asm --cpu x86-64-v4
(module
  (memory 1)

  ;; Sixteen bits of each comparison of 32: a choice by the comparison, and no bytes are looked at.
  ;; IR-LABEL: define hidden {{.*}}@wf_0(
  ;; IR: select <{{[0-9]+}} x i1> %{{.*}}, <{{[0-9]+}} x i16>
  ;; IR: ret void
  ;; ASM-LABEL: wf_0:
  ;; ASM-NOT: vpextrb
  ;; ASM-LABEL: wf_1:
  (func (param $n i32) (local $i i32)
    (loop $on
      (v128.store64_lane offset=20000 0 (i32.shl (local.get $i) (i32.const 1))
        (v128.bitselect (v128.const i16x8 7 7 7 7 7 7 7 7)
          (v128.load offset=800 (i32.shl (local.get $i) (i32.const 1)))
          (i8x16.shuffle 0 1 4 5 8 9 12 13 0 1 0 1 0 1 0 1
            (f32x4.gt (v128.load (i32.shl (local.get $i) (i32.const 2))) (f32x4.splat (f32.const 32767)))
            (v128.const i32x4 0 0 0 0))))
      (br_if $on (i32.ne (local.tee $i (i32.add (local.get $i) (i32.const 4))) (local.get $n)))))

  ;; A table of 1024 bytes from $table on, and a row: every access of the copy is plain.
  ;; IR-LABEL: define hidden {{.*}}@wf_1(
  ;; IR: loop.fast:
  ;; IR-NOT: volatile
  ;; IR: ret void
  (func (param $table i32) (param $n i32) (local $i i32) (local $at i32)
    (if (local.get $n) (then
      (loop $on
        (local.set $at (i32.add (local.get $table) (i32.shl (i32.and (local.get $i) (i32.const 0xab)) (i32.const 2))))
        (i32.store offset=8 (local.get $at) (i32.add (i32.load (local.get $at)) (i32.load offset=4 (local.get $at))))
        (i32.store offset=12 (local.get $at) (i32.load8_u offset=4096 (local.get $i)))
        (i32.store offset=16 (local.get $at) (i32.const 5))
        (i32.store offset=20 (local.get $at) (i32.const 6))
        (br_if $on (i32.lt_u (local.tee $i (i32.add (local.get $i) (i32.const 1))) (local.get $n)))))))
)
