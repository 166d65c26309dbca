// Constants that operators must not be folded with.
#ifndef WASMC_COMPILER_OPTIMIZE_HIDDEN_CONSTANTS_H
#define WASMC_COMPILER_OPTIMIZE_HIDDEN_CONSTANTS_H

#include <llvm/IR/PassManager.h>

namespace wasmc::optimize {

// Hides what floats are constants where they meet other values (the argument:
// hidden_constants.cpp). Stands in front of all passes that fold.
class HiddenConstants : public llvm::PassInfoMixin<HiddenConstants> {
public:
  llvm::PreservedAnalyses run(llvm::Function &function, llvm::FunctionAnalysisManager &);
};

} // namespace wasmc::optimize

#endif
