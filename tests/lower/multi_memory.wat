;; Each memory has an alias scope of its own, but imported ones share one, since they may be one and
;; the same memory; what belongs to the runtime has another.
;; RUN IR -O0 --emit=llvm-ir --cpu x86-64
;; RUN X86 -O2 --emit=asm --cpu x86-64
(module
  (import "m" "a" (memory 1))
  (import "m" "b" (memory 1))
  (memory 1)
  (memory i64 1)
  (global $g (mut i32) (i32.const 0))

  ;; IR-LABEL: define {{.*}}@wf_0(
  ;; IR: load volatile i32, {{.*}}!alias.scope [[IMPORTED:![0-9]+]], !noalias [[NOT_IMPORTED:![0-9]+]]
  ;; IR: load volatile i32, {{.*}}!alias.scope [[IMPORTED]], !noalias [[NOT_IMPORTED]]
  ;; IR: load volatile i32, {{.*}}!alias.scope [[OWN2:![0-9]+]], !noalias [[NOT2:![0-9]+]]
  ;; IR: load i64, {{.*}}!alias.scope [[RUNTIME:![0-9]+]], !noalias [[NOT_RUNTIME:![0-9]+]]
  ;; IR: load volatile i32, {{.*}}!alias.scope [[OWN3:![0-9]+]], !noalias [[NOT3:![0-9]+]]
  ;; IR: load i32, {{.*}}!alias.scope [[RUNTIME]], !noalias [[NOT_RUNTIME]]
  (func (param i32 i64) (result i32)
    (i32.load 0 (local.get 0)) (i32.load 1 (local.get 0)) (i32.load 2 (local.get 0))
    (i32.load 3 (local.get 1)) (global.get $g) i32.add i32.add i32.add i32.add)

  ;; A copy touches both.
  ;; IR-LABEL: define {{.*}}@wf_1(
  ;; IR: @llvm.memmove{{.*}}!alias.scope [[BOTH:![0-9]+]], !noalias [[NEITHER:![0-9]+]]
  (func (param i32 i64 i32) (memory.copy 2 3 (local.get 0) (local.get 1) (local.get 2)))

  ;; IR-DAG: [[IMPORTED]] = !{[[SCOPE_IMPORTED:![0-9]+]]}
  ;; IR-DAG: [[SCOPE_IMPORTED]] = distinct !{[[SCOPE_IMPORTED]], [[DOMAIN:![0-9]+]], !"imported memories"}
  ;; IR-DAG: [[NOT_IMPORTED]] = !{[[SCOPE_RUNTIME:![0-9]+]], [[SCOPE2:![0-9]+]], [[SCOPE3:![0-9]+]]}
  ;; IR-DAG: [[SCOPE_RUNTIME]] = distinct !{[[SCOPE_RUNTIME]], [[DOMAIN]], !"runtime"}
  ;; IR-DAG: [[SCOPE2]] = distinct !{[[SCOPE2]], [[DOMAIN]], !"memory 2"}
  ;; IR-DAG: [[SCOPE3]] = distinct !{[[SCOPE3]], [[DOMAIN]], !"memory 3"}

  ;; The length that is compared with stays in a register over a store to the memory, which is not
  ;; where it stands: after the first comparison nothing but constants is taken from it.
  ;; X86-LABEL: wf_2:
  ;; X86: movq [[LENGTH:[0-9]+]](%rdi), [[REGISTER:%r[a-z0-9]+]]
  ;; X86-NOT: [[LENGTH]](%rdi)
  ;; X86: retq
  (func (param i64 i64)
    (i32.store 3 (local.get 0) (i32.const 1))
    (i64.store 3 (local.get 1) (i64.const 2))
    (i32.store 3 (local.get 0) (i32.const 3)))
)
