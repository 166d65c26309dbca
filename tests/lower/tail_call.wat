;; Tail calls are marked `tail` and followed by the return of their value, whatever the prototypes;
;; ordinary calls of a function that makes one are never inlined.
;; RUN IR -O0 --emit=llvm-ir --cpu x86-64
;; RUN RV -O0 --emit=llvm-ir --target riscv64-linux-gnu --cpu rv64gcv
;; RUN OPT -O2 --emit=llvm-ir --cpu x86-64
(module
  (type $unary (func (param i64) (result i64)))
  (import "m" "imported" (func $imported (type $unary)))
  (table 4 funcref)

  ;; IR: define hidden i64 @wf_1(ptr %0, i64 %1) #[[TAIL:[0-9]+]]
  ;; IR: %[[R:[0-9]+]] = tail call i64 @wf_2(ptr %0, i64 %1, i64 %1)
  ;; IR-NEXT: ret i64 %[[R]]
  (func $direct (type $unary) (return_call $two (local.get 0) (local.get 0)))

  ;; The caller is known to the callee, which may be the host's.
  ;; IR-LABEL: define hidden i64 @wf_2(
  ;; IR: store ptr %0, ptr
  ;; IR: %[[R:[0-9]+]] = tail call i64 %{{[0-9]+}}(ptr %{{[0-9]+}}, i64 %1)
  ;; IR-NEXT: ret i64 %[[R]]
  (func $two (param i64 i64) (result i64) (return_call $imported (local.get 0)))

  ;; IR-LABEL: define hidden i64 @wf_3(
  ;; IR: icmp uge i64
  ;; IR: load volatile i32
  ;; IR: icmp ne i32
  ;; IR: %[[R:[0-9]+]] = tail call i64 %
  ;; IR-NEXT: ret i64 %[[R]]
  (func $indirect (param i32 i64) (result i64)
    (return_call_indirect (type $unary) (local.get 1) (local.get 0)))

  ;; The reference may be null, its type is known.
  ;; IR-LABEL: define hidden i64 @wf_4(
  ;; IR: icmp eq ptr %1, null
  ;; IR-NOT: icmp
  ;; IR: %[[R:[0-9]+]] = tail call i64 %
  ;; IR-NEXT: ret i64 %[[R]]
  (func $by_reference (param (ref null $unary)) (result i64)
    (return_call_ref $unary (i64.const 1) (local.get 0)))

  ;; Without results; two results, of which riscv64 has no more in registers than others.
  ;; IR-LABEL: define hidden void @wf_5(
  ;; IR: tail call void @wf_5(ptr %0)
  ;; IR-NEXT: ret void
  (func $nothing (return_call $nothing))
  ;; IR-LABEL: define hidden { i64, double } @wf_6(
  ;; IR: %[[R:[0-9]+]] = tail call { i64, double } @wf_6(
  ;; IR-NEXT: ret { i64, double } %[[R]]
  ;; RV-LABEL: define hidden { i64, double } @wf_6(
  ;; RV: %[[R:[0-9]+]] = tail call { i64, double } @wf_6(
  ;; RV-NEXT: ret { i64, double } %[[R]]
  (func $results (result i64 f64 v128) (return_call $results))
  ;; RV-LABEL: define hidden { i64, i64 } @wf_7(
  ;; RV: %[[R:[0-9]+]] = tail call { i64, i64 } @wf_7(ptr %0, i64 %{{[0-9]+}}, i64 %{{[0-9]+}})
  ;; RV-NEXT: ret { i64, i64 } %[[R]]
  (func $vector (param v128) (result v128) (return_call $vector (local.get 0)))

  ;; IR-LABEL: define hidden i64 @wf_8(
  ;; IR: notail call i64 @wf_1({{.*}}) #[[NOINLINE:[0-9]+]]
  (func $ordinary (param i64) (result i64) (call $direct (local.get 0)))

  ;; Two ways out that the optimiser would merge.
  ;; OPT-LABEL: define hidden i64 @wf_9(
  ;; OPT: %[[A:[0-9]+]] = tail call i64 %
  ;; OPT-NEXT: ret i64 %[[A]]
  ;; OPT: %[[B:[0-9]+]] = tail call i64 %
  ;; OPT-NEXT: ret i64 %[[B]]
  (func $merged (param i64 (ref null $unary)) (result i64)
    (if (result i64) (i64.eqz (local.get 0))
      (then (return_call $imported (i64.const 1)))
      (else (return_call_ref $unary (i64.const 2) (local.get 1)))))

  ;; IR-DAG: attributes #[[TAIL]] = { {{.*}}"no-realign-stack"
  ;; IR-DAG: attributes #[[NOINLINE]] = { noinline nounwind }
)
