;; Which strict loads the optimiser takes away because their value is known, and which it must not.
;; $twin may equal $at.
;; RUN IR -O2 --emit=llvm-ir --cpu x86-64-v3
;; RUN A64 -O2 --emit=asm --target aarch64-linux-gnu --cpu generic
(module
  (import "m" "host" (func $host))
  (memory 1)
  (global $g (mut i32) (i32.const 0))

  ;; The second load goes.
  ;; IR-LABEL: define {{.*}}@wf_1(
  ;; IR: [[FIRST:%.*]] = load volatile i32
  ;; IR-NOT: load volatile
  ;; IR: add i32 [[FIRST]], [[FIRST]]
  ;; IR: ret
  (func (param $at i32) (result i32)
    (i32.add (i32.load offset=8 (local.get $at)) (i32.load offset=8 (local.get $at))))

  ;; What has been stored is not loaded; both stores stay.
  ;; IR-LABEL: define {{.*}}@wf_2(
  ;; IR: store volatile i32 %1
  ;; IR-NOT: load volatile
  ;; IR: store volatile i32 7
  ;; IR-NOT: load volatile
  ;; IR: ret i32
  (func (param $at i32) (result i32)
    (i32.store (local.get $at) (local.get $at))
    (i32.load (local.get $at))
    (i32.store (local.get $at) (i32.const 7))
    (i32.add (i32.load (local.get $at))))

  ;; Of narrow ones the sign does not matter, and what is beyond 16 bits has not been stored.
  ;; IR-LABEL: define {{.*}}@wf_3(
  ;; IR: [[NARROW:%.*]] = trunc i32 %1 to i16
  ;; IR: store volatile i16 [[NARROW]]
  ;; IR-NOT: load volatile
  ;; IR-DAG: sext i16 [[NARROW]] to i32
  ;; IR-DAG: zext i16 [[NARROW]] to i32
  ;; IR: ret
  (func (param $at i32) (result i32)
    (i32.store16 (local.get $at) (local.get $at))
    (i32.xor (i32.load16_s (local.get $at)) (i32.load16_u (local.get $at))))

  ;; A store beside it, a global: nothing has changed, in the block that only this
  ;; one leads to neither.
  ;; IR-LABEL: define {{.*}}@wf_4(
  ;; IR: load volatile i32
  ;; IR-NOT: load volatile
  ;; IR: br i1
  ;; IR-NOT: load volatile
  ;; IR: ret
  (func (param $at i32) (result i32)
    (local $first i32)
    (local.set $first (i32.load offset=8 (local.get $at)))
    (i32.store offset=4 (local.get $at) (i32.const 1))
    (i32.store offset=12 (local.get $at) (i32.const 2))
    (global.set $g (local.get $first))
    (if (result i32) (local.get $first)
      (then (i32.store offset=12 (local.get $at) (i32.const 3)) (i32.load offset=8 (local.get $at)))
      (else (i32.const 5))))

  ;; Two loads each from here on: a store that overlaps,
  ;; IR-LABEL: define {{.*}}@wf_5(
  ;; IR: load volatile i32
  ;; IR: store volatile i8
  ;; IR: load volatile i32
  ;; IR: ret
  (func (param $at i32) (result i32)
    (i32.load offset=8 (local.get $at))
    (i32.store8 offset=11 (local.get $at) (i32.const 1))
    (i32.add (i32.load offset=8 (local.get $at))))

  ;; a store of which it begins before,
  ;; IR-LABEL: define {{.*}}@wf_6(
  ;; IR: load volatile i32
  ;; IR: store volatile i64
  ;; IR: load volatile i32
  ;; IR: ret
  (func (param $at i32) (result i32)
    (i32.load offset=8 (local.get $at))
    (i64.store offset=1 (local.get $at) (i64.const 1))
    (i32.add (i32.load offset=8 (local.get $at))))

  ;; a store to anywhere,
  ;; IR-LABEL: define {{.*}}@wf_7(
  ;; IR: load volatile i32
  ;; IR: store volatile i32
  ;; IR: load volatile i32
  ;; IR: ret
  (func (param $at i32) (param $twin i32) (result i32)
    (i32.load offset=8 (local.get $at))
    (i32.store offset=128 (local.get $twin) (i32.const 1))
    (i32.add (i32.load offset=8 (local.get $at))))

  ;; a call,
  ;; IR-LABEL: define {{.*}}@wf_8(
  ;; IR: load volatile i32
  ;; IR: call
  ;; IR: load volatile i32
  ;; IR: ret
  (func (param $at i32) (result i32)
    (i32.load offset=8 (local.get $at))
    (call $host)
    (i32.add (i32.load offset=8 (local.get $at))))

  ;; a bulk operation,
  ;; IR-LABEL: define {{.*}}@wf_9(
  ;; IR: load volatile i32
  ;; IR: call void @llvm.memset
  ;; IR: load volatile i32
  ;; IR: ret
  (func (param $at i32) (param $twin i32) (result i32)
    (i32.load offset=8 (local.get $at))
    (memory.fill (local.get $twin) (i32.const 1) (i32.const 100))
    (i32.add (i32.load offset=8 (local.get $at))))

  ;; another type, if only in name,
  ;; IR-LABEL: define {{.*}}@wf_10(
  ;; IR: load volatile i32
  ;; IR: load volatile float
  ;; IR: load volatile i16
  ;; IR: ret
  (func (param $at i32) (result i32)
    (i32.load offset=8 (local.get $at))
    (i32.trunc_sat_f32_s (f32.load offset=8 (local.get $at)))
    (i32.load16_u offset=8 (local.get $at))
    i32.add i32.add)

  ;; where paths meet,
  ;; IR-LABEL: define {{.*}}@wf_11(
  ;; IR: load volatile i32
  ;; IR: br i1
  ;; IR: store volatile i32
  ;; IR: load volatile i32
  ;; IR: ret
  (func (param $at i32) (param $twin i32) (result i32)
    (i32.load offset=8 (local.get $at))
    (if (local.get $twin) (then (i32.store (local.get $twin) (i32.const 1))))
    (i32.add (i32.load offset=8 (local.get $at))))

  ;; in a loop that stores behind the load.
  ;; IR-LABEL: define {{.*}}@wf_12(
  ;; IR: load volatile i32
  ;; IR: load volatile i32
  ;; IR: store volatile i32
  ;; IR: br i1
  (func (param $at i32) (param $twin i32) (result i32)
    (local $sum i32)
    (local.set $sum (i32.load offset=8 (local.get $at)))
    (loop $again
      (local.set $sum (i32.add (local.get $sum) (i32.load offset=8 (local.get $at))))
      (i32.store (local.get $twin) (local.get $sum))
      (br_if $again (i32.lt_u (local.get $sum) (i32.const 1000))))
    (local.get $sum))

  ;; The last byte of a store is read first where a store may write half of it, but not when it has
  ;; been read or written already, whatever happened since.
  ;; A64-LABEL: wf_13:
  ;; A64: ldrb wzr
  ;; A64: str x
  ;; A64: blr
  ;; A64-NOT: ldrb
  ;; A64: str x
  ;; A64: ldrb wzr
  ;; A64: str x
  ;; A64: ret
  (func (param $at i32) (param $v i64)
    (i64.store offset=8 (local.get $at) (local.get $v))
    (call $host)
    (i64.store offset=8 (local.get $at) (local.get $v))
    (i64.store offset=16 (local.get $at) (local.get $v)))
)
