// For LLVM x * 1.0 is x, and so are x / 1.0, x - 0.0 and x + -0.0. For Wasm each gives a quiet NaN
// for a signalling one (spec 4.3.3). Lowering keeps these operators where it sees the constant
// (compiler/lower/float.cpp). But the constant may come later: of a phi, when the first turn of a
// loop is taken out of it (a product that starts with 1.0), of a choice that the operator is drawn
// into, of a function that is inlined, or of an operator on constants. So a constant that goes one
// of these ways goes hidden, as an arithmetic fence, which costs no instruction and which nothing
// folds across. (testsuite/wast/regressions/late_constants.wast)
//
// Only 0, 1 and their negatives, for others are no reason to fold; and not the limit of a choice
// like `x < 0 ? 0 : x`, which is one instruction of the machine as long as its constants are.
//
// What stays: a number that becomes one of those late (0.5 and twice that in a loop that is
// unrolled, an integer that is converted, a limit that is all that is left of a choice, a number
// that was compared with 1.0), or that is known only because its bits were stored to memory as an
// integer; and vectors, whose constants are those of integers as well.
#include "compiler/optimize/hidden_constants.h"

#include "compiler/optimize/preserved.h"

#include <llvm/ADT/DenseMap.h>
#include <llvm/IR/Constants.h>
#include <llvm/IR/IRBuilder.h>
#include <llvm/IR/InstIterator.h>
#include <llvm/IR/IntrinsicInst.h>

namespace wasmc::optimize {

using namespace llvm;

namespace {

bool mayBeNeutral(const ConstantFP &number) {
  return number.isZero() || number.isExactlyValue(1.0) || number.isExactlyValue(-1.0);
}

// Whether the constant is what the choice compares with.
bool isLimit(const SelectInst &choice, const Value *constant) {
  const auto *comparison = dyn_cast<FCmpInst>(choice.getCondition());
  return comparison != nullptr && is_contained(comparison->operands(), constant);
}

// Whether what the operand is may be taken for a constant elsewhere.
bool travels(const Use &use) {
  const auto *user = cast<Instruction>(use.getUser());
  if (const auto *call = dyn_cast<IntrinsicInst>(user)) // whatever they are, the result may be one
    return call->getIntrinsicID() != Intrinsic::arithmetic_fence &&
           call->getType()->isFloatingPointTy() &&
           all_of(call->args(), [](const Use &argument) { return isa<Constant>(argument); });
  if (!mayBeNeutral(*cast<ConstantFP>(use)))
    return false;
  if (const auto *choice = dyn_cast<SelectInst>(user))
    return !isLimit(*choice, use);
  // What is stored may be loaded: globals, and locals in stack slots.
  return isa<PHINode, ReturnInst, InsertValueInst, StoreInst, CallInst>(user);
}

// Puts results that are constants together, all of them or the first ones, together one by one.
// Whether there are any.
bool splitResults(Instruction &user) {
  auto *all = user.getNumOperands() == 0 ? nullptr : dyn_cast<Constant>(user.getOperand(0));
  auto *type = all == nullptr ? nullptr : dyn_cast<StructType>(all->getType());
  if (type == nullptr || isa<UndefValue>(all) || !isa<ReturnInst, InsertValueInst>(user))
    return false;
  Value *made = PoisonValue::get(type);
  for (unsigned k = 0; k < type->getNumElements(); ++k)
    if (Constant *element = all->getAggregateElement(k); !isa<UndefValue>(element))
      made = InsertValueInst::Create(made, element, k, "", user.getIterator());
  user.setOperand(0, made);
  return true;
}

} // namespace

PreservedAnalyses HiddenConstants::run(Function &function, FunctionAnalysisManager &) {
  bool isChanged = false;
  for (Instruction &instruction : make_early_inc_range(instructions(function)))
    isChanged |= splitResults(instruction);
  SmallVector<Use *, 16> uses;
  for (Instruction &instruction : instructions(function))
    for (Use &use : instruction.operands())
      if (isa<ConstantFP>(use) && use->getType()->isFloatingPointTy() && travels(use))
        uses.push_back(&use);
  // What LLVM chooses from in the entry block, so that no block that it may make a choice of has
  // more in it; the others where they are used, or cold code would have its constants loaded at
  // every call.
  IRBuilder<> entry(&*function.getEntryBlock().getFirstNonPHIOrDbgOrAlloca());
  auto hide = [](IRBuilder<> &b, Value *constant) {
    return b.CreateIntrinsic(Intrinsic::arithmetic_fence, {constant->getType()}, {constant});
  };
  DenseMap<Value *, Value *> hidden;
  for (Use *use : uses) {
    auto *user = cast<Instruction>(use->getUser());
    if (!isa<PHINode, SelectInst>(user)) {
      IRBuilder<> b(user);
      use->set(hide(b, use->get()));
      continue;
    }
    Value *&known = hidden[use->get()];
    if (known == nullptr)
      known = hide(entry, use->get());
    use->set(known);
  }
  return withSameBlocks(isChanged || !uses.empty());
}

} // namespace wasmc::optimize
