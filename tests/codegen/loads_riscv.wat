;; riscv64: a load of eight bytes stays one when the value is cut to its lower half, or its trap would be lost.
;; RUN RV -O2 --emit=asm --target riscv64-linux-gnu --cpu rv64gc
;; NEVER RV lw{{[[:space:]]}}
(module
  (memory 1)

  ;; RV-LABEL: wf_0:
  ;; RV: ld a0, 8(
  ;; RV: sext.w
  (func (param i32) (result i64) (i64.extend32_s (i64.load offset=8 (local.get 0))))

  ;; RV-LABEL: wf_1:
  ;; RV: ld a0, 16(
  (func (param i32) (result i64) (i64x2.extract_lane 0 (v128.load32x2_s offset=16 (local.get 0))))
)
