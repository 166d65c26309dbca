// The passes of each optimisation level.
#ifndef WASMC_COMPILER_CODEGEN_PIPELINE_H
#define WASMC_COMPILER_CODEGEN_PIPELINE_H

#include "wasmc/detail/result.h"

#include <llvm/IR/Module.h>
#include <llvm/Target/TargetMachine.h>

namespace wasmc::codegen {

// Optimises `module` in place. Level 0 only turns stack slots into values. Afterwards every tail
// call is followed by the return of its value (tail_calls.h); fails when one cannot be.
Result<void> optimize(llvm::Module &module, llvm::TargetMachine &machine, unsigned level);

} // namespace wasmc::codegen

#endif
