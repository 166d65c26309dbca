;; Rows that begin where the row before did not, each unrolled behind what makes the rest even, or not: that the
;; rest is even is known to the check only. The results are V8's.
(module
  (memory (export "memory") 1)
  (func (export "rows") (param $a i32) (param $n i32) (param $front i32) (local $i i32) (local $j i32) (local $row i32) (local $at i32)
    (loop $rows
      (local.set $j (local.get $i))
      (local.set $row (i32.add (local.get $a) (i32.shl (local.get $i) (i32.const 8))))
      (if (i32.and (i32.sub (local.get $n) (local.get $i)) (local.get $front))
        (then
          (local.set $at (i32.add (local.get $row) (i32.shl (local.get $j) (i32.const 3))))
          (i64.store (local.get $at) (i64.add (i64.mul (i64.load (local.get $at)) (i64.const 3)) (i64.const 5)))
          (local.set $j (i32.add (local.get $j) (i32.const 1)))))
      (if (i32.lt_u (local.get $j) (local.get $n))
        (then
          (loop $columns
            (local.set $at (i32.add (local.get $row) (i32.shl (local.get $j) (i32.const 3))))
            (i64.store (local.get $at) (i64.add (i64.mul (i64.load (local.get $at)) (i64.const 3)) (i64.const 5)))
            (local.set $at (i32.add (local.get $at) (i32.const 8)))
            (i64.store (local.get $at) (i64.add (i64.mul (i64.load (local.get $at)) (i64.const 3)) (i64.const 5)))
            (local.set $j (i32.add (local.get $j) (i32.const 2)))
            (br_if $columns (i32.ne (local.get $j) (local.get $n))))))
      (local.set $i (i32.add (local.get $i) (i32.const 1)))
      (br_if $rows (i32.lt_u (local.get $i) (local.get $n)))))
  (func (export "hash") (result i64) (local $at i32) (local $hash i64)
    (loop $next
      (local.set $hash (i64.add (i64.mul (local.get $hash) (i64.const 31)) (i64.load (local.get $at))))
      (local.set $at (i32.add (local.get $at) (i32.const 8)))
      (br_if $next (i32.lt_u (local.get $at) (i32.const 65536))))
    (local.get $hash)))
;; Whole rows.
(assert_return (invoke "rows" (i32.const 1024) (i32.const 24) (i32.const 1)))
(assert_return (invoke "hash") (i64.const -7505648856475348036))
(assert_return (invoke "rows" (i32.const 1024) (i32.const 31) (i32.const 1)))
(assert_return (invoke "hash") (i64.const 3641065702095758564))
(assert_return (invoke "rows" (i32.const 0) (i32.const 1) (i32.const 1)))
(assert_return (invoke "hash") (i64.const -8421224517933199297))
;; No row has anything.
(assert_return (invoke "rows" (i32.const 2048) (i32.const 0) (i32.const 1)))
(assert_return (invoke "hash") (i64.const -8421224517933199297))
;; The last row ends with the memory, and eight bytes behind.
(assert_return (invoke "rows" (i32.const 60248) (i32.const 21) (i32.const 1)))
(assert_return (invoke "hash") (i64.const -5696203790232664970))
(assert_trap (invoke "rows" (i32.const 60256) (i32.const 21) (i32.const 1)) "out of bounds memory access")
(assert_return (invoke "hash") (i64.const -7077162568762972440))
;; The first row begins below 0, which is far behind the end.
(assert_trap (invoke "rows" (i32.const -16) (i32.const 12) (i32.const 1)) "out of bounds memory access")
(assert_return (invoke "hash") (i64.const -7077162568762972440))
;; Nothing in front: the first row is even, the second runs past its end until it traps.
(assert_trap (invoke "rows" (i32.const 4096) (i32.const 16) (i32.const 0)) "out of bounds memory access")
(assert_return (invoke "hash") (i64.const 5159494919846745657))
;; The first row already does.
(assert_trap (invoke "rows" (i32.const 8192) (i32.const 17) (i32.const 0)) "out of bounds memory access")
(assert_return (invoke "hash") (i64.const -3456233228002898573))
