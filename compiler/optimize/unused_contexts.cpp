// Why nothing changes: a function is in the set if its definition is at hand and every use of its
// first parameter is the same parameter of a direct call of a function in the set. So whatever runs
// after such a call, the value given first reaches nothing but first parameters of that kind, and
// no result, access or branch depends on it. What the walk of a backtrace and the trap handler need
// they find by the store, never by a context in a register.
//
// A recursive function that computes in registers alone is the usual case: with its context it
// saves and restores a register in each call.
#include "compiler/optimize/unused_contexts.h"

#include <llvm/ADT/DenseSet.h>
#include <llvm/ADT/SmallVector.h>
#include <llvm/IR/Constants.h>
#include <llvm/IR/InstrTypes.h>
#include <llvm/IR/Module.h>

namespace wasmc::optimize {

using namespace llvm;

namespace {

// The function that a use hands the value to as its first argument; null if it is another use.
Function *handedTo(const Use &use) {
  auto *call = dyn_cast<CallBase>(use.getUser());
  return call != nullptr && call->arg_size() > 0 && &use == &call->getArgOperandUse(0)
             ? call->getCalledFunction()
             : nullptr;
}

bool isCandidate(const Function &function) {
  return function.hasExactDefinition() && function.arg_size() > 0 &&
         function.getArg(0)->getType()->isPointerTy();
}

bool handsItsOwn(const CallBase &call) {
  const Function &caller = *call.getFunction();
  return isCandidate(caller) && call.getArgOperand(0) == caller.getArg(0);
}

DenseSet<Function *> functionsWithoutUse(Module &module) {
  DenseSet<Function *> without;
  for (Function &function : module)
    if (isCandidate(function))
      without.insert(&function);
  SmallVector<Function *> left; // whose callers have not been told yet
  auto leave = [&](Function *function) {
    if (without.erase(function))
      left.push_back(function);
  };
  for (Function &function : module)
    if (isCandidate(function))
      for (const Use &use : function.getArg(0)->uses())
        if (Function *callee = handedTo(use); callee == nullptr || !isCandidate(*callee))
          leave(&function);
  while (!left.empty()) {
    Function *callee = left.pop_back_val();
    for (const Use &use : callee->uses())
      if (auto *call = dyn_cast<CallBase>(use.getUser());
          call != nullptr && call->getCalledFunction() == callee && handsItsOwn(*call))
        leave(call->getFunction());
  }
  return without;
}

} // namespace

PreservedAnalyses UnusedContexts::run(Module &module, ModuleAnalysisManager &) {
  bool changed = false;
  for (Function *function : functionsWithoutUse(module)) {
    for (const Use &use : function->uses()) {
      auto *call = dyn_cast<CallBase>(use.getUser());
      if (call == nullptr || call->getCalledFunction() != function ||
          isa<PoisonValue>(call->getArgOperand(0)))
        continue;
      call->setArgOperand(0, PoisonValue::get(call->getArgOperand(0)->getType()));
      changed = true;
    }
  }
  return changed ? PreservedAnalyses::none() : PreservedAnalyses::all();
}

} // namespace wasmc::optimize
