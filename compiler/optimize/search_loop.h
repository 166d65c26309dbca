// Loops that search memory, recognised: what one of their turns reads, and when it is the last.
#ifndef WASMC_COMPILER_OPTIMIZE_SEARCH_LOOP_H
#define WASMC_COMPILER_OPTIMIZE_SEARCH_LOOP_H

#include "compiler/optimize/guest_memory.h"

#include <llvm/ADT/MapVector.h>
#include <llvm/Analysis/LoopInfo.h>
#include <llvm/Analysis/ScalarEvolution.h>
#include <llvm/IR/Instructions.h>

#include <optional>

namespace wasmc::optimize {

// start + step * turn, modulo 2^(bits of start).
struct Linear {
  const llvm::SCEV *start;
  int64_t step;
};

// In turn t the address base + zext(index + t * stride) + offset.
struct SearchPlace {
  llvm::Value *base; // of a memory
  // Of 32 bits, or of 64, in which it does not wrap from turn 0 on as long as the loop runs.
  const llvm::SCEV *index;
  int64_t stride;
  int64_t offset; // not negative
};

// One strict load of the loop. The elements of a stream lie one behind the other, and it goes on by
// some of them in each turn.
struct SearchLoad {
  SearchPlace place;
  unsigned stream = 0;
  int64_t element = 0; // in turn 0; the first of a stream is 0
};

// What a phi of the header is in turn t: linear, the address of a place, or what `load` has read in
// the turn before.
struct SearchPhi {
  std::optional<Linear> linear;
  std::optional<SearchPlace> place;
  llvm::LoadInst *load = nullptr;
};

// The loop is left in the first turn in which `predicate`(counter, bound) holds.
struct CountExit {
  llvm::CmpInst::Predicate predicate;
  Linear counter;
  const llvm::SCEV *bound;
};

// The loop is left in the first turn in which `condition` is `whenTrue`; for a switch, in which the
// condition is one of its cases. It depends on loads of one element of the turn only.
struct DataExit {
  llvm::Value *condition;
  bool whenTrue = true;
  llvm::SwitchInst *cases = nullptr;
  unsigned element = 0; // of those that a stream goes on by
};

struct SearchLoop {
  llvm::Loop *loop = nullptr;
  llvm::Value *base = nullptr;
  const GuestMemory *memory = nullptr;
  unsigned bytes = 0;    // of an element: 1, 2 or 4
  unsigned elements = 0; // that a turn goes on by in each stream: a power of two
  llvm::MapVector<llvm::LoadInst *, SearchLoad> loads;
  llvm::SmallVector<llvm::LoadInst *, 2> streams; // the first load of each
  llvm::MapVector<llvm::PHINode *, SearchPhi> phis;
  llvm::SmallVector<CountExit, 2> countExits;
  llvm::SmallVector<DataExit, 4> dataExits;

  int64_t stride() const { return int64_t{bytes} * elements; }
};

// The loop as a search, or none. What it says holds from the second turn on only: before that, a
// phi may be anything.
std::optional<SearchLoop> findSearch(llvm::Loop &loop, llvm::ScalarEvolution &evolution,
                                     llvm::ArrayRef<GuestMemory> memories);

} // namespace wasmc::optimize

#endif
