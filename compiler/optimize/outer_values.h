// Code in front of a loop for what ScalarEvolution says of it.
#ifndef WASMC_COMPILER_OPTIMIZE_OUTER_VALUES_H
#define WASMC_COMPILER_OPTIMIZE_OUTER_VALUES_H

#include <llvm/Analysis/LoopInfo.h>
#include <llvm/Analysis/ScalarEvolution.h>
#include <llvm/IR/Dominators.h>

namespace wasmc::optimize {

// The same number as `value`, with values of the program for what changes in the loops around
// `loop`, as far as the program has them.
//
// SCEVExpander computes what changes in a loop around in the header of that loop, whether the inner
// loop is entered in that iteration or not, and for what is not linear it adds phis there. A sieve
// that looks at each number and runs through the multiples of few spent a third of its time so.
//
// `value` is expanded at the end of the preheader of `loop`. May take poison-generating flags from
// instructions that are used.
const llvm::SCEV *withOuterValues(const llvm::SCEV *value, const llvm::Loop &loop,
                                  llvm::ScalarEvolution &evolution,
                                  const llvm::DominatorTree &dominators);

} // namespace wasmc::optimize

#endif
