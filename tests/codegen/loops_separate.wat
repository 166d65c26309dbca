;; Ranges that do not overlap: what LLVM is told of them (compiler/optimize/separate_ranges.cpp).
;; RUN IR -O2 --emit=llvm-ir --cpu x86-64-v3
(module
  (memory 1)

  ;; Two arrays at constant places: no check of its own in front of the vectors, and no third copy.
  ;; IR-LABEL: define hidden void @wf_0(
  ;; IR-NOT: vector.memcheck
  ;; IR: load <4 x i64>{{.*}} !alias.scope [[READ:![0-9]+]], !noalias [[WRITTEN:![0-9]+]]
  ;; IR: store <4 x i64>{{.*}} !alias.scope
  ;; IR-NOT: vector.memcheck
  (func (local $i i32)
    (loop $next
      (i64.store offset=8192 (local.get $i) (i64.xor (i64.load (local.get $i)) (i64.const 5)))
      (local.set $i (i32.add (local.get $i) (i32.const 8)))
      (br_if $next (i32.lt_u (local.get $i) (i32.const 4096)))))

  ;; They do overlap: nothing is said, and LLVM finds no vectors.
  ;; IR-LABEL: define hidden void @wf_1(
  ;; IR-NOT: {{<[0-9]+ x i64>}}
  ;; IR: ret void
  (func (local $i i32)
    (loop $next
      (i64.store offset=8 (local.get $i) (i64.xor (i64.load (local.get $i)) (i64.const 5)))
      (local.set $i (i32.add (local.get $i) (i32.const 8)))
      (br_if $next (i32.lt_u (local.get $i) (i32.const 4096)))))

  ;; A nest over two arrays that come as parameters: compared once, in front of the nest, with a copy that knows
  ;; and one that does not.
  ;; IR-LABEL: define hidden void @wf_2(
  ;; IR: %in_range = 
  ;; IR: call void asm sideeffect "testb
  ;; IR: [[BELOW:%[0-9]+]] = icmp {{.*}}le i64
  ;; IR: [[ABOVE:%[0-9]+]] = icmp {{.*}}le i64
  ;; IR: [[APART:%[0-9]+]] = or i1 [[BELOW]], [[ABOVE]]
  ;; IR: br i1 [[APART]]
  (func (param $to i32) (param $from i32) (param $n i32) (local $i i32) (local $j i32)
    (loop $rows
      (local.set $j (i32.const 0))
      (loop $columns
        (i64.store (i32.add (local.get $to) (i32.shl (local.get $j) (i32.const 3)))
          (i64.add (i64.load (i32.add (local.get $to) (i32.shl (local.get $j) (i32.const 3))))
                   (i64.load (i32.add (i32.add (local.get $from) (i32.shl (local.get $i) (i32.const 10)))
                                      (i32.shl (local.get $j) (i32.const 3))))))
        (local.set $j (i32.add (local.get $j) (i32.const 1)))
        (br_if $columns (i32.lt_u (local.get $j) (local.get $n))))
      (local.set $i (i32.add (local.get $i) (i32.const 1)))
      (br_if $rows (i32.lt_u (local.get $i) (i32.const 100)))))

  ;; A sum in memory: in a register, where it is apart from what is summed.
  ;; IR-LABEL: define hidden void @wf_3(
  ;; IR: load <4 x i64>
  ;; IR: call i64 @llvm.vector.reduce.add
  (func (param $to i32) (param $from i32) (param $n i32) (local $i i32)
    (loop $next
      (i64.store (local.get $to)
        (i64.add (i64.load (local.get $to))
                 (i64.load (i32.add (local.get $from) (i32.shl (local.get $i) (i32.const 3))))))
      (local.set $i (i32.add (local.get $i) (i32.const 1)))
      (br_if $next (i32.lt_u (local.get $i) (local.get $n)))))
)
