// Plain (non-strict) floating point with the fix-ups that Wasm's NaN rules need (lowering.md,
// section 2). A result NaN must be quiet; the hardware sees to that, but LLVM folds operations that
// leave a number unchanged (x * 1.0, x - 0.0, fptrunc(fpext x)), and with them the quieting of a
// signalling NaN.

#include "compiler/lower/numeric.h"

namespace wasmc::lower {

using namespace llvm;

namespace {

// Whether `test` holds for a constant, or for a lane of a constant vector.
template <class Test> bool anyConstant(Value *value, Test test) {
  auto *constant = dyn_cast<Constant>(value);
  if (constant == nullptr)
    return false;
  auto *vector = dyn_cast<FixedVectorType>(value->getType());
  for (unsigned lane = 0; lane < (vector != nullptr ? vector->getNumElements() : 1); ++lane) {
    auto *number = dyn_cast_or_null<ConstantFP>(
        vector != nullptr ? constant->getAggregateElement(lane) : constant);
    if (number != nullptr && test(*number))
      return true;
  }
  return false;
}

bool isPlusOrMinusOne(Value *value) {
  return isConstantLane(value, 1.0) || isConstantLane(value, -1.0);
}

bool isZero(Value *value) {
  return isConstantLane(value, 0.0) || isConstantLane(value, -0.0);
}

// Whether a NaN is quiet that comes out of it.
bool isQuieting(const Value *value) {
  return isa<BinaryOperator, FPExtInst, SIToFPInst, UIToFPInst>(value) &&
         value->getType()->isFPOrFPVectorTy();
}

// Whether LLVM folds the operation to one operand or to its negation.
bool mayFoldToOperand(Instruction::BinaryOps kind, Value *left, Value *right) {
  // Zeros of the other sign only if it knows more of the operand (abs(x) is never -0.0), or if the
  // sign does not matter.
  if ((kind == Instruction::FAdd || kind == Instruction::FSub) &&
      ((isZero(left) && !isQuieting(right)) || (isZero(right) && !isQuieting(left))))
    return true;
  switch (kind) {
  case Instruction::FAdd:
    return isConstantLane(left, -0.0) || isConstantLane(right, -0.0);
  case Instruction::FSub:
    return isConstantLane(left, -0.0) || isConstantLane(right, 0.0);
  case Instruction::FMul:
    return isPlusOrMinusOne(left) || isPlusOrMinusOne(right);
  case Instruction::FDiv:
    return isPlusOrMinusOne(right);
  default:
    return false;
  }
}

Value *bitsOf(FunctionBuilder &b, Value *value) {
  return b.CreateBitCast(value, b.getIntNTy(value->getType()->getPrimitiveSizeInBits()));
}

// The x86 sequence: minsd and maxsd return their second operand for equal zeros and NaNs, so those
// go to a side path: a NaN is quieted by adding, the sign bits of zeros are or-ed (min) or and-ed
// (max). LLVM's own minimum and maximum branch on signs and leave signalling NaNs as they are.
Value *emitX86MinMax(FunctionBuilder &b, Value *left, Value *right, bool isMin) {
  BasicBlock *fast = b.createBlock();
  BasicBlock *slow = b.createBlock();
  BasicBlock *join = b.createBlock();
  // `one` is false for equal and for unordered operands.
  b.CreateCondBr(b.CreateFCmpONE(left, right), fast, slow);

  b.SetInsertPoint(fast);
  Value *comes = isMin ? b.CreateFCmpOLT(left, right) : b.CreateFCmpOGT(left, right);
  Value *picked = b.CreateSelect(comes, left, right);
  b.CreateBr(join);

  b.SetInsertPoint(slow);
  Value *sum = b.CreateFAdd(left, right);
  if (isa<Constant>(left) || isa<Constant>(right))
    sum = emitQuiet(b, sum);
  Value *bits = isMin ? b.CreateOr(bitsOf(b, left), bitsOf(b, right))
                      : b.CreateAnd(bitsOf(b, left), bitsOf(b, right));
  Value *odd =
      b.CreateSelect(b.CreateFCmpUNO(left, right), sum, b.CreateBitCast(bits, left->getType()));
  b.CreateBr(join);

  b.SetInsertPoint(join);
  PHINode *result = b.CreatePHI(left->getType(), 2);
  result->addIncoming(picked, fast);
  result->addIncoming(odd, slow);
  return result;
}

bool isRiscvVector(FunctionBuilder &b, Value *value) {
  return b.facts().architecture == wasm::Architecture::riscv64 && value->getType()->isVectorTy();
}

// Hides where a value comes from, so that nothing folds into or across it. Costs no instruction.
Value *emitFence(FunctionBuilder &b, Value *value) {
  return b.CreateIntrinsic(Intrinsic::arithmetic_fence, {value->getType()}, {value});
}

Value *emitMinMax(FunctionBuilder &b, Value *left, Value *right, bool isMin) {
  if (b.isX86())
    return emitX86MinMax(b, left, right, isMin);
  // minimum(x, x) and minimum(x, inf) would fold to x. That the operands are equal may show only
  // after the locals they come from have become values.
  if (isa<Constant>(left))
    std::swap(left, right);
  Value *result = b.CreateBinaryIntrinsic(isMin ? Intrinsic::minimum : Intrinsic::maximum, left,
                                          emitFence(b, right));
  return isa<Constant>(left) ? emitQuiet(b, result) : result;
}

constexpr unsigned kMaxDepth = 4; // of operators that are looked through

// Whether the number is computed of what has not been promoted: whatever is folded of that, no
// promoted number is left. What is loaded may have been stored promoted, so it must be an operand.
bool isComputed(const Value *value, unsigned depth = 0) {
  const auto *operation = dyn_cast<Instruction>(value);
  if (isa<ConstantFP>(value))
    return true;
  switch (operation == nullptr || depth > kMaxDepth ? 0 : operation->getOpcode()) {
  case Instruction::Load:
    return depth > 0;
  case Instruction::SIToFP:
  case Instruction::UIToFP:
    return true;
  case Instruction::FAdd:
  case Instruction::FSub:
  case Instruction::FMul:
  case Instruction::FDiv:
    return isComputed(operation->getOperand(0), depth + 1) &&
           isComputed(operation->getOperand(1), depth + 1);
  default:
    return false;
  }
}

} // namespace

bool isConstantLane(Value *value, double number) {
  return anyConstant(value,
                     [&](const ConstantFP &constant) { return constant.isExactlyValue(number); });
}

Value *emitQuiet(FunctionBuilder &b, Value *value) {
  // x + -0.0 is x with a quiet NaN, and keeps from folding when the constant is hidden. Not
  // llvm.canonicalize: the vectorisers widen it to types for which LLVM 22 has no instructions and
  // dies (<2 x float> on x86-64, every scalable vector on riscv64).
  return b.CreateFAdd(value, emitFence(b, ConstantFP::getNegativeZero(value->getType())));
}

Value *emitFloatBinary(FunctionBuilder &b, Instruction::BinaryOps kind, Value *left, Value *right) {
  Value *result = b.CreateBinOp(kind, left, right);
  return mayFoldToOperand(kind, left, right) ? emitQuiet(b, result) : result;
}

Value *emitMin(FunctionBuilder &b, Value *left, Value *right) {
  return emitMinMax(b, left, right, true);
}

Value *emitMax(FunctionBuilder &b, Value *left, Value *right) {
  return emitMinMax(b, left, right, false);
}

Value *emitRound(FunctionBuilder &b, Intrinsic::ID id, Value *value) {
  // riscv64 without Zfa rounds through integers and passes a NaN on as it is; so does V, which LLVM
  // may use for this as well.
  bool mayUseV = b.facts().architecture == wasm::Architecture::riscv64 && b.facts().hasVectors;
  if (!b.facts().hasZfa || mayUseV || isRiscvVector(b, value))
    value = emitQuiet(b, value);
  return b.CreateUnaryIntrinsic(id, value);
}

Value *emitDemote(FunctionBuilder &b, Value *value) {
  // The fence keeps fptrunc(fpext x) from folding to x. Behind it nothing becomes vectors.
  if (!isComputed(value))
    value = emitFence(b, value);
  return b.CreateFPTrunc(value, value->getType()->getWithNewType(b.getFloatTy()));
}

} // namespace wasmc::lower
