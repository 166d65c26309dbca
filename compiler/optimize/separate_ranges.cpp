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
// A group is one place and accesses at fixed distances from it, which may be several arrays with
// others in between. So it is taken in parts that lie far from each other: what an access touches
// is in its part's range as it is in its group's. Parts whose ranges are known to overlap, or of
// different groups that begin at the same place, share a scope: they are one array's, most likely,
// and one comparison that fails would fail them all.

#include "compiler/optimize/separate_ranges.h"

#include "compiler/optimize/wide_turns.h"

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
constexpr size_t kMaxParts = 16;
constexpr int64_t kNear = 4096; // bytes between accesses of one array
constexpr int64_t kFarSteps = 16;
constexpr int64_t kWholeMemory = int64_t{1} << 60;

bool isStore(const GuestAccess *access) {
  return !access->isCheck && isa<StoreInst>(access->instruction);
}

// Accesses of a group that lie near each other. Bounds checks touch nothing and are in none.
struct Part {
  unsigned group;
  SmallVector<const GuestAccess *, 8> members;
  int64_t least, end; // from the group's place
  bool isWritten = false;
};

// Farther away than the loops go, as far as that is known, and than a few steps of any of them, is
// another array, most likely. Never less than a step: several turns in one iteration, each a part
// of a step behind the one before, must have one scope (wide_turns.cpp asks for the first one's).
int64_t farOf(const AccessGroup &group, ScalarEvolution &evolution) {
  int64_t longest = 0, way = 0;
  for (const Term &term : group.terms) {
    const auto *step = dyn_cast<SCEVConstant>(term.step);
    if (step == nullptr || step->getAPInt().getSignificantBits() > 31)
      return INT64_MAX;
    int64_t bytes = std::abs(step->getAPInt().getSExtValue());
    longest = std::max(longest, bytes);
    way = std::min(kWholeMemory, way + bytes * evolution.getSmallConstantTripCount(term.loop));
  }
  return std::max({kNear, longest * kFarSteps, way});
}

// Appends the parts of the group that `number` stands for; one, if `far` is large enough.
void addParts(const AccessGroup &group, unsigned number, int64_t far,
              SmallVectorImpl<Part> &parts) {
  SmallVector<const GuestAccess *, 8> members;
  copy_if(group.members, std::back_inserter(members),
          [](const GuestAccess *access) { return !access->isCheck; });
  llvm::sort(members, [&](const GuestAccess *one, const GuestAccess *other) {
    return group.distanceOf(*one) < group.distanceOf(*other);
  });
  size_t before = parts.size();
  for (const GuestAccess *access : members) {
    int64_t first = group.distanceOf(*access), end = first + static_cast<int64_t>(access->size);
    if (parts.size() == before || first - parts.back().end > far)
      parts.push_back({number, {}, first, end});
    Part &part = parts.back();
    part.members.push_back(access);
    part.end = std::max(part.end, end);
    part.isWritten |= isa<StoreInst>(access->instruction);
  }
}

class Separation {
public:
  Separation(const RangeCheck &check, ScalarEvolution &evolution)
      : groups_(check.groups()), ranges_(check.ranges()), evolution_(evolution) {
    makeParts(/*isFine=*/true);
    if (parts_.size() > kMaxParts || countPairs() > kMaxComparisons)
      makeParts(/*isFine=*/false);
  }

  // Whether a run in which nothing overlaps would tell LLVM anything, at a bearable price.
  bool isWorthAsking() const { return countPairs() > 0 && countPairs() <= kMaxComparisons; }

  // True only if no two ranges of different classes overlap of which one is written.
  Value *emit(IRBuilder<> &b) const {
    Value *result = b.getTrue();
    forEachPair([&](const Part &one, const Part &other) {
      Value *isBelow = b.CreateICmpSLE(endOf(b, one), firstOf(b, other));
      Value *isAbove = b.CreateICmpSLE(endOf(b, other), firstOf(b, one));
      result = b.CreateAnd(result, b.CreateOr(isBelow, isAbove));
    });
    return result;
  }

  // Whether others may lie between what is written and the rest of its group.
  bool isWrittenGroupParted() const {
    return any_of(parts_, [&](const Part &one) {
      return one.isWritten && any_of(parts_, [&](const Part &other) {
               return other.group == one.group && areCompared(one, other);
             });
    });
  }

  void mark(LLVMContext &context) const;

private:
  Value *firstOf(IRBuilder<> &b, const Part &part) const {
    return b.CreateAdd(ranges_[part.group].lowest, b.getInt64(static_cast<uint64_t>(part.least)));
  }
  Value *endOf(IRBuilder<> &b, const Part &part) const {
    return b.CreateAdd(ranges_[part.group].highest, b.getInt64(static_cast<uint64_t>(part.end)));
  }
  void makeParts(bool isFine);
  bool isInFrontOf(const Part &one, const Part &other) const;
  bool areTogether(const Part &one, const Part &other) const;
  // Parts of one place that does not move are apart in any case.
  bool areCompared(const Part &one, const Part &other) const {
    return (one.isWritten || other.isWritten) &&
           (one.group != other.group || !groups_[one.group].terms.empty()) &&
           !classes_.isEquivalent(indexOf(one), indexOf(other));
  }
  unsigned indexOf(const Part &part) const { return static_cast<unsigned>(&part - parts_.data()); }
  unsigned countPairs() const {
    unsigned pairs = 0;
    forEachPair([&](const Part &, const Part &) { ++pairs; });
    return pairs;
  }
  template <typename F> void forEachPair(F &&f) const {
    for (unsigned k = 0; k < parts_.size(); ++k)
      for (unsigned other = 0; other < k; ++other)
        if (areCompared(parts_[k], parts_[other]))
          f(parts_[k], parts_[other]);
  }

