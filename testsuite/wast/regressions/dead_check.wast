;; A guest's own comparison with the length of its memory, of a value that is linear in the iteration although a
;; load stands in it: the fast copy goes without the comparison, and without the load, which nothing uses then.
;; The compiler once told LLVM of the place of that load when it was gone; it died of that, or not, as memory
;; happened to be used (valgrind always saw it).
(module
  (memory i64 4096 4096 (pagesize 1))
  (func (export "f") (param $a i64) (param $b i64) (param $n i64) (result i64) (local $i i64) (local $x i64)
    (loop $next
      (local.set $x (i64.load8_u (i64.add (local.get $b) (local.get $i))))
      (if (i64.ge_u
            (i64.sub (i64.mul (i64.add (local.get $x) (local.get $i)) (i64.const 3))
                     (i64.add (i64.mul (local.get $x) (i64.const 3)) (i64.mul (local.get $i) (i64.const 2))))
            (memory.size))
        (then unreachable))
      (i64.store (local.get $a)
        (i64.add (i64.load (local.get $a))
                 (i64.load offset=8 (i64.add (local.get $b) (i64.shl (local.get $i) (i64.const 3))))))
      (local.set $i (i64.add (local.get $i) (i64.const 1)))
      (br_if $next (i64.lt_u (local.get $i) (local.get $n))))
    (local.get $i))
  (func (export "g") (param $to i64) (param $from i64) (param $n i64) (result i64)
    (local $i i64) (local $j i64) (local $x i64)
    (loop $rows
      (local.set $j (i64.const 0))
      (loop $columns
        (local.set $x (i64.load8_u (i64.add (local.get $from) (local.get $j))))
        (if (i64.ge_u
              (i64.sub (i64.mul (i64.add (local.get $x) (local.get $j)) (i64.const 3))
                       (i64.add (i64.mul (local.get $x) (i64.const 3)) (i64.mul (local.get $j) (i64.const 2))))
              (memory.size))
          (then unreachable))
        (i64.store8 (i64.add (local.get $to) (local.get $j))
          (i64.add (i64.load8_u (i64.add (local.get $to) (local.get $j)))
                   (i64.load8_u (i64.add (local.get $from) (i64.add (local.get $i) (local.get $j))))))
        (local.set $j (i64.add (local.get $j) (i64.const 1)))
        (br_if $columns (i64.lt_u (local.get $j) (local.get $n))))
      (local.set $i (i64.add (local.get $i) (i64.const 1)))
      (br_if $rows (i64.lt_u (local.get $i) (i64.const 9))))
    (i64.load (local.get $to)))
  (data (i64.const 100) "\01\02\03\04\05\06\07\08\09\0a\0b\0c\0d\0e\0f\10\11\12\13\14\15\16\17\18"))

(assert_return (invoke "f" (i64.const 3000) (i64.const 8) (i64.const 50)) (i64.const 50))
(assert_return (invoke "f" (i64.const 3000) (i64.const 8) (i64.const 380)) (i64.const 380))
(assert_trap (invoke "f" (i64.const 3000) (i64.const 8) (i64.const 600)) "out of bounds memory access")
(assert_return (invoke "g" (i64.const 3200) (i64.const 100) (i64.const 12)) (i64.const 0x6c635a51483f362d))
(assert_return (invoke "g" (i64.const 101) (i64.const 100) (i64.const 12)) (i64.const 0x58f811ad7cd55c99))
(assert_trap (invoke "g" (i64.const 4090) (i64.const 100) (i64.const 12)) "out of bounds memory access")
