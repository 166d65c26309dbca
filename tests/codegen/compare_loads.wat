;; A strict load that is only compared is an operand of the comparison.
;; RUN ASM -O2 --emit=asm --cpu x86-64
(module
  (memory 1)
  ;; It traps as the load does, in the line that is the load's offset.
  ;; ASM-LABEL: wf_0:
  ;; ASM: .loc 1 4 0
  ;; ASM-NOT: .loc
  ;; ASM: cmpb $69, ({{%r..,%r..}})
  ;; ASM: j{{[a-z]+}} .L
  (func (param i32 i32) (result i32)
    (if (i32.eq (i32.load8_u (local.get 0)) (i32.const 69))
      (then (i32.store (local.get 1) (i32.const 1))))
    (local.get 0))

  ;; Of two, the second.
  ;; ASM-LABEL: wf_1:
  ;; ASM: movq ({{.*}}), %[[FIRST:r..]]
  ;; ASM: cmpq 8({{.*}}), %[[FIRST]]
  ;; ASM: j{{[a-z]+}} .L
  (func (param i32 i32) (result i32)
    (if (i64.lt_s (i64.load (local.get 0)) (i64.load offset=8 (local.get 1)))
      (then (i32.store (local.get 1) (i32.const 1))))
    (local.get 0))

  ;; ASM-LABEL: wf_2:
  ;; ASM: testb $4, ({{%r..,%r..}})
  (func (param i32 i32) (result i32)
    (if (i32.and (i32.load8_u (local.get 0)) (i32.const 4))
      (then (i32.store (local.get 1) (i32.const 1))))
    (local.get 0))

  ;; A load stays in front of a store, of another load, and of a call: each of them may trap, or be
  ;; seen when the load does.
  ;; ASM-LABEL: wf_3:
  ;; ASM: movl ({{.*}}), %[[VALUE:e..]]
  ;; ASM: movl $7, ({{.*}})
  ;; ASM: cmpl $69, %[[VALUE]]
  (func (param i32 i32) (result i32) (local i32)
    (local.set 2 (i32.load (local.get 0)))
    (i32.store (local.get 1) (i32.const 7))
    (if (i32.eq (local.get 2) (i32.const 69))
      (then (i32.store (local.get 1) (i32.const 1))))
    (local.get 0))

  ;; What is needed beside the comparison is loaded once.
  ;; ASM-LABEL: wf_4:
  ;; ASM: movl ({{.*}}), %eax
  ;; ASM: cmpl $69, %eax
  (func (param i32 i32) (result i32) (local i32)
    (local.set 2 (i32.load (local.get 0)))
    (if (i32.eq (local.get 2) (i32.const 69))
      (then (i32.store (local.get 1) (i32.const 1))))
    (local.get 2))
)
