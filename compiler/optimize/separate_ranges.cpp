// Arrays of a guest are numbers to us: nothing says that a store to one does not change another.
// LLVM finds out in front of each innermost loop that it vectorises, but neither moves an access
// out of a loop around nor keeps a row in registers while a middle loop runs. The range check
// knows, for the whole nest and all its iterations, where each group of accesses begins and ends.
// If those ranges do not overlap, the accesses of one never touch what those of another touch, as
// long as the loop runs, and that is what the scopes say that they get here.
//
// Why scopes, which LLVM takes for true wherever it finds them, say nothing wrong elsewhere:
//   - Only accesses of the fast copy get them. There each is within its group's range, in every
//     iteration: that is what the check has shown (range_check.cpp). Both ends of a range are
//     numbers of i64 between 0 and the memory's length then, so their order is that of the
//     addresses.
//   - A loop around may enter the copy again, with other ranges. No access moves from one run to
//     another: at its entry and exits stand barriers, which have no scope and may read and write
//     all memory (loop_copies.cpp).
//   - What LLVM makes of two accesses in one has the scopes of both, by its own rules.
//   - Two groups that are only read are not compared, and may overlap although their scopes deny
//     it. Whether two loads meet changes nothing: only their order with stores counts.
// Groups whose ranges are known to overlap, or that begin at the same place, share a scope: they
// are one array's, most likely, and one comparison that fails would fail them all.

#include "compiler/optimize/separate_ranges.h"

#include <llvm/ADT/EquivalenceClasses.h>
#include <llvm/Analysis/ScalarEvolutionExpressions.h>
#include <llvm/Analysis/ScopedNoAliasAA.h>
#include <llvm/IR/Constants.h>
#include <llvm/IR/MDBuilder.h>
#include <llvm/Transforms/Utils/Local.h>
#include <llvm/Transforms/Utils/LoopUtils.h>

namespace wasmc::optimize {

using namespace llvm;

namespace {

constexpr unsigned kMaxComparisons = 12;   // beyond, they cost more than they are likely to gain
constexpr unsigned kMaxInstructions = 400; // of a loop that is copied once more

bool isStore(const GuestAccess *access) {
  return !access->isCheck && isa<StoreInst>(access->instruction);
}

// A group may consist of bounds checks, which touch nothing.
bool haveAccesses(const AccessGroup &one, const AccessGroup &other) {
  auto isAccess = [](const GuestAccess *access) { return !access->isCheck; };
  return any_of(one.members, isAccess) && any_of(other.members, isAccess);
}

class Separation {
public:
  Separation(ArrayRef<AccessGroup> groups, ArrayRef<GroupRange> ranges)
      : groups_(groups), ranges_(ranges) {
    for (unsigned k = 0; k < groups.size(); ++k)
      classes_.insert(k);
    for (unsigned k = 0; k < groups.size(); ++k)
      for (unsigned other = 0; other < k; ++other)
        if (haveAccesses(groups_[k], groups_[other]) && areTogether(k, other))
          classes_.unionSets(k, other);
  }

  // Whether a run in which nothing overlaps would tell LLVM anything, at a bearable price.
  bool isWorthAsking() const {
    unsigned comparisons = 0;
    forEachPair([&](unsigned, unsigned) { ++comparisons; });
    return comparisons > 0 && comparisons <= kMaxComparisons;
  }

  // True only if no two ranges of different classes overlap of which one is written.
  Value *emit(IRBuilder<> &b) const {
    Value *result = b.getTrue();
    forEachPair([&](unsigned k, unsigned other) {
      Value *isBelow = b.CreateICmpSLE(endOf(b, k), firstOf(b, other));
      Value *isAbove = b.CreateICmpSLE(endOf(b, other), firstOf(b, k));
      result = b.CreateAnd(result, b.CreateOr(isBelow, isAbove));
    });
    return result;
  }

  void mark(LLVMContext &context) const;

private:
  Value *firstOf(IRBuilder<> &b, unsigned k) const {
    return b.CreateAdd(ranges_[k].lowest, b.getInt64(static_cast<uint64_t>(groups_[k].least)));
  }
  Value *endOf(IRBuilder<> &b, unsigned k) const {
    return b.CreateAdd(ranges_[k].highest, b.getInt64(static_cast<uint64_t>(groups_[k].end)));
  }
  bool areTogether(unsigned k, unsigned other) const;
  template <typename F> void forEachPair(F &&f) const {
    for (unsigned k = 0; k < groups_.size(); ++k)
      for (unsigned other = 0; other < k; ++other)
        if (haveAccesses(groups_[k], groups_[other]) &&
            (any_of(groups_[k].members, isStore) || any_of(groups_[other].members, isStore)) &&
            !classes_.isEquivalent(k, other))
          f(k, other);
  }

