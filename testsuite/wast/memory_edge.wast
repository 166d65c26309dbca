;; Written by generate.py. Change it there.

;; Accesses that end with the memory's last byte; the page behind it is inaccessible,
;; so that an access made wider than the program says would trap.


(module
  (memory 1 1)
  (data (i32.const 65532) "\81\82\83\84")
  (func (export "load") (param i32) (result i32) (i32.load (local.get 0)))
  (func (export "constant") (result i32) (i32.load (i32.const 65532))))
(assert_return (invoke "load" (i32.const 65532)) (i32.const 2223211137))
(assert_return (invoke "constant") (i32.const 2223211137))
(assert_trap (invoke "load" (i32.const 65533)) "out of bounds memory access")

(module
  (memory 1 1)
  (data (i32.const 65528) "\81\82\83\84\85\86\87\88")
  (func (export "load") (param i32) (result i64) (i64.load (local.get 0)))
  (func (export "constant") (result i64) (i64.load (i32.const 65528))))
(assert_return (invoke "load" (i32.const 65528)) (i64.const 9837979819026121345))
(assert_return (invoke "constant") (i64.const 9837979819026121345))
(assert_trap (invoke "load" (i32.const 65529)) "out of bounds memory access")

(module
  (memory 1 1)
  (data (i32.const 65532) "\81\82\83\84")
  (func (export "load") (param i32) (result i32) (i32.reinterpret_f32 (f32.load (local.get 0))))
  (func (export "constant") (result i32) (i32.reinterpret_f32 (f32.load (i32.const 65532)))))
(assert_return (invoke "load" (i32.const 65532)) (i32.const 0x84838281))
(assert_return (invoke "constant") (i32.const 0x84838281))
(assert_trap (invoke "load" (i32.const 65533)) "out of bounds memory access")

(module
  (memory 1 1)
  (data (i32.const 65528) "\81\82\83\84\85\86\87\88")
  (func (export "load") (param i32) (result i64) (i64.reinterpret_f64 (f64.load (local.get 0))))
  (func (export "constant") (result i64) (i64.reinterpret_f64 (f64.load (i32.const 65528)))))
(assert_return (invoke "load" (i32.const 65528)) (i64.const 0x8887868584838281))
(assert_return (invoke "constant") (i64.const 0x8887868584838281))
(assert_trap (invoke "load" (i32.const 65529)) "out of bounds memory access")

(module
  (memory 1 1)
  (data (i32.const 65535) "\81")
  (func (export "load") (param i32) (result i32) (i32.load8_s (local.get 0)))
  (func (export "constant") (result i32) (i32.load8_s (i32.const 65535))))
(assert_return (invoke "load" (i32.const 65535)) (i32.const -127))
(assert_return (invoke "constant") (i32.const -127))
(assert_trap (invoke "load" (i32.const 65536)) "out of bounds memory access")

(module
  (memory 1 1)
  (data (i32.const 65535) "\81")
  (func (export "load") (param i32) (result i32) (i32.load8_u (local.get 0)))
  (func (export "constant") (result i32) (i32.load8_u (i32.const 65535))))
(assert_return (invoke "load" (i32.const 65535)) (i32.const 129))
(assert_return (invoke "constant") (i32.const 129))
(assert_trap (invoke "load" (i32.const 65536)) "out of bounds memory access")

(module
  (memory 1 1)
  (data (i32.const 65534) "\81\82")
  (func (export "load") (param i32) (result i32) (i32.load16_s (local.get 0)))
  (func (export "constant") (result i32) (i32.load16_s (i32.const 65534))))
(assert_return (invoke "load" (i32.const 65534)) (i32.const -32127))
(assert_return (invoke "constant") (i32.const -32127))
(assert_trap (invoke "load" (i32.const 65535)) "out of bounds memory access")

(module
  (memory 1 1)
  (data (i32.const 65534) "\81\82")
  (func (export "load") (param i32) (result i32) (i32.load16_u (local.get 0)))
  (func (export "constant") (result i32) (i32.load16_u (i32.const 65534))))
(assert_return (invoke "load" (i32.const 65534)) (i32.const 33409))
(assert_return (invoke "constant") (i32.const 33409))
(assert_trap (invoke "load" (i32.const 65535)) "out of bounds memory access")

