#include "compiler/lower/numeric.h"
#include "compiler/lower/trap.h"

namespace wasmc::lower {

using namespace llvm;

namespace {

void emitZeroCheck(FunctionBuilder &b, Value *divisor) {
  emitTrapIf(b, b.CreateIsNull(divisor), WASMC_TRAP_integer_divide_by_zero);
}

Value *isMinusOne(FunctionBuilder &b, Value *value) {
  return b.CreateICmpEQ(value, ConstantInt::getAllOnesValue(value->getType()));
}

} // namespace

Value *emitDivideSigned(FunctionBuilder &b, Value *dividend, Value *divisor) {
  emitZeroCheck(b, divisor);
  llvm::Type *type = dividend->getType();
  Value *lowest = ConstantInt::get(type, APInt::getSignedMinValue(type->getIntegerBitWidth()));
  Value *overflows = b.CreateAnd(b.CreateICmpEQ(dividend, lowest), isMinusOne(b, divisor));
  emitTrapIf(b, overflows, WASMC_TRAP_integer_overflow);
  return b.CreateSDiv(dividend, divisor);
}

Value *emitDivideUnsigned(FunctionBuilder &b, Value *dividend, Value *divisor) {
  emitZeroCheck(b, divisor);
  return b.CreateUDiv(dividend, divisor);
}

Value *emitRemainderSigned(FunctionBuilder &b, Value *dividend, Value *divisor) {
  emitZeroCheck(b, divisor);
  // x rem -1 is 0, but LLVM's srem of the lowest number by -1 is undefined; x rem 1 is 0 as well.
  Value *one = ConstantInt::get(divisor->getType(), 1);
  return b.CreateSRem(dividend, b.CreateSelect(isMinusOne(b, divisor), one, divisor));
}

Value *emitRemainderUnsigned(FunctionBuilder &b, Value *dividend, Value *divisor) {
  emitZeroCheck(b, divisor);
  return b.CreateURem(dividend, divisor);
}

Value *emitShift(FunctionBuilder &b, Instruction::BinaryOps kind, Value *value, Value *count) {
  // Wasm takes the count modulo the width; LLVM's result for more is poison.
  unsigned bits = value->getType()->getIntegerBitWidth();
  return b.CreateBinOp(kind, value, b.CreateAnd(count, bits - 1));
}

Value *emitRotate(FunctionBuilder &b, Intrinsic::ID funnel, Value *value, Value *count) {
  return b.CreateIntrinsic(funnel, {value->getType()}, {value, value, count});
}

Value *emitCount(FunctionBuilder &b, Intrinsic::ID id, Value *value) {
  if (id == Intrinsic::ctpop)
    return b.CreateUnaryIntrinsic(id, value);
  // The flag says that zero is an ordinary operand.
  return b.CreateIntrinsic(id, {value->getType()}, {value, b.getFalse()});
}

Value *emitSignExtend(FunctionBuilder &b, Value *value, unsigned bits) {
  return b.CreateSExt(b.CreateTrunc(value, b.getIntNTy(bits)), value->getType());
}

Value *conditionOf(FunctionBuilder &b, Value *value) {
  if (auto *extended = dyn_cast<ZExtInst>(value);
      extended != nullptr && extended->getSrcTy()->isIntegerTy(1))
    return extended->getOperand(0);
  return b.CreateIsNotNull(value);
}

Value *emitIsZero(FunctionBuilder &b, Value *value) {
  auto *extended = dyn_cast<ZExtInst>(value);
  auto *compared = extended != nullptr ? dyn_cast<CmpInst>(extended->getOperand(0)) : nullptr;
  Value *isZero = compared == nullptr
                      ? b.CreateIsNull(value)
                      : b.CreateCmp(compared->getInversePredicate(), compared->getOperand(0),
                                    compared->getOperand(1));
  return b.CreateZExt(isZero, b.getInt32Ty());
}

Value *emitCompare(FunctionBuilder &b, CmpInst::Predicate predicate, Value *left, Value *right) {
  return b.CreateZExt(b.CreateCmp(predicate, left, right), b.getInt32Ty());
}

} // namespace wasmc::lower
