;; Vector operators whose IR says more than their instructions.
;; RUN IR -O0 --emit=llvm-ir --cpu x86-64-v3
;; RUN RV -O0 --emit=llvm-ir --target riscv64-linux-gnu --cpu rv64gc
(module
  ;; A shift count is taken modulo the lanes' width.
  ;; IR-LABEL: define {{.*}}@wf_0(
  ;; IR: and i32 %2, 7
  ;; IR: ashr <16 x i8>
  (func (param v128 i32) (result v128) (i8x16.shr_s (local.get 0) (local.get 1)))

  ;; One lane of 1 is enough for a signalling NaN to slip through.
  ;; IR-LABEL: define {{.*}}@wf_1(
  ;; IR: [[PRODUCT:%.*]] = fmul <4 x float> {{%.*}}, <float 3.000000e+00, float 1.000000e+00, float 2.000000e+00, float 4.000000e+00>
  ;; IR: [[ZERO:%.*]] = call <4 x float> @llvm.arithmetic.fence.v4f32(<4 x float>
  ;; IR: fadd <4 x float> [[PRODUCT]], [[ZERO]]
  (func (param v128) (result v128) (f32x4.mul (local.get 0) (v128.const f32x4 3 1 2 4)))

  ;; IR-LABEL: define {{.*}}@wf_2(
  ;; IR: [[FENCED:%.*]] = call <2 x double> @llvm.arithmetic.fence.v2f64(<2 x double>
  ;; IR: fptrunc <2 x double> [[FENCED]] to <2 x float>
  ;; IR: shufflevector
  (func (param v128) (result v128) (f32x4.demote_f64x2_zero (local.get 0)))

  ;; Without vector registers 16 lanes are a call.
  ;; IR-LABEL: define {{.*}}@wf_3(
  ;; IR: call <16 x i8> @llvm.sadd.sat.v16i8
  ;; RV-LABEL: define {{.*}}@wf_3(
  ;; RV: notail call <2 x i64> @wv_i8x16.add_sat_s(
  (func (param v128 v128) (result v128) (i8x16.add_sat_s (local.get 0) (local.get 1)))

  ;; ... and two are not.
  ;; RV-LABEL: define {{.*}}@wf_4(
  ;; RV: add <2 x i64>
  (func (param v128 v128) (result v128) (i64x2.add (local.get 0) (local.get 1)))

  ;; RV-LABEL: define internal <2 x i64> @wv_i8x16.add_sat_s(<2 x i64> %0, <2 x i64> %1)
  ;; RV: call <16 x i8> @llvm.sadd.sat.v16i8
)
