// The two offsets of abi/vm_context.h that assembly needs: that header is C, which an assembler
// does not read. handler_outside.cpp asserts that they are the same.
#define WASMC_ASM_STORE_HOST_SP 0
#define WASMC_ASM_CONTEXT_STORE 0
