;; Places made of computations whose flags a condition has given, which scalar evolution believes where it does not hold:
;; a reader's programs (compiler/optimize/poison.cpp).
(module (memory (export "memory") 2 2)
 (func $rec (param i32) (result i32) (if (result i32) (i32.le_u (local.get 0) (i32.const 1)) (then (i32.const 1)) (else (i32.add (call $rec (i32.sub (local.get 0) (i32.const 1))) (call $rec (i32.shr_u (local.get 0) (i32.const 1)))))))
 (func (export "f") (param $c i32) (param $x i32) (param $n i32) (param $k i32) (result i32)
  (local $i i32) (local $q i32) (local $t i32) (local $acc i32)
  (loop $o
  (local.set $i (i32.const 0))
  (loop $l
    (local.set $t (i32.load8_u (i32.add (local.get $c) (local.get $i))))
    (if (i32.and (local.get $t) (i32.const 1)) (then
      (if (i32.lt_u (local.get $x) (i32.const 256)) (then
        (local.set $acc (i32.add (local.get $acc) (i32.load8_u (i32.add (i32.sub (i32.clz (local.get $x)) (local.get $q)) (local.get $i)))))))))
    (i32.store8 (i32.add (local.get $c) (local.get $i)) (i32.add (local.get $t) (i32.const 1)))
    (local.set $i (i32.add (local.get $i) (i32.const 1)))
    (br_if $l (i32.lt_u (local.get $i) (local.get $n))))
  (local.set $acc (i32.add (local.get $acc) (call $rec (i32.and (local.get $q) (i32.const 3)))))
  (local.set $q (i32.add (local.get $q) (i32.const 1)))
  (br_if $o (i32.lt_u (local.get $q) (i32.const 20))))
  (local.get $acc)))
(assert_return (invoke "f" (i32.const 1000) (i32.const -60) (i32.const 100) (i32.const 1)) (i32.const 35))
(module (memory (export "memory") i64 2 2)
 (func (export "f") (param $c i64) (param $y i64) (param $n i32) (param $k i32) (result i32)
  (local $i i64) (local $t i32) (local $acc i32) (local $e i64)
  (local.set $e (i64.extend_i32_u (i32.and (local.get $n) (i32.const 127))))
  (if (i64.ne (local.get $e) (i64.const 0)) (then
  (loop $l
    (local.set $t (i32.load8_u (i64.add (local.get $c) (local.get $i))))
    (if (i32.and (local.get $t) (i32.const 1)) (then
      (if (i64.le_u (local.get $y) (i64.const 4096)) (then
        (local.set $acc (i32.add (local.get $acc) (i32.load8_u (i64.add (local.get $i) (select (i64.sub (i64.const 4096) (local.get $y)) (i64.const 0) (local.get $k))))))))))
    (i32.store8 (i64.add (local.get $c) (local.get $i)) (i32.add (local.get $t) (i32.const 1)))
    (local.set $i (i64.add (local.get $i) (i64.const 1)))
    (br_if $l (i64.lt_u (local.get $i) (local.get $e))))))
  (local.get $acc)))
(assert_return (invoke "f" (i64.const 1000) (i64.const 9223372036854779914) (i32.const 100) (i32.const 1)) (i32.const 0))
(assert_return (invoke "f" (i64.const 1000) (i64.const 4000) (i32.const 100) (i32.const 1)) (i32.const 0))