(module
  (memory 1 1)
  (data (i32.const 65535) "\81")
  (func (export "load") (param i32) (result i64) (i64.load8_s (local.get 0)))
  (func (export "constant") (result i64) (i64.load8_s (i32.const 65535))))
(assert_return (invoke "load" (i32.const 65535)) (i64.const -127))
(assert_return (invoke "constant") (i64.const -127))
(assert_trap (invoke "load" (i32.const 65536)) "out of bounds memory access")

(module
  (memory 1 1)
  (data (i32.const 65535) "\81")
  (func (export "load") (param i32) (result i64) (i64.load8_u (local.get 0)))
  (func (export "constant") (result i64) (i64.load8_u (i32.const 65535))))
(assert_return (invoke "load" (i32.const 65535)) (i64.const 129))
(assert_return (invoke "constant") (i64.const 129))
(assert_trap (invoke "load" (i32.const 65536)) "out of bounds memory access")

(module
  (memory 1 1)
  (data (i32.const 65534) "\81\82")
  (func (export "load") (param i32) (result i64) (i64.load16_s (local.get 0)))
  (func (export "constant") (result i64) (i64.load16_s (i32.const 65534))))
(assert_return (invoke "load" (i32.const 65534)) (i64.const -32127))
(assert_return (invoke "constant") (i64.const -32127))
(assert_trap (invoke "load" (i32.const 65535)) "out of bounds memory access")

(module
  (memory 1 1)
  (data (i32.const 65534) "\81\82")
  (func (export "load") (param i32) (result i64) (i64.load16_u (local.get 0)))
  (func (export "constant") (result i64) (i64.load16_u (i32.const 65534))))
(assert_return (invoke "load" (i32.const 65534)) (i64.const 33409))
(assert_return (invoke "constant") (i64.const 33409))
(assert_trap (invoke "load" (i32.const 65535)) "out of bounds memory access")

(module
  (memory 1 1)
  (data (i32.const 65532) "\81\82\83\84")
  (func (export "load") (param i32) (result i64) (i64.load32_s (local.get 0)))
  (func (export "constant") (result i64) (i64.load32_s (i32.const 65532))))
(assert_return (invoke "load" (i32.const 65532)) (i64.const -2071756159))
(assert_return (invoke "constant") (i64.const -2071756159))
(assert_trap (invoke "load" (i32.const 65533)) "out of bounds memory access")

(module
  (memory 1 1)
  (data (i32.const 65532) "\81\82\83\84")
  (func (export "load") (param i32) (result i64) (i64.load32_u (local.get 0)))
  (func (export "constant") (result i64) (i64.load32_u (i32.const 65532))))
(assert_return (invoke "load" (i32.const 65532)) (i64.const 2223211137))
(assert_return (invoke "constant") (i64.const 2223211137))
(assert_trap (invoke "load" (i32.const 65533)) "out of bounds memory access")

(module
  (memory 1 1)
  (data (i32.const 65520) "\81\82\83\84\85\86\87\88\89\8a\8b\8c\8d\8e\8f\90")
  (func (export "load") (param i32) (result v128) (v128.load (local.get 0)))
  (func (export "constant") (result v128) (v128.load (i32.const 65520))))
(assert_return (invoke "load" (i32.const 65520)) (v128.const i8x16 129 130 131 132 133 134 135 136 137 138 139 140 141 142 143 144))
(assert_return (invoke "constant") (v128.const i8x16 129 130 131 132 133 134 135 136 137 138 139 140 141 142 143 144))
(assert_trap (invoke "load" (i32.const 65521)) "out of bounds memory access")

(module
  (memory 1 1)
  (data (i32.const 65528) "\81\82\83\84\85\86\87\88")
  (func (export "load") (param i32) (result v128) (v128.load8x8_s (local.get 0)))
  (func (export "constant") (result v128) (v128.load8x8_s (i32.const 65528))))
(assert_return (invoke "load" (i32.const 65528)) (v128.const i16x8 -127 -126 -125 -124 -123 -122 -121 -120))
(assert_return (invoke "constant") (v128.const i16x8 -127 -126 -125 -124 -123 -122 -121 -120))
(assert_trap (invoke "load" (i32.const 65529)) "out of bounds memory access")

(module
  (memory 1 1)
  (data (i32.const 65528) "\81\82\83\84\85\86\87\88")
  (func (export "load") (param i32) (result v128) (v128.load8x8_u (local.get 0)))
  (func (export "constant") (result v128) (v128.load8x8_u (i32.const 65528))))
