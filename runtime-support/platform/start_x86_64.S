// First instructions of a freestanding program: the kernel enters with the argument count at the
// top of the stack and every other register undefined.
#if defined(__x86_64__)
    .text
    .globl _start
    .type _start, @function
_start:
    xorl %ebp, %ebp              // the outermost frame: walks end here
    movq %rsp, %rdi
    andq $-16, %rsp
    call wasmc_freestanding_start
    ud2
    .size _start, . - _start
    .section .note.GNU-stack, "", @progbits
#endif
