// Entering guest code and leaving it, riscv64 (LP64D). See enter_x86_64.S for the scheme.
//
// The frame on the host stack, from store->host_sp upwards:
//     0 ra | 8 s0 .. s11 | 104 fs0 .. fs11 | 200 store | 208 the store's host_sp before
#if defined(__riscv)

#include "runtime-support/trap/assembly_offsets.h"

    .text

// uint32_t wasmc_enter(a0 store, a1 thunk, a2 code, a3 context, a4 slots, a5 stack_top)
    .globl wasmc_enter
    .hidden wasmc_enter
    .type wasmc_enter, @function
    .p2align 2
wasmc_enter:
    addi sp, sp, -224
    sd ra, 0(sp)
    sd s0, 8(sp)
    sd s1, 16(sp)
    sd s2, 24(sp)
    sd s3, 32(sp)
    sd s4, 40(sp)
    sd s5, 48(sp)
    sd s6, 56(sp)
    sd s7, 64(sp)
    sd s8, 72(sp)
    sd s9, 80(sp)
    sd s10, 88(sp)
    sd s11, 96(sp)
    fsd fs0, 104(sp)
    fsd fs1, 112(sp)
    fsd fs2, 120(sp)
    fsd fs3, 128(sp)
    fsd fs4, 136(sp)
    fsd fs5, 144(sp)
    fsd fs6, 152(sp)
    fsd fs7, 160(sp)
    fsd fs8, 168(sp)
    fsd fs9, 176(sp)
    fsd fs10, 184(sp)
    fsd fs11, 192(sp)
    sd a0, 200(sp)
    ld t0, WASMC_ASM_STORE_HOST_SP(a0)
    sd t0, 208(sp)
    sd sp, WASMC_ASM_STORE_HOST_SP(a0)
    mv s1, a0
    li s0, 0                     // the walk over guest frames ends here
    mv t0, a1
    mv a0, a2
    mv a1, a3
    mv a2, a4
    beqz a5, .Lsame_stack
    mv sp, a5
.Lsame_stack:
    jalr t0
    ld sp, WASMC_ASM_STORE_HOST_SP(s1)
    li a0, 0
.Lleave:
    ld t0, 200(sp)
    ld t1, 208(sp)
    sd t1, WASMC_ASM_STORE_HOST_SP(t0)
    fld fs11, 192(sp)
    fld fs10, 184(sp)
    fld fs9, 176(sp)
    fld fs8, 168(sp)
    fld fs7, 160(sp)
    fld fs6, 152(sp)
    fld fs5, 144(sp)
    fld fs4, 136(sp)
    fld fs3, 128(sp)
    fld fs2, 120(sp)
    fld fs1, 112(sp)
    fld fs0, 104(sp)
    ld s11, 96(sp)
    ld s10, 88(sp)
    ld s9, 80(sp)
    ld s8, 72(sp)
    ld s7, 64(sp)
    ld s6, 56(sp)
    ld s5, 48(sp)
    ld s4, 40(sp)
    ld s3, 32(sp)
    ld s2, 24(sp)
    ld s1, 16(sp)
    ld s0, 8(sp)
    ld ra, 0(sp)
    addi sp, sp, 224
    ret
    .size wasmc_enter, . - wasmc_enter

// sp = store->host_sp, a0 = the trap code.
    .globl wasmc_enter_landing
    .hidden wasmc_enter_landing
    .type wasmc_enter_landing, @function
wasmc_enter_landing:
    j .Lleave
    .size wasmc_enter_landing, . - wasmc_enter_landing

    .globl wasmc_builtin_raise
    .hidden wasmc_builtin_raise
    .type wasmc_builtin_raise, @function
    .p2align 2
wasmc_builtin_raise:
    ld s1, WASMC_ASM_CONTEXT_STORE(a0)
    mv s2, a1
    mv a0, s1
    addi a2, ra, -1              // inside the call instruction
    mv a3, s0
    call wasmc_record_trap
    ld sp, WASMC_ASM_STORE_HOST_SP(s1)
    mv a0, s2
    j wasmc_enter_landing
    .size wasmc_builtin_raise, . - wasmc_builtin_raise

    .globl wasmc_initialize_thunk
    .hidden wasmc_initialize_thunk
    .type wasmc_initialize_thunk, @function
wasmc_initialize_thunk:
    mv t0, a0
    mv a0, a1
    jr t0
    .size wasmc_initialize_thunk, . - wasmc_initialize_thunk

    .section .note.GNU-stack, "", @progbits
#endif
