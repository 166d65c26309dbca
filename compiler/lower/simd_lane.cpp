// Operators on single lanes and on the lanes' order.

#include "compiler/lower/simd.h"
#include "compiler/lower/simd_aarch64.h"
#include "compiler/lower/simd_families.h"
#include "compiler/lower/simd_riscv.h"
#include "compiler/lower/simd_x86.h"

namespace wasmc::lower {

using namespace llvm;
using wasm::Op;

namespace {

Value *emitSplat(FunctionBuilder &b, Shape shape, Value *scalar) {
  FixedVectorType *type = typeOf(b.getContext(), shape);
  if (scalar->getType()->isIntegerTy())
    scalar = b.CreateZExtOrTrunc(scalar, type->getElementType());
  if (auto *constant = dyn_cast<Constant>(scalar))
    return ConstantVector::getSplat(type->getElementCount(), constant);
  return b.CreateVectorSplat(type->getNumElements(), scalar);
}

Value *emitExtractLane(FunctionBuilder &b, Op op, Value *vector, uint8_t lane) {
  Value *element = b.CreateExtractElement(vector, uint64_t{lane});
  switch (op) {
  case Op::i8x16_extract_lane_s:
  case Op::i16x8_extract_lane_s:
    return b.CreateSExt(element, b.getInt32Ty());
  case Op::i8x16_extract_lane_u:
  case Op::i16x8_extract_lane_u:
    return b.CreateZExt(element, b.getInt32Ty());
  default:
    return element;
  }
}

Value *emitReplaceLane(FunctionBuilder &b, Value *vector, uint8_t lane, Value *scalar) {
  if (scalar->getType()->isIntegerTy())
    scalar = b.CreateZExtOrTrunc(scalar, vector->getType()->getScalarType());
  return b.CreateInsertElement(vector, scalar, uint64_t{lane});
}

// Lane by lane, for processors that cannot look bytes up: masked indices, and zero for those
// beyond.
Value *emitSwizzleByLane(FunctionBuilder &b, Value *bytes, Value *indices) {
  Value *result = Constant::getNullValue(bytes->getType());
  Value *within = b.CreateAnd(indices, splat(indices->getType(), 15));
  for (uint64_t lane = 0; lane < 16; ++lane)
    result = b.CreateInsertElement(
        result, b.CreateExtractElement(bytes, b.CreateExtractElement(within, lane)), lane);
  Value *valid = b.CreateICmpULT(indices, splat(indices->getType(), 16));
  return b.CreateSelect(valid, result, Constant::getNullValue(bytes->getType()));
}

} // namespace

Value *emitSwizzle(FunctionBuilder &b, Value *bytes, Value *indices) {
  if (hasX86Ssse3(b))
    return emitX86Swizzle(b, bytes, indices);
  if (isAarch64(b))
    return emitAarch64Swizzle(b, bytes, indices);
  if (hasRiscvVectors(b))
    return emitRiscvSwizzle(b, bytes, indices);
  return emitSwizzleByLane(b, bytes, indices);
}

Value *emitLane(FunctionBuilder &b, Op op, uint8_t lane, Operands operands) {
  Value *vector = castTo(b, operands[0], operandShape(op));
  if (operands.size() == 1)
    return emitExtractLane(b, op, vector, lane);
  return castTo(b, emitReplaceLane(b, vector, lane, operands[1]), Shape::i64x2);
}

Value *emitShuffle(FunctionBuilder &b, const decode::V128 &lanes, Value *left, Value *right) {
  SmallVector<int, 16> mask(lanes.begin(), lanes.end());
  Value *bytes =
      b.CreateShuffleVector(castTo(b, left, Shape::i8x16), castTo(b, right, Shape::i8x16), mask);
  return castTo(b, bytes, Shape::i64x2);
}

Value *emitVectorLanes(FunctionBuilder &b, Op op, Operands v) {
  switch (op) {
  case Op::i8x16_splat:
  case Op::i16x8_splat:
  case Op::i32x4_splat:
  case Op::i64x2_splat:
  case Op::f32x4_splat:
  case Op::f64x2_splat:
    return emitSplat(b, resultShape(op), v[0]);
  case Op::i8x16_swizzle:
    return emitSwizzle(b, v[0], v[1]);
  default:
    return nullptr;
  }
}

} // namespace wasmc::lower
