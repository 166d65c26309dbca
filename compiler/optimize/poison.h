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

// Makes it so, where nothing but flags stands against it (that a sum does not overflow, say), by
// taking these away, and whether it is so then.
bool makeNeverPoison(const llvm::SCEV *value);

// Whether the divisors in `value` that LLVM takes for non-zero (which is what its
// isSafeToExpandAt() asks for) are so everywhere: what it knows of the range of poison is nothing.
bool dividesSafely(const llvm::SCEV *value);

// Freezes divisors that may be poison (the argument: poison.cpp). Stands in front of passes that
// compute divisions ahead of their conditions, with no pass between that takes freezes away.
class SteadyDivisors : public llvm::PassInfoMixin<SteadyDivisors> {
public:
  llvm::PreservedAnalyses run(llvm::Function &function, llvm::FunctionAnalysisManager &);
};

} // namespace wasmc::optimize

#endif
