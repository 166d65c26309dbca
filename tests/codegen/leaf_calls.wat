;; Leaves called in loops are inlined though they are not small, and the loops versioned.
;; RUN IR -O2 --emit=llvm-ir --cpu x86-64
(module
  (import "host" "f" (func $host))
  (memory 1)

  (func $round (param $x i32) (result i32)
    (local.set $x (i32.xor (i32.mul (local.get $x) (i32.const 0x7feb352d)) (i32.shr_u (local.get $x) (i32.const 15))))
    (local.set $x (i32.xor (i32.mul (local.get $x) (i32.const 0x846ca68b)) (i32.shr_u (local.get $x) (i32.const 16))))
    (local.set $x (i32.xor (i32.mul (local.get $x) (i32.const 0x9e3779b1)) (i32.shr_u (local.get $x) (i32.const 13))))
    (local.set $x (i32.xor (i32.mul (local.get $x) (i32.const 0x85ebca6b)) (i32.shr_u (local.get $x) (i32.const 11))))
    (i32.xor (i32.mul (local.get $x) (i32.const 0xc2b2ae35)) (i32.shr_u (local.get $x) (i32.const 7))))
  ;; A leaf, by what it calls.
  (func $rounds (param $x i32) (result i32)
    (call $round (call $round (i32.add (local.get $x) (i32.const 1)))))

  ;; IR-LABEL: define hidden void @wf_3(
  ;; IR-NOT: call i32 @wf_
  ;; IR: mul <4 x i32>
  ;; IR: ret void
  (func (param $p i32) (param $n i32) (local $i i32)
    (loop $on
      (i32.store offset=4096 (i32.add (local.get $p) (local.get $i))
        (call $rounds (i32.load (i32.add (local.get $p) (local.get $i)))))
      (br_if $on (i32.ne (local.tee $i (i32.add (local.get $i) (i32.const 4))) (local.get $n)))))

  ;; Where something else is called, too, nothing is won.
  ;; IR-LABEL: define hidden void @wf_4(
  ;; IR: call i32 @wf_2(
  ;; IR: ret void
  (func (param $p i32) (param $n i32) (local $i i32)
    (loop $on
      (i32.store offset=4096 (i32.add (local.get $p) (local.get $i))
        (call $rounds (i32.load (i32.add (local.get $p) (local.get $i)))))
      (call $host)
      (br_if $on (i32.ne (local.tee $i (i32.add (local.get $i) (i32.const 4))) (local.get $n)))))

  ;; Recursion is no leaf.
  (func $down (param $x i32) (result i32)
    (if (result i32) (i32.eqz (local.get $x)) (then (i32.const 7))
      (else (i32.mul (call $down (i32.sub (local.get $x) (i32.const 1))) (i32.const 3)))))
  ;; IR-LABEL: define hidden void @wf_6(
  ;; IR: call i32 @wf_5(
  ;; IR: ret void
  (func (param $p i32) (param $n i32) (local $i i32)
    (loop $on
      (i32.store offset=4096 (i32.add (local.get $p) (local.get $i)) (call $down (i32.const 5)))
      (br_if $on (i32.ne (local.tee $i (i32.add (local.get $i) (i32.const 4))) (local.get $n)))))

  ;; Outside of loops calls stay.
  ;; IR-LABEL: define hidden i32 @wf_7(
  ;; IR: call i32 @wf_2(
  ;; IR: ret i32
  (func (param $x i32) (result i32) (call $rounds (local.get $x)))

  ;; A function that ends in a call of another is left where it is.
  (func $ends (param $x i32) (result i32)
    (return_call $rounds (i32.xor (local.get $x) (i32.const 5))))
  ;; IR-LABEL: define hidden void @wf_9(
  ;; IR: call i32 @wf_8(
  ;; IR: ret void
  (func (param $p i32) (param $n i32) (local $i i32)
    (loop $on
      (i32.store offset=4096 (i32.add (local.get $p) (local.get $i)) (call $ends (local.get $i)))
      (br_if $on (i32.ne (local.tee $i (i32.add (local.get $i) (i32.const 4))) (local.get $n))))))
