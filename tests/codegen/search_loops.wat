;; Loops that search memory, in front of which vectors look ahead.
;; RUN IR -O2 --emit=llvm-ir --cpu x86-64
;; RUN CHECKED -O2 --emit=llvm-ir --cpu x86-64 --bounds-checks
;; RUN PLAIN -O2 --emit=llvm-ir --target riscv64-linux-gnu --cpu rv64gc
;; NEVER CHECKED search.vectors:
;; NEVER PLAIN search.vectors:
(module
  (memory 1)
  (global $g (mut i32) (i32.const 0))

  ;; The first turn, a limit, sixteen bytes at once, and the loop as it was.
  ;; CHECKED: load volatile i8
  ;; PLAIN: load volatile i8
  ;; IR-LABEL: define hidden i32 @wf_0(
  ;; IR: load volatile i8
  ;; IR: icmp sgt i64
  ;; IR: search.vectors:
  ;; IR: load <16 x i8>
  ;; IR: icmp {{eq|ne}} i16
  ;; IR: search.found:
  ;; IR: llvm.cttz.i16
  ;; IR: load volatile i8
  ;; IR: ret i32
  (func (param $p i32) (result i32)
    (loop $on
      (br_if $on (i32.load8_u (local.tee $p (i32.add (local.get $p) (i32.const 1))))))
    (local.get $p))

  ;; Two streams, and a counter.
  ;; IR-LABEL: define hidden i32 @wf_1(
  ;; IR: llvm.smin.i64
  ;; IR: llvm.smin.i64
  ;; IR: search.vectors:
  ;; IR: load <16 x i8>
  ;; IR: load <16 x i8>
  ;; IR: ret i32
  (func (param $a i32) (param $b i32) (param $n i32) (result i32)
    (block $out
      (loop $on
        (br_if $out (i32.eqz (local.get $n)))
        (br_if $out (i32.ne (i32.load8_u (local.get $a)) (i32.load8_u (local.get $b))))
        (local.set $a (i32.add (local.get $a) (i32.const 1)))
        (local.set $b (i32.add (local.get $b) (i32.const 1)))
        (local.set $n (i32.sub (local.get $n) (i32.const 1)))
        (br $on)))
    (local.get $n))

  ;; What unrolled turns read is one vector, with a condition for every other element.
  ;; IR-LABEL: define hidden i32 @wf_2(
  ;; IR: search.vectors:
  ;; IR: load <16 x i8>
  ;; IR-NOT: load <16 x i8>
  ;; IR: ret i32
  (func (param $p i32) (result i32)
    (block $out
      (loop $on
        (br_if $out (i32.eq (i32.load8_u (local.get $p)) (i32.const 1)))
        (br_if $out (i32.eq (i32.load8_u offset=1 (local.get $p)) (i32.const 2)))
        (local.set $p (i32.add (local.get $p) (i32.const 2)))
        (br $on)))
    (local.get $p))

  ;; A turn that does something else, that reads where the last one has said, or that computes what the
  ;; next one needs.
  ;; IR-LABEL: define hidden i32 @wf_3(
  ;; IR-NOT: search.vectors:
  ;; IR-LABEL: define hidden i32 @wf_4(
  ;; IR-NOT: search.vectors:
  ;; IR-LABEL: define hidden i32 @wf_5(
  ;; IR-NOT: search.vectors:
  ;; IR: ret i32
  (func (param $p i32) (result i32)
    (loop $on
      (global.set $g (local.get $p))
      (br_if $on (i32.load8_u (local.tee $p (i32.add (local.get $p) (i32.const 1))))))
    (local.get $p))
  (func (param $p i32) (result i32)
    (loop $on
      (br_if $on (local.tee $p (i32.load (local.get $p)))))
    (local.get $p))
  (func (param $p i32) (result i32) (local $hash i32) (local $v i32)
    (loop $on
      (local.set $v (i32.load8_u (local.tee $p (i32.add (local.get $p) (i32.const 1)))))
      (local.set $hash (i32.add (i32.mul (local.get $hash) (i32.const 31)) (local.get $v)))
      (br_if $on (local.get $v)))
    (local.get $hash))
)
