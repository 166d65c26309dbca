// Contexts that are only handed on.
#ifndef WASMC_COMPILER_OPTIMIZE_UNUSED_CONTEXTS_H
#define WASMC_COMPILER_OPTIMIZE_UNUSED_CONTEXTS_H

#include <llvm/IR/PassManager.h>

namespace wasmc::optimize {

// Hands no context to functions that make no use of it, but to hand it to others of that kind: the
// callers need not keep it then (the argument: unused_contexts.cpp). Stands behind inlining.
class UnusedContexts : public llvm::PassInfoMixin<UnusedContexts> {
public:
  llvm::PreservedAnalyses run(llvm::Module &module, llvm::ModuleAnalysisManager &analyses);
};

} // namespace wasmc::optimize

#endif
