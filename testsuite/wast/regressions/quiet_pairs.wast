;; x * 1.0 must make a NaN quiet. LLVM 22 died of doing that for two f32s at once on x86-64, which is
;; what a loop over f32s and f64s becomes, and for any vector of variable length on riscv64.
(module
  (memory (export "memory") 1)
  (data (i32.const 0) "\00\00\80\3f" "\00\00\a0\7f" "\00\00\00\80" "\01\00\00\00" "\00\00\a0\ff")
  (func (export "promote") (param $n i32) (local $i i32)
    (loop $next
      (f64.store offset=4096 (i32.shl (local.get $i) (i32.const 3))
        (f64.promote_f32 (f32.mul (f32.load (i32.shl (local.get $i) (i32.const 2))) (f32.const 1))))
      (local.set $i (i32.add (local.get $i) (i32.const 1)))
      (br_if $next (i32.lt_u (local.get $i) (local.get $n)))))
  (func (export "at") (param i32) (result i64) (i64.load offset=4096 (i32.shl (local.get 0) (i32.const 3))))
  (func (export "number") (param i32) (result f64) (f64.load offset=4096 (i32.shl (local.get 0) (i32.const 3))))
)
(invoke "promote" (i32.const 400))
(assert_return (invoke "at" (i32.const 0)) (i64.const 0x3ff0000000000000))
(assert_return (invoke "number" (i32.const 1)) (f64.const nan:arithmetic))
(assert_return (invoke "at" (i32.const 2)) (i64.const 0x8000000000000000))
(assert_return (invoke "at" (i32.const 3)) (i64.const 0x36a0000000000000))
(assert_return (invoke "number" (i32.const 4)) (f64.const nan:arithmetic))
(assert_return (invoke "at" (i32.const 5)) (i64.const 0))
