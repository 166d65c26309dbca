// A NaN is made canonical right where an operator makes it, not where it can be observed: it then
// does not matter which of two NaNs an instruction hands on, or with which sign the processor makes
// its own. Operators that only move bits (abs, neg, copysign, loads, pmin, reinterpretation) leave
// NaNs as they are, as the specification says.

#include "compiler/lower/deterministic.h"

namespace wasmc::lower {

using namespace llvm;
using wasm::Op;

namespace {

bool makesNan(Op op) {
  switch (op) {
  case Op::f32_add:
  case Op::f64_add:
  case Op::f32_sub:
  case Op::f64_sub:
  case Op::f32_mul:
  case Op::f64_mul:
  case Op::f32_div:
  case Op::f64_div:
  case Op::f32_min:
  case Op::f64_min:
  case Op::f32_max:
  case Op::f64_max:
  case Op::f32_sqrt:
  case Op::f64_sqrt:
  case Op::f32_ceil:
  case Op::f64_ceil:
  case Op::f32_floor:
  case Op::f64_floor:
  case Op::f32_trunc:
  case Op::f64_trunc:
  case Op::f32_nearest:
  case Op::f64_nearest:
  case Op::f32_demote_f64:
  case Op::f64_promote_f32:
    return true;
  default:
    return false;
  }
}

bool makesNanLanes(Op op) {
  switch (op) {
  case Op::f32x4_add:
  case Op::f64x2_add:
  case Op::f32x4_sub:
  case Op::f64x2_sub:
  case Op::f32x4_mul:
  case Op::f64x2_mul:
  case Op::f32x4_div:
  case Op::f64x2_div:
  case Op::f32x4_min:
  case Op::f64x2_min:
  case Op::f32x4_max:
  case Op::f64x2_max:
  case Op::f32x4_sqrt:
  case Op::f64x2_sqrt:
  case Op::f32x4_ceil:
  case Op::f64x2_ceil:
  case Op::f32x4_floor:
  case Op::f64x2_floor:
  case Op::f32x4_trunc:
  case Op::f64x2_trunc:
  case Op::f32x4_nearest:
  case Op::f64x2_nearest:
  case Op::f32x4_demote_f64x2_zero:
  case Op::f64x2_promote_low_f32x4:
  case Op::f32x4_relaxed_madd:
  case Op::f64x2_relaxed_madd:
  case Op::f32x4_relaxed_nmadd:
  case Op::f64x2_relaxed_nmadd:
  case Op::f32x4_relaxed_min:
  case Op::f64x2_relaxed_min:
  case Op::f32x4_relaxed_max:
  case Op::f64x2_relaxed_max:
    return true;
  default:
    return false;
  }
}

bool isSquareRoot(Op op) {
  return op == Op::f32_sqrt || op == Op::f64_sqrt || op == Op::f32x4_sqrt || op == Op::f64x2_sqrt;
}

} // namespace

Value *emitProfileNan(FunctionBuilder &b, Op op, Value *result) {
  if (!isDeterministic(b) || !(makesNan(op) || makesNanLanes(op)))
    return result;
  // To LLVM one NaN is as good as another: a square root that is selected only where it is a number
  // becomes the root itself (LLVM 22, any target; x86's own NaN has the sign bit set).
  if (b.isX86() && isSquareRoot(op))
    result = b.CreateIntrinsic(Intrinsic::arithmetic_fence, {result->getType()}, {result});
  return b.CreateSelect(b.CreateFCmpUNO(result, result), ConstantFP::getNaN(result->getType()),
                        result);
}

} // namespace wasmc::lower
