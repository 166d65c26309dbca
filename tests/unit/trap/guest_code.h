// The functions of guest_code.S.
#ifndef WASMC_TESTS_UNIT_TRAP_GUEST_CODE_H
#define WASMC_TESTS_UNIT_TRAP_GUEST_CODE_H

#include "wasmc/abi/vm_context.h"

extern "C" {
extern char guest_code_begin[];
extern char guest_code_end[];
void guest_entry(void *code, void *context, wasmc_slot *slots);
void guest_host_thunk();
void guest_add();
void guest_divide_by_zero();
void guest_outer();
extern char guest_outer_return[];
void guest_bad_code();
void guest_undefined_instruction();
void guest_load();
void guest_store();
void guest_read_absolute();
void guest_recurse();
void guest_call_builtin();
void guest_memory_init();
void guest_table_init();
void guest_table_copy();
void guest_raise();
void guest_call_import();
void guest_recurse_import();
void guest_initialize();
}

#endif
