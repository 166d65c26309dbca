;; The instructions that AArch64 has for vector operators.
;; RUN A64 -O2 --emit=asm --target aarch64-linux-gnu
(module
  ;; A64-LABEL: wf_0:
  ;; A64: tbl v0.16b, { v0.16b }, v1.16b
  (func (param v128 v128) (result v128) (i8x16.swizzle (local.get 0) (local.get 1)))

  ;; A64-LABEL: wf_1:
  ;; A64: sqrdmulh v0.8h
  (func (param v128 v128) (result v128) (i16x8.q15mulr_sat_s (local.get 0) (local.get 1)))

  ;; A64-LABEL: wf_2:
  ;; A64: uaddlp v0.8h, v0.16b
  (func (param v128) (result v128) (i16x8.extadd_pairwise_i8x16_u (local.get 0)))

  ;; A64-LABEL: wf_3:
  ;; A64: fcvtzs v0.4s
  (func (param v128) (result v128) (i32x4.trunc_sat_f32x4_s (local.get 0)))

  ;; A64-LABEL: wf_4:
  ;; A64: fcvtzs v0.2d
  ;; A64: sqxtn v0.2s
  (func (param v128) (result v128) (i32x4.trunc_sat_f64x2_s_zero (local.get 0)))

  ;; A64-LABEL: wf_5:
  ;; A64: fcvtzu v0.2d
  ;; A64: uqxtn v0.2s
  (func (param v128) (result v128) (i32x4.trunc_sat_f64x2_u_zero (local.get 0)))

  ;; A64-LABEL: wf_6:
  ;; A64: fmin v0.4s
  (func (param v128 v128) (result v128) (f32x4.min (local.get 0) (local.get 1)))

  ;; Even of a value and itself: the operation quiets NaNs.
  ;; A64-LABEL: wf_7:
  ;; A64: fmax v0.2d
  (func (param v128) (result v128) (f64x2.max (local.get 0) (local.get 0)))

  ;; A64-LABEL: wf_8:
  ;; A64: sqxtn v0.8b
  ;; A64: sqxtn2 v0.16b
  (func (param v128 v128) (result v128) (i8x16.narrow_i16x8_s (local.get 0) (local.get 1)))

  ;; A64-LABEL: wf_9:
  ;; A64: frintn v0.4s
  (func (param v128) (result v128) (f32x4.nearest (local.get 0)))

  ;; A64-LABEL: wf_10:
  ;; A64: fmla
  (func (param v128 v128 v128) (result v128)
    (f64x2.relaxed_madd (local.get 0) (local.get 1) (local.get 2)))

  ;; A64-LABEL: wf_11:
  ;; A64: {{bsl|bif|bit}}
  (func (param v128 v128 v128) (result v128)
    (i8x16.relaxed_laneselect (local.get 0) (local.get 1) (local.get 2)))

  ;; A64-LABEL: wf_12:
  ;; A64: urhadd v0.16b
  (func (param v128 v128) (result v128) (i8x16.avgr_u (local.get 0) (local.get 1)))
)
