// Which ranges of a versioned loop do not overlap.
#ifndef WASMC_COMPILER_OPTIMIZE_SEPARATE_RANGES_H
#define WASMC_COMPILER_OPTIMIZE_SEPARATE_RANGES_H

#include "compiler/optimize/loop_copies.h"

#include <llvm/Analysis/TargetTransformInfo.h>

namespace wasmc::optimize {

// Tells LLVM of the accesses of the fast copy which cannot meet. Where that is known only when the
// loop is entered, and may gain something, the fast copy becomes two, one of which is told. The
// fast copy is finished but for its marks; dominators are up to date afterwards.
void separateRanges(const LoopCopies &copies, const RangeCheck &check, llvm::LoopInfo &loops,
                    llvm::DominatorTree &dominators, llvm::ScalarEvolution &evolution,
                    const llvm::TargetTransformInfo &target);

// Whether it has told that these two never meet while the loop runs.
bool areSeparate(const llvm::Instruction &one, const llvm::Instruction &other);

} // namespace wasmc::optimize

#endif
