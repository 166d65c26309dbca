#include "compiler/lower/numeric.h"
#include "compiler/lower/trap.h"

#include <cmath>

namespace wasmc::lower {

using namespace llvm;

namespace {

// The operands of an in-range check `low < x < high` or `low <= x < high`. The bounds are the
// nearest numbers of the operand's type beyond the integer range, so that the check is exact.
struct TruncationRange {
  double low;
  bool lowIncluded;
  double high;
};

TruncationRange truncationRange(bool isDouble, unsigned bits, Signedness signedness) {
  if (signedness == Signedness::unsigned_)
    return {-1.0, false, std::ldexp(1.0, static_cast<int>(bits))};
  double lowest = -std::ldexp(1.0, static_cast<int>(bits) - 1);
  // f64 holds -2147483649 exactly; in the other cases the next number below the range rounds to
  // the lowest integer itself, so the bound is included instead.
  if (isDouble && bits == 32)
    return {lowest - 1.0, false, -lowest};
  return {lowest, true, -lowest};
}

} // namespace

Value *emitTruncate(FunctionBuilder &b, Value *value, unsigned bits, Signedness signedness) {
  llvm::Type *type = value->getType();
  TruncationRange range = truncationRange(type->isDoubleTy(), bits, signedness);
  Value *low = ConstantFP::get(type, range.low);
  Value *aboveLow = range.lowIncluded ? b.CreateFCmpOGE(value, low) : b.CreateFCmpOGT(value, low);
  Value *inRange = b.CreateAnd(aboveLow, b.CreateFCmpOLT(value, ConstantFP::get(type, range.high)));

  BasicBlock *refused = b.createBlock("refused");
  BasicBlock *next = b.createBlock();
  b.CreateCondBr(b.CreateNot(inRange), refused, next, b.unlikely());
  b.SetInsertPoint(refused);
  emitTrapIf(b, b.CreateFCmpUNO(value, value), WASMC_TRAP_invalid_conversion_to_integer);
  emitTrap(b, WASMC_TRAP_integer_overflow);

  b.SetInsertPoint(next);
  llvm::Type *integer = b.getIntNTy(bits);
  return signedness == Signedness::signed_ ? b.CreateFPToSI(value, integer)
                                           : b.CreateFPToUI(value, integer);
}

Value *emitTruncateSaturating(FunctionBuilder &b, Value *value, unsigned bits,
                              Signedness signedness) {
  Intrinsic::ID id =
      signedness == Signedness::signed_ ? Intrinsic::fptosi_sat : Intrinsic::fptoui_sat;
  return b.CreateIntrinsic(id, {b.getIntNTy(bits), value->getType()}, {value});
}

} // namespace wasmc::lower
