// Keeps loads out of instructions that read less than the load does.
#ifndef WASMC_COMPILER_CODEGEN_WHOLE_LOADS_H
#define WASMC_COMPILER_CODEGEN_WHOLE_LOADS_H

#include <llvm/IR/Module.h>
#include <llvm/Target/TargetMachine.h>

namespace wasmc::codegen {

// To be called when nothing but code generation is left to do.
void keepLoadsWhole(llvm::Module &module, const llvm::TargetMachine &target);

} // namespace wasmc::codegen

#endif
