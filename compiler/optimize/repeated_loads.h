// Strict loads of what an earlier access has read or written already.
#ifndef WASMC_COMPILER_OPTIMIZE_REPEATED_LOADS_H
#define WASMC_COMPILER_OPTIMIZE_REPEATED_LOADS_H

#include <llvm/IR/PassManager.h>

namespace wasmc::optimize {

// Takes away strict loads whose value is known, or whose trap only matters and cannot happen (the
// argument: repeated_loads.cpp). Stands behind passes that make equal addresses one value, and in
// front of those on loops, which have fewer accesses to look at then.
class RepeatedLoads : public llvm::PassInfoMixin<RepeatedLoads> {
public:
  // Adds the number of loads that it took away to `merged`, which may be null; if not, it outlives
  // the pass.
  explicit RepeatedLoads(unsigned *merged = nullptr) : merged_(merged) {}
  llvm::PreservedAnalyses run(llvm::Function &function, llvm::FunctionAnalysisManager &analyses);

private:
  unsigned *merged_;
};

} // namespace wasmc::optimize

#endif
