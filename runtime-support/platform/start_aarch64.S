// First instructions of a freestanding program, AArch64. See start_x86_64.S.
#if defined(__aarch64__)
    .text
    .globl _start
    .type _start, %function
    .p2align 2
_start:
    mov x29, xzr                 // the outermost frame: walks end here
    mov x30, xzr
    mov x0, sp
    bl wasmc_freestanding_start
    brk #0
    .size _start, . - _start
    .section .note.GNU-stack, "", %progbits
#endif
