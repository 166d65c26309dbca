;; Calls through a table that never changes read its constant data and stay in the caller's context;
;; from level 2 on, of a type of which the table has few functions, it is the index that says which.
;; RUN IR -O0 --emit=llvm-ir --cpu x86-64
;; RUN ASM -O2 --emit=asm --cpu x86-64
(module
  (type $t (func (param i32) (result i32)))
  (type $one (func (param i64) (result i64)))
  (type $few (func (param f64) (result f64)))
  (table $fixed 15 funcref)
  (elem (table $fixed) (i32.const 1) func $a $b $c $b $b $b $b $b $d $e $d $e $d $e)
  (table $set 4 funcref)
  (elem (table $set) (i32.const 1) func $a)

  ;; IR: @wt_0 = external hidden constant [120 x i8], align 8

  (func $a (type $t) (local.get 0))
  (func $b (type $t) (i32.const 1))
  (func $c (type $one) (local.get 0))
  (func $d (type $few) (local.get 0))
  (func $e (type $few) (f64.neg (local.get 0)))

  ;; One load after the comparison of the index, and no store that says who calls.
  ;; IR-LABEL: define {{.*}}@wf_5(
  ;; IR: icmp uge i64 {{%.*}}, 15
  ;; IR: [[AT:%.*]] = getelementptr inbounds i8, ptr @wt_0, i64
  ;; IR: [[TYPE:%.*]] = load i32, ptr [[AT]], align 4
  ;; IR: icmp ne i32 [[TYPE]], 0
  ;; IR-NOT: store
  ;; IR: [[DISTANCE:%.*]] = load i32
  ;; IR: [[WIDE:%.*]] = sext i32 [[DISTANCE]] to i64
  ;; IR: [[CODE:%.*]] = getelementptr i8, ptr @wt_0, i64 [[WIDE]]
  ;; IR: notail call i32 [[CODE]](ptr {{%.*}}, i32
  ;; ASM-LABEL: wf_5:
  ;; ASM: cmpl $15, %edx
  ;; ASM: leaq wt_0(%rip), %[[DATA:.*]]
  ;; ASM: movl (%[[DATA]],%rax,8)
  ;; ASM: movslq 4(%[[DATA]],%rax,8), %[[CODE:.*]]
  ;; ASM-NEXT: addq %[[DATA]], %[[CODE]]
  ;; ASM-NEXT: callq *%[[CODE]]
  (func (param i32 i32) (result i32)
    (i32.add (call_indirect $fixed (type $t) (local.get 0) (local.get 1)) (i32.const 1)))

  ;; The only function of its type is called directly.
  ;; IR-LABEL: define {{.*}}@wf_6(
  ;; IR: icmp ne i32 {{%.*}}, 1
  ;; IR: notail call i64 @wf_2(ptr
  (func (param i64 i32) (result i64)
    (call_indirect $fixed (type $one) (local.get 0) (local.get 1)))

  ;; Six indices, two functions, both of them inlined: no code is looked up, and the data serves only to
  ;; say which trap it is.
  ;; ASM-LABEL: wf_7:
  ;; ASM-NOT: call
  ;; ASM: retq
  ;; ASM: leaq wt_0(%rip), %[[DATA:.*]]
  ;; ASM-NEXT: cmpl $-1, (%[[DATA]],%rax,8)
  ;; IR-LABEL: define {{.*}}@wf_7(
  ;; IR-NOT: switch
  ;; IR: notail call double {{%.*}}(ptr
  (func (param f64 i32) (result f64)
    (call_indirect $fixed (type $few) (local.get 0) (local.get 1)))

  ;; Another table is written to.
  ;; IR-LABEL: define {{.*}}@wf_8(
  ;; IR: load volatile i32
  (func (param i32 i32) (result i32)
    (table.set $set (i32.const 0) (ref.func $b))
    (call_indirect $set (type $t) (local.get 0) (local.get 1)))
)
