// First instructions of a freestanding program, riscv64. See start_x86_64.S. The global pointer
// stays unset: nothing is linked relative to it (no relaxation).
#if defined(__riscv)
    .text
    .globl _start
    .type _start, @function
    .p2align 1
_start:
    li s0, 0                     // the outermost frame: walks end here
    li ra, 0
    mv a0, sp
    call wasmc_freestanding_start
    unimp
    .size _start, . - _start
    .section .note.GNU-stack, "", @progbits
#endif
