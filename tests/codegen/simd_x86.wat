;; The instructions that x86-64 has for vector operators.
;; RUN V3 -O2 --emit=asm --cpu x86-64-v3
;; RUN V2 -O2 --emit=asm --cpu x86-64-v2
;; RUN V1 -O2 --emit=asm --cpu x86-64
(module
  ;; V3-LABEL: wf_0:
  ;; V3: vpaddusb
  ;; V3: vpshufb
  ;; V3: retq
  ;; V2-LABEL: wf_0:
  ;; V2: paddusb
  ;; V2: pshufb
  ;; V2: retq
  ;; Without SSSE3 the operator is a call.
  ;; V1-LABEL: wf_0:
  ;; V1: callq wv_i8x16.swizzle
  (func (param v128 v128) (result v128) (i8x16.swizzle (local.get 0) (local.get 1)))

  ;; V3-LABEL: wf_1:
  ;; V3: vpmulhrsw
  ;; V3: vpcmpeqw
  ;; V3: vpxor
  ;; V3: retq
  ;; V2-LABEL: wf_1:
  ;; V2: pmulhrsw
  (func (param v128 v128) (result v128) (i16x8.q15mulr_sat_s (local.get 0) (local.get 1)))

  ;; V3-LABEL: wf_2:
  ;; V3: vpmaddubsw
  ;; V3: retq
  ;; V2-LABEL: wf_2:
  ;; V2: pmaddubsw
  (func (param v128) (result v128) (i16x8.extadd_pairwise_i8x16_u (local.get 0)))

  ;; V3-LABEL: wf_3:
  ;; V3: vpmaddwd
  ;; V3: retq
  ;; V1-LABEL: wf_3:
  ;; V1: pmaddwd
  (func (param v128) (result v128) (i32x4.extadd_pairwise_i16x8_s (local.get 0)))

  ;; V3-LABEL: wf_4:
  ;; V3: vpmaddwd
  ;; V3: retq
  ;; V1-LABEL: wf_4:
  ;; V1: pmaddwd
  (func (param v128 v128) (result v128) (i32x4.dot_i16x8_s (local.get 0) (local.get 1)))

  ;; V3-LABEL: wf_5:
  ;; V3-DAG: vcmpordps
  ;; V3-DAG: vcvttps2dq
  ;; V3-DAG: vxorps
  ;; V3: retq
  ;; V1-LABEL: wf_5:
  ;; V1: cvttps2dq
  (func (param v128) (result v128) (i32x4.trunc_sat_f32x4_s (local.get 0)))

  ;; V3-LABEL: wf_6:
  ;; V3: vmaxps
  ;; V3-DAG: vcvttps2dq
  ;; V3-DAG: vcvttps2dq
  ;; V3: vpaddd
  ;; V3: retq
  (func (param v128) (result v128) (i32x4.trunc_sat_f32x4_u (local.get 0)))

  ;; V3-LABEL: wf_7:
  ;; V3: vminpd
  ;; V3: vcvttpd2dq
  ;; V3: retq
  (func (param v128) (result v128) (i32x4.trunc_sat_f64x2_s_zero (local.get 0)))

  ;; V3-LABEL: wf_8:
  ;; V3: vminpd
  ;; V3: vroundpd $11
  ;; V3: vaddpd
  ;; V3: retq
  (func (param v128) (result v128) (i32x4.trunc_sat_f64x2_u_zero (local.get 0)))

  ;; No branch, no call; the sum quiets NaNs.
  ;; V3-LABEL: wf_9:
  ;; V3: vminpd
  ;; V3: vminpd
  ;; V3: vorpd
  ;; V3: vaddpd
  ;; V3: vcmpunordpd
  ;; V3: vblendvpd
  ;; V3: retq
  (func (param v128 v128) (result v128) (f64x2.min (local.get 0) (local.get 1)))

  ;; V3-LABEL: wf_10:
  ;; V3: {{vpackuswb|vpackusdw}}
  ;; V3: retq
  ;; V2-LABEL: wf_10:
  ;; V2: packusdw
  (func (param v128 v128) (result v128) (i16x8.narrow_i32x4_u (local.get 0) (local.get 1)))

  ;; V3-LABEL: wf_11:
  ;; V3: vpmovmskb
  ;; V3: retq
  ;; V1-LABEL: wf_11:
  ;; V1: pmovmskb
  (func (param v128) (result i32) (i8x16.bitmask (local.get 0)))

  ;; V3-LABEL: wf_12:
  ;; V3: vpavgb
  ;; V3: retq
  ;; V1-LABEL: wf_12:
  ;; V1: pavgb
  (func (param v128 v128) (result v128) (i8x16.avgr_u (local.get 0) (local.get 1)))

  ;; V3-LABEL: wf_13:
  ;; V3: vroundps $10
  ;; V3: retq
  ;; V1-LABEL: wf_13:
  ;; V1-COUNT-4: callq ceilf
  (func (param v128) (result v128) (f32x4.ceil (local.get 0)))

  ;; Of a multiplication by one an addition of -0 stays, to quiet a NaN.
  ;; V3-LABEL: wf_14:
  ;; V3: vaddps
  ;; V3: retq
  (func (param v128) (result v128) (f32x4.mul (local.get 0) (v128.const f32x4 1 1 1 1)))

  ;; Relaxed operators: what the processor does.
  ;; V3-LABEL: wf_15:
  ;; V3-NOT: vpaddusb
  ;; V3: vpshufb
  ;; V3: retq
  (func (param v128 v128) (result v128) (i8x16.relaxed_swizzle (local.get 0) (local.get 1)))

  ;; V3-LABEL: wf_16:
  ;; V3: vfmadd{{[0-9]+}}ps
  ;; V3: retq
  ;; V2-LABEL: wf_16:
  ;; V2: mulps
  ;; V2: addps
  ;; V2-NOT: callq
  ;; V2: retq
  (func (param v128 v128 v128) (result v128)
    (f32x4.relaxed_madd (local.get 0) (local.get 1) (local.get 2)))

  ;; V3-LABEL: wf_17:
  ;; V3: vpblendvb
  ;; V3: retq
  ;; V2-LABEL: wf_17:
  ;; V2-NOT: pblendvb
  ;; V2: retq
  (func (param v128 v128 v128) (result v128)
    (i8x16.relaxed_laneselect (local.get 0) (local.get 1) (local.get 2)))

  ;; V3-LABEL: wf_18:
  ;; V3: vminps
  ;; V3-NOT: vminps
  ;; V3: retq
  (func (param v128 v128) (result v128) (f32x4.relaxed_min (local.get 0) (local.get 1)))

  ;; V3-LABEL: wf_19:
  ;; V3: vcvttps2dq
  ;; V3: retq
  (func (param v128) (result v128) (i32x4.relaxed_trunc_f32x4_s (local.get 0)))
)
