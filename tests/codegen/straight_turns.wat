;; What a fast copy was to load and compute under conditions is done in every turn, and chosen from.
;; RUN IR -O2 --emit=llvm-ir --cpu x86-64
(module
  (memory 1)
  (table $table 40 funcref)

  ;; A load under a condition.
  ;; IR-LABEL: define hidden void @wf_0(
  ;; IR: select <16 x i1>
  ;; IR: ret void
  (func (param $x i32) (local $i i32) (local $v i32)
    (loop $on
      (i32.store8 offset=8192 (local.get $i)
        (if (result i32) (i32.gt_u (local.tee $v (i32.load8_u offset=256 (local.get $i))) (i32.and (local.get $x) (i32.const 255)))
          (then (local.get $v)) (else (i32.load8_u offset=4096 (local.get $i)))))
      (br_if $on (i32.ne (local.tee $i (i32.add (local.get $i) (i32.const 1))) (i32.const 2000)))))

  ;; A sum under two, in turns that are unrolled.
  ;; IR-LABEL: define hidden i32 @wf_1(
  ;; IR: phi <{{[0-9]+}} x i32>
  ;; IR: ret i32
  (func (result i32) (local $i i32) (local $s i32)
    (loop $on
      (if (i32.eq (i32.load8_u (local.get $i)) (i32.const 97)) (then
        (local.set $s (i32.add (local.get $s) (i32.eq (i32.load8_u offset=1 (local.get $i)) (i32.const 98))))))
      (if (i32.eq (i32.load8_u offset=1 (local.get $i)) (i32.const 97)) (then
        (local.set $s (i32.add (local.get $s) (i32.eq (i32.load8_u offset=2 (local.get $i)) (i32.const 98))))))
      (br_if $on (i32.ne (local.tee $i (i32.add (local.get $i) (i32.const 2))) (i32.const 2000))))
    (local.get $s))

  ;; Not an element of a table, nor a quotient.
  ;; IR-LABEL: define hidden void @wf_2(
  ;; IR-NOT: select i1 {{.*}}, ptr
  ;; IR: ret void
  (func (param $n i32) (local $i i32)
    (loop $on
      (i32.store8 offset=8192 (local.get $i)
        (if (result i32) (i32.lt_u (local.get $i) (table.size $table))
          (then (ref.is_null (table.get $table (local.get $i)))) (else (i32.const 2))))
      (br_if $on (i32.ne (local.tee $i (i32.add (local.get $i) (i32.const 1))) (i32.const 2000)))))
  ;; IR-LABEL: define hidden void @wf_3(
  ;; IR-NOT: udiv <
  ;; IR: ret void
  (func (local $i i32) (local $d i32)
    (loop $on
      (i32.store8 offset=8192 (local.get $i)
        (if (result i32) (local.tee $d (i32.load8_u (local.get $i)))
          (then (i32.div_u (i32.const 1000) (local.get $d))) (else (i32.const 2))))
      (br_if $on (i32.ne (local.tee $i (i32.add (local.get $i) (i32.const 1))) (i32.const 2000))))))
