;; Explicit traps: an instruction that carries the code, one per place, before which no store may
;; disappear.
;; RUN X86 -O0 --emit=llvm-ir --cpu x86-64
;; RUN A64 -O0 --emit=llvm-ir --target aarch64-linux-gnu
;; RUN RV -O0 --emit=llvm-ir --target riscv64-linux-gnu
;; NEVER X86 @llvm.trap
;; NEVER X86 @llvm.ubsantrap
(module
  ;; X86-LABEL: define {{.*}}@wf_0(
  ;; X86: icmp eq i32 %2, 0
  ;; X86: br i1 {{%.*}}, label %[[ZERO:.*]], label {{%.*}}, !prof
  ;; X86: [[ZERO]]:
  ;; X86-NEXT: call void asm sideeffect "ud1l 2(%eax), %eax", ""() #[[TRAP:[0-9]+]]
  ;; X86-NEXT: unreachable
  ;; X86: icmp eq i32 %1, -2147483648
  ;; X86: icmp eq i32 %2, -1
  ;; X86: asm sideeffect "ud1l 3(%eax), %eax", ""()
  ;; X86: sdiv i32 %1, %2
  ;; A64-LABEL: define {{.*}}@wf_0(
  ;; A64: call void asm sideeffect "brk 2", ""()
  ;; RV-LABEL: define {{.*}}@wf_0(
  ;; RV: call void asm sideeffect "unimp{{.*}}.half 2", ""()
  (func (param i32 i32) (result i32) (i32.div_s (local.get 0) (local.get 1)))

  ;; The lowest number by -1 leaves no remainder; LLVM's srem must not see it.
  ;; X86-LABEL: define {{.*}}@wf_1(
  ;; X86: [[MINUS:%.*]] = icmp eq i32 %2, -1
  ;; X86: [[SAFE:%.*]] = select i1 [[MINUS]], i32 1, i32 %2
  ;; X86: srem i32 %1, [[SAFE]]
  (func (param i32 i32) (result i32) (i32.rem_s (local.get 0) (local.get 1)))

  ;; A bare fptosi of a number out of range would be poison.
  ;; X86-LABEL: define {{.*}}@wf_2(
  ;; X86: fcmp ogt double %1, 0xC1E0000000200000
  ;; X86: fcmp olt double %1, 0x41E0000000000000
  ;; X86: br i1 {{%.*}}, label %refused, label %[[IN_RANGE:[0-9]+]]{{.*}}, !prof
  ;; X86: fcmp uno double %1, %1
  ;; X86: [[IN_RANGE]]:
  ;; X86: fptosi double %1 to i32
  ;; X86: asm sideeffect "ud1l 4(
  ;; X86: asm sideeffect "ud1l 3(
  (func (param f64) (result i32) (i32.trunc_f64_s (local.get 0)))

  ;; X86-LABEL: define {{.*}}@wf_3(
  ;; X86: call void asm sideeffect "ud1l 1(
  ;; X86-NEXT: unreachable
  (func unreachable)

  ;; X86: attributes #[[TRAP]] = {{.*}}nomerge
)
