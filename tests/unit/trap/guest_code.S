// Hand-written guest code for the tests of the runtime: what the compiler would emit for small
// functions, by the calling rules of docs/abi.md. Position independent and without references to
// anything outside, so that tests can also copy it into files. The context layout that it assumes:
// imported functions at 48, memory 0 first in `memories` (not used here: the base is in the prefix).
#if defined(__x86_64__)

    .section .text.guest, "ax", @progbits
    .p2align 12
    .globl guest_code_begin
guest_code_begin:

    .macro FUNCTION name
    .p2align 4
    .globl \name
    .type \name, @function
\name:
    .endm

    .macro FRAME
    pushq %rbp
    movq %rsp, %rbp
    .endm

    .macro END_FRAME
    movq %rbp, %rsp
    popq %rbp
    retq
    .endm

// (i64 i64 i64 i64 i64) -> i64: entry thunk for everything here
FUNCTION guest_entry
    FRAME
    pushq %rbx
    subq $8, %rsp
    movq %rdx, %rbx
    movq %rdi, %rax
    movq %rsi, %rdi
    movq 0(%rbx), %rsi
    movq 16(%rbx), %rdx
    movq 32(%rbx), %rcx
    movq 48(%rbx), %r8
    movq 64(%rbx), %r9
    callq *%rax
    movq %rax, 0(%rbx)
    movq -8(%rbp), %rbx
    END_FRAME

// Host thunk of the same type: checks the stack, packs two arguments, takes one result.
FUNCTION guest_host_thunk
    FRAME
    subq $96, %rsp
    movq 0(%rdi), %rax           // store
    movq 8(%rax), %rcx           // stack limit
    addq $65536, %rcx
    cmpq %rcx, %rsp
    jb 1f
    movq %rdi, -8(%rbp)
    movq %rsi, -96(%rbp)
    movq %rdx, -80(%rbp)
    movq 16(%rdi), %r10
    movq 24(%rdi), %rdi
    movq %rax, %rsi
    leaq -96(%rbp), %rdx
    callq *%r10
    testl %eax, %eax
    jne 2f
    movq -96(%rbp), %rax
    END_FRAME
1:  .byte 0x67, 0x0f, 0xb9, 0x40, 10   // call stack exhausted
2:  movq -8(%rbp), %rdi
    movl %eax, %esi
    movq 8(%rdi), %rax
    callq *0(%rax)               // raise

FUNCTION guest_add
    leaq (%rsi,%rdx), %rax
    retq

// trap instruction with the code "integer divide by zero"
FUNCTION guest_divide_by_zero
    FRAME
    .byte 0x67, 0x0f, 0xb9, 0x40, 2

// two frames around it
FUNCTION guest_outer
    FRAME
    callq guest_divide_by_zero
    .globl guest_outer_return
guest_outer_return:
    END_FRAME

// a trap instruction with a code that is none
FUNCTION guest_bad_code
    FRAME
    .byte 0x67, 0x0f, 0xb9, 0x40, 99

FUNCTION guest_undefined_instruction
    ud2

// i32.load of memory 0: address, offset
FUNCTION guest_load
    movl %esi, %esi
    movl %edx, %edx
    addq %rdx, %rsi
    movq 16(%rdi), %rax
    movl (%rax,%rsi), %eax
    retq

FUNCTION guest_store
    movl %esi, %esi
    movq 16(%rdi), %rax
    movl %edx, (%rax,%rsi)
    retq

// any address at all
FUNCTION guest_read_absolute
    movq (%rsi), %rax
    retq

FUNCTION guest_recurse
    FRAME
    subq $64, %rsp
    callq guest_recurse
    END_FRAME

// builtin number rsi with up to four arguments
FUNCTION guest_call_builtin
    FRAME
    movq 8(%rdi), %rax
    movq (%rax,%rsi,8), %rax
    movq %rdx, %rsi
    movq %rcx, %rdx
    movq %r8, %rcx
    movq %r9, %r8
    callq *%rax
    END_FRAME

// memory_init(0, 0, a, b, c) and table_init(0, 0, a, b, c) and table_copy(0, 0, a, b, c)
    .macro BULK name, row
FUNCTION \name
    FRAME
    movq 8(%rdi), %rax
    movq (8 * \row)(%rax), %rax
    movq %rcx, %r9
    movq %rdx, %r8
    movq %rsi, %rcx
    xorl %esi, %esi
    xorl %edx, %edx
    callq *%rax
    movl %eax, %eax
    END_FRAME
    .endm
BULK guest_memory_init, 2
BULK guest_table_init, 5
BULK guest_table_copy, 7

// raise builtin with code rsi
FUNCTION guest_raise
    FRAME
    movq 8(%rdi), %rax
    callq *0(%rax)
    ud2

// calls imported function 0
FUNCTION guest_call_import
    FRAME
    movq 0(%rdi), %rax
    movq %rdi, 24(%rax)          // store->caller
    movq 48(%rdi), %rax
    movq 56(%rdi), %rdi
    callq *%rax
    END_FRAME

// recursion that calls imported function 0 at every level
FUNCTION guest_recurse_import
    FRAME
    pushq %rdi
    pushq %rdi
    movq 0(%rdi), %rax
    movq %rdi, 24(%rax)
    movq 48(%rdi), %rax
    movq 56(%rdi), %rdi
    callq *%rax
    popq %rdi
    callq guest_recurse_import
    END_FRAME

// initialize(context): stores 42 at address 8 of memory 0
FUNCTION guest_initialize
    movq 16(%rdi), %rax
    movl $42, 8(%rax)
    retq

    .p2align 4
    .globl guest_code_end
guest_code_end:

    .section .note.GNU-stack, "", @progbits
#endif
