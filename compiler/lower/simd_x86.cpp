#include "compiler/lower/simd_x86.h"

#include "compiler/lower/numeric.h"

#include <llvm/IR/IntrinsicsX86.h>

namespace wasmc::lower {

using namespace llvm;

bool hasX86Ssse3(FunctionBuilder &b) {
  return b.isX86() && b.facts().hasSsse3;
}

Value *emitX86LookUp(FunctionBuilder &b, Value *bytes, Value *indices) {
  return b.CreateIntrinsic(Intrinsic::x86_ssse3_pshuf_b_128, {}, {bytes, indices});
}

Value *emitX86Swizzle(FunctionBuilder &b, Value *bytes, Value *indices) {
  // 16 and more get the top bit, for which pshufb gives 0; below 16 the low four bits stay.
  Value *marked =
      b.CreateBinaryIntrinsic(Intrinsic::uadd_sat, indices, splat(indices->getType(), 0x70));
  return emitX86LookUp(b, bytes, marked);
}

Value *emitX86Q15Mulr(FunctionBuilder &b, Value *left, Value *right) {
  return b.CreateIntrinsic(Intrinsic::x86_ssse3_pmul_hr_sw_128, {}, {left, right});
}

Value *emitX86Q15MulrSat(FunctionBuilder &b, Value *left, Value *right) {
  Value *product = emitX86Q15Mulr(b, left, right);
  // Only -1 * -1 gives 0x8000; its complement is the largest number.
  Value *lowest = splat(product->getType(), 0x8000);
  return b.CreateXor(product, emitLaneMask(b, CmpInst::ICMP_EQ, product, lowest));
}

bool hasX86PairwiseSum(FunctionBuilder &b, Value *vector, bool isSigned) {
  // SSE2 multiplies signed 16-bit lanes; nothing takes unsigned ones.
  return laneBits(vector) == 8 ? hasX86Ssse3(b) : b.isX86() && isSigned;
}

Value *emitX86PairwiseSum(FunctionBuilder &b, Value *vector, bool isSigned) {
  Value *ones = splat(vector->getType(), 1);
  if (laneBits(vector) == 16)
    return b.CreateIntrinsic(Intrinsic::x86_sse2_pmadd_wd, {}, {vector, ones});
  return isSigned ? emitX86Dot(b, vector, ones) : emitX86Dot(b, ones, vector);
}

Value *emitX86Dot(FunctionBuilder &b, Value *signedBytes, Value *unsignedBytes) {
  return b.CreateIntrinsic(Intrinsic::x86_ssse3_pmadd_ub_sw_128, {}, {unsignedBytes, signedBytes});
}

Value *emitX86Truncate(FunctionBuilder &b, Value *vector) {
  Intrinsic::ID id =
      laneBits(vector) == 32 ? Intrinsic::x86_sse2_cvttps2dq : Intrinsic::x86_sse2_cvttpd2dq;
  return b.CreateIntrinsic(id, {}, {vector});
}

namespace {

// Zero where the lane is a NaN.
Value *emitNanToZero(FunctionBuilder &b, Value *lanes, Value *tested) {
  Value *ordered = emitLaneMask(b, CmpInst::FCMP_ORD, tested, tested);
  return castTo(b, b.CreateAnd(castTo(b, lanes, ordered->getType()), ordered), lanes->getType());
}

} // namespace

Value *emitX86TruncateDoubles(FunctionBuilder &b, Value *vector) {
  return emitX86Truncate(
      b,
      emitNanToZero(b, emitX86Least(b, vector, splatFloat(vector->getType(), 0x1p31 - 1)), vector));
}

bool hasX86TruncateDoublesUnsigned(FunctionBuilder &b) {
  return b.isX86() && b.facts().hasRoundInstruction;
}

Value *emitX86TruncateDoublesUnsigned(FunctionBuilder &b, Value *vector) {
  // Zero for a NaN too.
  Value *least = emitX86Most(b, vector, Constant::getNullValue(vector->getType()));
  // 2^52 + n holds the integer n in its low bits.
  Value *clamped = emitX86Least(b, least, splatFloat(vector->getType(), 0x1p32 - 1));
  Value *integral = b.CreateUnaryIntrinsic(Intrinsic::trunc, clamped);
  Value *shifted = b.CreateFAdd(integral, splatFloat(vector->getType(), 0x1p52));
  Value *words = castTo(b, shifted, Shape::i32x4);
  return b.CreateShuffleVector(words, Constant::getNullValue(words->getType()), {0, 2, 4, 4});
}

bool hasX86Narrow(FunctionBuilder &b, Value *vector, bool isSigned) {
  // packusdw came with SSE4.1, the other three with SSE2.
  return b.isX86() && (laneBits(vector) == 16 || isSigned || b.facts().hasRoundInstruction);
}

Value *emitX86Narrow(FunctionBuilder &b, Value *low, Value *high, bool isSigned) {
  bool isWords = laneBits(low) == 16;
  Intrinsic::ID pack =
      isSigned ? (isWords ? Intrinsic::x86_sse2_packsswb_128 : Intrinsic::x86_sse2_packssdw_128)
               : (isWords ? Intrinsic::x86_sse2_packuswb_128 : Intrinsic::x86_sse41_packusdw);
  return b.CreateIntrinsic(pack, {}, {low, high});
}

Value *emitX86Least(FunctionBuilder &b, Value *left, Value *right) {
  Intrinsic::ID id = laneBits(left) == 32 ? Intrinsic::x86_sse_min_ps : Intrinsic::x86_sse2_min_pd;
  return b.CreateIntrinsic(id, {}, {left, right});
}

Value *emitX86Most(FunctionBuilder &b, Value *left, Value *right) {
  Intrinsic::ID id = laneBits(left) == 32 ? Intrinsic::x86_sse_max_ps : Intrinsic::x86_sse2_max_pd;
  return b.CreateIntrinsic(id, {}, {left, right});
}

// Either order of minps gives the same for unequal numbers; for equal zeros the two results differ,
// and their signs are or-ed (min) or and-ed (max). The sum quiets NaNs.
Value *emitX86LanesMinMax(FunctionBuilder &b, Value *left, Value *right, bool isMin) {
  auto pick = isMin ? emitX86Least : emitX86Most;
  FixedVectorType *bits = integerType(left->getType());
  Value *one = castTo(b, pick(b, left, right), bits);
  Value *other = castTo(b, pick(b, right, left), bits);
  Value *merged = isMin ? b.CreateOr(one, other) : b.CreateAnd(one, other);
  Value *sum = b.CreateFAdd(left, right);
  if (isa<Constant>(left) || isa<Constant>(right))
    sum = emitQuiet(b, sum);
  return b.CreateSelect(b.CreateFCmpUNO(left, right), sum, castTo(b, merged, left->getType()));
}

} // namespace wasmc::lower
