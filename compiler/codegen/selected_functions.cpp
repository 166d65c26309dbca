#include "compiler/codegen/selected_functions.h"

#include <llvm/Analysis/LoopInfo.h>
#include <llvm/IR/InstIterator.h>
#include <llvm/IR/Instructions.h>
#include <llvm/IR/IntrinsicInst.h>

#include <algorithm>

namespace wasmc::codegen {

using namespace llvm;

namespace {

constexpr size_t kModestBlock = 2000; // instructions

bool isFreeToMove(const Instruction &instruction) {
  return !instruction.isVolatile() &&
         (!isa<CallBase>(instruction) || isa<IntrinsicInst>(instruction));
}

bool isWide(const Loop *loop) {
  return loop->isInnermost() && std::ranges::all_of(loop->blocks(), [](const BasicBlock *block) {
           return std::ranges::all_of(*block, isFreeToMove);
         });
}

} // namespace

bool hasInlinedCode(Function &function, FunctionAnalysisManager &) {
  return std::ranges::any_of(instructions(function), [](const Instruction &instruction) {
    const DebugLoc &location = instruction.getDebugLoc();
    return location && location.getInlinedAt() != nullptr;
  });
}

bool hasLoops(Function &function, FunctionAnalysisManager &analyses) {
  return !analyses.getResult<LoopAnalysis>(function).empty();
}

bool hasWideLoops(Function &function, FunctionAnalysisManager &analyses) {
  return std::ranges::any_of(analyses.getResult<LoopAnalysis>(function).getLoopsInPreorder(),
                             isWide);
}

bool hasModestBlocks(Function &function, FunctionAnalysisManager &) {
  return std::ranges::all_of(function,
                             [](const BasicBlock &block) { return block.size() <= kModestBlock; });
}

} // namespace wasmc::codegen
