// Relaxed SIMD: one choice per target and CPU, the same for a whole compilation; in the
// deterministic profile the plain operators' results. docs/relaxed-simd.md lists them.

#include "compiler/lower/deterministic.h"
#include "compiler/lower/numeric.h"
#include "compiler/lower/simd_families.h"
#include "compiler/lower/simd_x86.h"

namespace wasmc::lower {

using namespace llvm;
using wasm::Op;

namespace {

// Whether to do what the x86 instruction does where the specification leaves it open.
bool likeX86(FunctionBuilder &b) {
  return b.isX86() && !isDeterministic(b);
}

bool likeX86Ssse3(FunctionBuilder &b) {
  return hasX86Ssse3(b) && !isDeterministic(b);
}

// x86: an index with the top bit gives 0, else its low four bits count.
Value *emitRelaxedSwizzle(FunctionBuilder &b, Value *bytes, Value *indices) {
  if (likeX86Ssse3(b))
    return emitX86LookUp(b, bytes, indices);
  return emitSwizzle(b, bytes, indices);
}

// x86: the lowest integer for everything out of range.
Value *emitRelaxedTruncateSigned(FunctionBuilder &b, Value *vector) {
  return likeX86(b) ? emitX86Truncate(b, vector) : emitTruncateLanesSigned(b, vector);
}

// One rounding where the processor has the instruction, two where a call would be the alternative.
Value *emitMadd(FunctionBuilder &b, Value *left, Value *right, Value *addend) {
  if (!b.facts().hasFma || isDeterministic(b))
    return emitFloatBinary(b, Instruction::FAdd, emitFloatBinary(b, Instruction::FMul, left, right),
                           addend);
  Value *result = b.CreateIntrinsic(Intrinsic::fma, {left->getType()}, {left, right, addend});
  // x * 1.0 + -0.0 folds to x.
  return isConstantLane(addend, -0.0) ? emitQuiet(b, result) : result;
}

// Where a blend exists the top bit of the mask's lane decides, elsewhere each bit for itself.
Value *emitLaneselect(FunctionBuilder &b, Value *ones, Value *zeros, Value *mask) {
  if (!likeX86(b) || !b.facts().hasAvx)
    return emitBitselect(b, ones, zeros, mask);
  Value *top = b.CreateICmpSLT(mask, Constant::getNullValue(mask->getType()));
  return b.CreateSelect(top, ones, zeros);
}

// x86: the second operand for a NaN and for two zeros.
Value *emitRelaxedMin(FunctionBuilder &b, Value *left, Value *right) {
  if (!likeX86(b))
    return emitVectorMin(b, left, right);
  return emitX86Least(b, left, right);
}

Value *emitRelaxedMax(FunctionBuilder &b, Value *left, Value *right) {
  if (!likeX86(b))
    return emitVectorMax(b, left, right);
  return emitX86Most(b, left, right);
}

// x86: -1 * -1 gives -1.
Value *emitRelaxedQ15Mulr(FunctionBuilder &b, Value *left, Value *right) {
  return likeX86Ssse3(b) ? emitX86Q15Mulr(b, left, right) : emitQ15MulrSat(b, left, right);
}

// x86: the 7-bit operand is unsigned and the sums saturate.
Value *emitRelaxedDot(FunctionBuilder &b, Value *bytes, Value *sevenBits) {
  return likeX86Ssse3(b) ? emitX86Dot(b, bytes, sevenBits) : emitDot(b, bytes, sevenBits);
}

Value *emitRelaxedDotAdd(FunctionBuilder &b, Value *bytes, Value *sevenBits, Value *addend) {
  Value *sums = emitExtaddPairwiseSigned(b, emitRelaxedDot(b, bytes, sevenBits));
  return b.CreateAdd(sums, castTo(b, addend, sums->getType()));
}

} // namespace

Value *emitVectorRelaxed(FunctionBuilder &b, Op op, Operands v) {
  switch (op) {
  case Op::i8x16_relaxed_swizzle:
    return emitRelaxedSwizzle(b, v[0], v[1]);
  case Op::i32x4_relaxed_trunc_f32x4_s:
  case Op::i32x4_relaxed_trunc_f64x2_s_zero:
    return emitRelaxedTruncateSigned(b, v[0]);
  case Op::i32x4_relaxed_trunc_f32x4_u:
  case Op::i32x4_relaxed_trunc_f64x2_u_zero:
    return emitTruncateLanesUnsigned(b, v[0]);
  case Op::f32x4_relaxed_madd:
  case Op::f64x2_relaxed_madd:
    return emitMadd(b, v[0], v[1], v[2]);
  case Op::f32x4_relaxed_nmadd:
  case Op::f64x2_relaxed_nmadd:
    return emitMadd(b, b.CreateFNeg(v[0]), v[1], v[2]);
  case Op::i8x16_relaxed_laneselect:
  case Op::i16x8_relaxed_laneselect:
  case Op::i32x4_relaxed_laneselect:
  case Op::i64x2_relaxed_laneselect:
    return emitLaneselect(b, v[0], v[1], v[2]);
  case Op::f32x4_relaxed_min:
  case Op::f64x2_relaxed_min:
    return emitRelaxedMin(b, v[0], v[1]);
  case Op::f32x4_relaxed_max:
  case Op::f64x2_relaxed_max:
    return emitRelaxedMax(b, v[0], v[1]);
  case Op::i16x8_relaxed_q15mulr_s:
    return emitRelaxedQ15Mulr(b, v[0], v[1]);
  case Op::i16x8_relaxed_dot_i8x16_i7x16_s:
    return emitRelaxedDot(b, v[0], v[1]);
  case Op::i32x4_relaxed_dot_i8x16_i7x16_add_s:
    return emitRelaxedDotAdd(b, v[0], v[1], v[2]);
  default:
    return nullptr;
  }
}

} // namespace wasmc::lower
