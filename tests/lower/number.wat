;; Scalar numbers: no undefined behaviour of LLVM's, and a signalling NaN comes out quiet where the
;; optimiser would fold the operation away.
;; RUN IR -O0 --emit=llvm-ir --cpu x86-64
;; NEVER IR {{f(add|sub|mul|div|cmp) (fast|nnan|contract)}}
;; NEVER IR {{(add|sub|mul|shl) (nuw|nsw)}}
;; NEVER IR strictfp
(module
  ;; IR-LABEL: define {{.*}}@wf_0(
  ;; IR: [[COUNT:%.*]] = and i32 %2, 31
  ;; IR: shl i32 %1, [[COUNT]]
  (func (param i32 i32) (result i32) (i32.shl (local.get 0) (local.get 1)))

  ;; IR-LABEL: define {{.*}}@wf_1(
  ;; IR: call i64 @llvm.ctlz.i64(i64 %1, i1 false)
  (func (param i64) (result i64) (i64.clz (local.get 0)))

  ;; IR-LABEL: define {{.*}}@wf_2(
  ;; IR: [[PRODUCT:%.*]] = fmul double %1, 1.0
  ;; IR: [[ZERO:%.*]] = call double @llvm.arithmetic.fence.f64(double -0.0
  ;; IR: fadd double [[PRODUCT]], [[ZERO]]
  (func (param f64) (result f64) (f64.mul (local.get 0) (f64.const 1)))

  ;; IR-LABEL: define {{.*}}@wf_3(
  ;; IR: fmul double %1, 2.0
  ;; IR-NOT: fence
  ;; IR: ret double
  (func (param f64) (result f64) (f64.mul (local.get 0) (f64.const 2)))

  ;; IR-LABEL: define {{.*}}@wf_4(
  ;; IR: [[FENCED:%.*]] = call double @llvm.arithmetic.fence.f64(double %1)
  ;; IR: fptrunc double [[FENCED]] to float
  (func (param f64) (result f32) (f32.demote_f64 (local.get 0)))

  ;; IR-LABEL: define {{.*}}@wf_5(
  ;; IR: call i32 @llvm.fptoui.sat.i32.f32(float %1)
  (func (param f32) (result i32) (i32.trunc_sat_f32_u (local.get 0)))

  ;; IR-LABEL: define {{.*}}@wf_6(
  ;; IR: call float @llvm.roundeven.f32(float %1)
  (func (param f32) (result f32) (f32.nearest (local.get 0)))

  ;; IR-LABEL: define {{.*}}@wf_7(
  ;; IR: ret float 0x7FF4000000000000
  (func (result f32) (f32.const nan:0x200000))
)
