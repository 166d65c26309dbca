// Fast copies without branches.
#ifndef WASMC_COMPILER_OPTIMIZE_STRAIGHT_TURNS_H
#define WASMC_COMPILER_OPTIMIZE_STRAIGHT_TURNS_H

#include <llvm/IR/PassManager.h>

namespace wasmc::optimize {

// Does in every turn of a fast copy what was to be done under conditions, if that is little and
// only computes and loads, and chooses between the results (the argument: straight_turns.cpp). Such
// loops roll up and become vectors, which branches, and loads that a vectoriser does not know to be
// harmless, forbid. Stands behind LoopVersioning, in front of LoopReroll.
class StraightTurns : public llvm::PassInfoMixin<StraightTurns> {
public:
  llvm::PreservedAnalyses run(llvm::Function &function, llvm::FunctionAnalysisManager &analyses);
};

} // namespace wasmc::optimize

#endif