  ArrayRef<AccessGroup> groups_;
  ArrayRef<GroupRange> ranges_;
  EquivalenceClasses<unsigned> classes_;
};

// Whether it is known, or as good as known, that two ranges overlap.
bool Separation::areTogether(unsigned k, unsigned other) const {
  const GroupRange &a = ranges_[k], &b = ranges_[other];
  const Value *ends[] = {a.lowest, a.highest, b.lowest, b.highest};
  if (!all_of(ends, [](const Value *value) { return isa<ConstantInt>(value); }))
    return groups_[k].start == groups_[other].start && !groups_[k].start->isZero();
  auto number = [](const Value *value) { return cast<ConstantInt>(value)->getSExtValue(); };
  return number(a.lowest) + groups_[k].least < number(b.highest) + groups_[other].end &&
         number(b.lowest) + groups_[other].least < number(a.highest) + groups_[k].end;
}

// One scope for each class; an access has that of its own, and meets none of the others.
void Separation::mark(LLVMContext &context) const {
  MDBuilder builder(context);
  MDNode *domain = builder.createAnonymousAliasScopeDomain("wasmc.ranges");
  DenseMap<unsigned, MDNode *> scopes; // by the class's leader
  for (unsigned k = 0; k < groups_.size(); ++k)
    if (MDNode *&scope = scopes[classes_.getLeaderValue(k)]; scope == nullptr)
      scope = builder.createAnonymousAliasScope(domain, "wasmc.range");
  for (unsigned k = 0; k < groups_.size(); ++k) {
    MDNode *own = scopes.lookup(classes_.getLeaderValue(k));
    SmallVector<Metadata *, 8> others;
    for (unsigned other = 0; other < groups_.size(); ++other)
      if (MDNode *scope = scopes.lookup(classes_.getLeaderValue(other));
          scope != own && !is_contained(others, scope))
        others.push_back(scope);
    for (const GuestAccess *access : groups_[k].members) {
      if (access->isCheck)
        continue;
      auto add = [&](unsigned kind, ArrayRef<Metadata *> scopesToAdd) {
        MDNode *list = MDNode::get(context, scopesToAdd);
        MDNode *before = access->instruction->getMetadata(kind);
        access->instruction->setMetadata(kind, MDNode::concatenate(before, list));
      };
      add(LLVMContext::MD_alias_scope, {own});
      add(LLVMContext::MD_noalias, others);
    }
  }
}

// Whether LLVM could do more with separate ranges than its own checks in front of an innermost loop
// give it.
bool mayGain(const Loop &loop, const RangeCheck &check) {
  unsigned size = 0;
  for (const BasicBlock *block : loop.blocks())
    size += static_cast<unsigned>(block->size());
  if (size > kMaxInstructions)
    return false;
  if (!loop.isInnermost())
    return true;
  return any_of(check.groups(), [&](const AccessGroup &group) {
    return group.terms.empty() && any_of(group.members, isStore); // may stay in a register
  });
}

} // namespace

void separateRanges(const LoopCopies &copies, const RangeCheck &check, LoopInfo &loops,
                    DominatorTree &dominators, ScalarEvolution &evolution) {
  Separation separation(check.groups(), check.ranges());
  if (!separation.isWorthAsking())
    return;
  IRBuilder<> b(copies.fastPreheader->getTerminator());
  Value *areSeparate = separation.emit(b);
  if (const auto *known = dyn_cast<ConstantInt>(areSeparate)) {
    if (known->isOne())
      separation.mark(b.getContext());
    return;
  }
  if (!mayGain(*copies.fast, check)) {
    RecursivelyDeleteTriviallyDeadInstructions(areSeparate);
    return;
  }
  LoopCopies two = splitLoop(*copies.fast, areSeparate, loops, dominators, evolution);
  for (Loop *loop : {two.fast, two.strict})
    formDedicatedExitBlocks(loop, &dominators, &loops, nullptr, /*PreserveLCSSA=*/true);
  separation.mark(b.getContext());
}

bool areSeparate(const Instruction &one, const Instruction &other) {
  auto mayMeet = [](const Instruction &a, const Instruction &b) {
    return ScopedNoAliasAAResult::mayAliasInScopes(a.getMetadata(LLVMContext::MD_alias_scope),
                                                   b.getMetadata(LLVMContext::MD_noalias));
  };
  return !mayMeet(one, other) || !mayMeet(other, one);
}

} // namespace wasmc::optimize
