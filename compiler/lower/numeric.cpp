#include "compiler/lower/numeric.h"

#include "compiler/lower/deterministic.h"

namespace wasmc::lower {

using namespace llvm;
using wasm::Op;

namespace {

using Operands = std::span<Value *const>;

// Each of these answers null for an operator of another family.

// Integer arithmetic (spec 4.3.2).
Value *emitInteger(FunctionBuilder &b, Op op, Operands v) {
  switch (op) {
  case Op::i32_add:
  case Op::i64_add:
    return b.CreateAdd(v[0], v[1]);
  case Op::i32_sub:
  case Op::i64_sub:
    return b.CreateSub(v[0], v[1]);
  case Op::i32_mul:
  case Op::i64_mul:
    return b.CreateMul(v[0], v[1]);
  case Op::i32_and:
  case Op::i64_and:
    return b.CreateAnd(v[0], v[1]);
  case Op::i32_or:
  case Op::i64_or:
    return b.CreateOr(v[0], v[1]);
  case Op::i32_xor:
  case Op::i64_xor:
    return b.CreateXor(v[0], v[1]);
  case Op::i32_div_s:
  case Op::i64_div_s:
    return emitDivideSigned(b, v[0], v[1]);
  case Op::i32_div_u:
  case Op::i64_div_u:
    return emitDivideUnsigned(b, v[0], v[1]);
  case Op::i32_rem_s:
  case Op::i64_rem_s:
    return emitRemainderSigned(b, v[0], v[1]);
  case Op::i32_rem_u:
  case Op::i64_rem_u:
    return emitRemainderUnsigned(b, v[0], v[1]);
  case Op::i32_shl:
  case Op::i64_shl:
    return emitShift(b, Instruction::Shl, v[0], v[1]);
  case Op::i32_shr_s:
  case Op::i64_shr_s:
    return emitShift(b, Instruction::AShr, v[0], v[1]);
  case Op::i32_shr_u:
  case Op::i64_shr_u:
    return emitShift(b, Instruction::LShr, v[0], v[1]);
  case Op::i32_rotl:
  case Op::i64_rotl:
    return emitRotate(b, Intrinsic::fshl, v[0], v[1]);
  case Op::i32_rotr:
  case Op::i64_rotr:
    return emitRotate(b, Intrinsic::fshr, v[0], v[1]);
  case Op::i32_clz:
  case Op::i64_clz:
    return emitCount(b, Intrinsic::ctlz, v[0]);
  case Op::i32_ctz:
  case Op::i64_ctz:
    return emitCount(b, Intrinsic::cttz, v[0]);
  case Op::i32_popcnt:
  case Op::i64_popcnt:
    return emitCount(b, Intrinsic::ctpop, v[0]);
  case Op::i32_extend8_s:
  case Op::i64_extend8_s:
    return emitSignExtend(b, v[0], 8);
  case Op::i32_extend16_s:
  case Op::i64_extend16_s:
    return emitSignExtend(b, v[0], 16);
  case Op::i64_extend32_s:
    return emitSignExtend(b, v[0], 32);
  default:
    return nullptr;
  }
}

// Comparisons; `ne` is the only one that holds for a NaN.
Value *emitComparison(FunctionBuilder &b, Op op, Operands v) {
  switch (op) {
  case Op::i32_eqz:
  case Op::i64_eqz:
    return emitIsZero(b, v[0]);
  case Op::i32_eq:
  case Op::i64_eq:
    return emitCompare(b, CmpInst::ICMP_EQ, v[0], v[1]);
  case Op::i32_ne:
  case Op::i64_ne:
    return emitCompare(b, CmpInst::ICMP_NE, v[0], v[1]);
  case Op::i32_lt_s:
  case Op::i64_lt_s:
    return emitCompare(b, CmpInst::ICMP_SLT, v[0], v[1]);
  case Op::i32_lt_u:
  case Op::i64_lt_u:
    return emitCompare(b, CmpInst::ICMP_ULT, v[0], v[1]);
  case Op::i32_gt_s:
  case Op::i64_gt_s:
    return emitCompare(b, CmpInst::ICMP_SGT, v[0], v[1]);
  case Op::i32_gt_u:
  case Op::i64_gt_u:
    return emitCompare(b, CmpInst::ICMP_UGT, v[0], v[1]);
  case Op::i32_le_s:
  case Op::i64_le_s:
    return emitCompare(b, CmpInst::ICMP_SLE, v[0], v[1]);
  case Op::i32_le_u:
  case Op::i64_le_u:
    return emitCompare(b, CmpInst::ICMP_ULE, v[0], v[1]);
  case Op::i32_ge_s:
  case Op::i64_ge_s:
    return emitCompare(b, CmpInst::ICMP_SGE, v[0], v[1]);
  case Op::i32_ge_u:
  case Op::i64_ge_u:
    return emitCompare(b, CmpInst::ICMP_UGE, v[0], v[1]);
  case Op::f32_eq:
  case Op::f64_eq:
    return emitCompare(b, CmpInst::FCMP_OEQ, v[0], v[1]);
  case Op::f32_ne:
  case Op::f64_ne:
    return emitCompare(b, CmpInst::FCMP_UNE, v[0], v[1]);
  case Op::f32_lt:
  case Op::f64_lt:
    return emitCompare(b, CmpInst::FCMP_OLT, v[0], v[1]);
  case Op::f32_gt:
  case Op::f64_gt:
    return emitCompare(b, CmpInst::FCMP_OGT, v[0], v[1]);
  case Op::f32_le:
  case Op::f64_le:
    return emitCompare(b, CmpInst::FCMP_OLE, v[0], v[1]);
  case Op::f32_ge:
  case Op::f64_ge:
    return emitCompare(b, CmpInst::FCMP_OGE, v[0], v[1]);
  default:
    return nullptr;
  }
}

// Floating-point arithmetic (spec 4.3.3).
Value *emitFloat(FunctionBuilder &b, Op op, Operands v) {
  switch (op) {
  case Op::f32_add:
  case Op::f64_add:
    return emitFloatBinary(b, Instruction::FAdd, v[0], v[1]);
  case Op::f32_sub:
  case Op::f64_sub:
    return emitFloatBinary(b, Instruction::FSub, v[0], v[1]);
  case Op::f32_mul:
  case Op::f64_mul:
    return emitFloatBinary(b, Instruction::FMul, v[0], v[1]);
  case Op::f32_div:
  case Op::f64_div:
    return emitFloatBinary(b, Instruction::FDiv, v[0], v[1]);
  case Op::f32_min:
  case Op::f64_min:
    return emitMin(b, v[0], v[1]);
  case Op::f32_max:
  case Op::f64_max:
    return emitMax(b, v[0], v[1]);
  case Op::f32_copysign:
  case Op::f64_copysign:
    return b.CreateBinaryIntrinsic(Intrinsic::copysign, v[0], v[1]);
  case Op::f32_abs:
  case Op::f64_abs:
    return b.CreateUnaryIntrinsic(Intrinsic::fabs, v[0]);
  case Op::f32_neg:
  case Op::f64_neg:
    return b.CreateFNeg(v[0]);
  case Op::f32_sqrt:
  case Op::f64_sqrt:
    return b.CreateUnaryIntrinsic(Intrinsic::sqrt, v[0]);
  case Op::f32_ceil:
  case Op::f64_ceil:
    return emitRound(b, Intrinsic::ceil, v[0]);
  case Op::f32_floor:
  case Op::f64_floor:
    return emitRound(b, Intrinsic::floor, v[0]);
  case Op::f32_trunc:
  case Op::f64_trunc:
    return emitRound(b, Intrinsic::trunc, v[0]);
  case Op::f32_nearest:
  case Op::f64_nearest:
    return emitRound(b, Intrinsic::roundeven, v[0]);
  default:
    return nullptr;
  }
}

// Conversions (spec 4.3.4).
Value *emitConversion(FunctionBuilder &b, Op op, Operands v) {
  switch (op) {
  case Op::i32_wrap_i64:
    return b.CreateTrunc(v[0], b.getInt32Ty());
  case Op::i64_extend_i32_s:
    return b.CreateSExt(v[0], b.getInt64Ty());
  case Op::i64_extend_i32_u:
    return b.CreateZExt(v[0], b.getInt64Ty());
  case Op::i32_trunc_f32_s:
  case Op::i32_trunc_f64_s:
    return emitTruncate(b, v[0], 32, Signedness::signed_);
  case Op::i32_trunc_sat_f32_s:
  case Op::i32_trunc_sat_f64_s:
    return emitTruncateSaturating(b, v[0], 32, Signedness::signed_);
  case Op::i32_trunc_f32_u:
  case Op::i32_trunc_f64_u:
    return emitTruncate(b, v[0], 32, Signedness::unsigned_);
  case Op::i32_trunc_sat_f32_u:
  case Op::i32_trunc_sat_f64_u:
    return emitTruncateSaturating(b, v[0], 32, Signedness::unsigned_);
  case Op::i64_trunc_f32_s:
  case Op::i64_trunc_f64_s:
    return emitTruncate(b, v[0], 64, Signedness::signed_);
  case Op::i64_trunc_sat_f32_s:
  case Op::i64_trunc_sat_f64_s:
    return emitTruncateSaturating(b, v[0], 64, Signedness::signed_);
  case Op::i64_trunc_f32_u:
  case Op::i64_trunc_f64_u:
    return emitTruncate(b, v[0], 64, Signedness::unsigned_);
  case Op::i64_trunc_sat_f32_u:
  case Op::i64_trunc_sat_f64_u:
    return emitTruncateSaturating(b, v[0], 64, Signedness::unsigned_);
  case Op::f32_convert_i32_s:
  case Op::f32_convert_i64_s:
    return b.CreateSIToFP(v[0], b.getFloatTy());
  case Op::f32_convert_i32_u:
  case Op::f32_convert_i64_u:
    return b.CreateUIToFP(v[0], b.getFloatTy());
  case Op::f64_convert_i32_s:
  case Op::f64_convert_i64_s:
    return b.CreateSIToFP(v[0], b.getDoubleTy());
  case Op::f64_convert_i32_u:
  case Op::f64_convert_i64_u:
    return b.CreateUIToFP(v[0], b.getDoubleTy());
  case Op::f32_demote_f64:
    return emitDemote(b, v[0]);
  case Op::f64_promote_f32:
    return b.CreateFPExt(v[0], b.getDoubleTy());
  case Op::i32_reinterpret_f32:
    return b.CreateBitCast(v[0], b.getInt32Ty());
  case Op::i64_reinterpret_f64:
    return b.CreateBitCast(v[0], b.getInt64Ty());
  case Op::f32_reinterpret_i32:
    return b.CreateBitCast(v[0], b.getFloatTy());
  case Op::f64_reinterpret_i64:
    return b.CreateBitCast(v[0], b.getDoubleTy());
  default:
    return nullptr;
  }
}

} // namespace

Value *emitNumeric(FunctionBuilder &b, Op op, Operands operands) {
  for (auto *family : {emitInteger, emitComparison, emitFloat, emitConversion})
    if (Value *result = family(b, op, operands))
      return emitProfileNan(b, op, result);
  llvm_unreachable("not a scalar operator");
}

} // namespace wasmc::lower
