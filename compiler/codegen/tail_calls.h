// Wasm's tail calls, kept jumps through the optimiser.
#ifndef WASMC_COMPILER_CODEGEN_TAIL_CALLS_H
#define WASMC_COMPILER_CODEGEN_TAIL_CALLS_H

#include "wasmc/detail/result.h"

#include <llvm/IR/Module.h>

namespace wasmc::codegen {

// Puts the `ret` of its value behind every tail call from which the optimiser has moved it away:
// instruction selection makes a jump of nothing else. An error, which is a bug of ours, when one is
// no longer the last thing that its function does.
Result<void> restoreTailCalls(llvm::Module &module);

} // namespace wasmc::codegen

#endif
