// Loops that are left in the middle.
#ifndef WASMC_COMPILER_OPTIMIZE_MIDDLE_EXITS_H
#define WASMC_COMPILER_OPTIMIZE_MIDDLE_EXITS_H

#include <llvm/Analysis/LoopAnalysisManager.h>
#include <llvm/IR/PassManager.h>

namespace llvm {
class LPMUpdater;
class Loop;
} // namespace llvm

namespace wasmc::optimize {

// Makes of a loop `A; leave?; B` the loop `A; if not to be left: do B; A while not to be left`,
// where both halves access memory: a producer that does two turns of a loop in one writes it so
// where the turns are odd in number. The end of the loop is where the passes that look for turns
// want it.
class MiddleExits : public llvm::PassInfoMixin<MiddleExits> {
public:
  llvm::PreservedAnalyses run(llvm::Loop &loop, llvm::LoopAnalysisManager &analyses,
                              llvm::LoopStandardAnalysisResults &results, llvm::LPMUpdater &);
};

} // namespace wasmc::optimize

#endif
