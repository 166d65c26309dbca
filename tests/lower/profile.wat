;; Counters are plain additions to the context, one for each entry and each conditional branch, and
;; need no block of their own.
;; RUN IR -O0 --instrument --emit=llvm-ir
(module
  (import "m" "f" (func $f))
  (memory 1)
  ;; IR-LABEL: define {{.*}}@wf_1(
  ;; IR: [[ENTRY:%.*]] = getelementptr i8, ptr [[CONTEXT:%.*]], i64 [[#FIRST:]]
  ;; IR-NEXT: [[OLD:%.*]] = load i64, ptr [[ENTRY]], align 8
  ;; IR-NEXT: [[NEW:%.*]] = add i64 [[OLD]], 1
  ;; IR-NEXT: store i64 [[NEW]], ptr [[ENTRY]], align 8
  ;; IR: [[OFFSET:%.*]] = select i1 [[CONDITION:%.*]], i64 [[#FIRST + 8]], i64 [[#FIRST + 16]]
  ;; IR-NEXT: [[PLACE:%.*]] = getelementptr i8, ptr [[CONTEXT]], i64 [[OFFSET]]
  ;; IR-NEXT: load i64, ptr [[PLACE]], align 8
  ;; IR: store i64
  ;; IR-NEXT: br i1 [[CONDITION]], label %then, label %else
  ;; IR: select i1 [[CONDITION2:%.*]], i64 [[#FIRST + 24]], i64 [[#FIRST + 32]]
  ;; IR: store i64
  ;; IR-NEXT: br i1 [[CONDITION2]], label %return
  (func (param i32)
    (if (local.get 0) (then (call $f)))
    (br_if 0 (local.get 0))
    (call $f))

  ;; The number of a br_table's counter is its operand, or the last.
  ;; IR-LABEL: define {{.*}}@wf_2(
  ;; IR: getelementptr i8, ptr %{{.*}}, i64 [[#FIRST + 40]]
  ;; IR: [[NUMBER:%.*]] = call i32 @llvm.umin.i32(i32 [[INDEX:%.*]], i32 2)
  ;; IR-NEXT: [[FIRST_OF:%.*]] = getelementptr i8, ptr %{{.*}}, i64 [[#FIRST + 48]]
  ;; IR-NEXT: [[WIDE:%.*]] = zext i32 [[NUMBER]] to i64
  ;; IR-NEXT: getelementptr i64, ptr [[FIRST_OF]], i64 [[WIDE]]
  ;; IR: switch i32 [[INDEX]]
  (func (param i32)
    (block (block (br_table 0 1 2 (local.get 0))) (call $f))
    (call $f))

  ;; Behind the three counters of the table, and those of a branch that is never reached.
  ;; IR-LABEL: define {{.*}}@wf_3(
  ;; IR: getelementptr i8, ptr %{{.*}}, i64 [[#FIRST + 72]]
  ;; IR: select i1 {{.*}}, i64 [[#FIRST + 96]], i64 [[#FIRST + 104]]
  (func (param i32)
    (block (br 0) (br_if 0 (local.get 0)))
    (br_if 0 (local.get 0))
    (call $f))
)
;; NEVER IR store volatile i64
