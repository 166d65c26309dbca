// What x86-64 has instructions for where LLVM's generic form is long or wrong (lowering.md,
// sections 2 and 3). Ask the has* function first.
#ifndef WASMC_COMPILER_LOWER_SIMD_X86_H
#define WASMC_COMPILER_LOWER_SIMD_X86_H

#include "compiler/lower/simd_shape.h"

namespace wasmc::lower {

bool hasX86Ssse3(FunctionBuilder &b);

// pshufb. The exact form gives 0 for every index beyond 15.
llvm::Value *emitX86LookUp(FunctionBuilder &b, llvm::Value *bytes, llvm::Value *indices);
llvm::Value *emitX86Swizzle(FunctionBuilder &b, llvm::Value *bytes, llvm::Value *indices);

// pmulhrsw, which gives -1 for -1 * -1; the exact form saturates.
llvm::Value *emitX86Q15Mulr(FunctionBuilder &b, llvm::Value *left, llvm::Value *right);
llvm::Value *emitX86Q15MulrSat(FunctionBuilder &b, llvm::Value *left, llvm::Value *right);

// Sums of neighbouring lanes, as products with ones.
bool hasX86PairwiseSum(FunctionBuilder &b, llvm::Value *vector, bool isSigned);
llvm::Value *emitX86PairwiseSum(FunctionBuilder &b, llvm::Value *vector, bool isSigned);

// Products of signed and unsigned bytes, neighbours added with saturation (pmaddubsw).
llvm::Value *emitX86Dot(FunctionBuilder &b, llvm::Value *signedBytes, llvm::Value *unsignedBytes);

// cvttps2dq, cvttpd2dq: 0x80000000 for everything out of range; two lanes of zeros behind two.
llvm::Value *emitX86Truncate(FunctionBuilder &b, llvm::Value *vector);
// Saturating, of two doubles.
llvm::Value *emitX86TruncateDoubles(FunctionBuilder &b, llvm::Value *vector);
bool hasX86TruncateDoublesUnsigned(FunctionBuilder &b);
llvm::Value *emitX86TruncateDoublesUnsigned(FunctionBuilder &b, llvm::Value *vector);

// packss and packus.
bool hasX86Narrow(FunctionBuilder &b, llvm::Value *vector, bool isSigned);
llvm::Value *emitX86Narrow(FunctionBuilder &b, llvm::Value *low, llvm::Value *high, bool isSigned);

// left < right ? left : right and left > right ? left : right in one instruction. As a select the
// f64x2 form would become a comparison and a blend: LLVM turns it into one of integers.
llvm::Value *emitX86Least(FunctionBuilder &b, llvm::Value *left, llvm::Value *right);
llvm::Value *emitX86Most(FunctionBuilder &b, llvm::Value *left, llvm::Value *right);
// Wasm's minimum and maximum.
llvm::Value *emitX86LanesMinMax(FunctionBuilder &b, llvm::Value *left, llvm::Value *right,
                                bool isMin);

} // namespace wasmc::lower

#endif
