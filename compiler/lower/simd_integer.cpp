#include "compiler/lower/simd_families.h"

namespace wasmc::lower {

using namespace llvm;
using wasm::Op;

namespace {

Value *emitAbs(FunctionBuilder &b, Value *vector) {
  // The flag says that the lowest number is its own absolute value.
  return b.CreateIntrinsic(Intrinsic::abs, {vector->getType()}, {vector, b.getFalse()});
}

// (x + y + 1) / 2 in lanes that hold the carry; instruction selection knows the pattern.
Value *emitAverage(FunctionBuilder &b, Value *left, Value *right) {
  FixedVectorType *wide = widerType(left->getType());
  Value *sum = b.CreateAdd(b.CreateZExt(left, wide), b.CreateZExt(right, wide));
  Value *half = b.CreateLShr(b.CreateAdd(sum, splat(wide, 1)), splat(wide, 1));
  return b.CreateTrunc(half, left->getType());
}

Value *emitLaneShift(FunctionBuilder &b, Instruction::BinaryOps kind, Value *vector, Value *count) {
  // Wasm takes the count modulo the lanes' width; LLVM's result for more is poison.
  Value *masked = b.CreateAnd(count, laneBits(vector) - 1);
  Value *lane = b.CreateZExtOrTrunc(masked, vector->getType()->getScalarType());
  return b.CreateBinOp(kind, vector, b.CreateVectorSplat(laneCount(vector), lane));
}

} // namespace

Value *emitBitselect(FunctionBuilder &b, Value *ones, Value *zeros, Value *mask) {
  return b.CreateOr(b.CreateAnd(ones, mask), b.CreateAnd(zeros, b.CreateNot(mask)));
}

Value *emitVectorBitwise(FunctionBuilder &b, Op op, Operands v) {
  switch (op) {
  case Op::v128_not:
    return b.CreateNot(v[0]);
  case Op::v128_and:
    return b.CreateAnd(v[0], v[1]);
  case Op::v128_andnot:
    return b.CreateAnd(v[0], b.CreateNot(v[1]));
  case Op::v128_or:
    return b.CreateOr(v[0], v[1]);
  case Op::v128_xor:
    return b.CreateXor(v[0], v[1]);
  case Op::v128_bitselect:
    return emitBitselect(b, v[0], v[1], v[2]);
  default:
    return nullptr;
  }
}

// Modular arithmetic, minimum and maximum.
Value *emitVectorInteger(FunctionBuilder &b, Op op, Operands v) {
  switch (op) {
  case Op::i8x16_add:
  case Op::i16x8_add:
  case Op::i32x4_add:
  case Op::i64x2_add:
    return b.CreateAdd(v[0], v[1]);
  case Op::i8x16_sub:
  case Op::i16x8_sub:
  case Op::i32x4_sub:
  case Op::i64x2_sub:
    return b.CreateSub(v[0], v[1]);
  case Op::i16x8_mul:
  case Op::i32x4_mul:
  case Op::i64x2_mul:
    return b.CreateMul(v[0], v[1]);
  case Op::i8x16_neg:
  case Op::i16x8_neg:
  case Op::i32x4_neg:
  case Op::i64x2_neg:
    return b.CreateNeg(v[0]);
  case Op::i8x16_abs:
  case Op::i16x8_abs:
  case Op::i32x4_abs:
  case Op::i64x2_abs:
    return emitAbs(b, v[0]);
  case Op::i8x16_min_s:
  case Op::i16x8_min_s:
  case Op::i32x4_min_s:
    return b.CreateBinaryIntrinsic(Intrinsic::smin, v[0], v[1]);
  case Op::i8x16_min_u:
  case Op::i16x8_min_u:
  case Op::i32x4_min_u:
    return b.CreateBinaryIntrinsic(Intrinsic::umin, v[0], v[1]);
  case Op::i8x16_max_s:
  case Op::i16x8_max_s:
  case Op::i32x4_max_s:
    return b.CreateBinaryIntrinsic(Intrinsic::smax, v[0], v[1]);
  case Op::i8x16_max_u:
  case Op::i16x8_max_u:
  case Op::i32x4_max_u:
    return b.CreateBinaryIntrinsic(Intrinsic::umax, v[0], v[1]);
  case Op::i8x16_avgr_u:
  case Op::i16x8_avgr_u:
    return emitAverage(b, v[0], v[1]);
  case Op::i8x16_popcnt:
    return b.CreateUnaryIntrinsic(Intrinsic::ctpop, v[0]);
  default:
    return nullptr;
  }
}

Value *emitVectorSaturating(FunctionBuilder &b, Op op, Operands v) {
  switch (op) {
  case Op::i8x16_add_sat_s:
  case Op::i16x8_add_sat_s:
    return b.CreateBinaryIntrinsic(Intrinsic::sadd_sat, v[0], v[1]);
  case Op::i8x16_add_sat_u:
  case Op::i16x8_add_sat_u:
    return b.CreateBinaryIntrinsic(Intrinsic::uadd_sat, v[0], v[1]);
  case Op::i8x16_sub_sat_s:
  case Op::i16x8_sub_sat_s:
    return b.CreateBinaryIntrinsic(Intrinsic::ssub_sat, v[0], v[1]);
  case Op::i8x16_sub_sat_u:
  case Op::i16x8_sub_sat_u:
    return b.CreateBinaryIntrinsic(Intrinsic::usub_sat, v[0], v[1]);
  default:
    return nullptr;
  }
}

Value *emitVectorShift(FunctionBuilder &b, Op op, Operands v) {
  switch (op) {
  case Op::i8x16_shl:
  case Op::i16x8_shl:
  case Op::i32x4_shl:
  case Op::i64x2_shl:
    return emitLaneShift(b, Instruction::Shl, v[0], v[1]);
  case Op::i8x16_shr_s:
  case Op::i16x8_shr_s:
  case Op::i32x4_shr_s:
  case Op::i64x2_shr_s:
    return emitLaneShift(b, Instruction::AShr, v[0], v[1]);
  case Op::i8x16_shr_u:
  case Op::i16x8_shr_u:
  case Op::i32x4_shr_u:
  case Op::i64x2_shr_u:
    return emitLaneShift(b, Instruction::LShr, v[0], v[1]);
  default:
    return nullptr;
  }
}

} // namespace wasmc::lower
