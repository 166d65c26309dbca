#ifndef WASMC_COMPILER_CODEGEN_VECTOR_CONVERSIONS_H
#define WASMC_COMPILER_CODEGEN_VECTOR_CONVERSIONS_H

#include <llvm/IR/Module.h>
#include <llvm/Target/TargetMachine.h>

namespace wasmc::codegen {

// On x86, does saturating conversions of vectors of floats to i32 by instructions on vectors: LLVM
// converts such a vector lane by lane. Stands behind the passes that make vectors.
void convertByVectors(llvm::Module &module, const llvm::TargetMachine &target);

} // namespace wasmc::codegen

#endif
