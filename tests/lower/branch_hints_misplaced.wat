;; Hints for what is no branch, or in the middle of an operator, are passed over: here for the
;; local.get at 1 and its immediate at 2, before the one for the br_if at 3.
;; RUN IR -O0 --emit=llvm-ir
(module
  (@custom "metadata.code.branch_hint" (before code)
    "\01\00\03" "\01\01\01" "\02\01\01" "\03\01\00")
  ;; IR-LABEL: define {{.*}}@wf_0(
  ;; IR: br i1 {{%.*}}, label %return, label {{%.*}}, !prof ![[UNLIKELY:[0-9]+]]
  ;; IR: ![[UNLIKELY]] = !{!"branch_weights", i32 1, i32 2000}
  (func (param i32)
    local.get 0
    br_if 0
    unreachable)
)
