;; Branch hints become weights of the conditional branch, on `if` and `br_if` and nowhere else.
;; RUN IR -O0 --emit=llvm-ir
(module
  (import "m" "f" (func $f))
  ;; IR-LABEL: define {{.*}}@wf_1(
  ;; IR: br i1 {{%.*}}, label %then{{[0-9]*}}, label %else{{.*}}, !prof ![[LIKELY:[0-9]+]]
  (func (param i32)
    (@metadata.code.branch_hint "\01") (if (local.get 0) (then (call $f))))

  ;; IR-LABEL: define {{.*}}@wf_2(
  ;; IR: br i1 {{%.*}}, label %return, label {{%.*}}, !prof ![[UNLIKELY:[0-9]+]]
  ;; IR: br i1 {{%.*}}, label %return, label {{%.*}}, !prof ![[LIKELY]]
  (func (param i32 i32)
    (@metadata.code.branch_hint "\00") (br_if 0 (local.get 0))
    (call $f)
    (@metadata.code.branch_hint "\01") (br_if 0 (local.get 1))
    (call $f))

  ;; Each hint reaches its own branch: those before and behind it have none.
  ;; IR-LABEL: define {{.*}}@wf_3(
  ;; IR: br i1 {{%.*}}, label %return, label %{{[0-9]+(, !dbg ![0-9]+)?$}}
  ;; IR: br i1 {{%.*}}, label %then{{[0-9]*}}, label %else{{.*}}, !prof ![[UNLIKELY]]
  ;; IR: br i1 {{%.*}}, label %then{{[0-9]*}}, label %else{{[0-9]*(, !dbg ![0-9]+)?$}}
  (func (param i32 i32 i32) (local i64)
    (br_if 0 (local.get 0))
    (@metadata.code.branch_hint "\00") (if (local.get 1) (then (call $f)))
    (if (local.get 2) (then (call $f))))

  ;; Hints in unreachable code are passed over, and the next one counts.
  ;; IR-LABEL: define {{.*}}@wf_4(
  ;; IR-NOT: !prof ![[LIKELY]]
  ;; IR: br i1 {{%.*}}, label %return, label {{%.*}}, !prof ![[UNLIKELY]]
  (func (param i32)
    (block
      (br 0)
      (@metadata.code.branch_hint "\01") (if (local.get 0) (then (call $f)))
      (@metadata.code.branch_hint "\01") (br_if 0 (local.get 0)))
    (@metadata.code.branch_hint "\00") (br_if 0 (local.get 0))
    (call $f))

  ;; The hints of the function before do not reach into one without any.
  ;; IR-LABEL: define {{.*}}@wf_5(
  ;; IR-NOT: !prof
  ;; IR: ret void
  (func (param i32)
    (br_if 0 (local.get 0))
    (if (local.get 0) (then (call $f)))
    (call $f))

  ;; IR-DAG: ![[LIKELY]] = !{!"branch_weights", i32 2000, i32 1}
  ;; IR-DAG: ![[UNLIKELY]] = !{!"branch_weights", i32 1, i32 2000}
)
