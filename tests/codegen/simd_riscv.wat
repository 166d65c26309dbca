;; riscv64 with V, and without: there 16 lanes are a call.
;; RUN RVV -O2 --emit=asm --target riscv64-linux-gnu --cpu rv64gcv
;; RUN RV -O2 --emit=asm --target riscv64-linux-gnu --cpu rv64gc
;; NEVER RV vsetivli
(module
  ;; RVV-LABEL: wf_0:
  ;; RVV: vrgather.vv
  ;; RV-LABEL: wf_0:
  ;; RV: wv_i8x16.swizzle
  (func (param v128 v128) (result v128) (i8x16.swizzle (local.get 0) (local.get 1)))

  ;; RVV-LABEL: wf_1:
  ;; RVV: csrwi vxrm, 0
  ;; RVV: vsmul.vv
  ;; RV-LABEL: wf_1:
  ;; RV: wv_i16x8.q15mulr_sat_s
  (func (param v128 v128) (result v128) (i16x8.q15mulr_sat_s (local.get 0) (local.get 1)))

  ;; RVV-LABEL: wf_2:
  ;; RVV: vsadd.vv
  (func (param v128 v128) (result v128) (i8x16.add_sat_s (local.get 0) (local.get 1)))

  ;; RVV-LABEL: wf_3:
  ;; RVV: vaaddu.vv
  (func (param v128 v128) (result v128) (i8x16.avgr_u (local.get 0) (local.get 1)))

  ;; RVV-LABEL: wf_4:
  ;; RVV: vfm{{acc|add}}.vv
  (func (param v128 v128 v128) (result v128)
    (f32x4.relaxed_madd (local.get 0) (local.get 1) (local.get 2)))

  ;; RVV-LABEL: wf_5:
  ;; RVV: vfcvt.rtz.x.f.v
  (func (param v128) (result v128) (i32x4.trunc_sat_f32x4_s (local.get 0)))

  ;; RV-LABEL: wf_6:
  ;; RV: and
  ;; RV: and
  ;; RV: ret
  (func (param v128 v128) (result v128) (v128.and (local.get 0) (local.get 1)))
)
