// Vectors of which only the first lanes are wanted.
#ifndef WASMC_COMPILER_OPTIMIZE_NARROW_LANES_H
#define WASMC_COMPILER_OPTIMIZE_NARROW_LANES_H

#include <llvm/IR/PassManager.h>

namespace wasmc::optimize {

// Computes, in loops of fast copies, only those lanes that are used where these are the first few:
// a compiler for Wasm that wants four bytes loads, compares and widens sixteen. Where vectors are
// no wider than Wasm's nothing would come of it, and nothing is done.
class NarrowLanes : public llvm::PassInfoMixin<NarrowLanes> {
public:
  llvm::PreservedAnalyses run(llvm::Function &function, llvm::FunctionAnalysisManager &analyses);
};

} // namespace wasmc::optimize

#endif
