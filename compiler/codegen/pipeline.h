// The passes of each optimisation level.
#ifndef WASMC_COMPILER_CODEGEN_PIPELINE_H
#define WASMC_COMPILER_CODEGEN_PIPELINE_H

#include "compiler/codegen/function_times.h"
#include "wasmc/detail/result.h"

#include <llvm/IR/Module.h>
#include <llvm/Target/TargetMachine.h>

namespace wasmc::codegen {

// Optimises `module` in place. Level 0 only turns stack slots into values. Afterwards every tail
// call is followed by the return of its value (tail_calls.h); fails when one cannot be.
// `times`, if there are any, gets the time of each function.
Result<void> optimize(llvm::Module &module, llvm::TargetMachine &machine, unsigned level,
                      FunctionTimes *times = nullptr);

} // namespace wasmc::codegen

#endif
