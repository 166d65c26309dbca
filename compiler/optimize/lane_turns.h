// Loops over vectors that are gathered lane by lane, as loops over their elements.
#ifndef WASMC_COMPILER_OPTIMIZE_LANE_TURNS_H
#define WASMC_COMPILER_OPTIMIZE_LANE_TURNS_H

#include <llvm/IR/PassManager.h>

namespace wasmc::optimize {

// Takes fast copies of loops (loop_versioning.cpp) apart that load each lane of their vectors alone
// (the argument: lane_turns.cpp). Stands in front of the pass that rolls loops up.
class LaneTurns : public llvm::PassInfoMixin<LaneTurns> {
public:
  llvm::PreservedAnalyses run(llvm::Function &function, llvm::FunctionAnalysisManager &analyses);
};

} // namespace wasmc::optimize

#endif
