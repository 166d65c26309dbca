// Operators that change the lanes' width: narrow, extend, and the widening multiplications and
// sums.

#include "compiler/lower/simd_aarch64.h"
#include "compiler/lower/simd_families.h"
#include "compiler/lower/simd_riscv.h"
#include "compiler/lower/simd_x86.h"

namespace wasmc::lower {

using namespace llvm;
using wasm::Op;

namespace {

enum class Half : uint8_t { low, high };
enum class Extension : uint8_t { sign, zero };

Value *emitExtendLanes(FunctionBuilder &b, Extension extension, Value *vector) {
  FixedVectorType *wide = widerType(vector->getType());
  return extension == Extension::sign ? b.CreateSExt(vector, wide) : b.CreateZExt(vector, wide);
}

Value *emitExtend(FunctionBuilder &b, Half half, Extension extension, Value *vector) {
  unsigned count = laneCount(vector) / 2;
  return emitExtendLanes(b, extension, emitLanes(b, vector, half == Half::low ? 0 : count, count));
}

Value *emitExtmul(FunctionBuilder &b, Half half, Extension extension, Value *left, Value *right) {
  return b.CreateMul(emitExtend(b, half, extension, left), emitExtend(b, half, extension, right));
}

Value *emitNarrow(FunctionBuilder &b, Value *low, Value *high, const APInt &least,
                  const APInt &most) {
  SmallVector<int, 16> lanes;
  for (unsigned k = 0; k < 2 * laneCount(low); ++k)
    lanes.push_back(static_cast<int>(k));
  Value *all = b.CreateShuffleVector(low, high, lanes);
  llvm::Type *type = all->getType();
  all = b.CreateBinaryIntrinsic(Intrinsic::smax, all, ConstantInt::get(type, least));
  all = b.CreateBinaryIntrinsic(Intrinsic::smin, all, ConstantInt::get(type, most));
  return b.CreateTrunc(all, narrowerType(type));
}

Value *emitNarrowSigned(FunctionBuilder &b, Value *low, Value *high) {
  if (hasX86Narrow(b, low, /*isSigned=*/true))
    return emitX86Narrow(b, low, high, /*isSigned=*/true);
  unsigned bits = laneBits(low);
  return emitNarrow(b, low, high, APInt::getSignedMinValue(bits / 2).sext(bits),
                    APInt::getSignedMaxValue(bits / 2).sext(bits));
}

// The operands are signed, the result's range is unsigned (spec 4.3.2, narrow).
Value *emitNarrowUnsigned(FunctionBuilder &b, Value *low, Value *high) {
  if (hasX86Narrow(b, low, /*isSigned=*/false))
    return emitX86Narrow(b, low, high, /*isSigned=*/false);
  unsigned bits = laneBits(low);
  return emitNarrow(b, low, high, APInt::getZero(bits), APInt::getMaxValue(bits / 2).zext(bits));
}

// Sums of neighbours. Instruction selection knows the pattern.
Value *emitPairwiseSum(FunctionBuilder &b, Value *wide) {
  unsigned count = laneCount(wide) / 2;
  return b.CreateAdd(emitLanes(b, wide, 0, count, 2), emitLanes(b, wide, 1, count, 2));
}

Value *emitExtaddPairwiseUnsigned(FunctionBuilder &b, Value *vector) {
  if (hasX86PairwiseSum(b, vector, /*isSigned=*/false))
    return emitX86PairwiseSum(b, vector, /*isSigned=*/false);
  if (isAarch64(b))
    return emitAarch64PairwiseSum(b, vector, /*isSigned=*/false);
  return emitPairwiseSum(b, emitExtendLanes(b, Extension::zero, vector));
}

} // namespace

Value *emitExtaddPairwiseSigned(FunctionBuilder &b, Value *vector) {
  if (hasX86PairwiseSum(b, vector, /*isSigned=*/true))
    return emitX86PairwiseSum(b, vector, /*isSigned=*/true);
  if (isAarch64(b))
    return emitAarch64PairwiseSum(b, vector, /*isSigned=*/true);
  return emitPairwiseSum(b, emitExtendLanes(b, Extension::sign, vector));
}

Value *emitDot(FunctionBuilder &b, Value *left, Value *right) {
  return emitPairwiseSum(b, b.CreateMul(emitExtendLanes(b, Extension::sign, left),
                                        emitExtendLanes(b, Extension::sign, right)));
}

Value *emitQ15MulrSat(FunctionBuilder &b, Value *left, Value *right) {
  if (hasX86Ssse3(b))
    return emitX86Q15MulrSat(b, left, right);
  if (isAarch64(b))
    return emitAarch64Q15MulrSat(b, left, right);
  if (hasRiscvVectors(b))
    return emitRiscvQ15MulrSat(b, left, right);
  Value *product = b.CreateMul(emitExtendLanes(b, Extension::sign, left),
                               emitExtendLanes(b, Extension::sign, right));
  llvm::Type *wide = product->getType();
  Value *rounded = b.CreateAShr(b.CreateAdd(product, splat(wide, 0x4000)), splat(wide, 15));
  // Only -1 * -1 leaves the range, upwards.
  Value *clamped = b.CreateBinaryIntrinsic(Intrinsic::smin, rounded, splat(wide, 0x7fff));
  return b.CreateTrunc(clamped, left->getType());
}

Value *emitVectorWiden(FunctionBuilder &b, Op op, Operands v) {
  switch (op) {
  case Op::i8x16_narrow_i16x8_s:
  case Op::i16x8_narrow_i32x4_s:
    return emitNarrowSigned(b, v[0], v[1]);
  case Op::i8x16_narrow_i16x8_u:
  case Op::i16x8_narrow_i32x4_u:
    return emitNarrowUnsigned(b, v[0], v[1]);
  case Op::i16x8_extend_low_i8x16_s:
  case Op::i32x4_extend_low_i16x8_s:
  case Op::i64x2_extend_low_i32x4_s:
    return emitExtend(b, Half::low, Extension::sign, v[0]);
  case Op::i16x8_extend_low_i8x16_u:
  case Op::i32x4_extend_low_i16x8_u:
  case Op::i64x2_extend_low_i32x4_u:
    return emitExtend(b, Half::low, Extension::zero, v[0]);
  case Op::i16x8_extend_high_i8x16_s:
  case Op::i32x4_extend_high_i16x8_s:
  case Op::i64x2_extend_high_i32x4_s:
    return emitExtend(b, Half::high, Extension::sign, v[0]);
  case Op::i16x8_extend_high_i8x16_u:
  case Op::i32x4_extend_high_i16x8_u:
  case Op::i64x2_extend_high_i32x4_u:
    return emitExtend(b, Half::high, Extension::zero, v[0]);
  default:
    return nullptr;
  }
}

Value *emitVectorMultiplyWide(FunctionBuilder &b, Op op, Operands v) {
  switch (op) {
  case Op::i16x8_extmul_low_i8x16_s:
  case Op::i32x4_extmul_low_i16x8_s:
  case Op::i64x2_extmul_low_i32x4_s:
    return emitExtmul(b, Half::low, Extension::sign, v[0], v[1]);
  case Op::i16x8_extmul_low_i8x16_u:
  case Op::i32x4_extmul_low_i16x8_u:
  case Op::i64x2_extmul_low_i32x4_u:
    return emitExtmul(b, Half::low, Extension::zero, v[0], v[1]);
  case Op::i16x8_extmul_high_i8x16_s:
  case Op::i32x4_extmul_high_i16x8_s:
  case Op::i64x2_extmul_high_i32x4_s:
    return emitExtmul(b, Half::high, Extension::sign, v[0], v[1]);
  case Op::i16x8_extmul_high_i8x16_u:
  case Op::i32x4_extmul_high_i16x8_u:
  case Op::i64x2_extmul_high_i32x4_u:
    return emitExtmul(b, Half::high, Extension::zero, v[0], v[1]);
  case Op::i16x8_extadd_pairwise_i8x16_s:
  case Op::i32x4_extadd_pairwise_i16x8_s:
    return emitExtaddPairwiseSigned(b, v[0]);
  case Op::i16x8_extadd_pairwise_i8x16_u:
  case Op::i32x4_extadd_pairwise_i16x8_u:
    return emitExtaddPairwiseUnsigned(b, v[0]);
  case Op::i32x4_dot_i16x8_s:
    return emitDot(b, v[0], v[1]);
  case Op::i16x8_q15mulr_sat_s:
    return emitQ15MulrSat(b, v[0], v[1]);
  default:
    return nullptr;
  }
}

} // namespace wasmc::lower
