;; What producers do lane by lane with all lanes of vectors is done with the vectors.
;; RUN IR -O2 --emit=llvm-ir --cpu x86-64
(module
  ;; A shift by amounts that differ.
  ;; IR-LABEL: define hidden <2 x i64> @wf_0(
  ;; IR-NOT: extractelement
  ;; IR: lshr <16 x i8>
  ;; IR-NOT: insertelement
  ;; IR: ret
  (func (param v128 v128) (result v128)
    (i8x16.replace_lane 15 (i8x16.replace_lane 14 (i8x16.replace_lane 13 (i8x16.replace_lane 12 (i8x16.replace_lane 11 (i8x16.replace_lane 10 (i8x16.replace_lane 9 (i8x16.replace_lane 8 (i8x16.replace_lane 7 (i8x16.replace_lane 6 (i8x16.replace_lane 5 (i8x16.replace_lane 4 (i8x16.replace_lane 3 (i8x16.replace_lane 2 (i8x16.replace_lane 1 (i8x16.splat (i32.shr_u (i8x16.extract_lane_u 0 (local.get 0)) (i32.and (i8x16.extract_lane_u 0 (local.get 1)) (i32.const 7))))
      (i32.shr_u (i8x16.extract_lane_u 1 (local.get 0)) (i32.and (i8x16.extract_lane_u 1 (local.get 1)) (i32.const 7))))
      (i32.shr_u (i8x16.extract_lane_u 2 (local.get 0)) (i32.and (i8x16.extract_lane_u 2 (local.get 1)) (i32.const 7))))
      (i32.shr_u (i8x16.extract_lane_u 3 (local.get 0)) (i32.and (i8x16.extract_lane_u 3 (local.get 1)) (i32.const 7))))
      (i32.shr_u (i8x16.extract_lane_u 4 (local.get 0)) (i32.and (i8x16.extract_lane_u 4 (local.get 1)) (i32.const 7))))
      (i32.shr_u (i8x16.extract_lane_u 5 (local.get 0)) (i32.and (i8x16.extract_lane_u 5 (local.get 1)) (i32.const 7))))
      (i32.shr_u (i8x16.extract_lane_u 6 (local.get 0)) (i32.and (i8x16.extract_lane_u 6 (local.get 1)) (i32.const 7))))
      (i32.shr_u (i8x16.extract_lane_u 7 (local.get 0)) (i32.and (i8x16.extract_lane_u 7 (local.get 1)) (i32.const 7))))
      (i32.shr_u (i8x16.extract_lane_u 8 (local.get 0)) (i32.and (i8x16.extract_lane_u 8 (local.get 1)) (i32.const 7))))
      (i32.shr_u (i8x16.extract_lane_u 9 (local.get 0)) (i32.and (i8x16.extract_lane_u 9 (local.get 1)) (i32.const 7))))
      (i32.shr_u (i8x16.extract_lane_u 10 (local.get 0)) (i32.and (i8x16.extract_lane_u 10 (local.get 1)) (i32.const 7))))
      (i32.shr_u (i8x16.extract_lane_u 11 (local.get 0)) (i32.and (i8x16.extract_lane_u 11 (local.get 1)) (i32.const 7))))
      (i32.shr_u (i8x16.extract_lane_u 12 (local.get 0)) (i32.and (i8x16.extract_lane_u 12 (local.get 1)) (i32.const 7))))
      (i32.shr_u (i8x16.extract_lane_u 13 (local.get 0)) (i32.and (i8x16.extract_lane_u 13 (local.get 1)) (i32.const 7))))
      (i32.shr_u (i8x16.extract_lane_u 14 (local.get 0)) (i32.and (i8x16.extract_lane_u 14 (local.get 1)) (i32.const 7))))
      (i32.shr_u (i8x16.extract_lane_u 15 (local.get 0)) (i32.and (i8x16.extract_lane_u 15 (local.get 1)) (i32.const 7)))))

  ;; Quotients trap, lane by lane.
  ;; IR-LABEL: define hidden <2 x i64> @wf_1(
  ;; IR: udiv i8
  ;; IR: ret
  (func (param v128 v128) (result v128)
    (i8x16.replace_lane 15 (i8x16.replace_lane 14 (i8x16.replace_lane 13 (i8x16.replace_lane 12 (i8x16.replace_lane 11 (i8x16.replace_lane 10 (i8x16.replace_lane 9 (i8x16.replace_lane 8 (i8x16.replace_lane 7 (i8x16.replace_lane 6 (i8x16.replace_lane 5 (i8x16.replace_lane 4 (i8x16.replace_lane 3 (i8x16.replace_lane 2 (i8x16.replace_lane 1 (i8x16.splat (i32.div_u (i8x16.extract_lane_u 0 (local.get 0)) (i8x16.extract_lane_u 0 (local.get 1))))
      (i32.div_u (i8x16.extract_lane_u 1 (local.get 0)) (i8x16.extract_lane_u 1 (local.get 1))))
      (i32.div_u (i8x16.extract_lane_u 2 (local.get 0)) (i8x16.extract_lane_u 2 (local.get 1))))
      (i32.div_u (i8x16.extract_lane_u 3 (local.get 0)) (i8x16.extract_lane_u 3 (local.get 1))))
      (i32.div_u (i8x16.extract_lane_u 4 (local.get 0)) (i8x16.extract_lane_u 4 (local.get 1))))
      (i32.div_u (i8x16.extract_lane_u 5 (local.get 0)) (i8x16.extract_lane_u 5 (local.get 1))))
      (i32.div_u (i8x16.extract_lane_u 6 (local.get 0)) (i8x16.extract_lane_u 6 (local.get 1))))
      (i32.div_u (i8x16.extract_lane_u 7 (local.get 0)) (i8x16.extract_lane_u 7 (local.get 1))))
      (i32.div_u (i8x16.extract_lane_u 8 (local.get 0)) (i8x16.extract_lane_u 8 (local.get 1))))
      (i32.div_u (i8x16.extract_lane_u 9 (local.get 0)) (i8x16.extract_lane_u 9 (local.get 1))))
      (i32.div_u (i8x16.extract_lane_u 10 (local.get 0)) (i8x16.extract_lane_u 10 (local.get 1))))
      (i32.div_u (i8x16.extract_lane_u 11 (local.get 0)) (i8x16.extract_lane_u 11 (local.get 1))))
      (i32.div_u (i8x16.extract_lane_u 12 (local.get 0)) (i8x16.extract_lane_u 12 (local.get 1))))
      (i32.div_u (i8x16.extract_lane_u 13 (local.get 0)) (i8x16.extract_lane_u 13 (local.get 1))))
      (i32.div_u (i8x16.extract_lane_u 14 (local.get 0)) (i8x16.extract_lane_u 14 (local.get 1))))
      (i32.div_u (i8x16.extract_lane_u 15 (local.get 0)) (i8x16.extract_lane_u 15 (local.get 1)))))

  ;; A rotation.
  ;; IR-LABEL: define hidden <2 x i64> @wf_2(
  ;; IR-NOT: extractelement
  ;; IR: @llvm.fshl.v4i32(
  ;; IR: ret
  (func (param v128 v128) (result v128)
    (i32x4.replace_lane 3 (i32x4.replace_lane 2 (i32x4.replace_lane 1 (i32x4.splat
      (i32.rotl (i32x4.extract_lane 0 (local.get 0)) (i32x4.extract_lane 0 (local.get 1))))
      (i32.rotl (i32x4.extract_lane 1 (local.get 0)) (i32x4.extract_lane 1 (local.get 1))))
      (i32.rotl (i32x4.extract_lane 2 (local.get 0)) (i32x4.extract_lane 2 (local.get 1))))
      (i32.rotl (i32x4.extract_lane 3 (local.get 0)) (i32x4.extract_lane 3 (local.get 1))))))
