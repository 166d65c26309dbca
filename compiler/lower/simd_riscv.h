// What riscv64's V has instructions for that LLVM's generic form does not find (lowering.md,
// section 3). What is done without V stands in simd.cpp.
#ifndef WASMC_COMPILER_LOWER_SIMD_RISCV_H
#define WASMC_COMPILER_LOWER_SIMD_RISCV_H

#include "compiler/lower/simd_shape.h"

namespace wasmc::lower {

bool hasRiscvVectors(FunctionBuilder &b);

// vrgather
llvm::Value *emitRiscvSwizzle(FunctionBuilder &b, llvm::Value *bytes, llvm::Value *indices);
// vsmul
llvm::Value *emitRiscvQ15MulrSat(FunctionBuilder &b, llvm::Value *left, llvm::Value *right);

} // namespace wasmc::lower

#endif
