// Choices between constants that LLVM must not look into.
#ifndef WASMC_COMPILER_CODEGEN_OPAQUE_CHOICES_H
#define WASMC_COMPILER_CODEGEN_OPAQUE_CHOICES_H

#include <llvm/IR/Module.h>
#include <llvm/Target/TargetMachine.h>

namespace wasmc::codegen {

// To be called when nothing but code generation is left to do, at every level.
void hideChoices(llvm::Module &module, const llvm::TargetMachine &target);

} // namespace wasmc::codegen

#endif
