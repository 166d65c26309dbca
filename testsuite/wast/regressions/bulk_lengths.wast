;; memory.copy and memory.fill go other ways by length and by the distance of source and destination:
;; every length to 300 and around the bounds of the long ways, at distances on both sides of every
;; bound, forwards and backwards. The bytes around must stay.
(module
  (memory 1)

  ;; What is at an address before anything is copied.
  (func $pattern (param $at i32) (result i32)
    (i32.and (i32.const 255)
             (i32.xor (i32.mul (local.get $at) (i32.const 37))
                      (i32.shr_u (i32.mul (local.get $at) (i32.const 25117)) (i32.const 9)))))

  (func $prepare (param $end i32)
    (local $at i32)
    (loop $next
      (i32.store8 (local.get $at) (call $pattern (local.get $at)))
      (br_if $next (i32.lt_u (local.tee $at (i32.add (local.get $at) (i32.const 1)))
                             (local.get $end)))))

  ;; How many bytes below $end are wrong.
  (func $copied (param $to i32) (param $from i32) (param $length i32) (param $end i32) (result i32)
    (local $at i32) (local $wrong i32) (local $source i32)
    (call $prepare (local.get $end))
    (memory.copy (local.get $to) (local.get $from) (local.get $length))
    (loop $next
      (local.set $source (local.get $at))
      (if (i32.lt_u (i32.sub (local.get $at) (local.get $to)) (local.get $length))
        (then (local.set $source (i32.add (i32.sub (local.get $at) (local.get $to)) (local.get $from)))))
      (local.set $wrong (i32.add (local.get $wrong)
                                 (i32.ne (i32.load8_u (local.get $at)) (call $pattern (local.get $source)))))
      (br_if $next (i32.lt_u (local.tee $at (i32.add (local.get $at) (i32.const 1)))
                             (local.get $end))))
    (local.get $wrong))

  (func $filled (param $to i32) (param $length i32) (param $end i32) (result i32)
    (local $at i32) (local $wrong i32) (local $expected i32)
    (call $prepare (local.get $end))
    (memory.fill (local.get $to) (i32.const 0x1a5) (local.get $length))
    (loop $next
      (local.set $expected (call $pattern (local.get $at)))
      (if (i32.lt_u (i32.sub (local.get $at) (local.get $to)) (local.get $length))
        (then (local.set $expected (i32.const 0xa5))))
      (local.set $wrong (i32.add (local.get $wrong)
                                 (i32.ne (i32.load8_u (local.get $at)) (local.get $expected))))
      (br_if $next (i32.lt_u (local.tee $at (i32.add (local.get $at) (i32.const 1)))
                             (local.get $end))))
    (local.get $wrong))

  ;; All lengths from $first to $last, to and from places that are $distance apart.
  (func (export "copy") (param $first i32) (param $last i32) (param $distance i32) (result i32)
    (local $wrong i32) (local $end i32)
    (loop $next
      (local.set $end (i32.add (i32.add (local.get $first) (local.get $distance)) (i32.const 80)))
      (local.set $wrong (i32.add (local.get $wrong)
        (i32.add (call $copied (i32.const 37) (i32.add (i32.const 37) (local.get $distance))
                               (local.get $first) (local.get $end))
                 (call $copied (i32.add (i32.const 41) (local.get $distance)) (i32.const 41)
                               (local.get $first) (local.get $end)))))
      (br_if $next (i32.le_u (local.tee $first (i32.add (local.get $first) (i32.const 1)))
                             (local.get $last))))
    (local.get $wrong))

  (func (export "fill") (param $first i32) (param $last i32) (result i32)
    (local $wrong i32)
    (loop $next
      (local.set $wrong (i32.add (local.get $wrong)
        (call $filled (i32.const 37) (local.get $first) (i32.add (local.get $first) (i32.const 80)))))
      (br_if $next (i32.le_u (local.tee $first (i32.add (local.get $first) (i32.const 1)))
                             (local.get $last))))
    (local.get $wrong)))

(assert_return (invoke "copy" (i32.const 0) (i32.const 300) (i32.const 0)) (i32.const 0))
(assert_return (invoke "copy" (i32.const 0) (i32.const 300) (i32.const 1)) (i32.const 0))
(assert_return (invoke "copy" (i32.const 0) (i32.const 300) (i32.const 3)) (i32.const 0))
(assert_return (invoke "copy" (i32.const 0) (i32.const 300) (i32.const 7)) (i32.const 0))
(assert_return (invoke "copy" (i32.const 0) (i32.const 300) (i32.const 8)) (i32.const 0))
(assert_return (invoke "copy" (i32.const 0) (i32.const 300) (i32.const 15)) (i32.const 0))
(assert_return (invoke "copy" (i32.const 0) (i32.const 300) (i32.const 16)) (i32.const 0))
(assert_return (invoke "copy" (i32.const 0) (i32.const 300) (i32.const 17)) (i32.const 0))
(assert_return (invoke "copy" (i32.const 0) (i32.const 300) (i32.const 31)) (i32.const 0))
(assert_return (invoke "copy" (i32.const 0) (i32.const 300) (i32.const 33)) (i32.const 0))
(assert_return (invoke "copy" (i32.const 0) (i32.const 300) (i32.const 63)) (i32.const 0))
(assert_return (invoke "copy" (i32.const 0) (i32.const 300) (i32.const 64)) (i32.const 0))
(assert_return (invoke "copy" (i32.const 0) (i32.const 300) (i32.const 65)) (i32.const 0))
(assert_return (invoke "copy" (i32.const 0) (i32.const 300) (i32.const 100)) (i32.const 0))
(assert_return (invoke "copy" (i32.const 0) (i32.const 300) (i32.const 127)) (i32.const 0))
(assert_return (invoke "copy" (i32.const 0) (i32.const 300) (i32.const 129)) (i32.const 0))
(assert_return (invoke "copy" (i32.const 0) (i32.const 300) (i32.const 1000)) (i32.const 0))
(assert_return (invoke "copy" (i32.const 2040) (i32.const 2056) (i32.const 1)) (i32.const 0))
(assert_return (invoke "copy" (i32.const 2040) (i32.const 2056) (i32.const 17)) (i32.const 0))
(assert_return (invoke "copy" (i32.const 2040) (i32.const 2056) (i32.const 63)) (i32.const 0))
(assert_return (invoke "copy" (i32.const 2040) (i32.const 2056) (i32.const 64)) (i32.const 0))
(assert_return (invoke "copy" (i32.const 2040) (i32.const 2056) (i32.const 65)) (i32.const 0))
(assert_return (invoke "copy" (i32.const 2040) (i32.const 2056) (i32.const 1000)) (i32.const 0))
(assert_return (invoke "copy" (i32.const 2040) (i32.const 2056) (i32.const 3000)) (i32.const 0))
(assert_return (invoke "copy" (i32.const 20001) (i32.const 20003) (i32.const 17)) (i32.const 0))
(assert_return (invoke "fill" (i32.const 0) (i32.const 300)) (i32.const 0))
(assert_return (invoke "fill" (i32.const 2040) (i32.const 2056)) (i32.const 0))
