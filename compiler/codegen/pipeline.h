// The passes of each optimisation level.
#ifndef WASMC_COMPILER_CODEGEN_PIPELINE_H
#define WASMC_COMPILER_CODEGEN_PIPELINE_H

#include "compiler/codegen/function_times.h"
#include "compiler/optimize/loop_versioning.h"
#include "wasmc/detail/result.h"

#include <llvm/IR/Module.h>
#include <llvm/Target/TargetMachine.h>

namespace wasmc::codegen {

// Optimises `module` in place. Level 0 leaves it as it is; levels 2 and 3 version
// loops where asked to. Afterwards every tail call is followed by the return of its value
// (tail_calls.h); fails when one cannot be. `times`, if there are any, gets the time of each
// function; `statistics` may be null too.
Result<void> optimize(llvm::Module &module, llvm::TargetMachine &machine, unsigned level,
                      FunctionTimes *times = nullptr, optimize::VersioningOptions versioning = {},
                      optimize::LoopStatistics *statistics = nullptr);

} // namespace wasmc::codegen

#endif
