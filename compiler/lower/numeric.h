// Numeric operators without immediates, by family. Each family's function is asked only for its own
// operators.
#ifndef WASMC_COMPILER_LOWER_NUMERIC_H
#define WASMC_COMPILER_LOWER_NUMERIC_H

#include "compiler/lower/function_builder.h"
#include "compiler/wasm/operators.h"

#include <array>
#include <span>

namespace wasmc::lower {

// The result of a scalar operator. `operands` in the order in which they were pushed.
llvm::Value *emitNumeric(FunctionBuilder &b, wasm::Op op, std::span<llvm::Value *const> operands);

// The two results, low half first, of an operator of the proposal wide-arithmetic
// (integer_wide.cpp).
std::array<llvm::Value *, 2> emitWide(FunctionBuilder &b, wasm::Op op,
                                      std::span<llvm::Value *const> operands);

// --- families (numeric.cpp dispatches to them) ---

// Division and remainder, with their traps (integer.cpp).
llvm::Value *emitDivideSigned(FunctionBuilder &b, llvm::Value *dividend, llvm::Value *divisor);
llvm::Value *emitDivideUnsigned(FunctionBuilder &b, llvm::Value *dividend, llvm::Value *divisor);
llvm::Value *emitRemainderSigned(FunctionBuilder &b, llvm::Value *dividend, llvm::Value *divisor);
llvm::Value *emitRemainderUnsigned(FunctionBuilder &b, llvm::Value *dividend, llvm::Value *divisor);
llvm::Value *emitShift(FunctionBuilder &b, llvm::Instruction::BinaryOps kind, llvm::Value *value,
                       llvm::Value *count);
llvm::Value *emitRotate(FunctionBuilder &b, llvm::Intrinsic::ID funnel, llvm::Value *value,
                        llvm::Value *count);
llvm::Value *emitCount(FunctionBuilder &b, llvm::Intrinsic::ID id, llvm::Value *value);
llvm::Value *emitSignExtend(FunctionBuilder &b, llvm::Value *value, unsigned bits);
// Whether an i32 is not 0, as an i1: without the comparison where it was made from an i1.
llvm::Value *conditionOf(FunctionBuilder &b, llvm::Value *value);
llvm::Value *emitIsZero(FunctionBuilder &b, llvm::Value *value); // i32 0 or 1
llvm::Value *emitCompare(FunctionBuilder &b, llvm::CmpInst::Predicate predicate, llvm::Value *left,
                         llvm::Value *right); // i32 0 or 1; integers and floats

// Floating point with Wasm's NaN rules (float.cpp). For vectors too, but for emitMin and emitMax on
// x86.
llvm::Value *emitFloatBinary(FunctionBuilder &b, llvm::Instruction::BinaryOps kind,
                             llvm::Value *left, llvm::Value *right);
llvm::Value *emitMin(FunctionBuilder &b, llvm::Value *left, llvm::Value *right);
llvm::Value *emitMax(FunctionBuilder &b, llvm::Value *left, llvm::Value *right);
llvm::Value *emitRound(FunctionBuilder &b, llvm::Intrinsic::ID id, llvm::Value *value);
llvm::Value *emitDemote(FunctionBuilder &b, llvm::Value *value);
// The same number; a signalling NaN becomes quiet.
llvm::Value *emitQuiet(FunctionBuilder &b, llvm::Value *value);
// Whether the value is that constant, or a constant vector with it in some lane.
bool isConstantLane(llvm::Value *value, double number);

// Float to integer (convert.cpp): trapping and saturating.
enum class Signedness : uint8_t { signed_, unsigned_ };
llvm::Value *emitTruncate(FunctionBuilder &b, llvm::Value *value, unsigned bits,
                          Signedness signedness);
llvm::Value *emitTruncateSaturating(FunctionBuilder &b, llvm::Value *value, unsigned bits,
                                    Signedness signedness);

} // namespace wasmc::lower

#endif
