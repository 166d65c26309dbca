;; What the optimiser must not take away at -O2.
;; RUN X86 -O2 --emit=asm --cpu x86-64-v3
;; NEVER X86 strlen
(module
  (memory 1)
  (global $g (mut i32) (i32.const 0))

  ;; An unused load may trap.
  ;; X86-LABEL: wf_0:
  ;; X86: mov{{.*}} 100({{.*}}), %
  ;; X86: retq
  (func (param i32) (drop (i32.load offset=100 (local.get 0))))

  ;; The first store shows when the second traps.
  ;; X86-LABEL: wf_1:
  ;; X86: movl $11, 64(
  ;; X86: movl $22, 64(
  ;; X86: retq
  (func (param i32) (i32.store offset=64 (local.get 0) (i32.const 11))
                    (i32.store offset=64 (local.get 0) (i32.const 22)))

  ;; So does the first value of a global.
  ;; X86-LABEL: wf_2:
  ;; X86: movl $33, [[GLOBAL:.*]](%rdi)
  ;; X86: movl $44, [[GLOBAL]](%rdi)
  ;; X86: retq
  (func (global.set $g (i32.const 33)) (global.set $g (i32.const 44)))

  ;; A store before an unconditional trap.
  ;; X86-LABEL: wf_3:
  ;; X86: movl $55, 32(
  ;; X86: ud1l 1(%eax), %eax
  (func (param i32) (i32.store offset=32 (local.get 0) (i32.const 55)) unreachable)

  ;; Recursion that never ends stays recursion.
  ;; X86-LABEL: wf_4:
  ;; X86: callq wf_4
  (func $recurse (param i32) (result i32) (call $recurse (i32.add (local.get 0) (i32.const 1))))

  ;; Counting to a zero byte is not a call of strlen.
  ;; X86-LABEL: wf_5:
  ;; X86: retq
  (func (param i32) (result i32) (local $n i32)
    (block $end (loop $next
      (br_if $end (i32.eqz (i32.load8_u (i32.add (local.get 0) (local.get $n)))))
      (local.set $n (i32.add (local.get $n) (i32.const 1)))
      (br $next)))
    (local.get $n))

  ;; A loop without end is not undefined behaviour.
  ;; X86-LABEL: wf_6:
  ;; X86: jmp
  (func (loop $again (br $again)))

  ;; Two equal traps stay two, so that each tells its own place.
  ;; X86-LABEL: wf_7:
  ;; X86: ud1l 2(%eax), %eax
  ;; X86: ud1l 2(%eax), %eax
  (func (param i32 i32 i32) (result i32)
    (i32.div_u (i32.div_u (local.get 0) (local.get 1)) (local.get 2)))
)