(assert_return (invoke "load" (i32.const 65528)) (v128.const i16x8 129 130 131 132 133 134 135 136))
(assert_return (invoke "constant") (v128.const i16x8 129 130 131 132 133 134 135 136))
(assert_trap (invoke "load" (i32.const 65529)) "out of bounds memory access")

(module
  (memory 1 1)
  (data (i32.const 65528) "\81\82\83\84\85\86\87\88")
  (func (export "load") (param i32) (result v128) (v128.load16x4_s (local.get 0)))
  (func (export "constant") (result v128) (v128.load16x4_s (i32.const 65528))))
(assert_return (invoke "load" (i32.const 65528)) (v128.const i32x4 -32127 -31613 -31099 -30585))
(assert_return (invoke "constant") (v128.const i32x4 -32127 -31613 -31099 -30585))
(assert_trap (invoke "load" (i32.const 65529)) "out of bounds memory access")

(module
  (memory 1 1)
  (data (i32.const 65528) "\81\82\83\84\85\86\87\88")
  (func (export "load") (param i32) (result v128) (v128.load16x4_u (local.get 0)))
  (func (export "constant") (result v128) (v128.load16x4_u (i32.const 65528))))
(assert_return (invoke "load" (i32.const 65528)) (v128.const i32x4 33409 33923 34437 34951))
(assert_return (invoke "constant") (v128.const i32x4 33409 33923 34437 34951))
(assert_trap (invoke "load" (i32.const 65529)) "out of bounds memory access")

(module
  (memory 1 1)
  (data (i32.const 65528) "\81\82\83\84\85\86\87\88")
  (func (export "load") (param i32) (result v128) (v128.load32x2_s (local.get 0)))
  (func (export "constant") (result v128) (v128.load32x2_s (i32.const 65528))))
(assert_return (invoke "load" (i32.const 65528)) (v128.const i64x2 -2071756159 -2004384123))
(assert_return (invoke "constant") (v128.const i64x2 -2071756159 -2004384123))
(assert_trap (invoke "load" (i32.const 65529)) "out of bounds memory access")

(module
  (memory 1 1)
  (data (i32.const 65528) "\81\82\83\84\85\86\87\88")
  (func (export "load") (param i32) (result v128) (v128.load32x2_u (local.get 0)))
  (func (export "constant") (result v128) (v128.load32x2_u (i32.const 65528))))
(assert_return (invoke "load" (i32.const 65528)) (v128.const i64x2 2223211137 2290583173))
(assert_return (invoke "constant") (v128.const i64x2 2223211137 2290583173))
(assert_trap (invoke "load" (i32.const 65529)) "out of bounds memory access")

(module
  (memory 1 1)
  (data (i32.const 65535) "\81")
  (func (export "load") (param i32) (result v128) (v128.load8_splat (local.get 0)))
  (func (export "constant") (result v128) (v128.load8_splat (i32.const 65535))))
(assert_return (invoke "load" (i32.const 65535)) (v128.const i8x16 129 129 129 129 129 129 129 129 129 129 129 129 129 129 129 129))
(assert_return (invoke "constant") (v128.const i8x16 129 129 129 129 129 129 129 129 129 129 129 129 129 129 129 129))
(assert_trap (invoke "load" (i32.const 65536)) "out of bounds memory access")

(module
  (memory 1 1)
  (data (i32.const 65534) "\81\82")
  (func (export "load") (param i32) (result v128) (v128.load16_splat (local.get 0)))
  (func (export "constant") (result v128) (v128.load16_splat (i32.const 65534))))
(assert_return (invoke "load" (i32.const 65534)) (v128.const i8x16 129 130 129 130 129 130 129 130 129 130 129 130 129 130 129 130))
(assert_return (invoke "constant") (v128.const i8x16 129 130 129 130 129 130 129 130 129 130 129 130 129 130 129 130))
(assert_trap (invoke "load" (i32.const 65535)) "out of bounds memory access")

(module
  (memory 1 1)
  (data (i32.const 65532) "\81\82\83\84")
  (func (export "load") (param i32) (result v128) (v128.load32_splat (local.get 0)))
  (func (export "constant") (result v128) (v128.load32_splat (i32.const 65532))))
