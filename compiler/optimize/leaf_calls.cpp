// Why inlining, and not a call in a fast copy: a call may exhaust the stack, and whoever looks then
// must find all stores before it made and none behind it. Calls in a fast copy would have to keep
// its stores in their places, and so forbid nearly all that it is there for.
//
// C compilers inline such functions themselves. Other producers leave them, and so does what was
// compiled for size.
#include "compiler/optimize/leaf_calls.h"

#include <llvm/ADT/DenseMap.h>
#include <llvm/ADT/SetVector.h>
#include <llvm/Analysis/LoopInfo.h>
#include <llvm/IR/InstrTypes.h>
#include <llvm/IR/IntrinsicInst.h>
#include <llvm/IR/Module.h>

namespace wasmc::optimize {

using namespace llvm;

namespace {

constexpr unsigned kMostOfLeaf = 100; // instructions, with those of its callees
constexpr unsigned kMostInLoop = 300;
constexpr unsigned kMostInFunction = 3000; // so that code does not grow by a factor

// What is a call for the loops: not one of an intrinsic, nor of a trap, which ends them.
CallBase *asCall(Instruction &instruction) {
  auto *call = dyn_cast<CallBase>(&instruction);
  return call == nullptr || isa<IntrinsicInst>(call) || call->isInlineAsm() ? nullptr : call;
}

class Leaves {
public:
  // Instructions of a leaf with what it calls, or 0: it is none.
  unsigned sizeOf(Function *function);
  unsigned sizeOf(CallBase &call);

  // Marks the calls of innermost loops that call nothing else.
  void markIn(Function &function, const LoopInfo &loops);

private:
  void mark(CallBase &call);
  void markIn(const Loop &loop);

  DenseMap<Function *, unsigned> sizes_;
  unsigned left_ = 0; // of kMostInFunction
};

unsigned Leaves::sizeOf(Function *function) {
  if (function == nullptr || !function->hasExactDefinition() ||
      function->getInstructionCount() > kMostOfLeaf)
    return 0;
  auto [place, isNew] = sizes_.try_emplace(function, 0); // none while it is looked at: recursion
  if (!isNew)
    return place->second;
  unsigned size = 0;
  for (BasicBlock &block : *function) {
    for (Instruction &instruction : block) {
      ++size;
      if (CallBase *call = asCall(instruction)) {
        unsigned more = sizeOf(*call);
        if (more == 0)
          return 0;
        size += more;
      }
    }
  }
  size = size > kMostOfLeaf ? 0 : size;
  sizes_[function] = size;
  return size;
}

// Of what is called; 0, too, for calls that lowering wants to stay where they are, tail calls and
// those of functions with some.
unsigned Leaves::sizeOf(CallBase &call) {
  auto *ordinary = dyn_cast<CallInst>(&call);
  bool mayGo = ordinary != nullptr && !ordinary->isTailCall() && !call.isNoInline();
  return mayGo ? sizeOf(call.getCalledFunction()) : 0;
}

void Leaves::mark(CallBase &call) {
  call.addFnAttr(Attribute::AlwaysInline);
  for (BasicBlock &block : *call.getCalledFunction())
    for (Instruction &instruction : block)
      if (CallBase *inner = asCall(instruction);
          inner != nullptr && !inner->hasFnAttr(Attribute::AlwaysInline))
        mark(*inner);
}

void Leaves::markIn(const Loop &loop) {
  SmallVector<CallBase *, 8> calls;
  unsigned size = 0;
  for (BasicBlock *block : loop.blocks()) {
    for (Instruction &instruction : *block) {
      CallBase *call = asCall(instruction);
      if (call == nullptr)
        continue;
      unsigned more = sizeOf(*call);
      size += more;
      if (more == 0 || size > kMostInLoop)
        return;
      calls.push_back(call);
    }
  }
  if (size > left_)
    return;
  left_ -= size;
  for (CallBase *call : calls)
    mark(*call);
}

void Leaves::markIn(Function &function, const LoopInfo &loops) {
  left_ = kMostInFunction;
  for (const Loop *loop : loops.getLoopsInPreorder())
    if (loop->isInnermost())
      markIn(*loop);
}

// Who calls a leaf, directly.
SmallVector<Function *> callersOf(Function &leaf) {
  SmallVector<Function *> callers;
  for (const Use &use : leaf.uses())
    if (auto *call = dyn_cast<CallBase>(use.getUser());
        call != nullptr && call->getCalledFunction() == &leaf)
      callers.push_back(call->getFunction());
  return callers;
}

} // namespace

PreservedAnalyses LeafCalls::run(Module &module, ModuleAnalysisManager &analyses) {
  auto &functions = analyses.getResult<FunctionAnalysisManagerModuleProxy>(module).getManager();
  Leaves leaves;
  SetVector<Function *> callers;
  for (Function &function : module)
    if (!function.isDeclaration() && leaves.sizeOf(&function) != 0)
      callers.insert_range(callersOf(function));
  for (Function *caller : callers)
    leaves.markIn(*caller, functions.getResult<LoopAnalysis>(*caller));
  return PreservedAnalyses::all();
}

} // namespace wasmc::optimize
