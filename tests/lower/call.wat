;; Calls: the C convention with the context first, and never turned into jumps. Runaway recursion
;; must exhaust the stack, not run for ever.
;; RUN IR -O0 --emit=llvm-ir --cpu x86-64
;; RUN RV -O0 --emit=llvm-ir --target riscv64-linux-gnu --cpu rv64gcv
(module
  (type $t (func (param i32) (result i32)))
  (table 4 funcref)

  ;; IR-LABEL: define hidden i32 @wf_0(ptr %0, i32 %1)
  ;; IR: notail call i32 @wf_0(ptr %0, i32 %1)
  (func $recurse (param i32) (result i32) (call $recurse (local.get 0)))

  ;; Bounds and type are checked; the null check is the load of the type.
  ;; IR-LABEL: define {{.*}}@wf_1(
  ;; IR: icmp uge i64
  ;; IR: load volatile i32, ptr {{%.*}}, align 4
  ;; IR: icmp ne i32
  ;; IR: notail call i32 {{%.*}}(ptr {{%.*}}, i32 %1)
  (func (param i32) (result i32) (call_indirect (type $t) (local.get 0) (i32.const 1)))

  ;; A v128 travels in a vector register, on riscv64 in two integer registers whatever the CPU.
  ;; IR-LABEL: define {{.*}}<2 x i64> @wf_2(ptr %0, <2 x i64> %1)
  ;; RV-LABEL: define {{.*}}{ i64, i64 } @wf_2(ptr %0, i64 %1, i64 %2)
  ;; RV: notail call { i64, i64 } @wf_2(ptr %0, i64 {{%.*}}, i64 {{%.*}})
  (func $vector (param v128) (result v128) (call $vector (local.get 0)))

  ;; The sixth integer parameter no longer fits beside the context.
  ;; IR-LABEL: define hidden void @wf_3(ptr %0, i32 %1, i32 %2, i32 %3, i32 %4, i32 %5)
  (func (param i32 i32 i32 i32 i32 i32))
)
