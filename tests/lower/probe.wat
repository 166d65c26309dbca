;; Where a store may write a part before it faults, its last byte is read first.
;; RUN A64 -O2 --emit=asm --target aarch64-linux-gnu
;; RUN RV -O2 --emit=asm --target riscv64-linux-gnu --cpu rv64gcv
;; RUN X86 -O2 --emit=llvm-ir
;; RUN CHECKED -O2 --emit=llvm-ir --target aarch64-linux-gnu --bounds-checks
;; NEVER X86 load volatile i8
;; NEVER CHECKED load volatile i8
(module
  (memory 1)
  ;; X86: store volatile i64
  ;; CHECKED: store volatile i64
  ;; A64-LABEL: wf_0:
  ;; A64: ldrb {{.*}}, #7]
  ;; A64: str x
  ;; RV-LABEL: wf_0:
  ;; RV: lbu {{.*}}, 7(
  ;; RV: sd
  (func (param i32 i64) (i64.store (local.get 0) (local.get 1)))

  ;; A64-LABEL: wf_1:
  ;; A64: ldrb {{.*}}, #15]
  ;; A64: str q
  ;; RV-LABEL: wf_1:
  ;; RV: lbu {{.*}}, 15(
  ;; RV: vse
  (func (param i32 v128) (v128.store (local.get 0) (local.get 1)))

  ;; One byte crosses nothing, and the memory has the first 65536 always.
  ;; A64-LABEL: wf_2:
  ;; A64-NOT: ldrb
  ;; A64: strb
  ;; A64-NOT: ldrb
  ;; A64: str x
  ;; A64-NOT: ldrb
  ;; RV-LABEL: wf_2:
  ;; RV-NOT: lbu
  ;; RV: sb
  ;; RV-NOT: lbu
  ;; RV: sd
  ;; RV-NOT: lbu
  (func (param i32 i64)
    (i32.store8 (local.get 0) (i32.const 1))
    (i64.store (i32.const 65528) (local.get 1)))

  ;; A64-LABEL: wf_3:
  ;; A64: ldrb
  ;; A64: str x
  ;; RV-LABEL: wf_3:
  ;; RV: lbu
  ;; RV: sd
  (func (param i64) (i64.store (i32.const 65529) (local.get 0))))