(assert_return (invoke "load" (i32.const 65532)) (v128.const i8x16 129 130 131 132 129 130 131 132 129 130 131 132 129 130 131 132))
(assert_return (invoke "constant") (v128.const i8x16 129 130 131 132 129 130 131 132 129 130 131 132 129 130 131 132))
(assert_trap (invoke "load" (i32.const 65533)) "out of bounds memory access")

(module
  (memory 1 1)
  (data (i32.const 65528) "\81\82\83\84\85\86\87\88")
  (func (export "load") (param i32) (result v128) (v128.load64_splat (local.get 0)))
  (func (export "constant") (result v128) (v128.load64_splat (i32.const 65528))))
(assert_return (invoke "load" (i32.const 65528)) (v128.const i8x16 129 130 131 132 133 134 135 136 129 130 131 132 133 134 135 136))
(assert_return (invoke "constant") (v128.const i8x16 129 130 131 132 133 134 135 136 129 130 131 132 133 134 135 136))
(assert_trap (invoke "load" (i32.const 65529)) "out of bounds memory access")

(module
  (memory 1 1)
  (data (i32.const 65532) "\81\82\83\84")
  (func (export "load") (param i32) (result v128) (v128.load32_zero (local.get 0)))
  (func (export "constant") (result v128) (v128.load32_zero (i32.const 65532))))
(assert_return (invoke "load" (i32.const 65532)) (v128.const i8x16 129 130 131 132 0 0 0 0 0 0 0 0 0 0 0 0))
(assert_return (invoke "constant") (v128.const i8x16 129 130 131 132 0 0 0 0 0 0 0 0 0 0 0 0))
(assert_trap (invoke "load" (i32.const 65533)) "out of bounds memory access")

(module
  (memory 1 1)
  (data (i32.const 65528) "\81\82\83\84\85\86\87\88")
  (func (export "load") (param i32) (result v128) (v128.load64_zero (local.get 0)))
  (func (export "constant") (result v128) (v128.load64_zero (i32.const 65528))))
(assert_return (invoke "load" (i32.const 65528)) (v128.const i8x16 129 130 131 132 133 134 135 136 0 0 0 0 0 0 0 0))
(assert_return (invoke "constant") (v128.const i8x16 129 130 131 132 133 134 135 136 0 0 0 0 0 0 0 0))
(assert_trap (invoke "load" (i32.const 65529)) "out of bounds memory access")

(module
  (memory 1 1)
  (data (i32.const 65535) "\81")
  (func (export "load") (param i32) (result v128) (v128.load8_lane 0 (local.get 0) (v128.const i64x2 0 0)))
  (func (export "constant") (result v128) (v128.load8_lane 0 (i32.const 65535) (v128.const i64x2 0 0))))
(assert_return (invoke "load" (i32.const 65535)) (v128.const i8x16 129 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0))
(assert_return (invoke "constant") (v128.const i8x16 129 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0))
(assert_trap (invoke "load" (i32.const 65536)) "out of bounds memory access")

(module
  (memory 1 1)
  (data (i32.const 65534) "\81\82")
  (func (export "load") (param i32) (result v128) (v128.load16_lane 0 (local.get 0) (v128.const i64x2 0 0)))
  (func (export "constant") (result v128) (v128.load16_lane 0 (i32.const 65534) (v128.const i64x2 0 0))))
(assert_return (invoke "load" (i32.const 65534)) (v128.const i8x16 129 130 0 0 0 0 0 0 0 0 0 0 0 0 0 0))
(assert_return (invoke "constant") (v128.const i8x16 129 130 0 0 0 0 0 0 0 0 0 0 0 0 0 0))
(assert_trap (invoke "load" (i32.const 65535)) "out of bounds memory access")

(module
  (memory 1 1)
  (data (i32.const 65532) "\81\82\83\84")
  (func (export "load") (param i32) (result v128) (v128.load32_lane 0 (local.get 0) (v128.const i64x2 0 0)))
  (func (export "constant") (result v128) (v128.load32_lane 0 (i32.const 65532) (v128.const i64x2 0 0))))
(assert_return (invoke "load" (i32.const 65532)) (v128.const i8x16 129 130 131 132 0 0 0 0 0 0 0 0 0 0 0 0))
(assert_return (invoke "constant") (v128.const i8x16 129 130 131 132 0 0 0 0 0 0 0 0 0 0 0 0))
(assert_trap (invoke "load" (i32.const 65533)) "out of bounds memory access")

