;; With pages of one byte and 64-bit indices memory.size is the length that a bounds check compares with. A branch of
;; the guest's own that compares so, and leads into the loop around, is no bounds check: taken for one, the fast copy
;; of the other inner loop wrote far beyond the memory.
(module
  (memory (export "m") i64 1000 4000 (pagesize 1))
  (func (export "f") (param $val i32) (param $n i64) (param $s i64) (param $stop i64) (result i64)
    (local $j i64) (local $i0 i64) (local $i i64) (local $i2 i64) (local $len i64)
    (local.set $j (i64.const 0x200000))
    (local.set $i0 (i64.const 65536))
    (local.set $len (memory.size))
    (block $R
      (loop $outer
        (local.set $i (local.get $i0))
        (block $X
          (loop $inner
            (br_if $X (i64.ge_u (local.get $i) (local.get $len)))
            (local.set $i2 (local.get $s))
            (block $done
            (loop $two
              (i32.store8 (local.get $i2) (local.get $val))
              (br_if $done (i64.eq (local.get $i2) (local.get $stop)))
              (br_if $two (i64.le_u (local.get $i2) (local.get $j) (local.set $i2 (i64.add (local.get $i2) (i64.const 1)))))))
            (local.set $i (i64.add (local.get $i) (i64.const 1)))
            (br_if $inner (i64.ne (local.get $i) (local.get $n))))
          (br $R))
        (br_if $R (i64.eq (local.get $i) (i64.sub (local.get $n) (i64.const 1))))
        (drop (memory.grow (i64.const 0)))
        (local.set $j (i64.add (local.get $j) (i64.const -0x200001)))
        (local.set $i0 (i64.const 0))
        (br $outer)))
    (local.get $i))
  (func (export "grow") (result i64) (memory.grow (i64.const 3000)))
  (func (export "load") (param i64) (result i32) (i32.load8_u (local.get 0))))
(assert_trap (invoke "f" (i32.const 1) (i64.const 4) (i64.const 990) (i64.const 3500)) "out of bounds memory access")
(assert_return (invoke "grow") (i64.const 1000))
(assert_return (invoke "load" (i64.const 999)) (i32.const 1))
(assert_return (invoke "load" (i64.const 1000)) (i32.const 0))
(assert_return (invoke "load" (i64.const 3500)) (i32.const 0))
(module
  (memory (export "m") i64 1000 4000 (pagesize 1))
  (func (export "f") (param $val i32) (param $n i64) (param $s i64) (param $stop i64) (result i64)
    (local $j i64) (local $i0 i64) (local $i i64) (local $i2 i64) (local $len i64)
    (local.set $j (i64.const 0x200000))
    (local.set $i0 (i64.const 65536))
    (local.set $len (memory.size))
    (block $R
      (loop $outer
        (local.set $i (local.get $i0))
        (block $X
          (loop $inner
            (br_if $X (i64.ge_u (local.get $i) (local.get $len)))
            (local.set $i2 (local.get $s))
            (block $done
            (loop $two
              (i32.store8 (local.get $i2) (local.get $val))
              (br_if $done (i64.eq (local.get $i2) (local.get $stop)))
              (br_if $two (i64.le_u (local.get $i2) (local.get $j) (local.set $i2 (i64.add (local.get $i2) (i64.const 0x400000)))))))
            (local.set $i (i64.add (local.get $i) (i64.const 1)))
            (br_if $inner (i64.ne (local.get $i) (local.get $n))))
          (br $R))
        (br_if $R (i64.eq (local.get $i) (i64.sub (local.get $n) (i64.const 1))))
        (drop (memory.grow (i64.const 0)))
        (local.set $j (i64.add (local.get $j) (i64.const -0x200001)))
        (local.set $i0 (i64.const 0))
        (br $outer)))
    (local.get $i))
  (func (export "grow") (result i64) (memory.grow (i64.const 3000)))
  (func (export "load") (param i64) (result i32) (i32.load8_u (local.get 0))))
(assert_trap (invoke "f" (i32.const 1) (i64.const 4) (i64.const 990) (i64.const 12582912990)) "out of bounds memory access")
(assert_return (invoke "load" (i64.const 999)) (i32.const 0))
