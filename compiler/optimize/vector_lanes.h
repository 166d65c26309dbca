// Loops over vectors of 128 bits, which is what Wasm has, taken apart into loops over their lanes:
// the vectoriser makes vectors of them that are as wide as the machine's.
#ifndef WASMC_COMPILER_OPTIMIZE_VECTOR_LANES_H
#define WASMC_COMPILER_OPTIMIZE_VECTOR_LANES_H

#include "compiler/optimize/unrolled_loop.h"

namespace wasmc::optimize {

// The lanes may be done one after the other unless 0 < distance < bytes. `distance`, which does not
// change in the loop, is how far a later access of a turn lies behind an earlier one.
struct LaneConflict {
  const llvm::SCEV *distance;
  uint64_t bytes;
};

struct Lanes {
  unsigned count = 0; // of every vector
  llvm::SmallVector<LaneConflict, 4> conflicts;
};

bool hasVectors(const llvm::BasicBlock &body);

// Gives plain accesses of vectors the type that the values are used with: lowering loads and stores
// every v128 as two i64.
void retypeAccesses(llvm::BasicBlock &body);

// Nothing if a turn does more than the same to each lane. `turns` are those of a loop with vectors,
// found with `least` = 1.
std::optional<Lanes> findLanes(const UnrolledLoop &turns, llvm::Loop &loop,
                               llvm::ScalarEvolution &evolution);

// Adds to the body what one lane does and makes it the turns. What is there of vectors stays, for
// whoever rolls the loop up to drop.
void splitIntoLanes(UnrolledLoop &turns, const Lanes &lanes, llvm::Loop &loop,
                    llvm::ScalarEvolution &evolution);

// Leaves of a row's first instruction only what holds for all of the row.
void meetRow(llvm::Instruction &first, const Row &row);

} // namespace wasmc::optimize

#endif
