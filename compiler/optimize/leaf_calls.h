// Calls of leaf functions in loops.
#ifndef WASMC_COMPILER_OPTIMIZE_LEAF_CALLS_H
#define WASMC_COMPILER_OPTIMIZE_LEAF_CALLS_H

#include <llvm/IR/PassManager.h>

namespace wasmc::optimize {

// Tells the inliner, which is to run next, that calls in loops are worth more where they call
// nothing but leaves: functions of modest size that make no other calls, or of leaves. A loop with
// a call is not versioned (loop_versioning.cpp). Changes no code by itself.
class LeafCalls : public llvm::PassInfoMixin<LeafCalls> {
public:
  llvm::PreservedAnalyses run(llvm::Module &module, llvm::ModuleAnalysisManager &analyses);
};

} // namespace wasmc::optimize

#endif
