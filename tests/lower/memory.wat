;; Guest accesses: volatile, unaligned, at an address about which LLVM is told nothing.
;; RUN IR -O0 --emit=llvm-ir --cpu x86-64
;; RUN RV -O0 --emit=llvm-ir --target riscv64-linux-gnu --cpu rv64gc
;; NEVER IR inbounds
;; NEVER IR nuw
;; NEVER IR nsw
;; NEVER IR sext
(module
  (memory 1)

  ;; The index is zero-extended and the offset added in 64 bits.
  ;; IR-LABEL: define {{.*}}@wf_0(
  ;; IR: [[BASE:%.*]] = load ptr, ptr {{%.*}}, align 8{{.*}}!invariant.load
  ;; IR: [[INDEX:%.*]] = zext i32 %1 to i64
  ;; IR: [[START:%.*]] = getelementptr i8, ptr [[BASE]], i64 [[INDEX]]
  ;; IR: [[ADDRESS:%.*]] = getelementptr i8, ptr [[START]], i64 4294967295
  ;; IR: load volatile i32, ptr [[ADDRESS]], align 1
  (func (param i32) (result i32) (i32.load offset=4294967295 align=4 (local.get 0)))

  ;; IR-LABEL: define {{.*}}@wf_1(
  ;; IR: trunc i64 %2 to i16
  ;; IR: store volatile i16 {{%.*}}, ptr {{%.*}}, align 1
  (func (param i32 i64) (i64.store16 (local.get 0) (local.get 1)))

  ;; IR-LABEL: define {{.*}}@wf_2(
  ;; IR: load volatile <2 x i64>, ptr {{%.*}}, align 1
  ;; IR: store volatile <2 x i64> {{%.*}}, ptr {{%.*}}, align 1
  (func (param i32) (v128.store (local.get 0) (v128.load (local.get 0))))

  ;; Half a vector is one access.
  ;; IR-LABEL: define {{.*}}@wf_3(
  ;; IR: load volatile i64, ptr {{%.*}}, align 1
  ;; IR: zext <8 x i8> {{%.*}} to <8 x i16>
  (func (param i32) (result v128) (v128.load8x8_u (local.get 0)))

  ;; IR-LABEL: define {{.*}}@wf_4(
  ;; IR: load volatile i16, ptr {{%.*}}, align 1
  ;; IR: insertelement <8 x i16> {{%.*}}, i16 {{%.*}}, i64 3
  (func (param i32 v128) (result v128) (v128.load16_lane 3 (local.get 0) (local.get 1)))

  ;; IR-LABEL: define {{.*}}@wf_5(
  ;; IR: extractelement <4 x i32> {{%.*}}, i64 2
  ;; IR: store volatile i32 {{%.*}}, ptr {{%.*}}, align 1
  (func (param i32 v128) (v128.store32_lane 2 (local.get 0) (local.get 1)))

  ;; Both ranges are checked before the first byte moves, and the move is volatile.
  ;; IR-LABEL: define {{.*}}@wf_6(
  ;; IR: icmp ugt i64
  ;; IR: icmp ugt i64
  ;; IR: call void @llvm.memmove.p0.p0.i64(ptr align 1 {{%.*}}, ptr align 1 {{%.*}}, i64 {{%.*}}, i1 true)
  (func (param i32 i32 i32) (memory.copy (local.get 0) (local.get 1) (local.get 2)))

  ;; IR-LABEL: define {{.*}}@wf_7(
  ;; IR: icmp ugt i64
  ;; IR: call void @llvm.memset.p0.i64(ptr align 1 {{%.*}}, i8 {{%.*}}, i64 {{%.*}}, i1 true)
  (func (param i32 i32 i32) (memory.fill (local.get 0) (local.get 1) (local.get 2)))

  ;; Without vector registers a v128 is written in two pieces, the upper one first: when it lies
  ;; beyond the memory's end, the lower one must not have been written.
  ;; RV-LABEL: define {{.*}}@wf_8(
  ;; RV: [[HIGH:%.*]] = extractelement <2 x i64> {{%.*}}, i64 1
  ;; RV: [[UPPER:%.*]] = getelementptr i8, ptr [[LOWER:%.*]], i64 8
  ;; RV: store volatile i64 [[HIGH]], ptr [[UPPER]], align 1
  ;; RV: store volatile i64 {{%.*}}, ptr [[LOWER]], align 1
  (func (param i32 v128) (v128.store (local.get 0) (local.get 1)))
)
