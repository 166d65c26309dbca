// Vector floating point. The rules for NaNs are those of float.cpp.

#include "compiler/lower/numeric.h"
#include "compiler/lower/simd_families.h"
#include "compiler/lower/simd_x86.h"

namespace wasmc::lower {

using namespace llvm;
using wasm::Op;

namespace {

Value *emitMinMax(FunctionBuilder &b, Value *left, Value *right, bool isMin) {
  if (b.isX86())
    return emitX86LanesMinMax(b, left, right, isMin);
  return isMin ? emitMin(b, left, right) : emitMax(b, left, right);
}

// "Pseudo" minimum and maximum: right < left ? right : left, whatever the operands are.
Value *emitPseudoMin(FunctionBuilder &b, Value *left, Value *right) {
  if (b.isX86())
    return emitX86Least(b, right, left);
  return b.CreateSelect(b.CreateFCmpOLT(right, left), right, left);
}

Value *emitPseudoMax(FunctionBuilder &b, Value *left, Value *right) {
  if (b.isX86())
    return emitX86Most(b, right, left);
  return b.CreateSelect(b.CreateFCmpOLT(left, right), right, left);
}

} // namespace

Value *emitVectorMin(FunctionBuilder &b, Value *left, Value *right) {
  return emitMinMax(b, left, right, /*isMin=*/true);
}

Value *emitVectorMax(FunctionBuilder &b, Value *left, Value *right) {
  return emitMinMax(b, left, right, /*isMin=*/false);
}

Value *emitVectorFloat(FunctionBuilder &b, Op op, Operands v) {
  switch (op) {
  case Op::f32x4_add:
  case Op::f64x2_add:
    return emitFloatBinary(b, Instruction::FAdd, v[0], v[1]);
  case Op::f32x4_sub:
  case Op::f64x2_sub:
    return emitFloatBinary(b, Instruction::FSub, v[0], v[1]);
  case Op::f32x4_mul:
  case Op::f64x2_mul:
    return emitFloatBinary(b, Instruction::FMul, v[0], v[1]);
  case Op::f32x4_div:
  case Op::f64x2_div:
    return emitFloatBinary(b, Instruction::FDiv, v[0], v[1]);
  case Op::f32x4_min:
  case Op::f64x2_min:
    return emitVectorMin(b, v[0], v[1]);
  case Op::f32x4_max:
  case Op::f64x2_max:
    return emitVectorMax(b, v[0], v[1]);
  case Op::f32x4_pmin:
  case Op::f64x2_pmin:
    return emitPseudoMin(b, v[0], v[1]);
  case Op::f32x4_pmax:
  case Op::f64x2_pmax:
    return emitPseudoMax(b, v[0], v[1]);
  case Op::f32x4_abs:
  case Op::f64x2_abs:
    return b.CreateUnaryIntrinsic(Intrinsic::fabs, v[0]);
  case Op::f32x4_neg:
  case Op::f64x2_neg:
    return b.CreateFNeg(v[0]);
  case Op::f32x4_sqrt:
  case Op::f64x2_sqrt:
    return b.CreateUnaryIntrinsic(Intrinsic::sqrt, v[0]);
  case Op::f32x4_ceil:
  case Op::f64x2_ceil:
    return emitRound(b, Intrinsic::ceil, v[0]);
  case Op::f32x4_floor:
  case Op::f64x2_floor:
    return emitRound(b, Intrinsic::floor, v[0]);
  case Op::f32x4_trunc:
  case Op::f64x2_trunc:
    return emitRound(b, Intrinsic::trunc, v[0]);
  case Op::f32x4_nearest:
  case Op::f64x2_nearest:
    return emitRound(b, Intrinsic::roundeven, v[0]);
  default:
    return nullptr;
  }
}

} // namespace wasmc::lower
