// Loops of which one turn fills a vector.
#ifndef WASMC_COMPILER_OPTIMIZE_FILLED_TURNS_H
#define WASMC_COMPILER_OPTIMIZE_FILLED_TURNS_H

#include <llvm/IR/PassManager.h>

namespace wasmc::optimize {

// Tells LLVM's loop vectoriser to leave loops alone that store a whole vector's worth of alike
// elements side by side in each turn, for the vectoriser of straight code, which comes later:
// vectors of several turns would have to gather their lanes. Only where the machine's vectors are
// no longer than Wasm's; longer ones are worth the gathering. Changes metadata only.
class FilledTurns : public llvm::PassInfoMixin<FilledTurns> {
public:
  llvm::PreservedAnalyses run(llvm::Function &function, llvm::FunctionAnalysisManager &analyses);
};

} // namespace wasmc::optimize

#endif
