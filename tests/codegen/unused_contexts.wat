;; Functions that make no use of their context, but to hand it on, are given none.
;; RUN IR -O2 --emit=llvm-ir --cpu x86-64
(module
  (import "host" "f" (func $host (param i32)))
  (memory 1)
  (global $g (mut i32) (i32.const 0))

  ;; Recursion in registers alone.
  ;; IR-LABEL: define hidden i32 @wf_1(
  ;; IR: call i32 @wf_1(ptr poison,
  ;; IR: ret i32
  (func $fib (param $n i32) (result i32)
    (if (result i32) (i32.lt_u (local.get $n) (i32.const 2))
      (then (local.get $n))
      (else (i32.add (call $fib (i32.sub (local.get $n) (i32.const 1)))
                     (call $fib (i32.sub (local.get $n) (i32.const 2)))))))

  ;; Two functions in turn.
  ;; IR-LABEL: define hidden i32 @wf_2(
  ;; IR: call i32 @wf_{{[23]}}(ptr poison,
  (func $even (param $n i32) (param $sum i32) (result i32)
    (if (result i32) (i32.eqz (local.get $n)) (then (local.get $sum))
      (else (i32.mul (i32.const 3) (call $odd (i32.sub (local.get $n) (i32.const 1)) (i32.add (local.get $sum) (local.get $n)))))))
  ;; IR-LABEL: define hidden i32 @wf_3(
  ;; IR: call i32 @wf_{{[23]}}(ptr poison,
  (func $odd (param $n i32) (param $sum i32) (result i32)
    (if (result i32) (i32.eqz (local.get $n)) (then (i32.const 0))
      (else (i32.xor (local.get $n) (call $even (i32.sub (local.get $n) (i32.const 1)) (local.get $sum))))))

  ;; Two in turn, one of which reads memory.
  ;; IR-LABEL: define hidden i32 @wf_4(
  ;; IR: call i32 @wf_{{[45]}}(ptr %0,
  (func $a (param $n i32) (param $sum i32) (result i32)
    (if (result i32) (i32.eqz (local.get $n)) (then (local.get $sum))
      (else (i32.mul (i32.const 3) (call $b (i32.sub (local.get $n) (i32.const 1)) (i32.add (local.get $sum) (local.get $n)))))))
  ;; IR-LABEL: define hidden i32 @wf_5(
  ;; IR: call i32 @wf_{{[45]}}(ptr %0,
  (func $b (param $n i32) (param $sum i32) (result i32)
    (if (result i32) (i32.eqz (local.get $n)) (then (i32.const 0))
      (else (i32.xor (i32.load (local.get $n)) (call $a (i32.sub (local.get $n) (i32.const 1)) (local.get $sum))))))

  ;; A function that calls the host, and who calls it. Nobody needs a context for the first sum.
  ;; IR-LABEL: define hidden void @wf_6(
  ;; IR: call i32 @wf_1(ptr poison,
  ;; IR: call void @wf_7(ptr %0,
  (func $c (param $n i32)
    (call $d (call $fib (local.get $n)) (local.get $n)))
  ;; IR-LABEL: define hidden void @wf_7(
  ;; IR: call void @wf_7(ptr %0,
  ;; IR: call void %{{[0-9]+}}(ptr %
  (func $d (param $n i32) (param $m i32)
    (if (local.get $n) (then (call $d (i32.sub (local.get $n) (i32.const 1)) (local.get $m))))
    (call $host (local.get $n))))
