// What is left of analyses after a pass that changes values and no blocks.
#ifndef WASMC_COMPILER_OPTIMIZE_PRESERVED_H
#define WASMC_COMPILER_OPTIMIZE_PRESERVED_H

#include <llvm/IR/Analysis.h>

namespace wasmc::optimize {

inline llvm::PreservedAnalyses withSameBlocks(bool isChanged) {
  if (!isChanged)
    return llvm::PreservedAnalyses::all();
  llvm::PreservedAnalyses preserved;
  preserved.preserveSet<llvm::CFGAnalyses>();
  return preserved;
}

} // namespace wasmc::optimize

#endif
