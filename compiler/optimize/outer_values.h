// Code in front of a loop for what ScalarEvolution says of it.
#ifndef WASMC_COMPILER_OPTIMIZE_OUTER_VALUES_H
#define WASMC_COMPILER_OPTIMIZE_OUTER_VALUES_H

#include <llvm/Analysis/LoopInfo.h>
#include <llvm/Analysis/ScalarEvolution.h>
#include <llvm/IR/Dominators.h>
#include <llvm/Transforms/Utils/ScalarEvolutionExpander.h>

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

// What is computed in front of one loop, at the end of its preheader.
class OuterCode {
public:
  // `name` is part of the values' names, as in SCEVExpander.
  OuterCode(llvm::Loop &loop, llvm::ScalarEvolution &evolution,
            const llvm::DominatorTree &dominators, const char *name)
      : loop_(loop), evolution_(evolution), dominators_(dominators), expander_(evolution, name) {}

  bool isExpandable(const llvm::SCEV *value) const;
  llvm::Value *expand(const llvm::SCEV *value, llvm::Type *type);

  // How often the backedge is taken; null if nobody can compute that in front of the loop, or if it
  // may be so much that some small factor times it does not fit into 64 bits.
  const llvm::SCEV *backedgeCount() const;

private:
  llvm::Loop &loop_;
  llvm::ScalarEvolution &evolution_;
  const llvm::DominatorTree &dominators_;
  llvm::SCEVExpander expander_;
};

} // namespace wasmc::optimize

#endif
