// Choices between bytes that are choices between wider lanes.
#ifndef WASMC_COMPILER_OPTIMIZE_MASK_CHOICES_H
#define WASMC_COMPILER_OPTIMIZE_MASK_CHOICES_H

#include <llvm/IR/PassManager.h>

namespace wasmc::optimize {

// Chooses by what has been compared, where the result of a comparison was shortened to bytes first
// (the argument: mask_choices.cpp). Stands behind InstCombine, which makes choices of bits that are
// masked, and in front of those that make vectors longer.
class MaskChoices : public llvm::PassInfoMixin<MaskChoices> {
public:
  llvm::PreservedAnalyses run(llvm::Function &function, llvm::FunctionAnalysisManager &);
};

} // namespace wasmc::optimize

#endif
