// Entering guest code and leaving it, AArch64 (AAPCS64). See enter_x86_64.S for the scheme.
//
// The frame on the host stack, from store->host_sp upwards:
//     0 x29 x30 | 16 x19 x20 | 32 x21 x22 | 48 x23 x24 | 64 x25 x26 | 80 x27 x28
//     96 d8 d9 | 112 d10 d11 | 128 d12 d13 | 144 d14 d15
//     160 store, the store's host_sp before
#if defined(__aarch64__)

#include "runtime-support/trap/assembly_offsets.h"

    .text

// uint32_t wasmc_enter(x0 store, x1 thunk, x2 code, x3 context, x4 slots, x5 stack_top)
    .globl wasmc_enter
    .hidden wasmc_enter
    .type wasmc_enter, %function
    .p2align 4
wasmc_enter:
    stp x29, x30, [sp, #-176]!
    stp x19, x20, [sp, #16]
    stp x21, x22, [sp, #32]
    stp x23, x24, [sp, #48]
    stp x25, x26, [sp, #64]
    stp x27, x28, [sp, #80]
    stp d8, d9, [sp, #96]
    stp d10, d11, [sp, #112]
    stp d12, d13, [sp, #128]
    stp d14, d15, [sp, #144]
    ldr x9, [x0, #WASMC_ASM_STORE_HOST_SP]
    stp x0, x9, [sp, #160]
    mov x10, sp
    str x10, [x0, #WASMC_ASM_STORE_HOST_SP]
    mov x19, x0
    mov x29, xzr                 // the walk over guest frames ends here
    mov x9, x1
    mov x0, x2
    mov x1, x3
    mov x2, x4
    cmp x5, xzr
    csel x10, x10, x5, eq
    mov sp, x10
    blr x9
    ldr x10, [x19, #WASMC_ASM_STORE_HOST_SP]
    mov sp, x10
    mov w0, wzr
.Lleave:
    ldp x9, x10, [sp, #160]
    str x10, [x9, #WASMC_ASM_STORE_HOST_SP]
    ldp d14, d15, [sp, #144]
    ldp d12, d13, [sp, #128]
    ldp d10, d11, [sp, #112]
    ldp d8, d9, [sp, #96]
    ldp x27, x28, [sp, #80]
    ldp x25, x26, [sp, #64]
    ldp x23, x24, [sp, #48]
    ldp x21, x22, [sp, #32]
    ldp x19, x20, [sp, #16]
    ldp x29, x30, [sp], #176
    ret
    .size wasmc_enter, . - wasmc_enter

// sp = store->host_sp, w0 = the trap code.
    .globl wasmc_enter_landing
    .hidden wasmc_enter_landing
    .type wasmc_enter_landing, %function
wasmc_enter_landing:
    b .Lleave
    .size wasmc_enter_landing, . - wasmc_enter_landing

    .globl wasmc_builtin_raise
    .hidden wasmc_builtin_raise
    .type wasmc_builtin_raise, %function
    .p2align 4
wasmc_builtin_raise:
    ldr x19, [x0, #WASMC_ASM_CONTEXT_STORE]
    mov w20, w1
    mov x0, x19
    sub x2, x30, #4              // the call instruction itself
    mov x3, x29
    bl wasmc_record_trap
    ldr x10, [x19, #WASMC_ASM_STORE_HOST_SP]
    mov sp, x10
    mov w0, w20
    b wasmc_enter_landing
    .size wasmc_builtin_raise, . - wasmc_builtin_raise

    .globl wasmc_initialize_thunk
    .hidden wasmc_initialize_thunk
    .type wasmc_initialize_thunk, %function
wasmc_initialize_thunk:
    mov x9, x0
    mov x0, x1
    br x9
    .size wasmc_initialize_thunk, . - wasmc_initialize_thunk

    .section .note.GNU-stack, "", %progbits
#endif
