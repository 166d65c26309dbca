#include "compiler/lower/simd.h"

#include "compiler/lower/simd_families.h"

namespace wasmc::lower {

using namespace llvm;
using wasm::Op;

Constant *vectorConstant(LLVMContext &context, const decode::V128 &bytes) {
  uint64_t halves[2] = {};
  for (size_t k = 0; k < bytes.size(); ++k)
    halves[k / 8] |= uint64_t{bytes[k]} << (k % 8 * 8);
  return ConstantDataVector::get(context, halves);
}

bool isVectorOperator(Op op) {
  wasm::Feature feature = wasm::info(op).feature;
  return feature == wasm::Feature::simd || feature == wasm::Feature::relaxed_simd;
}

Value *emitVector(FunctionBuilder &b, Op op, Operands operands) {
  SmallVector<Value *, 3> lanes;
  for (Value *operand : operands)
    lanes.push_back(operand->getType()->isVectorTy() ? castTo(b, operand, operandShape(op))
                                                     : operand);
  for (auto *family : {emitVectorBitwise, emitVectorInteger, emitVectorSaturating, emitVectorShift,
                       emitVectorEquality, emitVectorOrder, emitVectorTest, emitVectorWiden,
                       emitVectorMultiplyWide, emitVectorFloat, emitVectorConvert, emitVectorLanes,
                       emitVectorRelaxed})
    if (Value *result = family(b, op, lanes))
      return result->getType()->isVectorTy() ? castTo(b, result, Shape::i64x2) : result;
  llvm_unreachable("not a vector operator");
}

} // namespace wasmc::lower
