// Vector operators by family. Each family's function answers null for an operator that is not its
// own. Operands come as the lanes of operandShape(op), scalars as they are; results may be of any
// 128-bit type.
#ifndef WASMC_COMPILER_LOWER_SIMD_FAMILIES_H
#define WASMC_COMPILER_LOWER_SIMD_FAMILIES_H

#include "compiler/lower/simd_shape.h"

#include <span>

namespace wasmc::lower {

using Operands = std::span<llvm::Value *const>;

llvm::Value *emitVectorBitwise(FunctionBuilder &b, wasm::Op op, Operands v);
llvm::Value *emitVectorInteger(FunctionBuilder &b, wasm::Op op, Operands v);
llvm::Value *emitVectorSaturating(FunctionBuilder &b, wasm::Op op, Operands v);
llvm::Value *emitVectorShift(FunctionBuilder &b, wasm::Op op, Operands v);
llvm::Value *emitVectorEquality(FunctionBuilder &b, wasm::Op op, Operands v);
llvm::Value *emitVectorOrder(FunctionBuilder &b, wasm::Op op, Operands v);
llvm::Value *emitVectorTest(FunctionBuilder &b, wasm::Op op, Operands v);
llvm::Value *emitVectorWiden(FunctionBuilder &b, wasm::Op op, Operands v);
llvm::Value *emitVectorMultiplyWide(FunctionBuilder &b, wasm::Op op, Operands v);
llvm::Value *emitVectorFloat(FunctionBuilder &b, wasm::Op op, Operands v);
llvm::Value *emitVectorConvert(FunctionBuilder &b, wasm::Op op, Operands v);
llvm::Value *emitVectorLanes(FunctionBuilder &b, wasm::Op op, Operands v);
llvm::Value *emitVectorRelaxed(FunctionBuilder &b, wasm::Op op, Operands v);

// --- shared between families ---

// a0 * b0 + a1 * b1 of neighbouring lanes, in lanes twice as wide.
llvm::Value *emitDot(FunctionBuilder &b, llvm::Value *left, llvm::Value *right);
// Sums of neighbouring lanes, in lanes twice as wide.
llvm::Value *emitExtaddPairwiseSigned(FunctionBuilder &b, llvm::Value *vector);
llvm::Value *emitQ15MulrSat(FunctionBuilder &b, llvm::Value *left, llvm::Value *right);
llvm::Value *emitSwizzle(FunctionBuilder &b, llvm::Value *bytes, llvm::Value *indices);
llvm::Value *emitBitselect(FunctionBuilder &b, llvm::Value *ones, llvm::Value *zeros,
                           llvm::Value *mask);
llvm::Value *emitVectorMin(FunctionBuilder &b, llvm::Value *left, llvm::Value *right);
llvm::Value *emitVectorMax(FunctionBuilder &b, llvm::Value *left, llvm::Value *right);
llvm::Value *emitTruncateLanesSigned(FunctionBuilder &b, llvm::Value *vector);
llvm::Value *emitTruncateLanesUnsigned(FunctionBuilder &b, llvm::Value *vector);

} // namespace wasmc::lower

#endif
