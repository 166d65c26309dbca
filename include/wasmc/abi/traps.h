// Trap codes, generated from traps.def.
#ifndef WASMC_ABI_TRAPS_H
#define WASMC_ABI_TRAPS_H

#include <stdint.h>

enum wasmc_trap_code {
  // "No trap": what a builtin or a host function returns when all is well.
  WASMC_TRAP_none = 0,
#define WASMC_TRAP(name, code, message) WASMC_TRAP_##name = (code),
#include "wasmc/abi/traps.def"
#undef WASMC_TRAP
  // Not a trap but leaves the guest by the same exit: WASI's proc_exit. The exit code stands in
  // wasmc_store::exit_code. Never carried by a trap instruction.
  WASMC_TRAP_exit = 128
};

#endif
