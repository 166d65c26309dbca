#include "compiler/lower/numeric.h"
#include "compiler/lower/simd_aarch64.h"
#include "compiler/lower/simd_families.h"
#include "compiler/lower/simd_x86.h"

namespace wasmc::lower {

using namespace llvm;
using wasm::Op;

namespace {

// Two lanes become two integers and two zeros, four lanes four integers.
Value *emitSaturating(FunctionBuilder &b, Intrinsic::ID id, Value *vector) {
  llvm::Type *result = vector->getType()->getWithNewType(b.getInt32Ty());
  Value *integers = b.CreateIntrinsic(id, {result, vector->getType()}, {vector});
  return laneCount(integers) == 2 ? emitZeroUpperHalf(b, integers) : integers;
}

} // namespace

Value *emitTruncateLanesSigned(FunctionBuilder &b, Value *vector) {
  // Vectors of floats: compiler/codegen/vector_conversions.cpp, so that loops may do several at
  // once.
  if (b.isX86() && laneBits(vector) == 64)
    return emitX86TruncateDoubles(b, vector);
  if (isAarch64(b) && laneBits(vector) == 64)
    return emitAarch64TruncateDoubles(b, vector, /*isSigned=*/true);
  return emitSaturating(b, Intrinsic::fptosi_sat, vector);
}

Value *emitTruncateLanesUnsigned(FunctionBuilder &b, Value *vector) {
  if (laneBits(vector) == 64 && hasX86TruncateDoublesUnsigned(b))
    return emitX86TruncateDoublesUnsigned(b, vector);
  if (isAarch64(b) && laneBits(vector) == 64)
    return emitAarch64TruncateDoubles(b, vector, /*isSigned=*/false);
  return emitSaturating(b, Intrinsic::fptoui_sat, vector);
}

Value *emitVectorConvert(FunctionBuilder &b, Op op, Operands v) {
  switch (op) {
  case Op::i32x4_trunc_sat_f32x4_s:
  case Op::i32x4_trunc_sat_f64x2_s_zero:
    return emitTruncateLanesSigned(b, v[0]);
  case Op::i32x4_trunc_sat_f32x4_u:
  case Op::i32x4_trunc_sat_f64x2_u_zero:
    return emitTruncateLanesUnsigned(b, v[0]);
  case Op::f32x4_convert_i32x4_s:
    return b.CreateSIToFP(v[0], typeOf(b.getContext(), Shape::f32x4));
  case Op::f32x4_convert_i32x4_u:
    return b.CreateUIToFP(v[0], typeOf(b.getContext(), Shape::f32x4));
  case Op::f64x2_convert_low_i32x4_s:
    return b.CreateSIToFP(emitLanes(b, v[0], 0, 2), typeOf(b.getContext(), Shape::f64x2));
  case Op::f64x2_convert_low_i32x4_u:
    return b.CreateUIToFP(emitLanes(b, v[0], 0, 2), typeOf(b.getContext(), Shape::f64x2));
  case Op::f32x4_demote_f64x2_zero:
    return emitZeroUpperHalf(b, emitDemote(b, v[0]));
  case Op::f64x2_promote_low_f32x4:
    return b.CreateFPExt(emitLanes(b, v[0], 0, 2), typeOf(b.getContext(), Shape::f64x2));
  default:
    return nullptr;
  }
}

} // namespace wasmc::lower
