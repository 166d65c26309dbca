;; Loops over memories that are checked: the comparisons with the length are not in the fast copy, so
;; that it becomes vectors as it does where pages guard the memory.
;; RUN IR -O2 --emit=llvm-ir --cpu x86-64-v3 --bounds-checks
(module
  (memory 1)
  (memory $wide i64 1)
  (memory $bytes 100 (pagesize 1))

  ;; IR-LABEL: define hidden i64 @wf_0(
  ;; IR: loop{{.*}}strict:
  ;; IR: load volatile i64
  ;; IR: "testb $$0, -128(%rsp)"
  ;; IR-NOT: ud1l
  ;; IR: load <4 x i64>
  (func (param $a i32) (param $n i32) (result i64) (local $i i32) (local $sum i64)
    (loop $next
      (local.set $sum (i64.add (local.get $sum)
        (i64.load (i32.add (local.get $a) (i32.shl (local.get $i) (i32.const 3))))))
      (local.set $i (i32.add (local.get $i) (i32.const 1)))
      (br_if $next (i32.lt_u (local.get $i) (local.get $n))))
    (local.get $sum))

  ;; Two accesses, two checks, and an index of 64 bits that may be anything.
  ;; IR-LABEL: define hidden void @wf_1(
  ;; IR: loop{{.*}}strict:
  ;; IR: load volatile i64
  ;; IR: "testb $$0, -128(%rsp)"
  ;; IR-NOT: ud1l
  ;; IR: load <4 x i64>
  ;; IR-NOT: ud1l
  ;; IR: store <4 x i64>
  (func (param $a i64) (param $b i64) (param $n i64) (local $i i64)
    (loop $next
      (i64.store $wide offset=16 (i64.add (local.get $a) (i64.shl (local.get $i) (i64.const 3)))
        (i64.add (i64.load $wide (i64.add (local.get $b) (i64.shl (local.get $i) (i64.const 3)))) (i64.const 1)))
      (local.set $i (i64.add (local.get $i) (i64.const 1)))
      (br_if $next (i64.lt_u (local.get $i) (local.get $n)))))

  ;; IR-LABEL: define hidden i64 @wf_2(
  ;; IR: loop{{.*}}strict:
  ;; IR: load volatile i64
  ;; IR: "testb $$0, -128(%rsp)"
  ;; IR-NOT: ud1l
  ;; IR: load <4 x i64>
  (func (param $a i32) (param $n i32) (result i64) (local $i i32) (local $sum i64)
    (loop $next
      (local.set $sum (i64.add (local.get $sum)
        (i64.load $bytes (i32.add (local.get $a) (i32.shl (local.get $i) (i32.const 3))))))
      (local.set $i (i32.add (local.get $i) (i32.const 1)))
      (br_if $next (i32.lt_u (local.get $i) (local.get $n))))
    (local.get $sum)))
