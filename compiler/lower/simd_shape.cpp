#include "compiler/lower/simd_shape.h"

#include <llvm/Analysis/ConstantFolding.h>

namespace wasmc::lower {

using namespace llvm;

FixedVectorType *typeOf(LLVMContext &context, Shape shape) {
  switch (shape) {
  case Shape::i8x16:
    return FixedVectorType::get(llvm::Type::getInt8Ty(context), 16);
  case Shape::i16x8:
    return FixedVectorType::get(llvm::Type::getInt16Ty(context), 8);
  case Shape::i32x4:
    return FixedVectorType::get(llvm::Type::getInt32Ty(context), 4);
  case Shape::i64x2:
    return FixedVectorType::get(llvm::Type::getInt64Ty(context), 2);
  case Shape::f32x4:
    return FixedVectorType::get(llvm::Type::getFloatTy(context), 4);
  case Shape::f64x2:
    return FixedVectorType::get(llvm::Type::getDoubleTy(context), 2);
  }
  llvm_unreachable("shape");
}

Value *castTo(FunctionBuilder &b, Value *vector, llvm::Type *type) {
  if (auto *constant = dyn_cast<Constant>(vector))
    return ConstantFoldCastOperand(Instruction::BitCast, constant, type,
                                   b.module().module.getDataLayout());
  return b.CreateBitCast(vector, type);
}

Value *castTo(FunctionBuilder &b, Value *vector, Shape shape) {
  return castTo(b, vector, typeOf(b.getContext(), shape));
}

FixedVectorType *integerType(llvm::Type *vector) {
  return cast<FixedVectorType>(VectorType::getInteger(cast<VectorType>(vector)));
}

FixedVectorType *widerType(llvm::Type *vector) {
  return cast<FixedVectorType>(VectorType::getExtendedElementVectorType(cast<VectorType>(vector)));
}

FixedVectorType *narrowerType(llvm::Type *vector) {
  return cast<FixedVectorType>(VectorType::getTruncatedElementVectorType(cast<VectorType>(vector)));
}

unsigned laneCount(Value *vector) {
  return cast<FixedVectorType>(vector->getType())->getNumElements();
}

unsigned laneBits(Value *vector) {
  return vector->getType()->getScalarSizeInBits();
}

Value *emitLaneMask(FunctionBuilder &b, CmpInst::Predicate predicate, Value *left, Value *right) {
  return b.CreateSExt(b.CreateCmp(predicate, left, right), integerType(left->getType()));
}

Constant *splat(llvm::Type *vector, uint64_t value) {
  return ConstantInt::get(vector, APInt(vector->getScalarSizeInBits(), value));
}

Constant *splatFloat(llvm::Type *vector, double value) {
  return ConstantFP::get(vector, value);
}

Value *emitLanes(FunctionBuilder &b, Value *vector, unsigned first, unsigned count, unsigned step) {
  SmallVector<int, 16> lanes;
  for (unsigned k = 0; k < count; ++k)
    lanes.push_back(static_cast<int>(first + k * step));
  return b.CreateShuffleVector(vector, lanes);
}

Value *emitZeroUpperHalf(FunctionBuilder &b, Value *vector) {
  return b.CreateShuffleVector(vector, Constant::getNullValue(vector->getType()), {0, 1, 2, 3});
}

} // namespace wasmc::lower
