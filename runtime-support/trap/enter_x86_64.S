// Entering guest code and leaving it, x86-64 System V.
//
// The host stack during a guest call, from high addresses to low:
//     return address of wasmc_enter
//     rbp rbx r12 r13 r14 r15
//     the store's host_sp before (an outer entry's, or null)
//     the store
//     8 bytes that keep the stack 16-aligned         <- store->host_sp
// Both ways out, the ordinary return and the landing pad after a trap, start from store->host_sp
// and undo exactly this, so a trap needs no other saved state. The floating-point control words
// need no saving: guest code never changes them.
#if defined(__x86_64__)

#include "runtime-support/trap/assembly_offsets.h"

    .text

// uint32_t wasmc_enter(rdi store, rsi thunk, rdx code, rcx context, r8 slots, r9 stack_top)
    .globl wasmc_enter
    .hidden wasmc_enter
    .type wasmc_enter, @function
    .p2align 4
wasmc_enter:
    pushq %rbp
    pushq %rbx
    pushq %r12
    pushq %r13
    pushq %r14
    pushq %r15
    pushq WASMC_ASM_STORE_HOST_SP(%rdi)
    pushq %rdi
    subq $8, %rsp
    movq %rsp, WASMC_ASM_STORE_HOST_SP(%rdi)
    movq %rdi, %rbx
    xorl %ebp, %ebp              // the walk over guest frames ends here
    movq %rsi, %rax
    movq %rdx, %rdi
    movq %rcx, %rsi
    movq %r8, %rdx
    testq %r9, %r9
    cmovneq %r9, %rsp
    callq *%rax
    movq WASMC_ASM_STORE_HOST_SP(%rbx), %rsp
    xorl %eax, %eax
.Lleave:
    addq $8, %rsp
    popq %rdi
    popq WASMC_ASM_STORE_HOST_SP(%rdi)
    popq %r15
    popq %r14
    popq %r13
    popq %r12
    popq %rbx
    popq %rbp
    retq
    .size wasmc_enter, . - wasmc_enter

// Where a guest call goes on after a trap: rsp = store->host_sp, eax = the trap code. The direction
// flag is what the guest left, which never sets it.
    .globl wasmc_enter_landing
    .hidden wasmc_enter_landing
    .type wasmc_enter_landing, @function
wasmc_enter_landing:
    jmp .Lleave
    .size wasmc_enter_landing, . - wasmc_enter_landing

// void raise(rdi context, esi code): the builtin. Runs on the guest's stack, as deep as the guest
// is; records where the trap happened and leaves for the landing pad. Never returns, so it may
// use callee-saved registers as it likes.
    .globl wasmc_builtin_raise
    .hidden wasmc_builtin_raise
    .type wasmc_builtin_raise, @function
    .p2align 4
wasmc_builtin_raise:
    movq WASMC_ASM_CONTEXT_STORE(%rdi), %rbx
    movl %esi, %r12d
    movq (%rsp), %rdx
    subq $1, %rdx                // inside the call instruction, not behind it
    movq %rbp, %rcx
    movq %rbx, %rdi
    andq $-16, %rsp
    callq wasmc_record_trap
    movq WASMC_ASM_STORE_HOST_SP(%rbx), %rsp
    movl %r12d, %eax
    jmp wasmc_enter_landing
    .size wasmc_builtin_raise, . - wasmc_builtin_raise

// The entry thunk of a module's `initialize`, which takes a context and nothing else.
    .globl wasmc_initialize_thunk
    .hidden wasmc_initialize_thunk
    .type wasmc_initialize_thunk, @function
wasmc_initialize_thunk:
    movq %rdi, %rax
    movq %rsi, %rdi
    jmpq *%rax
    .size wasmc_initialize_thunk, . - wasmc_initialize_thunk

// What a signal handler returns to; the kernel wants to be given this address.
    .globl wasmc_signal_restorer
    .hidden wasmc_signal_restorer
    .type wasmc_signal_restorer, @function
wasmc_signal_restorer:
    movl $15, %eax               // rt_sigreturn
    syscall
    .size wasmc_signal_restorer, . - wasmc_signal_restorer

    .section .note.GNU-stack, "", @progbits
#endif
