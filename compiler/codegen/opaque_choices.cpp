// LLVM 22's instruction selection for riscv64 does not end where both halves of a choice between
// two numbers of 64 bits are compared with zero: what wants some of the bits only makes constants
// smaller, and what materialises constants makes them larger again. (`c ? 0 : K`, with `x &
// 0xffffffff` and `x >> 32` compared, for one; vectors are taken apart into such.) So one of the
// constants comes out of empty assembly, of whose result nothing is known.
// testsuite/wast/choices.wast is never done without.
//
// Its code generators for AArch64 and riscv64 make of `x < K ? x : K`, where K is no NaN, an
// instruction for the smaller of two numbers. Where x is a signaling NaN, that gives x made quiet,
// and not K, or x as it was. So one operand of such a choice is another value than that which is
// compared (testsuite/wast/choices.wast again).
#include "compiler/codegen/opaque_choices.h"

#include <llvm/ADT/STLExtras.h>
#include <llvm/Analysis/ValueTracking.h>
#include <llvm/IR/IRBuilder.h>
#include <llvm/IR/InlineAsm.h>
#include <llvm/IR/InstIterator.h>

namespace wasmc::codegen {

using namespace llvm;

namespace {

bool isOfNumbers(const SelectInst &choice) {
  return choice.getType()->getScalarType()->isIntegerTy(64) &&
         isa<Constant>(choice.getTrueValue()) && isa<Constant>(choice.getFalseValue());
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

// A scalar by assembly that does nothing; vectors are chosen as numbers of their bits.
void hideLimit(SelectInst &choice, StringRef constraints) {
  IRBuilder<> b(&choice);
  Type *type = choice.getType();
  if (!type->isVectorTy()) {
    auto *function = FunctionType::get(type, {type}, false);
    InlineAsm *assembly = InlineAsm::get(function, "", constraints, /*hasSideEffects=*/false);
    choice.setTrueValue(b.CreateCall(function, assembly, {choice.getTrueValue()}));
    return;
  }
  Type *bits = VectorType::getInteger(cast<VectorType>(type));
  Value *chosen =
      b.CreateSelect(choice.getCondition(), b.CreateBitCast(choice.getTrueValue(), bits),
                     b.CreateBitCast(choice.getFalseValue(), bits));
  choice.replaceAllUsesWith(b.CreateBitCast(chosen, type));
  choice.eraseFromParent();
}

Value *hidden(IRBuilder<> &b, Constant *value) {
  if (auto *vector = dyn_cast<FixedVectorType>(value->getType())) {
    Value *result = PoisonValue::get(vector);
    for (unsigned lane = 0; lane < vector->getNumElements(); ++lane)
      result = b.CreateInsertElement(result, hidden(b, value->getAggregateElement(lane)),
                                     uint64_t{lane});
    return result;
  }
  auto *type = FunctionType::get(value->getType(), {value->getType()}, false);
  return b.CreateCall(type, InlineAsm::get(type, "", "=r,0", /*hasSideEffects=*/false), {value});
}

} // namespace

void hideChoices(Module &module, const TargetMachine &target) {
  const Triple &triple = target.getTargetTriple();
  if (triple.isX86()) // chooses by the comparison, and ends
    return;
  for (Function &function : module)
    for (Instruction &instruction : make_early_inc_range(instructions(function))) {
      auto *choice = dyn_cast<SelectInst>(&instruction);
      if (choice == nullptr)
        continue;
      if (triple.isRISCV64() && isOfNumbers(*choice)) {
        IRBuilder<> b(choice);
        choice->setTrueValue(hidden(b, cast<Constant>(choice->getTrueValue())));
      } else if (isLimit(*choice)) {
        hideLimit(*choice, triple.isRISCV64() ? "=f,0" : "=w,0");
      }
    }
}

} // namespace wasmc::codegen
