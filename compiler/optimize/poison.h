// What may be poison where the program does not use it.
#ifndef WASMC_COMPILER_OPTIMIZE_POISON_H
#define WASMC_COMPILER_OPTIMIZE_POISON_H

#include <llvm/Analysis/ScalarEvolution.h>
#include <llvm/IR/PassManager.h>

namespace wasmc::optimize {

// Whether the value is no poison wherever it is there, used or not. What arguments, memory and
// calls give is as the program says, which knows no poison; what LLVM has made of computations, and
// done where the program does not, may be.
bool isNeverPoison(const llvm::Value *value);
bool isNeverPoison(const llvm::SCEV *value);

// Whether the divisors in `value` that LLVM takes for non-zero (which is what its
// isSafeToExpandAt() asks for) are so everywhere: what it knows of the range of poison is nothing.
bool dividesSafely(const llvm::SCEV *value);

// Freezes divisors that may be poison. Stands in front of passes that compute divisions ahead of
// their conditions, with no pass between that takes freezes away.
class SteadyDivisors : public llvm::PassInfoMixin<SteadyDivisors> {
public:
  llvm::PreservedAnalyses run(llvm::Function &function, llvm::FunctionAnalysisManager &);
};

// Takes flags (that a sum does not overflow, say, or a result's range) from what is computed
// outside of innermost loops. Stands behind what moves computations in front of their conditions,
// and in front of whoever asks isNeverPoison(), with no scalar evolution from before.
class SteadyValues : public llvm::PassInfoMixin<SteadyValues> {
public:
  llvm::PreservedAnalyses run(llvm::Function &function, llvm::FunctionAnalysisManager &analyses);
};

} // namespace wasmc::optimize

#endif
