;; Locals become values while they are lowered: a phi only where different values meet and one is read.
;; RUN IR -O0 --emit=llvm-ir --cpu x86-64
;; NEVER IR alloca
(module
  (memory 1)

  ;; IR-LABEL: define {{.*}}@wf_0(
  ;; IR: phi i32 [ 7, %then ], [ 0, %else ]
  ;; IR-NOT: phi
  ;; IR: ret i32
  (func (param i32) (result i32) (local i32 i32)
    (if (local.get 0) (then (local.set 1 (i32.const 7)) (local.set 2 (i32.const 8))))
    (local.get 1))

  ;; A loop's head merges what the loop writes, but not what it only reads.
  ;; IR-LABEL: define {{.*}}@wf_1(
  ;; IR: loop:
  ;; IR-NEXT: [[SUM:%.*]] = phi i32 [ 0, %entry ], [ [[NEXT:%.*]], %loop ]
  ;; IR-NEXT: [[NEXT]] = add i32 [[SUM]], %1
  ;; IR-NOT: phi i32 {{.*}}%entry
  ;; IR: ret i32
  (func (param i32) (result i32) (local i32)
    (loop
      (local.set 1 (i32.add (local.get 1) (local.get 0)))
      (br_if 0 (i32.lt_u (local.get 1) (i32.const 100))))
    (local.get 1))

  ;; Comparisons are branched on as they are, negated or not.
  ;; IR-LABEL: define {{.*}}@wf_2(
  ;; IR: [[SMALL:%.*]] = icmp ult i32
  ;; IR: [[LARGE:%.*]] = icmp uge i32
  ;; IR-NOT: icmp
  ;; IR: br i1 [[LARGE]]
  (func (param i32)
    (block (br_if 0 (i32.eqz (i32.lt_u (local.get 0) (i32.const 5)))) (i32.store (i32.const 0) (local.get 0))))

  ;; The memory's address is loaded once on each way.
  ;; IR-LABEL: define {{.*}}@wf_3(
  ;; IR: load ptr, ptr %2
  ;; IR: load volatile i32
  ;; IR-NOT: load ptr
  ;; IR: ret i32
  (func (param i32) (result i32)
    (i32.add (i32.load (local.get 0)) (i32.load offset=4 (local.get 0)))))
