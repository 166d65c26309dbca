// Why divisors are frozen. Under `if (x)` LLVM makes of clz(x) an operator that is poison for 0,
// and takes 32 - clz(x) for a number from 1 to 32, so the guest's own check for zero goes. Loads
// and computations may be done in front of their loop, and of the condition in it; divisions by
// what may be zero may not, but scalar evolution, whose expressions passes compute anew in other
// places, takes that divisor for one that never is: there, with x = 0, the processor divides by
// zero, and the host dies of SIGFPE (regressions/divisions_ahead.wast). Of a frozen poison LLVM
// knows no range. It is the same number wherever it is none, so nothing else changes.
#include "compiler/optimize/poison.h"

#include <llvm/Analysis/ScalarEvolutionExpressions.h>
#include <llvm/Analysis/ValueTracking.h>
#include <llvm/IR/InstIterator.h>
#include <llvm/IR/IntrinsicInst.h>
#include <llvm/IR/Operator.h>

namespace wasmc::optimize {

using namespace llvm;

namespace {

constexpr size_t kMaxLook = 64; // values

bool isSource(const Value *value) {
  const auto *call = dyn_cast<CallBase>(value);
  return isa<ConstantInt, ConstantDataVector, Function, Argument, LoadInst, FreezeInst>(value) ||
         (call != nullptr && !isa<IntrinsicInst>(call));
}

// The computations between sources and the value; false if there are too many, or one that may be
// poison of itself, flags or not.
bool findComputations(const Value *value, SmallPtrSetImpl<const Value *> &seen) {
  SmallVector<const Value *, 16> open{value};
  while (!open.empty()) {
    const Value *next = open.pop_back_val();
    if (isSource(next) || !seen.insert(next).second)
      continue;
    const auto *instruction = dyn_cast<Instruction>(next);
    if (instruction == nullptr || seen.size() > kMaxLook ||
        (!isa<PHINode>(instruction) &&
         canCreatePoison(cast<Operator>(instruction), /*ConsiderFlagsAndMetadata=*/false)))
      return false;
    append_range(open, instruction->operand_values());
  }
  return true;
}

bool hasFlags(const Value *value) {
  return cast<Instruction>(value)->hasPoisonGeneratingAnnotations();
}

// Of quotients nothing is known unless the divisor is a constant.
bool forEachLeaf(const SCEV *value, function_ref<bool(const Value *)> isGood) {
  return !SCEVExprContains(value, [&](const SCEV *part) {
    const auto *unknown = dyn_cast<SCEVUnknown>(part);
    return (unknown != nullptr && !isGood(unknown->getValue())) ||
           (isa<SCEVUDivExpr>(part) && !isa<SCEVConstant>(cast<SCEVUDivExpr>(part)->getRHS()));
  });
}

} // namespace

bool isNeverPoison(const Value *value) {
  SmallPtrSet<const Value *, 16> seen;
  return findComputations(value, seen) && none_of(seen, hasFlags);
}

bool isNeverPoison(const SCEV *value) {
  return forEachLeaf(value, [](const Value *leaf) { return isNeverPoison(leaf); });
}

bool makeNeverPoison(const SCEV *value) {
  SmallPtrSet<const Value *, 16> all;
  if (!forEachLeaf(value, [&](const Value *leaf) {
        SmallPtrSet<const Value *, 16> seen;
        bool isGood = findComputations(leaf, seen);
        all.insert(seen.begin(), seen.end());
        return isGood;
      }))
    return false;
  for (const Value *computation : all)
    const_cast<Instruction *>(cast<Instruction>(computation))->dropPoisonGeneratingAnnotations();
  return true;
}

bool dividesSafely(const SCEV *value) {
  return !SCEVExprContains(value, [](const SCEV *part) {
    const auto *quotient = dyn_cast<SCEVUDivExpr>(part);
    return quotient != nullptr && !isNeverPoison(quotient->getRHS());
  });
}

PreservedAnalyses SteadyDivisors::run(Function &function, FunctionAnalysisManager &) {
  bool isChanged = false;
  for (Instruction &instruction : instructions(function)) {
    if (!instruction.isIntDivRem() || isNeverPoison(instruction.getOperand(1)))
      continue;
    auto *frozen = new FreezeInst(instruction.getOperand(1), "", instruction.getIterator());
    frozen->setDebugLoc(instruction.getDebugLoc());
    instruction.setOperand(1, frozen);
    isChanged = true;
  }
  return isChanged ? PreservedAnalyses::none() : PreservedAnalyses::all();
}

} // namespace wasmc::optimize
