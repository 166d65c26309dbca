// Loops that search memory look at several elements at once.
#ifndef WASMC_COMPILER_OPTIMIZE_SEARCH_LOOPS_H
#define WASMC_COMPILER_OPTIMIZE_SEARCH_LOOPS_H

#include "compiler/optimize/loop_versioning.h"

#include <llvm/Analysis/TargetTransformInfo.h>

namespace wasmc::optimize {

// Whether the machine has vectors to look at several elements with.
bool canSearchByVectors(const llvm::TargetTransformInfo &target);

// For loops that LoopVersioning has left as they were, behind it.
class SearchLoops : public llvm::PassInfoMixin<SearchLoops> {
public:
  // `statistics` may be null; if not, it outlives the pass. `countsEntries` is for tests, as
  // VersioningOptions has it: what comes from vectors counts as fast, what does not as strict.
  SearchLoops(LoopStatistics *statistics, bool countsEntries)
      : statistics_(statistics), countsEntries_(countsEntries) {}
  llvm::PreservedAnalyses run(llvm::Function &function, llvm::FunctionAnalysisManager &analyses);

private:
  LoopStatistics *statistics_;
  bool countsEntries_;
};

} // namespace wasmc::optimize

#endif
