;; Every kind of access to a 64-bit memory is compared with its length; nothing is left to guards.
;; RUN IR -O0 --emit=llvm-ir --cpu x86-64
;; NEVER IR inbounds
;; NEVER IR nuw
;; NEVER IR nsw
(module
  (memory i64 1 4)
  (data $d "data")

  ;; IR-LABEL: define {{.*}}@wf_0(
  ;; IR: [[LENGTH:%.*]] = load i64, ptr {{%.*}}, align 8
  ;; IR-NEXT: [[LAST:%.*]] = sub i64 [[LENGTH]], 12
  ;; IR-NEXT: [[BAD:%.*]] = icmp ugt i64 {{%.*}}, [[LAST]]
  ;; IR-NEXT: br i1 [[BAD]], label %trap
  ;; IR: load volatile
  (func (param i64) (result i32) (i32.load offset=8 (local.get 0)))

  ;; IR-LABEL: define {{.*}}@wf_1(
  ;; IR: [[LENGTH:%.*]] = load i64, ptr {{%.*}}, align 8
  ;; IR-NEXT: [[LAST:%.*]] = sub i64 [[LENGTH]], 16
  ;; IR-NEXT: [[BAD:%.*]] = icmp ugt i64 {{%.*}}, [[LAST]]
  ;; IR-NEXT: br i1 [[BAD]], label %trap
  ;; IR: load volatile
  (func (param i64) (result i64) (i64.load offset=8 (local.get 0)))

  ;; IR-LABEL: define {{.*}}@wf_2(
  ;; IR: [[LENGTH:%.*]] = load i64, ptr {{%.*}}, align 8
  ;; IR-NEXT: [[LAST:%.*]] = sub i64 [[LENGTH]], 12
  ;; IR-NEXT: [[BAD:%.*]] = icmp ugt i64 {{%.*}}, [[LAST]]
  ;; IR-NEXT: br i1 [[BAD]], label %trap
  ;; IR: load volatile
  (func (param i64) (result f32) (f32.load offset=8 (local.get 0)))

  ;; IR-LABEL: define {{.*}}@wf_3(
  ;; IR: [[LENGTH:%.*]] = load i64, ptr {{%.*}}, align 8
  ;; IR-NEXT: [[LAST:%.*]] = sub i64 [[LENGTH]], 16
  ;; IR-NEXT: [[BAD:%.*]] = icmp ugt i64 {{%.*}}, [[LAST]]
  ;; IR-NEXT: br i1 [[BAD]], label %trap
  ;; IR: load volatile
  (func (param i64) (result f64) (f64.load offset=8 (local.get 0)))

  ;; IR-LABEL: define {{.*}}@wf_4(
  ;; IR: [[LENGTH:%.*]] = load i64, ptr {{%.*}}, align 8
  ;; IR-NEXT: [[LAST:%.*]] = sub i64 [[LENGTH]], 9
  ;; IR-NEXT: [[BAD:%.*]] = icmp ugt i64 {{%.*}}, [[LAST]]
  ;; IR-NEXT: br i1 [[BAD]], label %trap
  ;; IR: load volatile
  (func (param i64) (result i32) (i32.load8_s offset=8 (local.get 0)))

  ;; IR-LABEL: define {{.*}}@wf_5(
  ;; IR: [[LENGTH:%.*]] = load i64, ptr {{%.*}}, align 8
  ;; IR-NEXT: [[LAST:%.*]] = sub i64 [[LENGTH]], 9
  ;; IR-NEXT: [[BAD:%.*]] = icmp ugt i64 {{%.*}}, [[LAST]]
  ;; IR-NEXT: br i1 [[BAD]], label %trap
  ;; IR: load volatile
  (func (param i64) (result i32) (i32.load8_u offset=8 (local.get 0)))

  ;; IR-LABEL: define {{.*}}@wf_6(
  ;; IR: [[LENGTH:%.*]] = load i64, ptr {{%.*}}, align 8
  ;; IR-NEXT: [[LAST:%.*]] = sub i64 [[LENGTH]], 10
  ;; IR-NEXT: [[BAD:%.*]] = icmp ugt i64 {{%.*}}, [[LAST]]
  ;; IR-NEXT: br i1 [[BAD]], label %trap
  ;; IR: load volatile
  (func (param i64) (result i32) (i32.load16_s offset=8 (local.get 0)))

  ;; IR-LABEL: define {{.*}}@wf_7(
  ;; IR: [[LENGTH:%.*]] = load i64, ptr {{%.*}}, align 8
  ;; IR-NEXT: [[LAST:%.*]] = sub i64 [[LENGTH]], 10
  ;; IR-NEXT: [[BAD:%.*]] = icmp ugt i64 {{%.*}}, [[LAST]]
  ;; IR-NEXT: br i1 [[BAD]], label %trap
  ;; IR: load volatile
  (func (param i64) (result i32) (i32.load16_u offset=8 (local.get 0)))

  ;; IR-LABEL: define {{.*}}@wf_8(
  ;; IR: [[LENGTH:%.*]] = load i64, ptr {{%.*}}, align 8
  ;; IR-NEXT: [[LAST:%.*]] = sub i64 [[LENGTH]], 9
  ;; IR-NEXT: [[BAD:%.*]] = icmp ugt i64 {{%.*}}, [[LAST]]
  ;; IR-NEXT: br i1 [[BAD]], label %trap
  ;; IR: load volatile
  (func (param i64) (result i64) (i64.load8_s offset=8 (local.get 0)))

  ;; IR-LABEL: define {{.*}}@wf_9(
  ;; IR: [[LENGTH:%.*]] = load i64, ptr {{%.*}}, align 8
  ;; IR-NEXT: [[LAST:%.*]] = sub i64 [[LENGTH]], 9
  ;; IR-NEXT: [[BAD:%.*]] = icmp ugt i64 {{%.*}}, [[LAST]]
  ;; IR-NEXT: br i1 [[BAD]], label %trap
  ;; IR: load volatile
  (func (param i64) (result i64) (i64.load8_u offset=8 (local.get 0)))

  ;; IR-LABEL: define {{.*}}@wf_10(
  ;; IR: [[LENGTH:%.*]] = load i64, ptr {{%.*}}, align 8
  ;; IR-NEXT: [[LAST:%.*]] = sub i64 [[LENGTH]], 10
  ;; IR-NEXT: [[BAD:%.*]] = icmp ugt i64 {{%.*}}, [[LAST]]
  ;; IR-NEXT: br i1 [[BAD]], label %trap
  ;; IR: load volatile
  (func (param i64) (result i64) (i64.load16_s offset=8 (local.get 0)))

  ;; IR-LABEL: define {{.*}}@wf_11(
  ;; IR: [[LENGTH:%.*]] = load i64, ptr {{%.*}}, align 8
  ;; IR-NEXT: [[LAST:%.*]] = sub i64 [[LENGTH]], 10
  ;; IR-NEXT: [[BAD:%.*]] = icmp ugt i64 {{%.*}}, [[LAST]]
  ;; IR-NEXT: br i1 [[BAD]], label %trap
  ;; IR: load volatile
  (func (param i64) (result i64) (i64.load16_u offset=8 (local.get 0)))

  ;; IR-LABEL: define {{.*}}@wf_12(
  ;; IR: [[LENGTH:%.*]] = load i64, ptr {{%.*}}, align 8
  ;; IR-NEXT: [[LAST:%.*]] = sub i64 [[LENGTH]], 12
  ;; IR-NEXT: [[BAD:%.*]] = icmp ugt i64 {{%.*}}, [[LAST]]
  ;; IR-NEXT: br i1 [[BAD]], label %trap
  ;; IR: load volatile
  (func (param i64) (result i64) (i64.load32_s offset=8 (local.get 0)))

  ;; IR-LABEL: define {{.*}}@wf_13(
  ;; IR: [[LENGTH:%.*]] = load i64, ptr {{%.*}}, align 8
  ;; IR-NEXT: [[LAST:%.*]] = sub i64 [[LENGTH]], 12
  ;; IR-NEXT: [[BAD:%.*]] = icmp ugt i64 {{%.*}}, [[LAST]]
  ;; IR-NEXT: br i1 [[BAD]], label %trap
  ;; IR: load volatile
  (func (param i64) (result i64) (i64.load32_u offset=8 (local.get 0)))

  ;; IR-LABEL: define {{.*}}@wf_14(
  ;; IR: [[LENGTH:%.*]] = load i64, ptr {{%.*}}, align 8
  ;; IR-NEXT: [[LAST:%.*]] = sub i64 [[LENGTH]], 24
  ;; IR-NEXT: [[BAD:%.*]] = icmp ugt i64 {{%.*}}, [[LAST]]
  ;; IR-NEXT: br i1 [[BAD]], label %trap
  ;; IR: load volatile
  (func (param i64) (result v128) (v128.load offset=8 (local.get 0)))

  ;; IR-LABEL: define {{.*}}@wf_15(
  ;; IR: [[LENGTH:%.*]] = load i64, ptr {{%.*}}, align 8
  ;; IR-NEXT: [[LAST:%.*]] = sub i64 [[LENGTH]], 16
  ;; IR-NEXT: [[BAD:%.*]] = icmp ugt i64 {{%.*}}, [[LAST]]
  ;; IR-NEXT: br i1 [[BAD]], label %trap
  ;; IR: load volatile
  (func (param i64) (result v128) (v128.load8x8_s offset=8 (local.get 0)))

  ;; IR-LABEL: define {{.*}}@wf_16(
  ;; IR: [[LENGTH:%.*]] = load i64, ptr {{%.*}}, align 8
  ;; IR-NEXT: [[LAST:%.*]] = sub i64 [[LENGTH]], 16
  ;; IR-NEXT: [[BAD:%.*]] = icmp ugt i64 {{%.*}}, [[LAST]]
  ;; IR-NEXT: br i1 [[BAD]], label %trap
  ;; IR: load volatile
  (func (param i64) (result v128) (v128.load8x8_u offset=8 (local.get 0)))

  ;; IR-LABEL: define {{.*}}@wf_17(
  ;; IR: [[LENGTH:%.*]] = load i64, ptr {{%.*}}, align 8
  ;; IR-NEXT: [[LAST:%.*]] = sub i64 [[LENGTH]], 16
  ;; IR-NEXT: [[BAD:%.*]] = icmp ugt i64 {{%.*}}, [[LAST]]
  ;; IR-NEXT: br i1 [[BAD]], label %trap
  ;; IR: load volatile
  (func (param i64) (result v128) (v128.load16x4_s offset=8 (local.get 0)))

  ;; IR-LABEL: define {{.*}}@wf_18(
  ;; IR: [[LENGTH:%.*]] = load i64, ptr {{%.*}}, align 8
  ;; IR-NEXT: [[LAST:%.*]] = sub i64 [[LENGTH]], 16
  ;; IR-NEXT: [[BAD:%.*]] = icmp ugt i64 {{%.*}}, [[LAST]]
  ;; IR-NEXT: br i1 [[BAD]], label %trap
  ;; IR: load volatile
  (func (param i64) (result v128) (v128.load16x4_u offset=8 (local.get 0)))

  ;; IR-LABEL: define {{.*}}@wf_19(
  ;; IR: [[LENGTH:%.*]] = load i64, ptr {{%.*}}, align 8
  ;; IR-NEXT: [[LAST:%.*]] = sub i64 [[LENGTH]], 16
  ;; IR-NEXT: [[BAD:%.*]] = icmp ugt i64 {{%.*}}, [[LAST]]
  ;; IR-NEXT: br i1 [[BAD]], label %trap
  ;; IR: load volatile
  (func (param i64) (result v128) (v128.load32x2_s offset=8 (local.get 0)))

  ;; IR-LABEL: define {{.*}}@wf_20(
  ;; IR: [[LENGTH:%.*]] = load i64, ptr {{%.*}}, align 8
  ;; IR-NEXT: [[LAST:%.*]] = sub i64 [[LENGTH]], 16
  ;; IR-NEXT: [[BAD:%.*]] = icmp ugt i64 {{%.*}}, [[LAST]]
  ;; IR-NEXT: br i1 [[BAD]], label %trap
  ;; IR: load volatile
  (func (param i64) (result v128) (v128.load32x2_u offset=8 (local.get 0)))

  ;; IR-LABEL: define {{.*}}@wf_21(
  ;; IR: [[LENGTH:%.*]] = load i64, ptr {{%.*}}, align 8
  ;; IR-NEXT: [[LAST:%.*]] = sub i64 [[LENGTH]], 9
  ;; IR-NEXT: [[BAD:%.*]] = icmp ugt i64 {{%.*}}, [[LAST]]
  ;; IR-NEXT: br i1 [[BAD]], label %trap
  ;; IR: load volatile
  (func (param i64) (result v128) (v128.load8_splat offset=8 (local.get 0)))

  ;; IR-LABEL: define {{.*}}@wf_22(
  ;; IR: [[LENGTH:%.*]] = load i64, ptr {{%.*}}, align 8
  ;; IR-NEXT: [[LAST:%.*]] = sub i64 [[LENGTH]], 10
  ;; IR-NEXT: [[BAD:%.*]] = icmp ugt i64 {{%.*}}, [[LAST]]
  ;; IR-NEXT: br i1 [[BAD]], label %trap
  ;; IR: load volatile
  (func (param i64) (result v128) (v128.load16_splat offset=8 (local.get 0)))

  ;; IR-LABEL: define {{.*}}@wf_23(
  ;; IR: [[LENGTH:%.*]] = load i64, ptr {{%.*}}, align 8
  ;; IR-NEXT: [[LAST:%.*]] = sub i64 [[LENGTH]], 12
  ;; IR-NEXT: [[BAD:%.*]] = icmp ugt i64 {{%.*}}, [[LAST]]
  ;; IR-NEXT: br i1 [[BAD]], label %trap
  ;; IR: load volatile
  (func (param i64) (result v128) (v128.load32_splat offset=8 (local.get 0)))

  ;; IR-LABEL: define {{.*}}@wf_24(
  ;; IR: [[LENGTH:%.*]] = load i64, ptr {{%.*}}, align 8
  ;; IR-NEXT: [[LAST:%.*]] = sub i64 [[LENGTH]], 16
  ;; IR-NEXT: [[BAD:%.*]] = icmp ugt i64 {{%.*}}, [[LAST]]
  ;; IR-NEXT: br i1 [[BAD]], label %trap
  ;; IR: load volatile
  (func (param i64) (result v128) (v128.load64_splat offset=8 (local.get 0)))

  ;; IR-LABEL: define {{.*}}@wf_25(
  ;; IR: [[LENGTH:%.*]] = load i64, ptr {{%.*}}, align 8
  ;; IR-NEXT: [[LAST:%.*]] = sub i64 [[LENGTH]], 12
  ;; IR-NEXT: [[BAD:%.*]] = icmp ugt i64 {{%.*}}, [[LAST]]
  ;; IR-NEXT: br i1 [[BAD]], label %trap
  ;; IR: load volatile
  (func (param i64) (result v128) (v128.load32_zero offset=8 (local.get 0)))

  ;; IR-LABEL: define {{.*}}@wf_26(
  ;; IR: [[LENGTH:%.*]] = load i64, ptr {{%.*}}, align 8
  ;; IR-NEXT: [[LAST:%.*]] = sub i64 [[LENGTH]], 16
  ;; IR-NEXT: [[BAD:%.*]] = icmp ugt i64 {{%.*}}, [[LAST]]
  ;; IR-NEXT: br i1 [[BAD]], label %trap
  ;; IR: load volatile
  (func (param i64) (result v128) (v128.load64_zero offset=8 (local.get 0)))

  ;; IR-LABEL: define {{.*}}@wf_27(
  ;; IR: [[LENGTH:%.*]] = load i64, ptr {{%.*}}, align 8
  ;; IR-NEXT: [[LAST:%.*]] = sub i64 [[LENGTH]], 9
  ;; IR-NEXT: [[BAD:%.*]] = icmp ugt i64 {{%.*}}, [[LAST]]
  ;; IR-NEXT: br i1 [[BAD]], label %trap
  ;; IR: load volatile
  (func (param i64) (result v128) (v128.load8_lane offset=8 1 (local.get 0) (v128.const i64x2 0 0)))

  ;; IR-LABEL: define {{.*}}@wf_28(
  ;; IR: [[LENGTH:%.*]] = load i64, ptr {{%.*}}, align 8
  ;; IR-NEXT: [[LAST:%.*]] = sub i64 [[LENGTH]], 10
  ;; IR-NEXT: [[BAD:%.*]] = icmp ugt i64 {{%.*}}, [[LAST]]
  ;; IR-NEXT: br i1 [[BAD]], label %trap
  ;; IR: load volatile
  (func (param i64) (result v128) (v128.load16_lane offset=8 1 (local.get 0) (v128.const i64x2 0 0)))

  ;; IR-LABEL: define {{.*}}@wf_29(
  ;; IR: [[LENGTH:%.*]] = load i64, ptr {{%.*}}, align 8
  ;; IR-NEXT: [[LAST:%.*]] = sub i64 [[LENGTH]], 12
  ;; IR-NEXT: [[BAD:%.*]] = icmp ugt i64 {{%.*}}, [[LAST]]
  ;; IR-NEXT: br i1 [[BAD]], label %trap
  ;; IR: load volatile
  (func (param i64) (result v128) (v128.load32_lane offset=8 1 (local.get 0) (v128.const i64x2 0 0)))

  ;; IR-LABEL: define {{.*}}@wf_30(
  ;; IR: [[LENGTH:%.*]] = load i64, ptr {{%.*}}, align 8
  ;; IR-NEXT: [[LAST:%.*]] = sub i64 [[LENGTH]], 16
  ;; IR-NEXT: [[BAD:%.*]] = icmp ugt i64 {{%.*}}, [[LAST]]
  ;; IR-NEXT: br i1 [[BAD]], label %trap
  ;; IR: load volatile
  (func (param i64) (result v128) (v128.load64_lane offset=8 1 (local.get 0) (v128.const i64x2 0 0)))

  ;; IR-LABEL: define {{.*}}@wf_31(
  ;; IR: [[LENGTH:%.*]] = load i64, ptr {{%.*}}, align 8
  ;; IR-NEXT: [[LAST:%.*]] = sub i64 [[LENGTH]], 12
  ;; IR-NEXT: [[BAD:%.*]] = icmp ugt i64 {{%.*}}, [[LAST]]
  ;; IR-NEXT: br i1 [[BAD]], label %trap
  ;; IR: store volatile
  (func (param i64 i32) (i32.store offset=8 (local.get 0) (local.get 1)))

  ;; IR-LABEL: define {{.*}}@wf_32(
  ;; IR: [[LENGTH:%.*]] = load i64, ptr {{%.*}}, align 8
  ;; IR-NEXT: [[LAST:%.*]] = sub i64 [[LENGTH]], 16
  ;; IR-NEXT: [[BAD:%.*]] = icmp ugt i64 {{%.*}}, [[LAST]]
  ;; IR-NEXT: br i1 [[BAD]], label %trap
  ;; IR: store volatile
  (func (param i64 i64) (i64.store offset=8 (local.get 0) (local.get 1)))

  ;; IR-LABEL: define {{.*}}@wf_33(
  ;; IR: [[LENGTH:%.*]] = load i64, ptr {{%.*}}, align 8
  ;; IR-NEXT: [[LAST:%.*]] = sub i64 [[LENGTH]], 12
  ;; IR-NEXT: [[BAD:%.*]] = icmp ugt i64 {{%.*}}, [[LAST]]
  ;; IR-NEXT: br i1 [[BAD]], label %trap
  ;; IR: store volatile
  (func (param i64 f32) (f32.store offset=8 (local.get 0) (local.get 1)))

  ;; IR-LABEL: define {{.*}}@wf_34(
  ;; IR: [[LENGTH:%.*]] = load i64, ptr {{%.*}}, align 8
  ;; IR-NEXT: [[LAST:%.*]] = sub i64 [[LENGTH]], 16
  ;; IR-NEXT: [[BAD:%.*]] = icmp ugt i64 {{%.*}}, [[LAST]]
  ;; IR-NEXT: br i1 [[BAD]], label %trap
  ;; IR: store volatile
  (func (param i64 f64) (f64.store offset=8 (local.get 0) (local.get 1)))

  ;; IR-LABEL: define {{.*}}@wf_35(
  ;; IR: [[LENGTH:%.*]] = load i64, ptr {{%.*}}, align 8
  ;; IR-NEXT: [[LAST:%.*]] = sub i64 [[LENGTH]], 9
  ;; IR-NEXT: [[BAD:%.*]] = icmp ugt i64 {{%.*}}, [[LAST]]
  ;; IR-NEXT: br i1 [[BAD]], label %trap
  ;; IR: store volatile
  (func (param i64 i32) (i32.store8 offset=8 (local.get 0) (local.get 1)))

  ;; IR-LABEL: define {{.*}}@wf_36(
  ;; IR: [[LENGTH:%.*]] = load i64, ptr {{%.*}}, align 8
  ;; IR-NEXT: [[LAST:%.*]] = sub i64 [[LENGTH]], 10
  ;; IR-NEXT: [[BAD:%.*]] = icmp ugt i64 {{%.*}}, [[LAST]]
  ;; IR-NEXT: br i1 [[BAD]], label %trap
  ;; IR: store volatile
  (func (param i64 i32) (i32.store16 offset=8 (local.get 0) (local.get 1)))

  ;; IR-LABEL: define {{.*}}@wf_37(
  ;; IR: [[LENGTH:%.*]] = load i64, ptr {{%.*}}, align 8
  ;; IR-NEXT: [[LAST:%.*]] = sub i64 [[LENGTH]], 9
  ;; IR-NEXT: [[BAD:%.*]] = icmp ugt i64 {{%.*}}, [[LAST]]
  ;; IR-NEXT: br i1 [[BAD]], label %trap
  ;; IR: store volatile
  (func (param i64 i64) (i64.store8 offset=8 (local.get 0) (local.get 1)))

  ;; IR-LABEL: define {{.*}}@wf_38(
  ;; IR: [[LENGTH:%.*]] = load i64, ptr {{%.*}}, align 8
  ;; IR-NEXT: [[LAST:%.*]] = sub i64 [[LENGTH]], 10
  ;; IR-NEXT: [[BAD:%.*]] = icmp ugt i64 {{%.*}}, [[LAST]]
  ;; IR-NEXT: br i1 [[BAD]], label %trap
  ;; IR: store volatile
  (func (param i64 i64) (i64.store16 offset=8 (local.get 0) (local.get 1)))

  ;; IR-LABEL: define {{.*}}@wf_39(
  ;; IR: [[LENGTH:%.*]] = load i64, ptr {{%.*}}, align 8
  ;; IR-NEXT: [[LAST:%.*]] = sub i64 [[LENGTH]], 12
  ;; IR-NEXT: [[BAD:%.*]] = icmp ugt i64 {{%.*}}, [[LAST]]
  ;; IR-NEXT: br i1 [[BAD]], label %trap
  ;; IR: store volatile
  (func (param i64 i64) (i64.store32 offset=8 (local.get 0) (local.get 1)))

  ;; IR-LABEL: define {{.*}}@wf_40(
  ;; IR: [[LENGTH:%.*]] = load i64, ptr {{%.*}}, align 8
  ;; IR-NEXT: [[LAST:%.*]] = sub i64 [[LENGTH]], 24
  ;; IR-NEXT: [[BAD:%.*]] = icmp ugt i64 {{%.*}}, [[LAST]]
  ;; IR-NEXT: br i1 [[BAD]], label %trap
  ;; IR: store volatile
  (func (param i64 v128) (v128.store offset=8 (local.get 0) (local.get 1)))

  ;; IR-LABEL: define {{.*}}@wf_41(
  ;; IR: [[LENGTH:%.*]] = load i64, ptr {{%.*}}, align 8
  ;; IR-NEXT: [[LAST:%.*]] = sub i64 [[LENGTH]], 9
  ;; IR-NEXT: [[BAD:%.*]] = icmp ugt i64 {{%.*}}, [[LAST]]
  ;; IR-NEXT: br i1 [[BAD]], label %trap
  ;; IR: store volatile
  (func (param i64 v128) (v128.store8_lane offset=8 1 (local.get 0) (local.get 1)))

  ;; IR-LABEL: define {{.*}}@wf_42(
  ;; IR: [[LENGTH:%.*]] = load i64, ptr {{%.*}}, align 8
  ;; IR-NEXT: [[LAST:%.*]] = sub i64 [[LENGTH]], 10
  ;; IR-NEXT: [[BAD:%.*]] = icmp ugt i64 {{%.*}}, [[LAST]]
  ;; IR-NEXT: br i1 [[BAD]], label %trap
  ;; IR: store volatile
  (func (param i64 v128) (v128.store16_lane offset=8 1 (local.get 0) (local.get 1)))

  ;; IR-LABEL: define {{.*}}@wf_43(
  ;; IR: [[LENGTH:%.*]] = load i64, ptr {{%.*}}, align 8
  ;; IR-NEXT: [[LAST:%.*]] = sub i64 [[LENGTH]], 12
  ;; IR-NEXT: [[BAD:%.*]] = icmp ugt i64 {{%.*}}, [[LAST]]
  ;; IR-NEXT: br i1 [[BAD]], label %trap
  ;; IR: store volatile
  (func (param i64 v128) (v128.store32_lane offset=8 1 (local.get 0) (local.get 1)))

  ;; IR-LABEL: define {{.*}}@wf_44(
  ;; IR: [[LENGTH:%.*]] = load i64, ptr {{%.*}}, align 8
  ;; IR-NEXT: [[LAST:%.*]] = sub i64 [[LENGTH]], 16
  ;; IR-NEXT: [[BAD:%.*]] = icmp ugt i64 {{%.*}}, [[LAST]]
  ;; IR-NEXT: br i1 [[BAD]], label %trap
  ;; IR: store volatile
  (func (param i64 v128) (v128.store64_lane offset=8 1 (local.get 0) (local.get 1)))

  ;; IR-LABEL: define {{.*}}@wf_45(
  ;; An offset that reaches past the memory's minimum: the sum may wrap, and both are tested.
  ;; IR: [[END:%.*]] = add i64 {{%.*}}, 65540
  ;; IR: [[BEYOND:%.*]] = icmp ugt i64 [[END]], {{%.*}}
  ;; IR: [[WRAPPED:%.*]] = icmp ult i64 [[END]], 65540
  ;; IR: [[BAD:%.*]] = or i1 [[WRAPPED]], [[BEYOND]]
  ;; IR: br i1 [[BAD]], label %trap
  ;; IR: load volatile i32
  (func (param i64) (result i32) (i32.load offset=65536 (local.get 0)))

  ;; IR-LABEL: define {{.*}}@wf_46(
  ;; offset + size does not fit 64 bits: no index is right.
  ;; IR: br i1 true, label %trap
  (func (param i64) (result i32) (i32.load offset=0xfffffffffffffffd (local.get 0)))

  ;; IR-LABEL: define {{.*}}@wf_47(
  ;; A constant index inside the memory's minimum needs no comparison, one beyond does.
  ;; IR-NOT: icmp
  ;; IR: load volatile i32
  ;; IR: icmp ugt i64 65533
  ;; IR: load volatile i32
  (func (result i32) (i32.add (i32.load (i64.const 65532)) (i32.load (i64.const 65533))))

  ;; IR-LABEL: define {{.*}}@wf_48(
  ;; Ranges: first the length, then the start against what is left.
  ;; IR: [[LONG:%.*]] = icmp ugt i64 [[COUNT:%[0-9]+]], [[BYTES:%[0-9]+]],
  ;; IR: [[LAST:%.*]] = sub i64 [[BYTES]], [[COUNT]]
  ;; IR: [[FAR:%.*]] = icmp ugt i64 {{%.*}}, [[LAST]]
  ;; IR: or i1 [[LONG]], [[FAR]]
  ;; IR: br i1
  ;; IR: [[LONG:%.*]] = icmp ugt i64 [[COUNT:%[0-9]+]], [[BYTES:%[0-9]+]],
  ;; IR: [[LAST:%.*]] = sub i64 [[BYTES]], [[COUNT]]
  ;; IR: [[FAR:%.*]] = icmp ugt i64 {{%.*}}, [[LAST]]
  ;; IR: or i1 [[LONG]], [[FAR]]
  ;; IR: br i1
  ;; IR: call void @llvm.memmove.p0.p0.i64
  (func (param i64 i64 i64) (memory.copy (local.get 0) (local.get 1) (local.get 2)))

  ;; IR-LABEL: define {{.*}}@wf_49(
  ;; IR: [[LONG:%.*]] = icmp ugt i64 [[COUNT:%[0-9]+]], [[BYTES:%[0-9]+]],
  ;; IR: [[LAST:%.*]] = sub i64 [[BYTES]], [[COUNT]]
  ;; IR: [[FAR:%.*]] = icmp ugt i64 {{%.*}}, [[LAST]]
  ;; IR: or i1 [[LONG]], [[FAR]]
  ;; IR: br i1
  ;; IR: call void @llvm.memset.p0.i64
  (func (param i64 i32 i64) (memory.fill (local.get 0) (local.get 1) (local.get 2)))

  ;; IR-LABEL: define {{.*}}@wf_50(
  ;; The runtime checks; the 64-bit destination reaches it whole.
  ;; IR: call {{.*}}(ptr %0, i32 0, i32 0, i64 {{%.*}}, i64 {{%.*}}, i64 {{%.*}})
  (func (param i64 i32 i32) (memory.init $d (local.get 0) (local.get 1) (local.get 2)))
)
