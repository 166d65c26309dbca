// What is in loops, in the forms that the passes over loops know.
#ifndef WASMC_COMPILER_OPTIMIZE_LOOP_FORMS_H
#define WASMC_COMPILER_OPTIMIZE_LOOP_FORMS_H

#include <llvm/IR/PassManager.h>

namespace wasmc::optimize {

// Rewrites values in loops, each to an equal one (the argument: loop_forms.cpp). Stands in front of
// the passes that look for indices which are linear in the turn, and behind InstCombine, which
// would turn some of it back.
class LoopForms : public llvm::PassInfoMixin<LoopForms> {
public:
  llvm::PreservedAnalyses run(llvm::Function &function, llvm::FunctionAnalysisManager &analyses);
};

} // namespace wasmc::optimize

#endif
