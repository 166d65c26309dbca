// The check in front of a versioned loop.
#ifndef WASMC_COMPILER_OPTIMIZE_RANGE_CHECK_H
#define WASMC_COMPILER_OPTIMIZE_RANGE_CHECK_H

#include "compiler/optimize/guest_access.h"

#include <llvm/ADT/MapVector.h>
#include <llvm/IR/Dominators.h>
#include <llvm/Transforms/Utils/ScalarEvolutionExpander.h>

namespace wasmc::optimize {

// Accesses that differ by constants only, so one comparison of each bound serves all of them. All
// distances are from the place of the group: zext(start + inner) or start, plus the terms.
struct AccessGroup {
  const llvm::SCEV *start = nullptr;
  bool wraps = false;
  bool isBounded = true;
  int64_t inner = 0; // the least of the members'
  llvm::SmallVector<Term, 4> terms;
  llvm::SmallVector<const GuestAccess *, 8> members;
  int64_t least = 0;   // distance of the lowest byte of any member
  int64_t end = 0;     // one past that of the highest byte
  int64_t indices = 0; // one past the largest distance of an index before it is extended
  // Of another group, before this one in their order, that is known to lie on one side of it,
  // though not how far: which one it is, and the distance from its place to this group's, as i64.
  unsigned neighbour = 0;
  const llvm::SCEV *fromNeighbour = nullptr; // null if there is none

  int64_t distanceOf(const GuestAccess &access) const {
    return access.outer + (access.inner - inner);
  }
  // The place of the group in iteration 0 of all loops, as i64.
  const llvm::SCEV *placeOf(llvm::ScalarEvolution &evolution) const;
};

// Between which a group's place moves in all iterations, as i64: its accesses lie from
// `lowest + least` up to, and without, `highest + end`. So if the check has answered yes; otherwise
// any numbers.
struct GroupRange {
  llvm::Value *lowest, *highest;
};

class RangeCheck {
public:
  RangeCheck(const llvm::Loop &loop, llvm::ScalarEvolution &evolution,
             const llvm::DominatorTree &dominators, llvm::SCEVExpander &expander)
      : loop_(loop), evolution_(evolution), dominators_(dominators), expander_(expander) {}

  // Decides whether a check for the loop can be written, and prepares it.
  Refusal prepare(const LoopAccesses &accesses);
  // Writes it before `at`. The value is true only if every access of `accesses` in every iteration
  // lies within `bytes`, and then every step of every index computation equals the same sum in i64;
  // and only if all of `lengths` are equal to `bytes`.
  llvm::Value *emit(llvm::Instruction *at, llvm::Value *bytes,
                    llvm::ArrayRef<llvm::Value *> lengths);
  llvm::ArrayRef<AccessGroup> groups() const { return groups_; }
  // One for each group, once the check is written.
  llvm::ArrayRef<GroupRange> ranges() const { return ranges_; }
  // Once it is written, where LLVM knows only under the check's predicates how often the backedge
  // of the loop is taken until the latch leaves: that number, an i64. Null elsewhere.
  llvm::Value *count() const { return endsAtCount_ ? emittedCounts_.lookup(&loop_) : nullptr; }
  // The step of a term, sign-extended to i64.
  static const llvm::SCEV *wideStep(llvm::ScalarEvolution &evolution, const Term &term);

private:
  Refusal countIterations(const LoopAccesses &accesses);
  Refusal countLoop(const llvm::Loop &inner);
  bool endsAt(const llvm::SCEV *count);
  Refusal canExpand(const LoopAccesses &accesses, const llvm::Instruction *at) const;
  Refusal group(const LoopAccesses &accesses);
  void findNeighbour(unsigned number);
  const llvm::SCEV *leastDistance(const AccessGroup &from, const AccessGroup &to) const;
  const llvm::SCEV *distance(const AccessGroup &from, const AccessGroup &to) const;
  void emitCounts(llvm::IRBuilder<> &b, llvm::Instruction *at);
  void emitDistance(llvm::IRBuilder<> &b, llvm::Instruction *at, const AccessGroup &group);
  void emitGroup(llvm::IRBuilder<> &b, llvm::Instruction *at, const AccessGroup &group,
                 llvm::Value *bytes);
  llvm::Value *expand(const llvm::SCEV *value, llvm::Type *type, llvm::Instruction *at); // frozen
  void require(llvm::IRBuilder<> &b, llvm::Value *condition);

  const llvm::Loop &loop_;
  llvm::ScalarEvolution &evolution_;
  const llvm::DominatorTree &dominators_;
  llvm::SCEVExpander &expander_;
  // How often the backedge of each loop of the terms is taken at most.
  llvm::MapVector<const llvm::Loop *, const llvm::SCEV *> counts_;
  llvm::SmallVector<const llvm::SCEVPredicate *, 4> predicates_; // under which the counts hold
  bool endsAtCount_ = false;
  llvm::SmallVector<AccessGroup, 8> groups_;
  llvm::DenseMap<const llvm::Loop *, llvm::Value *> emittedCounts_;
  llvm::SmallVector<GroupRange, 8> ranges_;
  llvm::Value *result_ = nullptr;
};

} // namespace wasmc::optimize

#endif
