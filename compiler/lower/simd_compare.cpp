#include "compiler/lower/simd_families.h"

namespace wasmc::lower {

using namespace llvm;
using wasm::Op;

namespace {

Value *emitAnyTrue(FunctionBuilder &b, Value *vector) {
  Value *bits = castTo(b, vector, b.getInt128Ty());
  return b.CreateZExt(b.CreateIsNotNull(bits), b.getInt32Ty());
}

// One bit per lane, lane 0 lowest.
Value *emitLaneBits(FunctionBuilder &b, Value *lanes) {
  return b.CreateBitCast(lanes, b.getIntNTy(laneCount(lanes)));
}

Value *emitAllTrue(FunctionBuilder &b, Value *vector) {
  Value *bits = emitLaneBits(b, b.CreateIsNotNull(vector));
  Value *all = b.CreateICmpEQ(bits, ConstantInt::getAllOnesValue(bits->getType()));
  return b.CreateZExt(all, b.getInt32Ty());
}

Value *emitBitmask(FunctionBuilder &b, Value *vector) {
  Value *negative = b.CreateICmpSLT(vector, Constant::getNullValue(vector->getType()));
  return b.CreateZExt(emitLaneBits(b, negative), b.getInt32Ty());
}

} // namespace

// `ne` is the only comparison that holds for a NaN.
Value *emitVectorEquality(FunctionBuilder &b, Op op, Operands v) {
  switch (op) {
  case Op::i8x16_eq:
  case Op::i16x8_eq:
  case Op::i32x4_eq:
  case Op::i64x2_eq:
    return emitLaneMask(b, CmpInst::ICMP_EQ, v[0], v[1]);
  case Op::i8x16_ne:
  case Op::i16x8_ne:
  case Op::i32x4_ne:
  case Op::i64x2_ne:
    return emitLaneMask(b, CmpInst::ICMP_NE, v[0], v[1]);
  case Op::f32x4_eq:
  case Op::f64x2_eq:
    return emitLaneMask(b, CmpInst::FCMP_OEQ, v[0], v[1]);
  case Op::f32x4_ne:
  case Op::f64x2_ne:
    return emitLaneMask(b, CmpInst::FCMP_UNE, v[0], v[1]);
  default:
    return nullptr;
  }
}

Value *emitVectorOrder(FunctionBuilder &b, Op op, Operands v) {
  switch (op) {
  case Op::i8x16_lt_s:
  case Op::i16x8_lt_s:
  case Op::i32x4_lt_s:
  case Op::i64x2_lt_s:
    return emitLaneMask(b, CmpInst::ICMP_SLT, v[0], v[1]);
  case Op::i8x16_lt_u:
  case Op::i16x8_lt_u:
  case Op::i32x4_lt_u:
    return emitLaneMask(b, CmpInst::ICMP_ULT, v[0], v[1]);
  case Op::f32x4_lt:
  case Op::f64x2_lt:
    return emitLaneMask(b, CmpInst::FCMP_OLT, v[0], v[1]);
  case Op::i8x16_gt_s:
  case Op::i16x8_gt_s:
  case Op::i32x4_gt_s:
  case Op::i64x2_gt_s:
    return emitLaneMask(b, CmpInst::ICMP_SGT, v[0], v[1]);
  case Op::i8x16_gt_u:
  case Op::i16x8_gt_u:
  case Op::i32x4_gt_u:
    return emitLaneMask(b, CmpInst::ICMP_UGT, v[0], v[1]);
  case Op::f32x4_gt:
  case Op::f64x2_gt:
    return emitLaneMask(b, CmpInst::FCMP_OGT, v[0], v[1]);
  case Op::i8x16_le_s:
  case Op::i16x8_le_s:
  case Op::i32x4_le_s:
  case Op::i64x2_le_s:
    return emitLaneMask(b, CmpInst::ICMP_SLE, v[0], v[1]);
  case Op::i8x16_le_u:
  case Op::i16x8_le_u:
  case Op::i32x4_le_u:
    return emitLaneMask(b, CmpInst::ICMP_ULE, v[0], v[1]);
  case Op::f32x4_le:
  case Op::f64x2_le:
    return emitLaneMask(b, CmpInst::FCMP_OLE, v[0], v[1]);
  case Op::i8x16_ge_s:
  case Op::i16x8_ge_s:
  case Op::i32x4_ge_s:
  case Op::i64x2_ge_s:
    return emitLaneMask(b, CmpInst::ICMP_SGE, v[0], v[1]);
  case Op::i8x16_ge_u:
  case Op::i16x8_ge_u:
  case Op::i32x4_ge_u:
    return emitLaneMask(b, CmpInst::ICMP_UGE, v[0], v[1]);
  case Op::f32x4_ge:
  case Op::f64x2_ge:
    return emitLaneMask(b, CmpInst::FCMP_OGE, v[0], v[1]);
  default:
    return nullptr;
  }
}

Value *emitVectorTest(FunctionBuilder &b, Op op, Operands v) {
  switch (op) {
  case Op::v128_any_true:
    return emitAnyTrue(b, v[0]);
  case Op::i8x16_all_true:
  case Op::i16x8_all_true:
  case Op::i32x4_all_true:
  case Op::i64x2_all_true:
    return emitAllTrue(b, v[0]);
  case Op::i8x16_bitmask:
  case Op::i16x8_bitmask:
  case Op::i32x4_bitmask:
  case Op::i64x2_bitmask:
    return emitBitmask(b, v[0]);
  default:
    return nullptr;
  }
}

} // namespace wasmc::lower
