// What AArch64 has instructions for that LLVM's generic form does not find (lowering.md, section
// 3).
#ifndef WASMC_COMPILER_LOWER_SIMD_AARCH64_H
#define WASMC_COMPILER_LOWER_SIMD_AARCH64_H

#include "compiler/lower/simd_shape.h"

namespace wasmc::lower {

bool isAarch64(FunctionBuilder &b);

// tbl, which gives 0 for every index beyond 15.
llvm::Value *emitAarch64Swizzle(FunctionBuilder &b, llvm::Value *bytes, llvm::Value *indices);
// sqrdmulh
llvm::Value *emitAarch64Q15MulrSat(FunctionBuilder &b, llvm::Value *left, llvm::Value *right);
// saddlp and uaddlp
llvm::Value *emitAarch64PairwiseSum(FunctionBuilder &b, llvm::Value *vector, bool isSigned);
// f64x2 to two saturated 32-bit integers and two zeros: through 64-bit lanes, narrowed with
// saturation.
llvm::Value *emitAarch64TruncateDoubles(FunctionBuilder &b, llvm::Value *vector, bool isSigned);

} // namespace wasmc::lower

#endif