(module
  (memory 1 1)
  (data (i32.const 65528) "\81\82\83\84\85\86\87\88")
  (func (export "load") (param i32) (result v128) (v128.load64_lane 0 (local.get 0) (v128.const i64x2 0 0)))
  (func (export "constant") (result v128) (v128.load64_lane 0 (i32.const 65528) (v128.const i64x2 0 0))))
(assert_return (invoke "load" (i32.const 65528)) (v128.const i8x16 129 130 131 132 133 134 135 136 0 0 0 0 0 0 0 0))
(assert_return (invoke "constant") (v128.const i8x16 129 130 131 132 133 134 135 136 0 0 0 0 0 0 0 0))
(assert_trap (invoke "load" (i32.const 65529)) "out of bounds memory access")

(module
  (memory 1 1)
  (func (export "byte") (param i32) (result i32) (i32.load8_u (local.get 0)))
  (func (export "store") (param i32) (i32.store (local.get 0) (i32.const 0x04030201))))
(assert_return (invoke "store" (i32.const 65532)))
(assert_return (invoke "byte" (i32.const 65532)) (i32.const 1))
(assert_return (invoke "byte" (i32.const 65533)) (i32.const 2))
(assert_return (invoke "byte" (i32.const 65534)) (i32.const 3))
(assert_return (invoke "byte" (i32.const 65535)) (i32.const 4))
(assert_return (invoke "byte" (i32.const 65531)) (i32.const 0))
(assert_trap (invoke "store" (i32.const 65533)) "out of bounds memory access")

(module
  (memory 1 1)
  (func (export "byte") (param i32) (result i32) (i32.load8_u (local.get 0)))
  (func (export "store") (param i32) (i64.store (local.get 0) (i64.const 0x0807060504030201))))
(assert_return (invoke "store" (i32.const 65528)))
(assert_return (invoke "byte" (i32.const 65528)) (i32.const 1))
(assert_return (invoke "byte" (i32.const 65529)) (i32.const 2))
(assert_return (invoke "byte" (i32.const 65530)) (i32.const 3))
(assert_return (invoke "byte" (i32.const 65531)) (i32.const 4))
(assert_return (invoke "byte" (i32.const 65532)) (i32.const 5))
(assert_return (invoke "byte" (i32.const 65533)) (i32.const 6))
(assert_return (invoke "byte" (i32.const 65534)) (i32.const 7))
(assert_return (invoke "byte" (i32.const 65535)) (i32.const 8))
(assert_return (invoke "byte" (i32.const 65527)) (i32.const 0))
(assert_trap (invoke "store" (i32.const 65529)) "out of bounds memory access")

(module
  (memory 1 1)
  (func (export "byte") (param i32) (result i32) (i32.load8_u (local.get 0)))
  (func (export "store") (param i32) (f32.store (local.get 0) (f32.reinterpret_i32 (i32.const 0x04030201)))))
(assert_return (invoke "store" (i32.const 65532)))
(assert_return (invoke "byte" (i32.const 65532)) (i32.const 1))
(assert_return (invoke "byte" (i32.const 65533)) (i32.const 2))
(assert_return (invoke "byte" (i32.const 65534)) (i32.const 3))
(assert_return (invoke "byte" (i32.const 65535)) (i32.const 4))
(assert_return (invoke "byte" (i32.const 65531)) (i32.const 0))
(assert_trap (invoke "store" (i32.const 65533)) "out of bounds memory access")

(module
  (memory 1 1)
  (func (export "byte") (param i32) (result i32) (i32.load8_u (local.get 0)))
  (func (export "store") (param i32) (f64.store (local.get 0) (f64.reinterpret_i64 (i64.const 0x0807060504030201)))))
(assert_return (invoke "store" (i32.const 65528)))
(assert_return (invoke "byte" (i32.const 65528)) (i32.const 1))
(assert_return (invoke "byte" (i32.const 65529)) (i32.const 2))
(assert_return (invoke "byte" (i32.const 65530)) (i32.const 3))
(assert_return (invoke "byte" (i32.const 65531)) (i32.const 4))
(assert_return (invoke "byte" (i32.const 65532)) (i32.const 5))
(assert_return (invoke "byte" (i32.const 65533)) (i32.const 6))
(assert_return (invoke "byte" (i32.const 65534)) (i32.const 7))
(assert_return (invoke "byte" (i32.const 65535)) (i32.const 8))
(assert_return (invoke "byte" (i32.const 65527)) (i32.const 0))
(assert_trap (invoke "store" (i32.const 65529)) "out of bounds memory access")

