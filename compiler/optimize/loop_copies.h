// Two loops out of one: a fast copy behind the range check, and the strict loop otherwise.
#ifndef WASMC_COMPILER_OPTIMIZE_LOOP_COPIES_H
#define WASMC_COMPILER_OPTIMIZE_LOOP_COPIES_H

#include "compiler/optimize/range_check.h"

#include <llvm/IR/Dominators.h>
#include <llvm/IR/ValueHandle.h>

namespace wasmc::optimize {

// Where test code counts entries: offsets from the context to two i64.
struct EntryCounters {
  uint64_t fast, strict;
};

struct LoopCopies {
  llvm::BasicBlock *fastPreheader, *strictPreheader;
  llvm::Loop *fast, *strict;
};

// Splits `loop` at its preheader: `inRange` chooses between the loop itself, which becomes the fast
// copy, and a clone of it. Dominators are up to date afterwards; of `evolution` forgotten is what
// the exits' phis were.
LoopCopies splitLoop(llvm::Loop &loop, llvm::Value *inRange, llvm::LoopInfo &loops,
                     llvm::DominatorTree &dominators, llvm::ScalarEvolution &evolution);

// Takes the bounds checks out of the fast copy: none of them would leave it. Dominators are up to
// date afterwards, and what stood between two checks is one block. `bytes` is the memory's length
// there and then; `dead` gets the conditions.
void removeChecks(const LoopCopies &copies, const LoopAccesses &accesses, llvm::Value *bytes,
                  llvm::LoopInfo &loops, llvm::DominatorTree &dominators,
                  llvm::ScalarEvolution &evolution,
                  llvm::SmallVectorImpl<llvm::WeakTrackingVH> &dead);

// Makes the accesses of the fast copy plain, with addresses in i64 that cannot wrap.
void makeAccessesPlain(const LoopCopies &copies, llvm::Value *base,
                       llvm::ArrayRef<AccessGroup> groups, const LoopAccesses &accesses,
                       llvm::ScalarEvolution &evolution, const llvm::DominatorTree &dominators,
                       llvm::SCEVExpander &expander);

// Lets the latch of the fast copy leave when it has taken the backedge `count` times, an i64, which
// is when it leaves anyhow: LLVM knows it only under predicates of the range check.
void leaveAfter(const LoopCopies &copies, llvm::Value *count, llvm::ScalarEvolution &evolution,
                llvm::SmallVectorImpl<llvm::WeakTrackingVH> &dead);

// How much stack the image's own routines (memset, ...) may need, return address included: the
// flags in compiler/container/CMakeLists.txt keep their frames to half of that, and one may call
// another.
constexpr unsigned kStackReserve = 128;

// Keeps plain and strict accesses in their order where they meet: at the fast copy's entry and at
// its exits, which it gives blocks of their own. That at the entry traps if the stack has not room
// for what LLVM may call in the copy.
void addBarriers(const LoopCopies &copies, llvm::Value *base, const LoopAccesses &accesses,
                 llvm::LoopInfo &loops, llvm::DominatorTree &dominators);

// Whether the load or store was made plain with a fast copy, at a place that is never poison: in
// every turn of its loop that there is, whatever the conditions in it, what it would touch is in
// the memory. (Loads from tables are plain as well, and stand behind a comparison.)
bool isInRange(const llvm::Instruction &access);
void markInRange(llvm::Instruction &access);

// Neither copy is versioned again; the strict one is not unrolled or vectorised, and loops of
// `keptWhole` are not unrolled by a factor that does not divide their count.
void markVersioned(const LoopCopies &copies, llvm::ArrayRef<llvm::Loop *> keptWhole);
bool isVersioned(const llvm::Loop &loop);

// Adds options, by LLVM's names or ours, to what is known of a loop.
void addToLoopId(llvm::Loop &loop, llvm::ArrayRef<const char *> names);

// Where the function's module says that test code counts; none in code that is not under test.
std::optional<EntryCounters> countersOf(const llvm::Function &function);

// Counts how often the end of `block` is come to, at `offset` from the context.
void countEntries(llvm::BasicBlock *block, uint64_t offset);

} // namespace wasmc::optimize

#endif
