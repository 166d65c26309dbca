;; Typed function references.
;; RUN IR -O0 --emit=llvm-ir --cpu x86-64
;; RUN OPT -O2 --emit=llvm-ir --cpu x86-64
(module
  (type $unary (func (param i64) (result i64)))
  (type $open (sub (func (result i64))))
  (type $closed (sub final $open (func (result i64))))
  (table $table 4 funcref)
  (elem declare func $known)

  ;; IR-LABEL: define hidden i64 @wf_0(ptr %0, ptr %1)
  ;; IR: icmp eq ptr %1, null
  ;; IR: call void asm sideeffect "ud1l 12(
  ;; IR: notail call i64 %
  (func $call (param (ref null $unary)) (result i64) (call_ref $unary (i64.const 1) (local.get 0)))

  ;; A function's own reference is never null, and the optimiser knows.
  ;; OPT-LABEL: define hidden i64 @wf_1(
  ;; OPT-NOT: icmp
  ;; OPT-NOT: asm
  ;; OPT: notail call i64 %
  (func $known (type $unary) (call_ref $unary (local.get 0) (ref.func $known)))

  ;; IR-LABEL: define hidden ptr @wf_2(
  ;; IR: icmp eq ptr %1, null
  ;; IR: call void asm sideeffect "ud1l 11(
  (func $as_non_null (param funcref) (result (ref func)) (ref.as_non_null (local.get 0)))

  ;; IR-LABEL: define hidden i32 @wf_3(
  ;; IR: %[[NULL:[0-9]+]] = icmp eq ptr %1, null
  ;; IR: br i1 %[[NULL]]
  (func $br_on_null (param externref) (result i32)
    (block (drop (br_on_null 0 (local.get 0))) (return (i32.const 1)))
    (i32.const 2))

  ;; IR-LABEL: define hidden ptr @wf_4(
  ;; IR: %[[SOME:[0-9]+]] = icmp ne ptr %1, null
  ;; IR: br i1 %[[SOME]]
  (func $br_on_non_null (param externref) (result (ref extern))
    (br_on_non_null 0 (local.get 0)) unreachable)

  ;; A type that may have subtypes: only when the ids differ is one searched for; the builtin's thunk
  ;; traps.
  ;; IR-LABEL: define hidden i64 @wf_5(
  ;; IR: %[[DIFFER:[0-9]+]] = icmp ne i32
  ;; IR: br i1 %[[DIFFER]], label %subtype
  ;; IR: subtype:
  ;; IR-NEXT: call void @wb_check_function_type(ptr %0, i32
  ;; IR-NEXT: br label
  (func $open (result i64) (call_indirect $table (type $open) (i32.const 0)))

  ;; IR-LABEL: define hidden i64 @wf_6(
  ;; IR: %[[DIFFER:[0-9]+]] = icmp ne i32
  ;; IR: br i1 %[[DIFFER]], label %trap
  ;; IR: call void asm sideeffect "ud1l 9(
  ;; IR-NOT: check_function_type
  ;; IR: {{^}}}
  (func $closed (result i64) (call_indirect $table (type $closed) (i32.const 0)))
)
