// Indices that producers keep in vectors, as numbers.
#ifndef WASMC_COMPILER_OPTIMIZE_LANE_INDICES_H
#define WASMC_COMPILER_OPTIMIZE_LANE_INDICES_H

#include <llvm/IR/PassManager.h>

namespace wasmc::optimize {

// Computes anew what is taken out of vectors that are linear in the turn of a loop (the argument:
// lane_indices.cpp). Stands in front of the passes that look for indices which are linear.
class LaneIndices : public llvm::PassInfoMixin<LaneIndices> {
public:
  llvm::PreservedAnalyses run(llvm::Function &function, llvm::FunctionAnalysisManager &analyses);
};

} // namespace wasmc::optimize

#endif
