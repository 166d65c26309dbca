;; Globals and tables: writes are volatile, since a trap between two of them shows the first.
;; RUN IR -O0 --emit=llvm-ir --cpu x86-64
(module
  (global $g (mut i32) (i32.const 0))
  (global $v (mut v128) (v128.const i64x2 1 2))
  (table 4 funcref)

  ;; IR-LABEL: define {{.*}}@wf_0(
  ;; IR: store volatile i32 %1, ptr {{%.*}}, align 4
  (func (param i32) (global.set $g (local.get 0)))

  ;; IR-LABEL: define {{.*}}@wf_1(
  ;; IR: load <2 x i64>, ptr [[PLACE:%.*]], align 4
  ;; IR: store volatile <2 x i64> {{%.*}}, ptr {{%.*}}, align 4
  (func (global.set $v (v128.not (global.get $v))))

  ;; IR-LABEL: define {{.*}}@wf_2(
  ;; IR: icmp uge i64
  ;; IR: store volatile ptr null, ptr {{%.*}}, align 8
  (func (param i32) (table.set 0 (local.get 0) (ref.null func)))

  ;; IR-LABEL: define {{.*}}@wi_initialize(
  ;; IR: store volatile <2 x i64> <i64 1, i64 2>
)
