;; Which loops get a fast copy, and what it looks like. `in_range` is the check's name.
;; RUN IR -O2 --emit=llvm-ir --cpu x86-64-v3 --loop-versioning=on
;; RUN OFF -O2 --emit=llvm-ir --cpu x86-64-v3 --loop-versioning=off
;; NEVER OFF in_range
(module
  (memory 1)
  (table 4 funcref)
  (global $g (mut i32) (i32.const 0))

  ;; The sum of an array: vectors behind the check, strict accesses otherwise, barriers at the entry and the exit.
  ;; IR-LABEL: define hidden i64 @wf_0(
  ;; IR: %in_range = 
  ;; IR: load volatile i64
  ;; IR: call void asm sideeffect "testb $$0, -128(%rsp)", "r,r,~{memory},~{flags}"
  ;; IR: load <4 x i64>
  ;; IR: call void asm sideeffect "", "r,~{memory},~{flags}"
  ;; OFF-LABEL: define hidden i64 @wf_0(
  ;; OFF: load volatile i64
  (func (param $a i32) (param $n i32) (result i64) (local $i i32) (local $sum i64)
    (loop $next
      (local.set $sum (i64.add (local.get $sum)
        (i64.load (i32.add (local.get $a) (i32.shl (local.get $i) (i32.const 3))))))
      (local.set $i (i32.add (local.get $i) (i32.const 1)))
      (br_if $next (i32.lt_u (local.get $i) (local.get $n))))
    (local.get $sum))

  ;; A global set in the loop is kept in a register in the fast copy, whose barriers order it.
  ;; IR-LABEL: define hidden void @wf_1(
  ;; IR: %in_range = 
  ;; IR: call void asm sideeffect "testb $$0, -128(%rsp)", "r,r,r,~{memory},~{flags}"
  ;; IR: call void asm sideeffect "", "r,r,~{memory},~{flags}"
  (func (param $a i32) (param $n i32) (local $i i32)
    (loop $next
      (i32.store (i32.add (local.get $a) (i32.shl (local.get $i) (i32.const 2))) (local.get $i))
      (global.set $g (i32.add (global.get $g) (i32.const 1)))
      (local.set $i (i32.add (local.get $i) (i32.const 1)))
      (br_if $next (i32.lt_u (local.get $i) (local.get $n)))))

  ;; An index that is loaded: strict.
  ;; IR-LABEL: define hidden void @wf_2(
  ;; IR-NOT: in_range
  ;; IR: load volatile
  (func (param $a i32) (param $n i32) (local $i i32)
    (loop $next
      (i32.store (i32.load (i32.add (local.get $a) (i32.shl (local.get $i) (i32.const 2)))) (local.get $i))
      (local.set $i (i32.add (local.get $i) (i32.const 1)))
      (br_if $next (i32.lt_u (local.get $i) (local.get $n)))))

  ;; So is a loop with a call, which may exhaust the stack or grow the memory.
  ;; IR-LABEL: define hidden void @wf_3(
  ;; IR-NOT: in_range
  ;; IR: store volatile
  (func $calls (param $a i32) (param $n i32) (local $i i32)
    (loop $next
      (i32.store (i32.add (local.get $a) (i32.shl (local.get $i) (i32.const 2))) (local.get $i))
      (call $calls (local.get $i) (i32.const 0))
      (local.set $i (i32.add (local.get $i) (i32.const 1)))
      (br_if $next (i32.lt_u (local.get $i) (local.get $n)))))

  ;; So is one whose end nothing bounds.
  ;; IR-LABEL: define hidden i32 @wf_4(
  ;; IR-NOT: in_range
  ;; IR: load volatile
  (func (param $a i32) (result i32)
    (loop $next (result i32)
      (local.set $a (i32.add (local.get $a) (i32.const 1)))
      (br_if $next (i32.load8_u (local.get $a)))
      (local.get $a)))

  ;; A nest has one check, in front.
  ;; IR-LABEL: define hidden void @wf_5(
  ;; IR: %in_range = 
  ;; IR-NOT: in_range{{[0-9]}}
  ;; IR: ret void
  (func (param $a i32) (param $n i32) (local $i i32) (local $j i32)
    (loop $rows
      (local.set $j (i32.const 0))
      (loop $columns
        (i32.store (i32.add (local.get $a) (i32.add (i32.shl (local.get $i) (i32.const 8))
                                                    (i32.shl (local.get $j) (i32.const 2))))
                   (local.get $j))
        (local.set $j (i32.add (local.get $j) (i32.const 1)))
        (br_if $columns (i32.lt_u (local.get $j) (local.get $n))))
      (local.set $i (i32.add (local.get $i) (i32.const 1)))
      (br_if $rows (i32.lt_u (local.get $i) (local.get $n)))))

  ;; A value that one iteration loads for the next does not keep a loop from its fast copy.
  ;; IR-LABEL: define hidden void @wf_6(
  ;; IR: %in_range = 
  ;; IR: add <{{[0-9]+}} x i32>
  (func (param $a i32) (param $n i32) (local $i i32) (local $last i32) (local $this i32)
    (loop $next
      (local.set $this (i32.load (i32.add (local.get $a) (i32.shl (local.get $i) (i32.const 2)))))
      (i32.store offset=65536 (i32.add (local.get $a) (i32.shl (local.get $i) (i32.const 2)))
                 (i32.add (local.get $last) (local.get $this)))
      (local.set $last (local.get $this))
      (local.set $i (i32.add (local.get $i) (i32.const 1)))
      (br_if $next (i32.lt_u (local.get $i) (local.get $n)))))

  ;; Nothing to vectorise (a sum of floats has an order), nothing to keep in a register: strict.
  ;; IR-LABEL: define hidden double @wf_7(
  ;; IR-NOT: in_range
  ;; IR: load volatile double
  (func (param $a i32) (param $n i32) (result f64) (local $i i32) (local $sum f64)
    (loop $next
      (local.set $sum (f64.add (local.get $sum)
        (f64.load (i32.add (local.get $a) (i32.shl (local.get $i) (i32.const 3))))))
      (local.set $i (i32.add (local.get $i) (i32.const 1)))
      (br_if $next (i32.lt_u (local.get $i) (local.get $n))))
    (local.get $sum))

  ;; Three times the same with a step of three: rolled up, so vectors are loaded and stored as they lie.
  ;; IR-LABEL: define hidden void @wf_8(
  ;; IR: call void asm sideeffect "testb
  ;; IR-NOT: shufflevector {{.*}} <i32 0, i32 3
  ;; IR: fmul <4 x double>
  ;; IR-NOT: shufflevector {{.*}} <i32 0, i32 3
  ;; IR: ret void
  (func (param $a i32) (param $n i32) (local $i i32)
    (loop $next
      (f64.store (i32.add (local.get $a) (local.get $i))
        (f64.mul (f64.load (i32.add (local.get $a) (local.get $i))) (f64.const 0.3)))
      (f64.store offset=8 (i32.add (local.get $a) (local.get $i))
        (f64.mul (f64.load offset=8 (i32.add (local.get $a) (local.get $i))) (f64.const 0.3)))
      (f64.store offset=16 (i32.add (local.get $a) (local.get $i))
        (f64.mul (f64.load offset=16 (i32.add (local.get $a) (local.get $i))) (f64.const 0.3)))
      (local.set $i (i32.add (local.get $i) (i32.const 24)))
      (br_if $next (i32.ne (local.get $i) (i32.const 2400)))))

  ;; Of a row that begins where the row before did not, unrolled behind what makes the rest even: rolled up, although
  ;; only the check knows that it is even, and the rows' places differ by a constant that LLVM adds to that of the row.
  ;; IR-LABEL: define hidden void @wf_9(
  ;; IR: call void asm sideeffect "testb
  ;; IR-NOT: shufflevector {{.*}} <i32 0, i32 2
  ;; IR: fmul <4 x double>
  ;; IR-NOT: shufflevector {{.*}} <i32 0, i32 2
  ;; IR: ret void
  (func (param $a i32) (param $n i32) (local $i i32) (local $j i32) (local $row i32) (local $at i32)
    (loop $rows
      (local.set $j (local.get $i))
      (local.set $row (i32.add (local.get $a) (i32.shl (local.get $i) (i32.const 8))))
      (if (i32.and (i32.sub (local.get $n) (local.get $i)) (i32.const 1))
        (then
          (local.set $at (i32.add (local.get $row) (i32.shl (local.get $j) (i32.const 3))))
          (f64.store (local.get $at) (f64.mul (f64.load (local.get $at)) (f64.const 0.3)))
          (local.set $j (i32.add (local.get $j) (i32.const 1)))))
      (if (i32.lt_u (local.get $j) (local.get $n))
        (then
          (loop $columns
            (local.set $at (i32.add (local.get $row) (i32.shl (local.get $j) (i32.const 3))))
            (f64.store (local.get $at) (f64.mul (f64.load (local.get $at)) (f64.const 0.3)))
            (local.set $at (i32.add (local.get $at) (i32.const 8)))
            (f64.store (local.get $at) (f64.mul (f64.load (local.get $at)) (f64.const 0.3)))
            (local.set $j (i32.add (local.get $j) (i32.const 2)))
            (br_if $columns (i32.ne (local.get $j) (local.get $n))))))
      (local.set $i (i32.add (local.get $i) (i32.const 1)))
      (br_if $rows (i32.lt_u (local.get $i) (local.get $n)))))

  ;; Nothing but addresses to gain, but five that differ by constants.
  ;; IR-LABEL: define hidden double @wf_10(
  ;; IR: %in_range = 
  ;; IR: load double
  (func (param $a i32) (param $n i32) (result f64) (local $i i32) (local $at i32) (local $sum f64)
    (loop $next
      (local.set $at (i32.add (local.get $a) (i32.shl (local.get $i) (i32.const 12))))
      (local.set $sum (f64.add (local.get $sum) (f64.load (local.get $at))))
      (local.set $sum (f64.add (local.get $sum) (f64.load (i32.add (local.get $at) (i32.const 512)))))
      (local.set $sum (f64.add (local.get $sum) (f64.load (i32.add (local.get $at) (i32.const 1024)))))
      (local.set $sum (f64.add (local.get $sum) (f64.load (i32.add (local.get $at) (i32.const 1536)))))
      (local.set $sum (f64.add (local.get $sum) (f64.load (i32.add (local.get $at) (i32.const 2048)))))
      (local.set $i (i32.add (local.get $i) (i32.const 1)))
      (br_if $next (i32.lt_u (local.get $i) (local.get $n))))
    (local.get $sum))

  ;; A call of a small leaf function is no call any more when loops are looked at.
  ;; IR-LABEL: define hidden void @wf_11(
  ;; IR: %in_range = 
  ;; IR: store <8 x i32>
  (func (param $a i32) (param $n i32) (local $i i32)
    (loop $next
      (i32.store (i32.add (local.get $a) (i32.shl (local.get $i) (i32.const 2))) (call $weight (local.get $i)))
      (local.set $i (i32.add (local.get $i) (i32.const 1)))
      (br_if $next (i32.lt_u (local.get $i) (local.get $n)))))
  (func $weight (param i32) (result i32)
    (if (result i32) (i32.gt_s (local.get 0) (i32.const 100))
      (then (i32.const 703))
      (else (i32.add (i32.mul (local.get 0) (i32.const 7)) (i32.const 3)))))
)
