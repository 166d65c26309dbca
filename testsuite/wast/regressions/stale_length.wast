;; With pages of one byte a guest's own check looks like a bounds check, but may compare with a length from before a
;; memory.grow, or with another number: the range check must find that it is not the memory's length.
(module
  (memory i64 1000 8000 (pagesize 1))
  ;; stale: the length from before a memory.grow
  (func (export "stale") (param $n i64) (result i64) (local $i i64) (local $len i64)
    (local.set $len (memory.size))
    (drop (memory.grow (i64.const 3000)))
    (loop $l
      (if (i64.ge_u (local.get $i) (local.get $len)) (then (unreachable)))
      (i32.store8 (local.get $i) (i32.const 1))
      (br_if $l (i64.lt_u (local.tee $i (i64.add (local.get $i) (i64.const 1))) (local.get $n))))
    (local.get $i)))
(assert_return (invoke "stale" (i64.const 900)) (i64.const 900))
(module
  (memory i64 1000 8000 (pagesize 1))
  (func (export "stale") (param $n i64) (result i64) (local $i i64) (local $len i64)
    (local.set $len (memory.size))
    (drop (memory.grow (i64.const 3000)))
    (loop $l
      (if (i64.ge_u (local.get $i) (local.get $len)) (then (unreachable)))
      (i32.store8 (local.get $i) (i32.const 1))
      (br_if $l (i64.lt_u (local.tee $i (i64.add (local.get $i) (i64.const 1))) (local.get $n))))
    (local.get $i)))
(assert_trap (invoke "stale" (i64.const 2000)) "unreachable")
;; a phi, one way of which is the length
(module
  (memory i64 1000 8000 (pagesize 1))
  (func (export "phi") (param $n i64) (param $c i32) (param $other i64) (result i64) (local $i i64) (local $len i64)
    (if (local.get $c) (then (local.set $len (memory.size))) (else (local.set $len (local.get $other))
       (drop (memory.grow (i64.const 10)))))
    (loop $l
      (if (i64.ge_u (local.get $i) (local.get $len)) (then (unreachable)))
      (i32.store8 (local.get $i) (i32.const 1))
      (br_if $l (i64.lt_u (local.tee $i (i64.add (local.get $i) (i64.const 1))) (local.get $n))))
    (local.get $i)))
(assert_trap (invoke "phi" (i64.const 900) (i32.const 0) (i64.const 500)) "unreachable")
(assert_return (invoke "phi" (i64.const 900) (i32.const 1) (i64.const 500)) (i64.const 900))
(assert_trap (invoke "phi" (i64.const 1011) (i32.const 1) (i64.const 500)) "unreachable")
