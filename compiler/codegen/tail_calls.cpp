// Why nothing but this is needed: lowering marks a call `tail` for return_call* only, follows it by
// the return of its value, gives all arguments in registers, and marks every other call `notail`.
// So what the optimiser can still do to a tail call is
//   - merge its `ret` with others into one block (SimplifyCFG),
//   - return a constant or an argument instead, once it knows the callee to return that (IPSCCP),
//   - put `unreachable` in place of the `ret`, once it knows that the callee never returns: two
//     functions that call each other for ever would then fill the stack.
// In all three the call's value is what the function returns, and nothing with an effect can have
// come between, so the `ret` may be put back.
#include "compiler/codegen/tail_calls.h"

#include <llvm/ADT/SmallPtrSet.h>
#include <llvm/IR/InstIterator.h>
#include <llvm/IR/IntrinsicInst.h>
#include <llvm/Transforms/Utils/BasicBlockUtils.h>

namespace wasmc::codegen {

using namespace llvm;

namespace {

// The optimiser marks inline assembly and intrinsics `tail`, too, where that means nothing.
bool isReturnCall(const Instruction &instruction) {
  auto *call = dyn_cast<CallInst>(&instruction);
  return call != nullptr && call->isTailCall() && !call->isInlineAsm() && !isa<IntrinsicInst>(call);
}

bool isFollowedByItsReturn(const CallInst &call) {
  auto *end = dyn_cast<ReturnInst>(call.getNextNode());
  return end != nullptr && (end->getReturnValue() == &call || call.getType()->isVoidTy());
}

// Whether the function only ends after the call: straight on, without effects.
bool endsFunction(const CallInst &call) {
  SmallPtrSet<const BasicBlock *, 8> seen;
  const BasicBlock *block = call.getParent();
  const Instruction *next = call.getNextNode();
  while (seen.insert(block).second) {
    for (; !next->isTerminator(); next = next->getNextNode())
      if (next->mayHaveSideEffects())
        return false;
    if (isa<ReturnInst, UnreachableInst>(next))
      return true;
    block = block->getSingleSuccessor();
    if (block == nullptr)
      return false;
    next = &block->front();
  }
  return false;
}

void returnBehind(CallInst &call) {
  // Otherwise the next pass that looks puts `unreachable` behind it again.
  call.removeFnAttr(Attribute::NoReturn);
  if (Function *callee = call.getCalledFunction())
    callee->removeFnAttr(Attribute::NoReturn);
  BasicBlock *block = call.getParent();
  for (BasicBlock *successor : successors(block))
    successor->removePredecessor(block);
  while (&block->back() != &call) {
    block->back().replaceAllUsesWith(PoisonValue::get(block->back().getType()));
    block->back().eraseFromParent();
  }
  Value *value = call.getType()->isVoidTy() ? nullptr : &call;
  ReturnInst::Create(block->getContext(), value, block)->setDebugLoc(call.getDebugLoc());
}

Result<void> restoreIn(Function &function) {
  SmallVector<CallInst *, 8> moved;
  for (Instruction &instruction : instructions(function))
    if (isReturnCall(instruction) && !isFollowedByItsReturn(cast<CallInst>(instruction)))
      moved.push_back(cast<CallInst>(&instruction));
  for (CallInst *call : moved) {
    if (call->getType() != function.getReturnType() || !endsFunction(*call))
      return error(Error::kNoOffset, "code generation failed: a tail call of ",
                   std::string_view(function.getName()), " is none any more");
    returnBehind(*call);
  }
  if (!moved.empty())
    EliminateUnreachableBlocks(function);
  return {};
}

} // namespace

Result<void> restoreTailCalls(Module &module) {
  for (Function &function : module)
    TRY(restoreIn(function));
  return {};
}

} // namespace wasmc::codegen