(module
  (memory 1 1)
  (func (export "byte") (param i32) (result i32) (i32.load8_u (local.get 0)))
  (func (export "store") (param i32) (i32.store8 (local.get 0) (i32.const 0x04030201))))
(assert_return (invoke "store" (i32.const 65535)))
(assert_return (invoke "byte" (i32.const 65535)) (i32.const 1))
(assert_return (invoke "byte" (i32.const 65534)) (i32.const 0))
(assert_trap (invoke "store" (i32.const 65536)) "out of bounds memory access")

(module
  (memory 1 1)
  (func (export "byte") (param i32) (result i32) (i32.load8_u (local.get 0)))
  (func (export "store") (param i32) (i32.store16 (local.get 0) (i32.const 0x04030201))))
(assert_return (invoke "store" (i32.const 65534)))
(assert_return (invoke "byte" (i32.const 65534)) (i32.const 1))
(assert_return (invoke "byte" (i32.const 65535)) (i32.const 2))
(assert_return (invoke "byte" (i32.const 65533)) (i32.const 0))
(assert_trap (invoke "store" (i32.const 65535)) "out of bounds memory access")

(module
  (memory 1 1)
  (func (export "byte") (param i32) (result i32) (i32.load8_u (local.get 0)))
  (func (export "store") (param i32) (i64.store8 (local.get 0) (i64.const 0x0807060504030201))))
(assert_return (invoke "store" (i32.const 65535)))
(assert_return (invoke "byte" (i32.const 65535)) (i32.const 1))
(assert_return (invoke "byte" (i32.const 65534)) (i32.const 0))
(assert_trap (invoke "store" (i32.const 65536)) "out of bounds memory access")

(module
  (memory 1 1)
  (func (export "byte") (param i32) (result i32) (i32.load8_u (local.get 0)))
  (func (export "store") (param i32) (i64.store16 (local.get 0) (i64.const 0x0807060504030201))))
(assert_return (invoke "store" (i32.const 65534)))
(assert_return (invoke "byte" (i32.const 65534)) (i32.const 1))
(assert_return (invoke "byte" (i32.const 65535)) (i32.const 2))
(assert_return (invoke "byte" (i32.const 65533)) (i32.const 0))
(assert_trap (invoke "store" (i32.const 65535)) "out of bounds memory access")

(module
  (memory 1 1)
  (func (export "byte") (param i32) (result i32) (i32.load8_u (local.get 0)))
  (func (export "store") (param i32) (i64.store32 (local.get 0) (i64.const 0x0807060504030201))))
(assert_return (invoke "store" (i32.const 65532)))
(assert_return (invoke "byte" (i32.const 65532)) (i32.const 1))
(assert_return (invoke "byte" (i32.const 65533)) (i32.const 2))
(assert_return (invoke "byte" (i32.const 65534)) (i32.const 3))
(assert_return (invoke "byte" (i32.const 65535)) (i32.const 4))
(assert_return (invoke "byte" (i32.const 65531)) (i32.const 0))
(assert_trap (invoke "store" (i32.const 65533)) "out of bounds memory access")

(module
  (memory 1 1)
  (func (export "byte") (param i32) (result i32) (i32.load8_u (local.get 0)))
  (func (export "store") (param i32) (v128.store (local.get 0) (v128.const i8x16 1 2 3 4 5 6 7 8 9 10 11 12 13 14 15 16))))
