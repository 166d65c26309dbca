;; With --bounds-checks every access to a 32-bit memory is compared with its length.
;; RUN IR -O0 --emit=llvm-ir --cpu x86-64 --bounds-checks
;; NEVER IR inbounds
;; NEVER IR nuw
;; NEVER IR nsw
(module
  (memory 1 4)
  (data $d "data")

  ;; IR-LABEL: define {{.*}}@wf_0(
  ;; IR: [[LENGTH:%.*]] = load i64, ptr {{%.*}}, align 8
  ;; IR-NEXT: [[INDEX:%.*]] = zext i32 {{%.*}} to i64
  ;; IR-NEXT: [[END:%.*]] = add i64 [[INDEX]], 12
  ;; IR-NEXT: [[BAD:%.*]] = icmp ugt i64 [[END]], [[LENGTH]]
  ;; IR-NEXT: br i1 [[BAD]], label %trap
  ;; IR: load volatile
  (func (param i32) (result i32) (i32.load offset=8 (local.get 0)))

  ;; IR-LABEL: define {{.*}}@wf_1(
  ;; IR: [[LENGTH:%.*]] = load i64, ptr {{%.*}}, align 8
  ;; IR-NEXT: [[INDEX:%.*]] = zext i32 {{%.*}} to i64
  ;; IR-NEXT: [[END:%.*]] = add i64 [[INDEX]], 16
  ;; IR-NEXT: [[BAD:%.*]] = icmp ugt i64 [[END]], [[LENGTH]]
  ;; IR-NEXT: br i1 [[BAD]], label %trap
  ;; IR: load volatile
  (func (param i32) (result i64) (i64.load offset=8 (local.get 0)))

  ;; IR-LABEL: define {{.*}}@wf_2(
  ;; IR: [[LENGTH:%.*]] = load i64, ptr {{%.*}}, align 8
  ;; IR-NEXT: [[INDEX:%.*]] = zext i32 {{%.*}} to i64
  ;; IR-NEXT: [[END:%.*]] = add i64 [[INDEX]], 12
  ;; IR-NEXT: [[BAD:%.*]] = icmp ugt i64 [[END]], [[LENGTH]]
  ;; IR-NEXT: br i1 [[BAD]], label %trap
  ;; IR: load volatile
  (func (param i32) (result f32) (f32.load offset=8 (local.get 0)))

  ;; IR-LABEL: define {{.*}}@wf_3(
  ;; IR: [[LENGTH:%.*]] = load i64, ptr {{%.*}}, align 8
  ;; IR-NEXT: [[INDEX:%.*]] = zext i32 {{%.*}} to i64
  ;; IR-NEXT: [[END:%.*]] = add i64 [[INDEX]], 16
  ;; IR-NEXT: [[BAD:%.*]] = icmp ugt i64 [[END]], [[LENGTH]]
  ;; IR-NEXT: br i1 [[BAD]], label %trap
  ;; IR: load volatile
  (func (param i32) (result f64) (f64.load offset=8 (local.get 0)))

  ;; IR-LABEL: define {{.*}}@wf_4(
  ;; IR: [[LENGTH:%.*]] = load i64, ptr {{%.*}}, align 8
  ;; IR-NEXT: [[INDEX:%.*]] = zext i32 {{%.*}} to i64
  ;; IR-NEXT: [[END:%.*]] = add i64 [[INDEX]], 9
  ;; IR-NEXT: [[BAD:%.*]] = icmp ugt i64 [[END]], [[LENGTH]]
  ;; IR-NEXT: br i1 [[BAD]], label %trap
  ;; IR: load volatile
  (func (param i32) (result i32) (i32.load8_s offset=8 (local.get 0)))

  ;; IR-LABEL: define {{.*}}@wf_5(
  ;; IR: [[LENGTH:%.*]] = load i64, ptr {{%.*}}, align 8
  ;; IR-NEXT: [[INDEX:%.*]] = zext i32 {{%.*}} to i64
  ;; IR-NEXT: [[END:%.*]] = add i64 [[INDEX]], 9
  ;; IR-NEXT: [[BAD:%.*]] = icmp ugt i64 [[END]], [[LENGTH]]
  ;; IR-NEXT: br i1 [[BAD]], label %trap
  ;; IR: load volatile
  (func (param i32) (result i32) (i32.load8_u offset=8 (local.get 0)))

  ;; IR-LABEL: define {{.*}}@wf_6(
  ;; IR: [[LENGTH:%.*]] = load i64, ptr {{%.*}}, align 8
  ;; IR-NEXT: [[INDEX:%.*]] = zext i32 {{%.*}} to i64
  ;; IR-NEXT: [[END:%.*]] = add i64 [[INDEX]], 10
  ;; IR-NEXT: [[BAD:%.*]] = icmp ugt i64 [[END]], [[LENGTH]]
  ;; IR-NEXT: br i1 [[BAD]], label %trap
  ;; IR: load volatile
  (func (param i32) (result i32) (i32.load16_s offset=8 (local.get 0)))

  ;; IR-LABEL: define {{.*}}@wf_7(
  ;; IR: [[LENGTH:%.*]] = load i64, ptr {{%.*}}, align 8
  ;; IR-NEXT: [[INDEX:%.*]] = zext i32 {{%.*}} to i64
  ;; IR-NEXT: [[END:%.*]] = add i64 [[INDEX]], 10
  ;; IR-NEXT: [[BAD:%.*]] = icmp ugt i64 [[END]], [[LENGTH]]
  ;; IR-NEXT: br i1 [[BAD]], label %trap
  ;; IR: load volatile
  (func (param i32) (result i32) (i32.load16_u offset=8 (local.get 0)))

  ;; IR-LABEL: define {{.*}}@wf_8(
  ;; IR: [[LENGTH:%.*]] = load i64, ptr {{%.*}}, align 8
  ;; IR-NEXT: [[INDEX:%.*]] = zext i32 {{%.*}} to i64
  ;; IR-NEXT: [[END:%.*]] = add i64 [[INDEX]], 9
  ;; IR-NEXT: [[BAD:%.*]] = icmp ugt i64 [[END]], [[LENGTH]]
  ;; IR-NEXT: br i1 [[BAD]], label %trap
  ;; IR: load volatile
  (func (param i32) (result i64) (i64.load8_s offset=8 (local.get 0)))

  ;; IR-LABEL: define {{.*}}@wf_9(
  ;; IR: [[LENGTH:%.*]] = load i64, ptr {{%.*}}, align 8
  ;; IR-NEXT: [[INDEX:%.*]] = zext i32 {{%.*}} to i64
  ;; IR-NEXT: [[END:%.*]] = add i64 [[INDEX]], 9
  ;; IR-NEXT: [[BAD:%.*]] = icmp ugt i64 [[END]], [[LENGTH]]
  ;; IR-NEXT: br i1 [[BAD]], label %trap
  ;; IR: load volatile
  (func (param i32) (result i64) (i64.load8_u offset=8 (local.get 0)))

  ;; IR-LABEL: define {{.*}}@wf_10(
  ;; IR: [[LENGTH:%.*]] = load i64, ptr {{%.*}}, align 8
  ;; IR-NEXT: [[INDEX:%.*]] = zext i32 {{%.*}} to i64
  ;; IR-NEXT: [[END:%.*]] = add i64 [[INDEX]], 10
  ;; IR-NEXT: [[BAD:%.*]] = icmp ugt i64 [[END]], [[LENGTH]]
  ;; IR-NEXT: br i1 [[BAD]], label %trap
  ;; IR: load volatile
  (func (param i32) (result i64) (i64.load16_s offset=8 (local.get 0)))

  ;; IR-LABEL: define {{.*}}@wf_11(
  ;; IR: [[LENGTH:%.*]] = load i64, ptr {{%.*}}, align 8
  ;; IR-NEXT: [[INDEX:%.*]] = zext i32 {{%.*}} to i64
  ;; IR-NEXT: [[END:%.*]] = add i64 [[INDEX]], 10
  ;; IR-NEXT: [[BAD:%.*]] = icmp ugt i64 [[END]], [[LENGTH]]
  ;; IR-NEXT: br i1 [[BAD]], label %trap
  ;; IR: load volatile
  (func (param i32) (result i64) (i64.load16_u offset=8 (local.get 0)))

  ;; IR-LABEL: define {{.*}}@wf_12(
  ;; IR: [[LENGTH:%.*]] = load i64, ptr {{%.*}}, align 8
  ;; IR-NEXT: [[INDEX:%.*]] = zext i32 {{%.*}} to i64
  ;; IR-NEXT: [[END:%.*]] = add i64 [[INDEX]], 12
  ;; IR-NEXT: [[BAD:%.*]] = icmp ugt i64 [[END]], [[LENGTH]]
  ;; IR-NEXT: br i1 [[BAD]], label %trap
  ;; IR: load volatile
  (func (param i32) (result i64) (i64.load32_s offset=8 (local.get 0)))

  ;; IR-LABEL: define {{.*}}@wf_13(
  ;; IR: [[LENGTH:%.*]] = load i64, ptr {{%.*}}, align 8
  ;; IR-NEXT: [[INDEX:%.*]] = zext i32 {{%.*}} to i64
  ;; IR-NEXT: [[END:%.*]] = add i64 [[INDEX]], 12
  ;; IR-NEXT: [[BAD:%.*]] = icmp ugt i64 [[END]], [[LENGTH]]
  ;; IR-NEXT: br i1 [[BAD]], label %trap
  ;; IR: load volatile
  (func (param i32) (result i64) (i64.load32_u offset=8 (local.get 0)))

  ;; IR-LABEL: define {{.*}}@wf_14(
  ;; IR: [[LENGTH:%.*]] = load i64, ptr {{%.*}}, align 8
  ;; IR-NEXT: [[INDEX:%.*]] = zext i32 {{%.*}} to i64
  ;; IR-NEXT: [[END:%.*]] = add i64 [[INDEX]], 24
  ;; IR-NEXT: [[BAD:%.*]] = icmp ugt i64 [[END]], [[LENGTH]]
  ;; IR-NEXT: br i1 [[BAD]], label %trap
  ;; IR: load volatile
  (func (param i32) (result v128) (v128.load offset=8 (local.get 0)))

  ;; IR-LABEL: define {{.*}}@wf_15(
  ;; IR: [[LENGTH:%.*]] = load i64, ptr {{%.*}}, align 8
  ;; IR-NEXT: [[INDEX:%.*]] = zext i32 {{%.*}} to i64
  ;; IR-NEXT: [[END:%.*]] = add i64 [[INDEX]], 16
  ;; IR-NEXT: [[BAD:%.*]] = icmp ugt i64 [[END]], [[LENGTH]]
  ;; IR-NEXT: br i1 [[BAD]], label %trap
  ;; IR: load volatile
  (func (param i32) (result v128) (v128.load8x8_s offset=8 (local.get 0)))

  ;; IR-LABEL: define {{.*}}@wf_16(
  ;; IR: [[LENGTH:%.*]] = load i64, ptr {{%.*}}, align 8
  ;; IR-NEXT: [[INDEX:%.*]] = zext i32 {{%.*}} to i64
  ;; IR-NEXT: [[END:%.*]] = add i64 [[INDEX]], 16
  ;; IR-NEXT: [[BAD:%.*]] = icmp ugt i64 [[END]], [[LENGTH]]
  ;; IR-NEXT: br i1 [[BAD]], label %trap
  ;; IR: load volatile
  (func (param i32) (result v128) (v128.load8x8_u offset=8 (local.get 0)))

  ;; IR-LABEL: define {{.*}}@wf_17(
  ;; IR: [[LENGTH:%.*]] = load i64, ptr {{%.*}}, align 8
  ;; IR-NEXT: [[INDEX:%.*]] = zext i32 {{%.*}} to i64
  ;; IR-NEXT: [[END:%.*]] = add i64 [[INDEX]], 16
  ;; IR-NEXT: [[BAD:%.*]] = icmp ugt i64 [[END]], [[LENGTH]]
  ;; IR-NEXT: br i1 [[BAD]], label %trap
  ;; IR: load volatile
  (func (param i32) (result v128) (v128.load16x4_s offset=8 (local.get 0)))

  ;; IR-LABEL: define {{.*}}@wf_18(
  ;; IR: [[LENGTH:%.*]] = load i64, ptr {{%.*}}, align 8
  ;; IR-NEXT: [[INDEX:%.*]] = zext i32 {{%.*}} to i64
  ;; IR-NEXT: [[END:%.*]] = add i64 [[INDEX]], 16
  ;; IR-NEXT: [[BAD:%.*]] = icmp ugt i64 [[END]], [[LENGTH]]
  ;; IR-NEXT: br i1 [[BAD]], label %trap
  ;; IR: load volatile
  (func (param i32) (result v128) (v128.load16x4_u offset=8 (local.get 0)))

  ;; IR-LABEL: define {{.*}}@wf_19(
  ;; IR: [[LENGTH:%.*]] = load i64, ptr {{%.*}}, align 8
  ;; IR-NEXT: [[INDEX:%.*]] = zext i32 {{%.*}} to i64
  ;; IR-NEXT: [[END:%.*]] = add i64 [[INDEX]], 16
  ;; IR-NEXT: [[BAD:%.*]] = icmp ugt i64 [[END]], [[LENGTH]]
  ;; IR-NEXT: br i1 [[BAD]], label %trap
  ;; IR: load volatile
  (func (param i32) (result v128) (v128.load32x2_s offset=8 (local.get 0)))

  ;; IR-LABEL: define {{.*}}@wf_20(
  ;; IR: [[LENGTH:%.*]] = load i64, ptr {{%.*}}, align 8
  ;; IR-NEXT: [[INDEX:%.*]] = zext i32 {{%.*}} to i64
  ;; IR-NEXT: [[END:%.*]] = add i64 [[INDEX]], 16
  ;; IR-NEXT: [[BAD:%.*]] = icmp ugt i64 [[END]], [[LENGTH]]
  ;; IR-NEXT: br i1 [[BAD]], label %trap
  ;; IR: load volatile
  (func (param i32) (result v128) (v128.load32x2_u offset=8 (local.get 0)))

  ;; IR-LABEL: define {{.*}}@wf_21(
  ;; IR: [[LENGTH:%.*]] = load i64, ptr {{%.*}}, align 8
  ;; IR-NEXT: [[INDEX:%.*]] = zext i32 {{%.*}} to i64
  ;; IR-NEXT: [[END:%.*]] = add i64 [[INDEX]], 9
  ;; IR-NEXT: [[BAD:%.*]] = icmp ugt i64 [[END]], [[LENGTH]]
  ;; IR-NEXT: br i1 [[BAD]], label %trap
  ;; IR: load volatile
  (func (param i32) (result v128) (v128.load8_splat offset=8 (local.get 0)))

  ;; IR-LABEL: define {{.*}}@wf_22(
  ;; IR: [[LENGTH:%.*]] = load i64, ptr {{%.*}}, align 8
  ;; IR-NEXT: [[INDEX:%.*]] = zext i32 {{%.*}} to i64
  ;; IR-NEXT: [[END:%.*]] = add i64 [[INDEX]], 10
  ;; IR-NEXT: [[BAD:%.*]] = icmp ugt i64 [[END]], [[LENGTH]]
  ;; IR-NEXT: br i1 [[BAD]], label %trap
  ;; IR: load volatile
  (func (param i32) (result v128) (v128.load16_splat offset=8 (local.get 0)))

  ;; IR-LABEL: define {{.*}}@wf_23(
  ;; IR: [[LENGTH:%.*]] = load i64, ptr {{%.*}}, align 8
  ;; IR-NEXT: [[INDEX:%.*]] = zext i32 {{%.*}} to i64
  ;; IR-NEXT: [[END:%.*]] = add i64 [[INDEX]], 12
  ;; IR-NEXT: [[BAD:%.*]] = icmp ugt i64 [[END]], [[LENGTH]]
  ;; IR-NEXT: br i1 [[BAD]], label %trap
  ;; IR: load volatile
  (func (param i32) (result v128) (v128.load32_splat offset=8 (local.get 0)))

  ;; IR-LABEL: define {{.*}}@wf_24(
  ;; IR: [[LENGTH:%.*]] = load i64, ptr {{%.*}}, align 8
  ;; IR-NEXT: [[INDEX:%.*]] = zext i32 {{%.*}} to i64
  ;; IR-NEXT: [[END:%.*]] = add i64 [[INDEX]], 16
  ;; IR-NEXT: [[BAD:%.*]] = icmp ugt i64 [[END]], [[LENGTH]]
  ;; IR-NEXT: br i1 [[BAD]], label %trap
  ;; IR: load volatile
  (func (param i32) (result v128) (v128.load64_splat offset=8 (local.get 0)))

  ;; IR-LABEL: define {{.*}}@wf_25(
  ;; IR: [[LENGTH:%.*]] = load i64, ptr {{%.*}}, align 8
  ;; IR-NEXT: [[INDEX:%.*]] = zext i32 {{%.*}} to i64
  ;; IR-NEXT: [[END:%.*]] = add i64 [[INDEX]], 12
  ;; IR-NEXT: [[BAD:%.*]] = icmp ugt i64 [[END]], [[LENGTH]]
  ;; IR-NEXT: br i1 [[BAD]], label %trap
  ;; IR: load volatile
  (func (param i32) (result v128) (v128.load32_zero offset=8 (local.get 0)))

  ;; IR-LABEL: define {{.*}}@wf_26(
  ;; IR: [[LENGTH:%.*]] = load i64, ptr {{%.*}}, align 8
  ;; IR-NEXT: [[INDEX:%.*]] = zext i32 {{%.*}} to i64
  ;; IR-NEXT: [[END:%.*]] = add i64 [[INDEX]], 16
  ;; IR-NEXT: [[BAD:%.*]] = icmp ugt i64 [[END]], [[LENGTH]]
  ;; IR-NEXT: br i1 [[BAD]], label %trap
  ;; IR: load volatile
  (func (param i32) (result v128) (v128.load64_zero offset=8 (local.get 0)))

  ;; IR-LABEL: define {{.*}}@wf_27(
  ;; IR: [[LENGTH:%.*]] = load i64, ptr {{%.*}}, align 8
  ;; IR-NEXT: [[INDEX:%.*]] = zext i32 {{%.*}} to i64
  ;; IR-NEXT: [[END:%.*]] = add i64 [[INDEX]], 9
  ;; IR-NEXT: [[BAD:%.*]] = icmp ugt i64 [[END]], [[LENGTH]]
  ;; IR-NEXT: br i1 [[BAD]], label %trap
  ;; IR: load volatile
  (func (param i32) (result v128) (v128.load8_lane offset=8 1 (local.get 0) (v128.const i64x2 0 0)))

  ;; IR-LABEL: define {{.*}}@wf_28(
  ;; IR: [[LENGTH:%.*]] = load i64, ptr {{%.*}}, align 8
  ;; IR-NEXT: [[INDEX:%.*]] = zext i32 {{%.*}} to i64
  ;; IR-NEXT: [[END:%.*]] = add i64 [[INDEX]], 10
  ;; IR-NEXT: [[BAD:%.*]] = icmp ugt i64 [[END]], [[LENGTH]]
  ;; IR-NEXT: br i1 [[BAD]], label %trap
  ;; IR: load volatile
  (func (param i32) (result v128) (v128.load16_lane offset=8 1 (local.get 0) (v128.const i64x2 0 0)))

  ;; IR-LABEL: define {{.*}}@wf_29(
  ;; IR: [[LENGTH:%.*]] = load i64, ptr {{%.*}}, align 8
  ;; IR-NEXT: [[INDEX:%.*]] = zext i32 {{%.*}} to i64
  ;; IR-NEXT: [[END:%.*]] = add i64 [[INDEX]], 12
  ;; IR-NEXT: [[BAD:%.*]] = icmp ugt i64 [[END]], [[LENGTH]]
  ;; IR-NEXT: br i1 [[BAD]], label %trap
  ;; IR: load volatile
  (func (param i32) (result v128) (v128.load32_lane offset=8 1 (local.get 0) (v128.const i64x2 0 0)))

  ;; IR-LABEL: define {{.*}}@wf_30(
  ;; IR: [[LENGTH:%.*]] = load i64, ptr {{%.*}}, align 8
  ;; IR-NEXT: [[INDEX:%.*]] = zext i32 {{%.*}} to i64
  ;; IR-NEXT: [[END:%.*]] = add i64 [[INDEX]], 16
  ;; IR-NEXT: [[BAD:%.*]] = icmp ugt i64 [[END]], [[LENGTH]]
  ;; IR-NEXT: br i1 [[BAD]], label %trap
  ;; IR: load volatile
  (func (param i32) (result v128) (v128.load64_lane offset=8 1 (local.get 0) (v128.const i64x2 0 0)))

  ;; IR-LABEL: define {{.*}}@wf_31(
  ;; IR: [[LENGTH:%.*]] = load i64, ptr {{%.*}}, align 8
  ;; IR-NEXT: [[INDEX:%.*]] = zext i32 {{%.*}} to i64
  ;; IR-NEXT: [[END:%.*]] = add i64 [[INDEX]], 12
  ;; IR-NEXT: [[BAD:%.*]] = icmp ugt i64 [[END]], [[LENGTH]]
  ;; IR-NEXT: br i1 [[BAD]], label %trap
  ;; IR: store volatile
  (func (param i32 i32) (i32.store offset=8 (local.get 0) (local.get 1)))

  ;; IR-LABEL: define {{.*}}@wf_32(
  ;; IR: [[LENGTH:%.*]] = load i64, ptr {{%.*}}, align 8
  ;; IR-NEXT: [[INDEX:%.*]] = zext i32 {{%.*}} to i64
  ;; IR-NEXT: [[END:%.*]] = add i64 [[INDEX]], 16
  ;; IR-NEXT: [[BAD:%.*]] = icmp ugt i64 [[END]], [[LENGTH]]
  ;; IR-NEXT: br i1 [[BAD]], label %trap
  ;; IR: store volatile
  (func (param i32 i64) (i64.store offset=8 (local.get 0) (local.get 1)))

  ;; IR-LABEL: define {{.*}}@wf_33(
  ;; IR: [[LENGTH:%.*]] = load i64, ptr {{%.*}}, align 8
  ;; IR-NEXT: [[INDEX:%.*]] = zext i32 {{%.*}} to i64
  ;; IR-NEXT: [[END:%.*]] = add i64 [[INDEX]], 12
  ;; IR-NEXT: [[BAD:%.*]] = icmp ugt i64 [[END]], [[LENGTH]]
  ;; IR-NEXT: br i1 [[BAD]], label %trap
  ;; IR: store volatile
  (func (param i32 f32) (f32.store offset=8 (local.get 0) (local.get 1)))

  ;; IR-LABEL: define {{.*}}@wf_34(
  ;; IR: [[LENGTH:%.*]] = load i64, ptr {{%.*}}, align 8
  ;; IR-NEXT: [[INDEX:%.*]] = zext i32 {{%.*}} to i64
  ;; IR-NEXT: [[END:%.*]] = add i64 [[INDEX]], 16
  ;; IR-NEXT: [[BAD:%.*]] = icmp ugt i64 [[END]], [[LENGTH]]
  ;; IR-NEXT: br i1 [[BAD]], label %trap
  ;; IR: store volatile
  (func (param i32 f64) (f64.store offset=8 (local.get 0) (local.get 1)))

  ;; IR-LABEL: define {{.*}}@wf_35(
  ;; IR: [[LENGTH:%.*]] = load i64, ptr {{%.*}}, align 8
  ;; IR-NEXT: [[INDEX:%.*]] = zext i32 {{%.*}} to i64
  ;; IR-NEXT: [[END:%.*]] = add i64 [[INDEX]], 9
  ;; IR-NEXT: [[BAD:%.*]] = icmp ugt i64 [[END]], [[LENGTH]]
  ;; IR-NEXT: br i1 [[BAD]], label %trap
  ;; IR: store volatile
  (func (param i32 i32) (i32.store8 offset=8 (local.get 0) (local.get 1)))

  ;; IR-LABEL: define {{.*}}@wf_36(
  ;; IR: [[LENGTH:%.*]] = load i64, ptr {{%.*}}, align 8
  ;; IR-NEXT: [[INDEX:%.*]] = zext i32 {{%.*}} to i64
  ;; IR-NEXT: [[END:%.*]] = add i64 [[INDEX]], 10
  ;; IR-NEXT: [[BAD:%.*]] = icmp ugt i64 [[END]], [[LENGTH]]
  ;; IR-NEXT: br i1 [[BAD]], label %trap
  ;; IR: store volatile
  (func (param i32 i32) (i32.store16 offset=8 (local.get 0) (local.get 1)))

  ;; IR-LABEL: define {{.*}}@wf_37(
  ;; IR: [[LENGTH:%.*]] = load i64, ptr {{%.*}}, align 8
  ;; IR-NEXT: [[INDEX:%.*]] = zext i32 {{%.*}} to i64
  ;; IR-NEXT: [[END:%.*]] = add i64 [[INDEX]], 9
  ;; IR-NEXT: [[BAD:%.*]] = icmp ugt i64 [[END]], [[LENGTH]]
  ;; IR-NEXT: br i1 [[BAD]], label %trap
  ;; IR: store volatile
  (func (param i32 i64) (i64.store8 offset=8 (local.get 0) (local.get 1)))

  ;; IR-LABEL: define {{.*}}@wf_38(
  ;; IR: [[LENGTH:%.*]] = load i64, ptr {{%.*}}, align 8
  ;; IR-NEXT: [[INDEX:%.*]] = zext i32 {{%.*}} to i64
  ;; IR-NEXT: [[END:%.*]] = add i64 [[INDEX]], 10
  ;; IR-NEXT: [[BAD:%.*]] = icmp ugt i64 [[END]], [[LENGTH]]
  ;; IR-NEXT: br i1 [[BAD]], label %trap
  ;; IR: store volatile
  (func (param i32 i64) (i64.store16 offset=8 (local.get 0) (local.get 1)))

  ;; IR-LABEL: define {{.*}}@wf_39(
  ;; IR: [[LENGTH:%.*]] = load i64, ptr {{%.*}}, align 8
  ;; IR-NEXT: [[INDEX:%.*]] = zext i32 {{%.*}} to i64
  ;; IR-NEXT: [[END:%.*]] = add i64 [[INDEX]], 12
  ;; IR-NEXT: [[BAD:%.*]] = icmp ugt i64 [[END]], [[LENGTH]]
  ;; IR-NEXT: br i1 [[BAD]], label %trap
  ;; IR: store volatile
  (func (param i32 i64) (i64.store32 offset=8 (local.get 0) (local.get 1)))

  ;; IR-LABEL: define {{.*}}@wf_40(
  ;; IR: [[LENGTH:%.*]] = load i64, ptr {{%.*}}, align 8
  ;; IR-NEXT: [[INDEX:%.*]] = zext i32 {{%.*}} to i64
  ;; IR-NEXT: [[END:%.*]] = add i64 [[INDEX]], 24
  ;; IR-NEXT: [[BAD:%.*]] = icmp ugt i64 [[END]], [[LENGTH]]
  ;; IR-NEXT: br i1 [[BAD]], label %trap
  ;; IR: store volatile
  (func (param i32 v128) (v128.store offset=8 (local.get 0) (local.get 1)))

  ;; IR-LABEL: define {{.*}}@wf_41(
  ;; IR: [[LENGTH:%.*]] = load i64, ptr {{%.*}}, align 8
  ;; IR-NEXT: [[INDEX:%.*]] = zext i32 {{%.*}} to i64
  ;; IR-NEXT: [[END:%.*]] = add i64 [[INDEX]], 9
  ;; IR-NEXT: [[BAD:%.*]] = icmp ugt i64 [[END]], [[LENGTH]]
  ;; IR-NEXT: br i1 [[BAD]], label %trap
  ;; IR: store volatile
  (func (param i32 v128) (v128.store8_lane offset=8 1 (local.get 0) (local.get 1)))

  ;; IR-LABEL: define {{.*}}@wf_42(
  ;; IR: [[LENGTH:%.*]] = load i64, ptr {{%.*}}, align 8
  ;; IR-NEXT: [[INDEX:%.*]] = zext i32 {{%.*}} to i64
  ;; IR-NEXT: [[END:%.*]] = add i64 [[INDEX]], 10
  ;; IR-NEXT: [[BAD:%.*]] = icmp ugt i64 [[END]], [[LENGTH]]
  ;; IR-NEXT: br i1 [[BAD]], label %trap
  ;; IR: store volatile
  (func (param i32 v128) (v128.store16_lane offset=8 1 (local.get 0) (local.get 1)))

  ;; IR-LABEL: define {{.*}}@wf_43(
  ;; IR: [[LENGTH:%.*]] = load i64, ptr {{%.*}}, align 8
  ;; IR-NEXT: [[INDEX:%.*]] = zext i32 {{%.*}} to i64
  ;; IR-NEXT: [[END:%.*]] = add i64 [[INDEX]], 12
  ;; IR-NEXT: [[BAD:%.*]] = icmp ugt i64 [[END]], [[LENGTH]]
  ;; IR-NEXT: br i1 [[BAD]], label %trap
  ;; IR: store volatile
  (func (param i32 v128) (v128.store32_lane offset=8 1 (local.get 0) (local.get 1)))

  ;; IR-LABEL: define {{.*}}@wf_44(
  ;; IR: [[LENGTH:%.*]] = load i64, ptr {{%.*}}, align 8
  ;; IR-NEXT: [[INDEX:%.*]] = zext i32 {{%.*}} to i64
  ;; IR-NEXT: [[END:%.*]] = add i64 [[INDEX]], 16
  ;; IR-NEXT: [[BAD:%.*]] = icmp ugt i64 [[END]], [[LENGTH]]
  ;; IR-NEXT: br i1 [[BAD]], label %trap
  ;; IR: store volatile
  (func (param i32 v128) (v128.store64_lane offset=8 1 (local.get 0) (local.get 1)))

  ;; IR-LABEL: define {{.*}}@wf_45(
  ;; The largest offset.
  ;; IR: [[INDEX:%.*]] = zext i32 {{%.*}} to i64
  ;; IR-NEXT: [[END:%.*]] = add i64 [[INDEX]], 4294967299
  ;; IR-NEXT: icmp ugt i64 [[END]]
  (func (param i32) (result i32) (i32.load offset=4294967295 (local.get 0)))
)
