;; What turns hand on, stores under conditions, and loops that are left in the middle: all become vectors.
;; RUN IR -O2 --emit=llvm-ir --cpu x86-64
(module
  (memory 1)

  ;; The largest of four neighbours, two turns at once: the second takes what the first has found.
  ;; IR-LABEL: define hidden void @wf_0(
  ;; IR: call <16 x i8> @llvm.umax.v16i8(
  ;; IR: ret void
  (func (param $n i32) (local $i i32) (local $a i32) (local $b i32) (local $c i32) (local $d i32)
    (local.set $a (i32.load8_u (i32.const 0)))
    (local.set $b (i32.load8_u offset=2048 (i32.const 0)))
    (loop $on
      (local.set $a (i32.and (local.get $a) (i32.const 255)))
      (local.set $b (i32.and (local.get $b) (i32.const 255)))
      (local.set $a (select (local.get $a) (local.get $b) (i32.gt_u (local.get $a) (local.get $b))))
      (local.set $c (i32.load8_u offset=1 (local.get $i)))
      (local.set $d (i32.load8_u offset=2049 (local.get $i)))
      (local.set $c (select (local.get $c) (local.get $d) (i32.gt_u (local.get $c) (local.get $d))))
      (i32.store8 offset=4096 (local.get $i)
        (select (local.get $a) (local.get $c) (i32.gt_u (local.get $a) (local.get $c))))
      (local.set $a (i32.load8_u offset=2 (local.get $i)))
      (local.set $b (i32.load8_u offset=2050 (local.get $i)))
      (local.set $d (select (local.get $a) (local.get $b) (i32.gt_u (local.get $a) (local.get $b))))
      (i32.store8 offset=4097 (local.get $i)
        (select (local.get $c) (local.get $d) (i32.gt_u (local.get $c) (local.get $d))))
      (br_if $on (i32.ne (local.tee $i (i32.add (local.get $i) (i32.const 2))) (local.get $n)))))

  ;; An odd number of turns, two at once.
  ;; IR-LABEL: define hidden void @wf_1(
  ;; IR: store <4 x i32>
  ;; IR: ret void
  (func (local $i i32) (local $x i32)
    (block $out
      (loop $on
        (i32.store offset=8192 (local.get $i)
          (i32.sub (local.tee $x (i32.load offset=4 (local.get $i))) (i32.load (local.get $i))))
        (br_if $out (i32.eq (local.get $i) (i32.const 800)))
        (i32.store offset=8196 (local.get $i) (i32.sub (i32.load offset=8 (local.get $i)) (local.get $x)))
        (local.set $i (i32.add (local.get $i) (i32.const 8)))
        (br $on))))

  ;; A store under a condition, of what is the larger.
  ;; IR-LABEL: define hidden void @wf_2(
  ;; IR: store <4 x i32>
  ;; IR: ret void
  (func (param $n i32) (local $i i32) (local $x i32)
    (loop $on
      (if (i32.gt_s (local.tee $x (i32.load offset=4096 (local.get $i))) (i32.load (local.get $i)))
        (then (i32.store (local.get $i) (local.get $x))))
      (br_if $on (i32.ne (local.tee $i (i32.add (local.get $i) (i32.const 4))) (local.get $n)))))

  ;; In place, what is read lying below: no comparison of the ranges in front of the vectors.
  ;; IR-LABEL: define hidden void @wf_3(
  ;; IR-NOT: found.conflict
  ;; IR: store <4 x i32>
  ;; IR: ret void
  (func (param $p i32) (param $w i32) (param $n i32) (local $x i32)
    (local.set $w (i32.shl (i32.and (local.get $w) (i32.const 31)) (i32.const 2)))
    (loop $on
      (if (i32.gt_s (local.tee $x (i32.load (i32.sub (local.get $p) (local.get $w)))) (i32.load (local.get $p)))
        (then (i32.store (local.get $p) (local.get $x))))
      (local.set $p (i32.sub (local.get $p) (i32.const 4)))
      (br_if $on (local.tee $n (i32.sub (local.get $n) (i32.const 1))))))

  ;; A store that may be read in the next turn stays under its condition.
  ;; IR-LABEL: define hidden void @wf_4(
  ;; IR-NOT: store <4 x i32>
  ;; IR: ret void
  (func (param $n i32) (local $i i32)
    (loop $on
      (if (i32.gt_s (i32.load (local.get $i)) (i32.load offset=4 (local.get $i)))
        (then (i32.store offset=4 (local.get $i) (i32.load (local.get $i)))))
      (br_if $on (i32.ne (local.tee $i (i32.add (local.get $i) (i32.const 4))) (local.get $n)))))

  ;; Where it begins is known not to wrap under a condition: a place all the same, whatever the condition.
  ;; IR-LABEL: define hidden void @wf_5(
  ;; IR: store <4 x i32>
  ;; IR: ret void
  (func (param $n i32) (param $m i32) (local $k i32) (local $x i32)
    (if (i32.lt_s (local.get $n) (i32.const 1)) (then (return)))
    (local.set $k (local.get $n))
    (if (i32.and (local.get $n) (i32.const 1)) (then (local.set $k (i32.sub (local.get $n) (i32.const 1)))))
    (local.set $k (i32.add (i32.shl (local.get $k) (i32.const 2)) (i32.const 4096)))
    (loop $on
      (if (i32.gt_s (local.tee $x (i32.load offset=8192 (local.get $k))) (i32.load (local.get $k)))
        (then (i32.store (local.get $k) (local.get $x))))
      (local.set $k (i32.add (local.get $k) (i32.const 4)))
      (br_if $on (local.tee $m (i32.sub (local.get $m) (i32.const 1)))))))