(assert_return (invoke "store" (i32.const 65520)))
(assert_return (invoke "byte" (i32.const 65520)) (i32.const 1))
(assert_return (invoke "byte" (i32.const 65521)) (i32.const 2))
(assert_return (invoke "byte" (i32.const 65522)) (i32.const 3))
(assert_return (invoke "byte" (i32.const 65523)) (i32.const 4))
(assert_return (invoke "byte" (i32.const 65524)) (i32.const 5))
(assert_return (invoke "byte" (i32.const 65525)) (i32.const 6))
(assert_return (invoke "byte" (i32.const 65526)) (i32.const 7))
(assert_return (invoke "byte" (i32.const 65527)) (i32.const 8))
(assert_return (invoke "byte" (i32.const 65528)) (i32.const 9))
(assert_return (invoke "byte" (i32.const 65529)) (i32.const 10))
(assert_return (invoke "byte" (i32.const 65530)) (i32.const 11))
(assert_return (invoke "byte" (i32.const 65531)) (i32.const 12))
(assert_return (invoke "byte" (i32.const 65532)) (i32.const 13))
(assert_return (invoke "byte" (i32.const 65533)) (i32.const 14))
(assert_return (invoke "byte" (i32.const 65534)) (i32.const 15))
(assert_return (invoke "byte" (i32.const 65535)) (i32.const 16))
(assert_return (invoke "byte" (i32.const 65519)) (i32.const 0))
(assert_trap (invoke "store" (i32.const 65521)) "out of bounds memory access")

(module
  (memory 1 1)
  (func (export "byte") (param i32) (result i32) (i32.load8_u (local.get 0)))
  (func (export "store") (param i32) (v128.store8_lane 0 (local.get 0) (v128.const i8x16 1 2 3 4 5 6 7 8 9 10 11 12 13 14 15 16))))
(assert_return (invoke "store" (i32.const 65535)))
(assert_return (invoke "byte" (i32.const 65535)) (i32.const 1))
(assert_return (invoke "byte" (i32.const 65534)) (i32.const 0))
(assert_trap (invoke "store" (i32.const 65536)) "out of bounds memory access")

(module
  (memory 1 1)
  (func (export "byte") (param i32) (result i32) (i32.load8_u (local.get 0)))
  (func (export "store") (param i32) (v128.store16_lane 0 (local.get 0) (v128.const i8x16 1 2 3 4 5 6 7 8 9 10 11 12 13 14 15 16))))
(assert_return (invoke "store" (i32.const 65534)))
(assert_return (invoke "byte" (i32.const 65534)) (i32.const 1))
(assert_return (invoke "byte" (i32.const 65535)) (i32.const 2))
(assert_return (invoke "byte" (i32.const 65533)) (i32.const 0))
(assert_trap (invoke "store" (i32.const 65535)) "out of bounds memory access")

(module
  (memory 1 1)
  (func (export "byte") (param i32) (result i32) (i32.load8_u (local.get 0)))
  (func (export "store") (param i32) (v128.store32_lane 0 (local.get 0) (v128.const i8x16 1 2 3 4 5 6 7 8 9 10 11 12 13 14 15 16))))
(assert_return (invoke "store" (i32.const 65532)))
(assert_return (invoke "byte" (i32.const 65532)) (i32.const 1))
(assert_return (invoke "byte" (i32.const 65533)) (i32.const 2))
(assert_return (invoke "byte" (i32.const 65534)) (i32.const 3))
(assert_return (invoke "byte" (i32.const 65535)) (i32.const 4))
(assert_return (invoke "byte" (i32.const 65531)) (i32.const 0))
(assert_trap (invoke "store" (i32.const 65533)) "out of bounds memory access")

(module
  (memory 1 1)
  (func (export "byte") (param i32) (result i32) (i32.load8_u (local.get 0)))
  (func (export "store") (param i32) (v128.store64_lane 0 (local.get 0) (v128.const i8x16 1 2 3 4 5 6 7 8 9 10 11 12 13 14 15 16))))
(assert_return (invoke "store" (i32.const 65528)))
(assert_return (invoke "byte" (i32.const 65528)) (i32.const 1))
(assert_return (invoke "byte" (i32.const 65529)) (i32.const 2))
(assert_return (invoke "byte" (i32.const 65530)) (i32.const 3))
(assert_return (invoke "byte" (i32.const 65531)) (i32.const 4))
(assert_return (invoke "byte" (i32.const 65532)) (i32.const 5))
(assert_return (invoke "byte" (i32.const 65533)) (i32.const 6))
(assert_return (invoke "byte" (i32.const 65534)) (i32.const 7))
(assert_return (invoke "byte" (i32.const 65535)) (i32.const 8))
(assert_return (invoke "byte" (i32.const 65527)) (i32.const 0))
(assert_trap (invoke "store" (i32.const 65529)) "out of bounds memory access")
