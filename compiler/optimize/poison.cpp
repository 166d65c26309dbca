// Why divisors are frozen. Under `if (x)` LLVM makes of clz(x) an operator that is poison for 0,
// and takes 32 - clz(x) for a number from 1 to 32, so the guest's own check for zero goes. Loads
// and computations may be done in front of their loop, and of the condition in it; divisions by
// what may be zero may not, but scalar evolution, whose expressions passes compute anew in other
// places, takes that divisor for one that never is: there, with x = 0, the processor divides by
// zero, and the host dies of SIGFPE (regressions/divisions_ahead.wast). Of a frozen poison LLVM
// knows no range. It is the same number wherever it is none, so nothing else changes.
//
// Why flags are dropped, and not left out of account. A sum that does not overflow under its
// condition is done in front of the loop, flag and all, and is poison where the condition does not
// hold. Of a place that is made of it the range check says nothing then. Without its flag it is a
// number like any other; but scalar evolution must not have seen the flag, for what it concluded of
// it (a range, another sum that does not overflow, an extension that may be drawn into a sum) is
// wrong of that number (regressions/dropped_flags.wast).
#include "compiler/optimize/poison.h"

#include <llvm/Analysis/LoopInfo.h>
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

} // namespace

bool isNeverPoison(const Value *value) {
  SmallPtrSet<const Value *, 16> seen;
  SmallVector<const Value *, 16> open{value};
  while (!open.empty()) {
    const Value *next = open.pop_back_val();
    if (isSource(next) || !seen.insert(next).second)
      continue;
    const auto *instruction = dyn_cast<Instruction>(next);
    if (instruction == nullptr || seen.size() > kMaxLook ||
        (!isa<PHINode>(instruction) && canCreatePoison(cast<Operator>(instruction))))
      return false;
    append_range(open, instruction->operand_values());
  }
  return true;
}

bool isNeverPoison(const SCEV *value) {
  return !SCEVExprContains(value, [](const SCEV *part) {
    const auto *unknown = dyn_cast<SCEVUnknown>(part);
    return (unknown != nullptr && !isNeverPoison(unknown->getValue())) ||
           (isa<SCEVUDivExpr>(part) && !isa<SCEVConstant>(cast<SCEVUDivExpr>(part)->getRHS()));
  });
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

PreservedAnalyses SteadyValues::run(Function &function, FunctionAnalysisManager &analyses) {
  const auto &loops = analyses.getResult<LoopAnalysis>(function);
  bool isChanged = false;
  for (BasicBlock &block : function) {
    const Loop *loop = loops.getLoopFor(&block);
    if (loop != nullptr && loop->isInnermost())
      continue;
    for (Instruction &instruction : block)
      if (instruction.getType()->isIntOrIntVectorTy() && !isa<LoadInst>(instruction) &&
          instruction.hasPoisonGeneratingAnnotations()) {
        instruction.dropPoisonGeneratingAnnotations();
        isChanged = true;
      }
  }
  return isChanged ? PreservedAnalyses::none() : PreservedAnalyses::all();
}

} // namespace wasmc::optimize
