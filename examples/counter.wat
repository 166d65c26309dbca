;; One of the guests of examples/two_modules.cpp.
(module
  (import "env" "log" (func $log (param i32)))
  (memory (export "memory") 1)
  (global $count (mut i64) (i64.const 0))
  (func (export "count") (result i64 f64)
    (global.set $count (i64.add (global.get $count) (i64.const 1)))
    (i64.store (i32.const 8) (global.get $count))
    (call $log (i32.wrap_i64 (global.get $count)))
    (global.get $count)
    (f64.div (f64.const 1) (f64.convert_i64_s (global.get $count)))))
