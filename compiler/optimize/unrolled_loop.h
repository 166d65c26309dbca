// Finds out that a loop's body does the same thing several times, as producers unroll them.
#ifndef WASMC_COMPILER_OPTIMIZE_UNROLLED_LOOP_H
#define WASMC_COMPILER_OPTIMIZE_UNROLLED_LOOP_H

#include <llvm/ADT/MapVector.h>
#include <llvm/ADT/SetVector.h>
#include <llvm/Analysis/LoopInfo.h>
#include <llvm/Analysis/ScalarEvolution.h>
#include <llvm/IR/Dominators.h>

#include <optional>

namespace wasmc::optimize {

// The same value of every turn. A turn is one of the `factor` iterations of the loop that was
// unrolled; the body of the loop does them in order.
using Row = llvm::SmallVector<llvm::Value *, 8>;

// A value that is `start` in the first turn of all and grows by `step` from turn to turn.
struct LinearValue {
  const llvm::SCEV *start;
  const llvm::SCEV *step;
  bool isInBounds; // an address, computed with inbounds in every turn
};

struct UnrolledLoop {
  unsigned factor = 0;
  // Keys are values of the first turn. What a row's values are computed from is invariant, linear,
  // carried, or in such a row.
  llvm::MapVector<llvm::Value *, LinearValue> linear;
  llvm::MapVector<llvm::Instruction *, Row> rows;
  // Of the first turn: values of one associative and commutative operator on integers, down to
  // operands in other rows, that later turns put together in another order.
  llvm::SetVector<llvm::Instruction *> between;
  // What a turn hands to the next: the phi has it before the first turn; the row is what the turns
  // make of it.
  llvm::MapVector<llvm::PHINode *, Row> carried;
};

// Whether the loop is a fast copy of one block, which every iteration leaves or repeats at its end.
// In LCSSA form what is used behind the loop is used by phis of its exit, so that is all seen.
bool mayHaveTurns(const llvm::Loop &loop, const llvm::DominatorTree &dominators);

// Nothing is changed. `loop` may have turns.
// With `least` 2 there are several turns, of scalars; with 1 it may be one, and they may make
// vectors.
std::optional<UnrolledLoop> findTurns(llvm::Loop &loop, llvm::ScalarEvolution &evolution,
                                      unsigned least);

} // namespace wasmc::optimize

#endif
