;; Saturating conversions of vectors that LLVM makes: by instructions on vectors, not lane by lane.
;; RUN IR -O2 --emit=llvm-ir --cpu x86-64
;; RUN WIDE -O2 --emit=llvm-ir --cpu x86-64-v4
;; RUN ARM -O2 --emit=llvm-ir --target aarch64-linux-gnu --cpu generic
(module
  (memory 1)

  ;; IR-LABEL: define hidden void @wf_0(
  ;; IR: @llvm.x86.sse2.cvttps2dq(
  ;; WIDE-LABEL: define hidden void @wf_0(
  ;; WIDE: @llvm.x86.avx.cvtt.ps2dq.256(
  ;; ARM-LABEL: define hidden void @wf_0(
  ;; ARM: @llvm.fptosi.sat.v4i32.v4f32(
  (func (local $i i32)
    (loop $next
      (i32.store offset=8192 (local.get $i) (i32.trunc_sat_f32_s (f32.load (local.get $i))))
      (br_if $next (i32.ne (local.tee $i (i32.add (local.get $i) (i32.const 4))) (i32.const 4096)))))

  ;; WIDE-LABEL: define hidden void @wf_1(
  ;; WIDE: @llvm.x86.avx512.mask.cvttps2udq.256(
  (func (local $i i32)
    (loop $next
      (i32.store offset=8192 (local.get $i) (i32.trunc_sat_f32_u (f32.load (local.get $i))))
      (br_if $next (i32.ne (local.tee $i (i32.add (local.get $i) (i32.const 4))) (i32.const 4096))))))
