// Vectors that were taken apart to do to every lane the same.
#ifndef WASMC_COMPILER_OPTIMIZE_LANEWISE_H
#define WASMC_COMPILER_OPTIMIZE_LANEWISE_H

#include <llvm/IR/PassManager.h>

namespace wasmc::optimize {

// Does with vectors what is done lane by lane with all lanes of them (the argument: lanewise.cpp).
// Producers write it so where Wasm has no such operator: shifts by amounts that differ, products of
// bytes. Stands behind passes that make equal values one, and in front of those on loops.
class Lanewise : public llvm::PassInfoMixin<Lanewise> {
public:
  llvm::PreservedAnalyses run(llvm::Function &function, llvm::FunctionAnalysisManager &analyses);
};

} // namespace wasmc::optimize

#endif
