;; A reference is stored in a loop over vectors: it has no bits to count (wide_turns.cpp, planWidth()).
(module
  (memory 1)
  (table $t 16 funcref)
  (func $f) (global $g (mut funcref) (ref.null func))
  (elem declare func $f)
  (func (export "references") (param $n i32) (result i32) (local $i i32) (local $r funcref)
    (local.set $r (ref.func $f))
    (loop $on
      (v128.store offset=4096 (local.get $i) (i32x4.add (v128.load (local.get $i)) (i32x4.splat (local.get $i))))
      (global.set $g (local.get $r)) (local.set $r (select (result funcref) (ref.null func) (local.get $r) (i32.and (local.get $i) (i32.const 16))))
      (br_if $on (i32.ne (local.tee $i (i32.add (local.get $i) (i32.const 16))) (local.get $n))))
    (i32.add (i32.load offset=4096 (i32.sub (local.get $n) (i32.const 16))) (ref.is_null (global.get $g)))))
(assert_return (invoke "references" (i32.const 16)) (i32.const 0))
(assert_return (invoke "references" (i32.const 32)) (i32.const 16))
(assert_return (invoke "references" (i32.const 160)) (i32.const 145))
