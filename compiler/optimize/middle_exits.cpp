// Why nothing changes: LLVM's rotation of loops, which is what is done here, does the same in the
// same order, accesses that may trap included. LLVM itself takes halves of 16 instructions at most,
// for it is to save a jump.
#include "compiler/optimize/middle_exits.h"

#include <llvm/Analysis/InstructionSimplify.h>
#include <llvm/Analysis/LoopInfo.h>
#include <llvm/Analysis/MemorySSAUpdater.h>
#include <llvm/IR/InstrTypes.h>
#include <llvm/IR/IntrinsicInst.h>
#include <llvm/Transforms/Scalar/LoopPassManager.h>
#include <llvm/Transforms/Utils/LoopRotationUtils.h>

#include <optional>

namespace wasmc::optimize {

using namespace llvm;

namespace {

constexpr unsigned kMostOfHalf = 100; // instructions, which are there twice afterwards

bool isAccess(const Instruction &instruction) {
  return isa<LoadInst, StoreInst>(instruction) && instruction.isVolatile();
}

bool isCall(const Instruction &instruction) {
  return isa<CallBase>(instruction) && !isa<IntrinsicInst>(instruction);
}

bool isHalf(const BasicBlock &block) {
  return any_of(block, isAccess) && none_of(block, isCall);
}

bool isLeftInTheMiddle(const Loop &loop) {
  const BasicBlock *header = loop.getHeader(), *latch = loop.getLoopLatch();
  return loop.getNumBlocks() == 2 && latch != nullptr && latch != header &&
         loop.isLoopExiting(header) && !loop.isLoopExiting(latch) && loop.isLoopSimplifyForm() &&
         header->size() <= kMostOfHalf && isHalf(*header) && isHalf(*latch);
}

} // namespace

PreservedAnalyses MiddleExits::run(Loop &loop, LoopAnalysisManager &,
                                   LoopStandardAnalysisResults &results, LPMUpdater &) {
  if (!isLeftInTheMiddle(loop))
    return PreservedAnalyses::all();
  std::optional<MemorySSAUpdater> updater;
  if (results.MSSA != nullptr)
    updater = MemorySSAUpdater(results.MSSA);
  SimplifyQuery query = getBestSimplifyQuery(results, loop.getHeader()->getDataLayout());
  if (!LoopRotation(&loop, &results.LI, &results.TTI, &results.AC, &results.DT, &results.SE,
                    updater ? &*updater : nullptr, query, /*RotationOnly=*/true, kMostOfHalf,
                    /*IsUtilMode=*/true))
    return PreservedAnalyses::all();
  PreservedAnalyses preserved = getLoopPassPreservedAnalyses();
  if (results.MSSA != nullptr)
    preserved.preserve<MemorySSAAnalysis>();
  return preserved;
}

} // namespace wasmc::optimize
