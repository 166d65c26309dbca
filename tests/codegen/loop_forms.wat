;; Forms that compilers write, which loop passes do not know as such.
;; RUN IR -O2 --emit=llvm-ir --cpu x86-64
;; RUN THREE -O3 --emit=llvm-ir --cpu x86-64
(module
  (memory 1)

  ;; A copy backwards, four turns at once: rolled up, and made of vectors.
  ;; IR-LABEL: define hidden void @wf_0(
  ;; IR: shufflevector <16 x i8>
  ;; IR: store <16 x i8>
  ;; IR: ret void
  (func (param $end i32) (param $to i32) (param $n i32) (local $i i32)
    (local.set $n (i32.and (local.get $n) (i32.const 0xfffc)))
    (if (i32.eqz (local.get $n)) (then (return)))
    (loop $on
      (i32.store8 (i32.add (local.get $to) (local.get $i))
        (i32.load8_u (i32.add (local.get $end) (i32.xor (local.get $i) (i32.const -1)))))
      (i32.store8 offset=1 (i32.add (local.get $to) (local.get $i))
        (i32.load8_u (i32.add (local.get $end) (i32.xor (local.get $i) (i32.const -2)))))
      (i32.store8 offset=2 (i32.add (local.get $to) (local.get $i))
        (i32.load8_u (i32.add (local.get $end) (i32.xor (local.get $i) (i32.const -3)))))
      (i32.store8 offset=3 (i32.add (local.get $to) (local.get $i))
        (i32.load8_u (i32.add (local.get $end) (i32.xor (local.get $i) (i32.const -4)))))
      (br_if $on (i32.ne (local.tee $i (i32.add (local.get $i) (i32.const 4))) (local.get $n)))))

  ;; Bytes compared with a byte, for bytes.
  ;; IR-LABEL: define hidden void @wf_1(
  ;; IR: icmp {{ult|ugt}} <{{[0-9]+}} x i8>
  ;; IR: ret void
  (func (param $p i32) (param $n i32) (param $limit i32) (local $i i32)
    (local.set $limit (i32.and (local.get $limit) (i32.const 255)))
    (loop $on
      (i32.store8 offset=4096 (i32.add (local.get $p) (local.get $i))
        (i32.gt_u (i32.load8_u (i32.add (local.get $p) (local.get $i))) (local.get $limit)))
      (br_if $on (i32.lt_u (local.tee $i (i32.add (local.get $i) (i32.const 1))) (local.get $n)))))

  ;; A blur of four elements a turn, which share what they read: vectors of what stands side by side.
  ;; THREE-LABEL: define hidden void @wf_2(
  ;; THREE: load <4 x float>
  ;; THREE-NOT: shufflevector
  ;; THREE: store <4 x float>
  ;; THREE: ret void
  (func (param $p i32) (param $to i32) (param $n i32)
    (local $a f32) (local $b f32) (local $c f32) (local $d f32) (local $e f32) (local $f f32)
    (loop $on
      (local.set $a (f32.load (local.get $p)))
      (local.set $b (f32.load offset=4 (local.get $p)))
      (local.set $c (f32.load offset=8 (local.get $p)))
      (local.set $d (f32.load offset=12 (local.get $p)))
      (local.set $e (f32.load offset=16 (local.get $p)))
      (local.set $f (f32.load offset=20 (local.get $p)))
      (f32.store (local.get $to) (f32.add (f32.add (local.get $a) (local.get $b)) (local.get $c)))
      (f32.store offset=4 (local.get $to) (f32.add (f32.add (local.get $b) (local.get $c)) (local.get $d)))
      (f32.store offset=8 (local.get $to) (f32.add (f32.add (local.get $c) (local.get $d)) (local.get $e)))
      (f32.store offset=12 (local.get $to) (f32.add (f32.add (local.get $d) (local.get $e)) (local.get $f)))
      (local.set $p (i32.add (local.get $p) (i32.const 16)))
      (local.set $to (i32.add (local.get $to) (i32.const 16)))
      (br_if $on (local.tee $n (i32.sub (local.get $n) (i32.const 1))))))

  ;; A byte searched for, of which only known bits say that it is one.
  ;; IR-LABEL: define hidden i32 @wf_3(
  ;; IR: search.vectors:
  (func (param $p i32) (param $c i32) (param $n i32) (result i32)
    (local.set $c (i32.add (i32.and (local.get $c) (i32.const 127)) (i32.const 3)))
    (block $out
      (loop $on
        (br_if $out (i32.eq (i32.load8_u (local.get $p)) (local.get $c)))
        (local.set $p (i32.add (local.get $p) (i32.const 1)))
        (br_if $on (local.tee $n (i32.sub (local.get $n) (i32.const 1))))))
    (local.get $p))

  ;; And for words: as wide as those.
  ;; IR-LABEL: define hidden i32 @wf_4(
  ;; IR: icmp {{.*}} <{{[0-9]+}} x i32>
  ;; IR: ret i32
  (func (param $p i32) (param $n i32) (param $limit i32) (result i32) (local $i i32) (local $count i32)
    (local.set $limit (i32.and (local.get $limit) (i32.const 255)))
    (loop $on
      (local.set $count (i32.add (local.get $count)
        (i32.gt_u (i32.load8_u (i32.add (local.get $p) (local.get $i))) (local.get $limit))))
      (br_if $on (i32.lt_u (local.tee $i (i32.add (local.get $i) (i32.const 1))) (local.get $n))))
    (local.get $count)))
