// Passes for the functions that can gain from them: the others skip even the look at them, and keep
// their analyses.
#ifndef WASMC_COMPILER_CODEGEN_SELECTED_FUNCTIONS_H
#define WASMC_COMPILER_CODEGEN_SELECTED_FUNCTIONS_H

#include <llvm/IR/PassManager.h>

namespace wasmc::codegen {

using FunctionPredicate = bool (*)(llvm::Function &, llvm::FunctionAnalysisManager &);

// Whether something was inlined into the function: instructions tell it by their debug locations.
bool hasInlinedCode(llvm::Function &function, llvm::FunctionAnalysisManager &analyses);

// Whether the function has a loop.
bool hasLoops(llvm::Function &function, llvm::FunctionAnalysisManager &analyses);

// Whether the function has an innermost loop in which nothing is volatile and nothing is called, so
// that vectorising and unrolling are not refused at once.
bool hasWideLoops(llvm::Function &function, llvm::FunctionAnalysisManager &analyses);

// Whether no block is so long that vectorising what stands side by side, whose time grows with the
// square of it, would take seconds.
bool hasModestBlocks(llvm::Function &function, llvm::FunctionAnalysisManager &analyses);

// Runs `passes` on the functions for which `predicate` holds.
class SelectedFunctions : public llvm::PassInfoMixin<SelectedFunctions> {
public:
  SelectedFunctions(FunctionPredicate predicate, llvm::FunctionPassManager passes)
      : predicate_(predicate), passes_(std::move(passes)) {}

  llvm::PreservedAnalyses run(llvm::Function &function, llvm::FunctionAnalysisManager &analyses) {
    return predicate_(function, analyses) ? passes_.run(function, analyses)
                                          : llvm::PreservedAnalyses::all();
  }

private:
  FunctionPredicate predicate_;
  llvm::FunctionPassManager passes_;
};

inline SelectedFunctions forFunctions(FunctionPredicate predicate,
                                      llvm::FunctionPassManager passes) {
  return {predicate, std::move(passes)};
}

} // namespace wasmc::codegen

#endif
