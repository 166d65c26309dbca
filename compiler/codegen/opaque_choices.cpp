// LLVM 22's instruction selection for riscv64 does not end where both halves of a choice between
// two numbers of 64 bits are compared with zero and the low halves are constants, or known to be:
// what wants some of the bits only makes constants smaller, and what materialises constants makes
// them larger again. (`c ? 0 : K`, with `x & 0xffffffff` and `x >> 32` compared, for one.) Floats
// of 64 bits become such numbers, and vectors are taken apart into them where the machine has none.
// So what such a choice gives goes through empty assembly, behind which nothing is known of it.
// testsuite/wast/choices.wast is never done without.
//
// Its code generators for AArch64 and riscv64 make of `x < K ? x : K`, where K is no NaN, an
// instruction for the smaller of two numbers. Where x is a signaling NaN, that gives x made quiet,
// and not K, or x as it was. So one operand of such a choice is another value than that which is
// compared (testsuite/wast/choices.wast again).
#include "compiler/codegen/opaque_choices.h"

#include <llvm/ADT/STLExtras.h>
#include <llvm/Analysis/TargetTransformInfo.h>
#include <llvm/Analysis/ValueTracking.h>
#include <llvm/IR/IRBuilder.h>
#include <llvm/IR/InlineAsm.h>
#include <llvm/IR/InstIterator.h>

namespace wasmc::codegen {

using namespace llvm;

namespace {

// Through assembly that does nothing, in a register of the value's kind.
Value *hidden(IRBuilder<> &b, Value *value, const Triple &triple) {
  Type *type = value->getType();
  StringRef constraints = type->isIntegerTy() ? "=r,0" : triple.isRISCV64() ? "=f,0" : "=w,0";
  auto *function = FunctionType::get(type, {type}, false);
  return b.CreateCall(function, InlineAsm::get(function, "", constraints, /*hasSideEffects=*/false),
                      {value});
}

// Between floats that are compared, one of which may be a NaN.
bool isLimit(SelectInst &choice) {
  if (!choice.getType()->isFPOrFPVectorTy())
    return false;
  Value *left, *right;
  SelectPatternResult pattern = matchSelectPattern(&choice, left, right);
  return (pattern.Flavor == SPF_FMINNUM || pattern.Flavor == SPF_FMAXNUM) &&
         pattern.NaNBehavior != SPNB_RETURNS_ANY;
}

// One operand of a scalar; vectors are chosen as numbers of their bits.
void hideLimit(SelectInst &choice, const Triple &triple) {
  IRBuilder<> b(&choice);
  Type *type = choice.getType();
  if (!type->isVectorTy()) {
    choice.setTrueValue(hidden(b, choice.getTrueValue(), triple));
    return;
  }
  Type *bits = VectorType::getInteger(cast<VectorType>(type));
  Value *chosen =
      b.CreateSelect(choice.getCondition(), b.CreateBitCast(choice.getTrueValue(), bits),
                     b.CreateBitCast(choice.getFalseValue(), bits));
  choice.replaceAllUsesWith(b.CreateBitCast(chosen, type));
}

// The choice of a vector, by the halves of it that machines without vectors have in registers.
Value *ofHalves(SelectInst &choice, const Triple &triple) {
  IRBuilder<> b(&choice);
  Type *halves = FixedVectorType::get(b.getInt64Ty(), 2);
  bool isOfLanes = choice.getCondition()->getType()->isVectorTy();
  Value *one = b.CreateBitCast(choice.getTrueValue(), halves);
  Value *other = b.CreateBitCast(choice.getFalseValue(), halves);
  Value *result = PoisonValue::get(halves);
  for (uint64_t half : {0, 1}) {
    Value *condition = choice.getCondition();
    if (isOfLanes)
      condition = b.CreateExtractElement(condition, half);
    Value *chosen = b.CreateSelect(condition, b.CreateExtractElement(one, half),
                                   b.CreateExtractElement(other, half));
    result = b.CreateInsertElement(result, hidden(b, chosen, triple), half);
  }
  return b.CreateBitCast(result, choice.getType());
}

// Whether it is made in 64 bits, or in twice as many without vectors for them.
bool isOf64Bits(const SelectInst &choice) {
  return !choice.getType()->isVectorTy() && choice.getType()->getPrimitiveSizeInBits() == 64;
}
bool isOfTwoHalves(const SelectInst &choice) {
  return isa<FixedVectorType>(choice.getType()) &&
         choice.getType()->getPrimitiveSizeInBits() == 128 &&
         (!choice.getCondition()->getType()->isVectorTy() ||
          choice.getType()->getScalarSizeInBits() == 64);
}

void hideResult(SelectInst &choice, const Triple &triple) {
  IRBuilder<> b(choice.getNextNode());
  auto *result = cast<CallInst>(hidden(b, &choice, triple));
  choice.replaceAllUsesWith(result);
  result->setArgOperand(0, &choice);
}

bool hasVectorRegisters(const TargetMachine &target, const Function &function) {
  return target.getTargetTransformInfo(function)
             .getRegisterBitWidth(TargetTransformInfo::RGK_FixedWidthVector)
             .getFixedValue() >= 128;
}

} // namespace

void hideChoices(Module &module, const TargetMachine &target) {
  const Triple &triple = target.getTargetTriple();
  if (triple.isX86()) // chooses by the comparison, and ends
    return;
  for (Function &function : module) {
    bool hasVectors = hasVectorRegisters(target, function);
    SmallVector<SelectInst *, 16> choices;
    for (Instruction &instruction : instructions(function))
      if (auto *choice = dyn_cast<SelectInst>(&instruction))
        choices.push_back(choice);
    for (SelectInst *choice : choices) {
      if (triple.isRISCV64() && !hasVectors && isOfTwoHalves(*choice)) {
        choice->replaceAllUsesWith(ofHalves(*choice, triple));
        choice->eraseFromParent();
        continue;
      }
      if (isLimit(*choice))
        hideLimit(*choice, triple);
      if (choice->use_empty())
        choice->eraseFromParent();
      else if (triple.isRISCV64() && isOf64Bits(*choice))
        hideResult(*choice, triple);
    }
  }
}

} // namespace wasmc::codegen
