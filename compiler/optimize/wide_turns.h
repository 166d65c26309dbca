// Loops over vectors of 128 bits, which is what Wasm has, that do several turns at once in vectors
// as wide as the machine's, or filled.
#ifndef WASMC_COMPILER_OPTIMIZE_WIDE_TURNS_H
#define WASMC_COMPILER_OPTIMIZE_WIDE_TURNS_H

#include "compiler/optimize/loop_versioning.h"

#include <llvm/Analysis/LoopInfo.h>
#include <llvm/Analysis/TargetTransformInfo.h>

namespace wasmc::optimize {

// Whether it has vectors, in one block, and the machine has wider ones than Wasm, or a turn stores
// less than one.
bool mayBecomeWider(const llvm::Loop &loop, const llvm::TargetTransformInfo &target);

// Puts loops in front of fast copies that do most of their turns, several at once, and leave the
// rest to them: where the machine has wider vectors and would gain by them.
class WideTurns : public llvm::PassInfoMixin<WideTurns> {
public:
  // `statistics` may be null.
  explicit WideTurns(LoopStatistics *statistics) : statistics_(statistics) {}

  llvm::PreservedAnalyses run(llvm::Function &function, llvm::FunctionAnalysisManager &analyses);

private:
  LoopStatistics *statistics_;
};

} // namespace wasmc::optimize

#endif
