// Rolls loops up again that the producer of a module has unrolled.
#ifndef WASMC_COMPILER_OPTIMIZE_LOOP_REROLL_H
#define WASMC_COMPILER_OPTIMIZE_LOOP_REROLL_H

#include "compiler/optimize/loop_versioning.h"

namespace wasmc::optimize {

// For the fast copies of versioned loops, behind LoopVersioning and in front of the vectoriser.
class LoopReroll : public llvm::PassInfoMixin<LoopReroll> {
public:
  // `statistics` may be null; if not, it outlives the pass.
  explicit LoopReroll(LoopStatistics *statistics) : statistics_(statistics) {}
  llvm::PreservedAnalyses run(llvm::Function &function, llvm::FunctionAnalysisManager &analyses);

private:
  LoopStatistics *statistics_;
};

} // namespace wasmc::optimize

#endif