  ArrayRef<AccessGroup> groups_;
  ArrayRef<GroupRange> ranges_;
  ScalarEvolution &evolution_;
  SmallVector<Part, 8> parts_;
  EquivalenceClasses<unsigned> classes_;
};

// Classes of too many parts are not looked for: that takes time that grows with their square.
void Separation::makeParts(bool isFine) {
  parts_.clear();
  classes_ = {};
  for (unsigned k = 0; k < groups_.size(); ++k)
    addParts(groups_[k], k, isFine ? farOf(groups_[k], evolution_) : INT64_MAX, parts_);
  if (parts_.size() > kMaxParts)
    return;
  for (unsigned k = 0; k < parts_.size(); ++k)
    classes_.insert(k);
  for (unsigned k = 0; k < parts_.size(); ++k)
    for (unsigned other = 0; other < k; ++other)
      if (areTogether(parts_[k], parts_[other]))
        classes_.unionSets(k, other);
}

// Whether one is what a loop does near where it begins, as what was taken out of its first
// iteration is: in all the loops around, but not in that one.
bool Separation::isInFrontOf(const Part &one, const Part &other) const {
  const AccessGroup &front = groups_[one.group], &loop = groups_[other.group];
  if (front.start != loop.start || front.wraps != loop.wraps || front.terms.empty() ||
      front.terms.size() + 1 != loop.terms.size() ||
      !equal(front.terms, ArrayRef<Term>(loop.terms).drop_front()))
    return false;
  const auto *step = dyn_cast<SCEVConstant>(loop.terms.front().step);
  int64_t distance = (front.inner + one.least) - (loop.inner + other.least);
  return step != nullptr && step->getAPInt().getSignificantBits() <= 31 &&
         std::abs(distance) <= kFarSteps * std::abs(step->getAPInt().getSExtValue());
}

// Whether it is known, or as good as known, that two ranges overlap.
bool Separation::areTogether(const Part &one, const Part &other) const {
  const GroupRange &a = ranges_[one.group], &b = ranges_[other.group];
  const Value *ends[] = {a.lowest, a.highest, b.lowest, b.highest};
  if (!all_of(ends, [](const Value *value) { return isa<ConstantInt>(value); })) {
    if (isInFrontOf(one, other) || isInFrontOf(other, one))
      return true;
    const SCEV *start = groups_[one.group].start;
    return one.group != other.group && start == groups_[other.group].start && !start->isZero();
  }
  auto number = [](const Value *value) { return cast<ConstantInt>(value)->getSExtValue(); };
  return number(a.lowest) + one.least < number(b.highest) + other.end &&
         number(b.lowest) + other.least < number(a.highest) + one.end;
}

// One scope for each class; an access has that of its own, and meets none of the others.
void Separation::mark(LLVMContext &context) const {
  MDBuilder builder(context);
  MDNode *domain = builder.createAnonymousAliasScopeDomain("wasmc.ranges");
  DenseMap<unsigned, MDNode *> scopes; // by the class's leader
  for (unsigned k = 0; k < parts_.size(); ++k)
    if (MDNode *&scope = scopes[classes_.getLeaderValue(k)]; scope == nullptr)
      scope = builder.createAnonymousAliasScope(domain, "wasmc.range");
  for (unsigned k = 0; k < parts_.size(); ++k) {
    MDNode *own = scopes.lookup(classes_.getLeaderValue(k));
    SmallVector<Metadata *, 8> others;
    for (unsigned other = 0; other < parts_.size(); ++other)
      if (MDNode *scope = scopes.lookup(classes_.getLeaderValue(other));
          scope != own && !is_contained(others, scope))
        others.push_back(scope);
    for (const GuestAccess *access : parts_[k].members) {
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

// Whether a store and another access move at different paces: what asks for the distance of two, as
// wide_turns.cpp does, has no answer then.
bool differInPace(ArrayRef<AccessGroup> groups) {
  return any_of(groups, [&](const AccessGroup &group) {
    return any_of(group.members, isStore) && any_of(groups, [&](const AccessGroup &other) {
             return !group.terms.empty() && !other.terms.empty() &&
                    group.terms.front().step != other.terms.front().step;
           });
  });
}

// Whether LLVM could do more with separate ranges than its own checks in front of an innermost loop
// give it.
bool mayGain(const Loop &loop, const RangeCheck &check, const Separation &separation,
             const TargetTransformInfo &target) {
  unsigned size = 0;
  for (const BasicBlock *block : loop.blocks())
    size += static_cast<unsigned>(block->size());
  if (size > kMaxInstructions)
    return false;
  if (!loop.isInnermost() || separation.isWrittenGroupParted() ||
      (mayBecomeWider(loop, target) && differInPace(check.groups())))
    return true;
  return any_of(check.groups(), [&](const AccessGroup &group) {
    return group.terms.empty() && any_of(group.members, isStore); // may stay in a register
  });
}

} // namespace

void separateRanges(const LoopCopies &copies, const RangeCheck &check, LoopInfo &loops,
                    DominatorTree &dominators, ScalarEvolution &evolution,
                    const TargetTransformInfo &target) {
  Separation separation(check, evolution);
  if (!separation.isWorthAsking())
    return;
  IRBuilder<> b(copies.fastPreheader->getTerminator());
  Value *areSeparate = separation.emit(b);
  if (const auto *known = dyn_cast<ConstantInt>(areSeparate)) {
    if (known->isOne())
      separation.mark(b.getContext());
    return;
  }
  if (!mayGain(*copies.fast, check, separation, target)) {
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
