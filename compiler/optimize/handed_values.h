// What turns of a loop compute although an access or a turn before has it.
#ifndef WASMC_COMPILER_OPTIMIZE_HANDED_VALUES_H
#define WASMC_COMPILER_OPTIMIZE_HANDED_VALUES_H

#include <llvm/IR/PassManager.h>

namespace wasmc::optimize {

// In loops of fast copies that are one block: takes away loads of what has been accessed in the
// same turn, and has a turn hand on results rather than what the next turn would compute them from.
// Then all turns of an unrolled loop look alike, the first too, and it can be rolled up.
class HandedValues : public llvm::PassInfoMixin<HandedValues> {
public:
  llvm::PreservedAnalyses run(llvm::Function &function, llvm::FunctionAnalysisManager &analyses);
};

} // namespace wasmc::optimize

#endif
