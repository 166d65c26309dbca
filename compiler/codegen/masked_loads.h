// Keeps loads out of instructions that load under a mask.
#ifndef WASMC_COMPILER_CODEGEN_MASKED_LOADS_H
#define WASMC_COMPILER_CODEGEN_MASKED_LOADS_H

#include <llvm/IR/Module.h>
#include <llvm/Target/TargetMachine.h>

namespace wasmc::codegen {

// To be called when nothing but code generation is left to do.
void keepLoadsUnmasked(llvm::Module &module, const llvm::TargetMachine &machine);

} // namespace wasmc::codegen

#endif
