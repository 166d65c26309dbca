// Explicit traps (decision D1): a branch to a cold block with one trap instruction that carries the
// code.
#ifndef WASMC_COMPILER_LOWER_TRAP_H
#define WASMC_COMPILER_LOWER_TRAP_H

#include "compiler/lower/function_builder.h"
#include "wasmc/abi/traps.h"

namespace wasmc::lower {

// Traps when `condition` (i1) holds, else goes on.
void emitTrapIf(FunctionBuilder &b, llvm::Value *condition, wasmc_trap_code code);

// Traps. The current block is complete afterwards.
void emitTrap(FunctionBuilder &b, wasmc_trap_code code);

} // namespace wasmc::lower

#endif
