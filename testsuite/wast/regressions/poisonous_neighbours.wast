;; Groups of accesses whose places are told by another group's, which is poison where its condition is false: a
;; second reader's programs. They went wrong at level 3 (compiler/optimize/range_check.cpp, findNeighbour()).
(module (memory 2 2)
 (func (export "sums") (param $m i32) (param $s i32) (result i32) (local $i i32) (local $q i32) (local $y i32) (local $acc i32) (local $c i32)
  (local.set $c (i32.add (i32.and (local.get $s) (i32.const 4095)) (i32.const 9000)))
  (local.set $m (i32.and (local.get $m) (i32.const 31)))
  (loop $o
   (local.set $y (i32.const 0))
   (loop $r
    (local.set $i (i32.const 0))
    (if (local.get $m) (then
    (loop $l
     (if (local.get $q) (then
      (local.set $acc (i32.add (local.get $acc) (i32.load8_u offset=64 (i32.add (i32.sub (i32.const 31) (i32.clz (local.get $q))) (local.get $i)))))))
     (i32.store8 offset=64 (i32.add (local.get $c) (local.get $i))
        (i32.add (i32.const 3) (i32.load8_u offset=64 (i32.add (local.get $c) (local.get $i)))))
     (local.set $i (i32.add (local.get $i) (i32.const 1)))
     (br_if $l (i32.lt_u (local.get $i) (local.get $m))))))
    (local.set $y (i32.add (local.get $y) (i32.const 1)))
    (br_if $r (i32.ne (local.get $y) (i32.add (i32.and (local.get $s) (i32.const 7)) (i32.const 1)))))
   (local.set $q (i32.add (local.get $q) (i32.const 1)))
   (br_if $o (i32.ne (local.get $q) (i32.const 2))))
  (i32.add (local.get $acc) (i32.load8_u offset=64 (local.get $c))))
 (func (export "quotients") (param $b i32) (param $c i32) (result i32) (local $i i32) (local $q i32) (local $t i32)
  (local.set $b (i32.add (i32.and (local.get $b) (i32.const 1023)) (i32.const 64)))
  (i32.store (local.get $c) (i32.const 0x01010101))
  (loop $o
   (local.set $i (i32.const 0))
   (loop $l
    (if (local.get $q) (then
      (i32.store8 offset=1 (i32.add (i32.ctz (local.get $q)) (local.get $i)) (i32.const 7))))
    (local.set $t (i32.load8_u (i32.add (local.get $c) (local.get $i))))
    (if (i32.and (local.get $t) (i32.const 1)) (then
    (i32.store8 offset=8 (i32.add (local.get $b) (local.get $i)) (i32.add (i32.div_u (i32.const 100) (local.get $t)) (i32.load8_u offset=8 (i32.add (local.get $b) (local.get $i)))))))
    (i32.store8 offset=3 (local.get $c) (i32.add (local.get $i) (i32.load8_u offset=3 (local.get $c))))
    (local.set $i (i32.add (local.get $i) (i32.const 1)))
    (br_if $l (i32.ne (local.get $i) (i32.const 16))))
   (local.set $q (i32.add (local.get $q) (i32.const 1)))
   (br_if $o (i32.lt_u (local.get $q) (i32.const 2))))
  (i32.load8_u offset=10 (local.get $b))))
(assert_return (invoke "sums" (i32.const 21) (i32.const 5)) (i32.const 36))
(assert_return (invoke "sums" (i32.const 7) (i32.const 3)) (i32.const 24))
(assert_return (invoke "quotients" (i32.const 100) (i32.const 4000)) (i32.const 200))
