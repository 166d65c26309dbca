// Why the check proves what it promises. For one group let P be its place in iteration 0, a number
// of i64: below 2^32 for the wrapping form, within 2^60 of 0 for the other (that is part of the
// check, unless the place is known to be within 2^34). In iteration (k1, k2, ...) of the loops,
// each k between 0 and that loop's count, the place is, as an integer, V = P + sum of step * k.
// Each product lies between 0 and step * count, so
//   low = P + sum of min(0, step * count)  <=  V  <=  high = P + sum of max(0, step * count).
// Steps are below 2^23 in size and counts below 2^32 (both are part of the check where they are not
// constants that say so) and offsets within 2^34 of 0 (or the loop is refused), so no product
// reaches 2^55, at most eight are added, and no sum of i64 overflows. A start may be
// poison, and then its place, frozen, is any i64 and the answer for its group worth nothing: nobody
// accesses anything at a poisonous address (what is done ahead of its condition has none, see
// isSound() of loop_copies.cpp), and no other group uses that place.
//
// The check demands  low + least >= 0  and  high + end <= bytes;  of the wrapping form also
// low >= 0.
//   - The form without wrapping: the address is V + outer in i64 arithmetic, which does not
//     overflow, so it lies within the memory.
//   - The wrapping form: the index of a member is V + d + v modulo 2^32 with d = its inner constant
//     less the group's, d >= 0, and v what varies, 0 <= v <= spread. `end` is at least d + spread +
//     1 for every member, whatever its offset, and bytes <= 2^32, so 0 <= V + d + v < 2^32. (A
//     memory with 64-bit indices may be larger. For one high + d + spread < 2^32 is part of the
//     check.) So the index has not wrapped, and the address V + d + v + outer lies within the
//     memory. The same holds in every iteration, so the i32 recurrence never wraps on its way, and
//     the fast copy may compute it in i64.
//   - The spread is part of the size of an access, so `end` has it in either form. That v is within
//     it is what scalar evolution says of the range of a value wherever that is made, and so of
//     every access that happens. It may have concluded so from the bounds checks that the fast copy
//     goes without: up to the first of them that would leave, everything is as it was, so the range
//     holds at it, and it does not leave.
//   - A bounds check leaves the loop if E >u length - c, computed modulo 2^64, for a place E of
//     either form and a constant c >= 0. It is a member of a group as an access of c bytes at E: by
//     the above E is what it is as an integer, 0 <= E and E + c <= bytes. The length that it is
//     compared with is `bytes`: it was loaded in the loop, where nothing changes it, or it is
//     compared with `bytes` by the range check. So length - c does not wrap, and E does not exceed
//     it: the bounds check does not leave, and the fast copy goes without.
//
// Counts are *symbolic maxima*: an iteration with a larger number does not exist; that the loop may
// be left earlier, or an access be conditional, only makes the check stricter than it need be. If a
// count is known only under predicates (an induction variable that does not wrap), they are part of
// the check. Where an inner loop does not run at all, its count may be anything: too large a count
// fails the check, and a small one says nothing wrong about accesses that do not happen. Computing
// it does no harm: what it divides by is not zero (dividesSafely(), poison.cpp).
//
// Where the exact count of the latch is known only under predicates that compare values from before
// the loop (a distance that the step divides), the fast copy counts its iterations and leaves by
// that (leaveAfter()): LLVM would not know the count again, and neither roll the loop up nor make
// vectors without asking once more. The predicates hold where the copy is entered, so the latch
// leaves in the same iteration as before; other exits stay what they were.

#include "compiler/optimize/range_check.h"

#include "compiler/optimize/outer_values.h"
#include "compiler/optimize/poison.h"

#include <llvm/Analysis/ScalarEvolutionExpressions.h>
#include <llvm/IR/Constants.h>

namespace wasmc::optimize {

using namespace llvm;

namespace {

constexpr unsigned kMaxGroups = 12;    // beyond, the check costs more than it is likely to gain
constexpr unsigned kMaxTerms = 8;      // 8 products below 2^55 and a start cannot overflow
constexpr uint64_t kMinIterations = 4; // of an innermost loop
constexpr unsigned kStepBits = 24;     // signed
constexpr uint64_t kCountLimit = uint64_t{1} << 32;
constexpr uint64_t kStartLimit = uint64_t{1} << 60; // in size

// Lets the bounds checks of a loop never leave it as long as it lives. They are what a count must
// not be made of, for it is to show when they do not leave. Why the count of that loop serves the
// loop with its checks: as long as no check leaves, both do the same. So if none leaves in as many
// iterations, there is no further one. The edges stay: as one exit of several the others do not
// tell the exact count, so LLVM concludes nothing from there being no other way on. And what it
// concludes meanwhile of values from loops around holds as well: a check leaves to a trap
// (guest_access.cpp), so where this loop is entered, none has left.
class WithoutChecks {
public:
  WithoutChecks(const LoopAccesses &accesses, const Loop &loop, ScalarEvolution &evolution)
      : loop_(loop), evolution_(evolution) {
    for (const GuestAccess &access : accesses.guest) {
      if (!access.isCheck)
        continue;
      auto *branch = cast<BranchInst>(access.instruction);
      bool staysIfTrue = loop.contains(branch->getSuccessor(0));
      conditions_.push_back({branch, branch->getCondition()});
      branch->setCondition(ConstantInt::getBool(branch->getContext(), staysIfTrue));
    }
    forget();
  }
  ~WithoutChecks() {
    for (auto [branch, condition] : conditions_)
      branch->setCondition(condition);
    forget();
  }
  WithoutChecks(const WithoutChecks &) = delete;
  WithoutChecks &operator=(const WithoutChecks &) = delete;

private:
  void forget() {
    if (!conditions_.empty())
      evolution_.forgetTopmostLoop(&loop_); // the loops around know more without, too
  }

  const Loop &loop_;
  ScalarEvolution &evolution_;
  SmallVector<std::pair<BranchInst *, Value *>, 16> conditions_;
};

} // namespace

const SCEV *AccessGroup::placeOf(ScalarEvolution &evolution) const {
  if (!wraps)
    return start;
  const SCEV *first =
      evolution.getAddExpr(start, evolution.getConstant(start->getType(), inner, /*signed=*/true));
  return evolution.getZeroExtendExpr(first, IntegerType::getInt64Ty(evolution.getContext()));
}

const SCEV *RangeCheck::wideStep(ScalarEvolution &evolution, const Term &term) {
  return evolution.getTruncateOrSignExtend(term.step,
                                           IntegerType::getInt64Ty(evolution.getContext()));
}

Refusal RangeCheck::prepare(const LoopAccesses &accesses) {
  if (Refusal refusal = countIterations(accesses); refusal != Refusal::none)
    return refusal;
  const Instruction *at = loop_.getLoopPreheader()->getTerminator();
  if (Refusal refusal = canExpand(accesses, at); refusal != Refusal::none)
    return refusal;
  return group(accesses);
}

Refusal RangeCheck::countIterations(const LoopAccesses &accesses) {
  WithoutChecks without(accesses, loop_, evolution_);
  for (const GuestAccess &access : accesses.guest) {
    if (access.terms.size() > kMaxTerms)
      return Refusal::irregular_index;
    for (const Term &term : access.terms)
      if (counts_.count(term.loop) == 0)
        if (Refusal refusal = countLoop(*term.loop); refusal != Refusal::none)
          return refusal;
  }
  if (counts_.empty()) // nothing moves with the iterations
    return any_of(accesses.guest, [](const GuestAccess &access) { return access.spread > 0; })
               ? Refusal::none
               : Refusal::few_iterations;
  const auto *constant = dyn_cast<SCEVConstant>(counts_.lookup(&loop_) ? counts_.lookup(&loop_)
                                                                       : counts_.front().second);
  bool isShort = constant != nullptr && constant->getAPInt().ult(kMinIterations - 1);
  return loop_.isInnermost() && isShort ? Refusal::few_iterations : Refusal::none;
}

Refusal RangeCheck::countLoop(const Loop &inner) {
  const SCEV *count = evolution_.getSymbolicMaxBackedgeTakenCount(&inner);
  // A predicate about an inner loop would have to hold in every iteration of the outer one.
  if (isa<SCEVCouldNotCompute>(count) && &inner == &loop_) {
    // Asked once for each loop: of an answer that LLVM has kept it does not tell the predicates
    // again.
    count = evolution_.getPredicatedSymbolicMaxBackedgeTakenCount(&inner, predicates_);
    endsAtCount_ = endsAt(count);
  }
  if (isa<SCEVCouldNotCompute>(count))
    return Refusal::uncountable;
  if (!evolution_.isLoopInvariant(count, &loop_))
    return Refusal::inner_count_varies;
  if (evolution_.getTypeSizeInBits(count->getType()) > 64 || !count->getType()->isIntegerTy())
    return Refusal::uncountable;
  // Bounded by nothing but its type: the check would always fail.
  if (const auto *constant = dyn_cast<SCEVConstant>(count))
    if (constant->getAPInt().getActiveBits() > 31)
      return Refusal::uncountable;
  counts_.insert({&inner, count});
  return Refusal::none;
}

// Whether under the predicates the latch takes the backedge exactly `count` times and leaves then,
// if no other exit has done so before. Only with predicates about values from before the loop.
bool RangeCheck::endsAt(const SCEV *count) {
  if (!isa<BranchInst>(loop_.getLoopLatch()->getTerminator()))
    return false; // leaveAfter() changes its condition
  SmallVector<const SCEVPredicate *, 4> needed;
  const SCEV *exact = evolution_.getPredicatedExitCount(&loop_, loop_.getLoopLatch(), &needed);
  return exact == count && all_of(needed, [&](const SCEVPredicate *predicate) {
           return isa<SCEVComparePredicate>(predicate) && is_contained(predicates_, predicate);
         });
}

Refusal RangeCheck::canExpand(const LoopAccesses &accesses, const Instruction *at) const {
  auto isExpandable = [&](const SCEV *value) {
    return expander_.isSafeToExpandAt(value, at) && dividesSafely(value);
  };
  for (auto [loop, count] : counts_)
    if (!isExpandable(count))
      return Refusal::not_expandable;
  for (const GuestAccess &access : accesses.guest) {
    if (!isExpandable(access.start))
      return Refusal::not_expandable;
    for (const Term &term : access.terms) {
      const auto *constant = dyn_cast<SCEVConstant>(term.step);
      if (constant != nullptr && constant->getAPInt().getSignificantBits() > kStepBits)
        return Refusal::irregular_index;
      if (!isExpandable(term.step))
        return Refusal::not_expandable;
    }
  }
  return Refusal::none;
}

Refusal RangeCheck::group(const LoopAccesses &accesses) {
  for (const GuestAccess &access : accesses.guest) {
    AccessGroup *group = find_if(groups_, [&](const AccessGroup &g) {
      return g.start == access.start && g.wraps == access.wraps && g.terms == access.terms;
    });
    if (group == groups_.end()) {
      if (groups_.size() == kMaxGroups)
        return Refusal::too_many_groups;
      groups_.push_back(
          {access.start, access.wraps, access.isBounded, access.inner, access.terms, {}});
      group = &groups_.back();
    }
    group->inner = std::min(group->inner, access.inner);
    group->members.push_back(&access);
  }
  for (AccessGroup &group : groups_) {
    group.least = INT64_MAX;
    group.end = INT64_MIN;
    for (const GuestAccess *access : group.members) {
      int64_t first = group.distanceOf(*access), size = static_cast<int64_t>(access->size);
      group.least = std::min(group.least, first);
      group.end = std::max(group.end, first + size);
      // The index itself must not wrap either, even if `outer` is negative.
      group.indices = std::max(group.indices, access->inner - group.inner +
                                                  static_cast<int64_t>(access->spread) + 1);
      if (group.wraps)
        group.end = std::max(group.end, group.indices);
    }
  }
  for (unsigned k = 1; k < groups_.size(); ++k)
    findNeighbour(k);
  return Refusal::none;
}

// The distance between the groups' lowest bytes in iteration 0 if its sign is known; null if it is
// not. Places are extended from fewer bits, so this may be known of what is extended only, and if
// none of the two has wrapped: emit() asks for that.
const SCEV *RangeCheck::distance(const AccessGroup &from, const AccessGroup &to) const {
  auto withSign = [&](const SCEV *places) -> const SCEV * {
    const SCEV *bytes = evolution_.getAddExpr(places, leastDistance(from, to));
    bool isKnown = evolution_.isKnownNonNegative(bytes) || evolution_.isKnownNonPositive(bytes);
    return isKnown ? bytes : nullptr;
  };
  const SCEV *places = evolution_.getMinusSCEV(to.placeOf(evolution_), from.placeOf(evolution_));
  if (const SCEV *bytes = withSign(places))
    return bytes;
  if (!from.wraps || !to.wraps || from.start->getType() != to.start->getType())
    return nullptr;
  const SCEV *inner = evolution_.getConstant(
      to.start->getType(), static_cast<uint64_t>(to.inner - from.inner), /*isSigned=*/true);
  const SCEV *indices = evolution_.getAddExpr(evolution_.getMinusSCEV(to.start, from.start), inner);
  return withSign(evolution_.getSignExtendExpr(indices, Type::getInt64Ty(evolution_.getContext())));
}

const SCEV *RangeCheck::leastDistance(const AccessGroup &from, const AccessGroup &to) const {
  return evolution_.getConstant(Type::getInt64Ty(evolution_.getContext()),
                                static_cast<uint64_t>(to.least - from.least), /*isSigned=*/true);
}

// Only what may be in order or not is of interest: with a store, and moving at one pace.
void RangeCheck::findNeighbour(unsigned number) {
  auto isWritten = [](const AccessGroup &group) {
    return any_of(group.members, [](const GuestAccess *access) {
      return !access->isCheck && isa<StoreInst>(access->instruction);
    });
  };
  auto moveAlike = [&](const AccessGroup &one, const AccessGroup &other) {
    return equal(one.terms, other.terms, [&](const Term &a, const Term &b) {
      return a.loop == b.loop && wideStep(evolution_, a) == wideStep(evolution_, b);
    });
  };
  AccessGroup &group = groups_[number];
  const Instruction *at = loop_.getLoopPreheader()->getTerminator();
  for (unsigned other = 0; other < number; ++other) {
    if (!moveAlike(groups_[other], group) || (!isWritten(group) && !isWritten(groups_[other])))
      continue;
    const SCEV *found = distance(groups_[other], group);
    // An address that is computed from a poisonous one is poison, too.
    if (found == nullptr || !expander_.isSafeToExpandAt(found, at) || !dividesSafely(found) ||
        !isNeverPoison(groups_[other].start))
      continue;
    group.neighbour = other;
    group.fromNeighbour = found;
    return;
  }
}

// A count, a start or a step may be poison where the loop would not use it. Frozen where it is
// made, it is the same number in all conditions about it.
Value *RangeCheck::expand(const SCEV *value, Type *type, Instruction *at) {
  IRBuilder<> b(at);
  value = withOuterValues(value, loop_, evolution_, dominators_);
  Value *expanded = expander_.expandCodeFor(value, type, at);
  // What is known stays known: ranges may be (separate_ranges.cpp).
  return isa<ConstantInt>(expanded) ? expanded : b.CreateFreeze(expanded);
}

// A predicate is frozen by itself: frozen together, a poisonous condition might answer yes for all
// the others.
void RangeCheck::require(IRBuilder<> &b, Value *condition) {
  condition = b.CreateFreeze(condition);
  result_ = result_ == nullptr ? condition : b.CreateAnd(result_, condition);
}

Value *RangeCheck::emit(Instruction *at, Value *bytes, ArrayRef<Value *> lengths) {
  IRBuilder<> b(at);
  for (Value *length : lengths)
    require(b, b.CreateICmpEQ(length, bytes));
  for (const SCEVPredicate *predicate : predicates_)
    require(b, b.CreateNot(expander_.expandCodeForPredicate(predicate, at)));
  emitCounts(b, at);
  for (const AccessGroup &group : groups_)
    emitGroup(b, at, group, bytes);
  for (const AccessGroup &group : groups_)
    emitDistance(b, at, group);
  if (auto *last = dyn_cast<Instruction>(result_))
    last->setName("in_range");
  return result_;
}

void RangeCheck::emitCounts(IRBuilder<> &b, Instruction *at) {
  for (auto [loop, count] : counts_) {
    // Frozen in its own type: of a poisonous count nothing that SCEV knows of its range holds.
    Value *own = expand(count, count->getType(), at);
    Value *value = b.CreateZExt(own, b.getInt64Ty());
    if (own->getType()->getIntegerBitWidth() > 32)
      require(b, b.CreateICmpULT(value, b.getInt64(kCountLimit)));
    emittedCounts_[loop] = value;
  }
}

// Nothing where the distance is known of the places themselves.
void RangeCheck::emitDistance(IRBuilder<> &b, Instruction *at, const AccessGroup &group) {
  if (group.fromNeighbour == nullptr)
    return;
  const AccessGroup &from = groups_[group.neighbour];
  const SCEV *places = evolution_.getMinusSCEV(group.placeOf(evolution_), from.placeOf(evolution_));
  const SCEV *bytes = evolution_.getAddExpr(places, leastDistance(from, group));
  if (bytes != group.fromNeighbour)
    require(b, b.CreateICmpEQ(expand(bytes, b.getInt64Ty(), at),
                              expand(group.fromNeighbour, b.getInt64Ty(), at)));
}

void RangeCheck::emitGroup(IRBuilder<> &b, Instruction *at, const AccessGroup &group,
                           Value *bytes) {
  Value *low = expand(group.placeOf(evolution_), b.getInt64Ty(), at);
  Value *high = low;
  if (!group.isBounded) {
    Value *shifted = b.CreateAdd(low, b.getInt64(kStartLimit));
    require(b, b.CreateICmpULT(shifted, b.getInt64(2 * kStartLimit)));
  }
  bool mayBeNegative = !group.wraps; // a zero-extended place is not
  for (const Term &term : group.terms) {
    Value *step = expand(wideStep(evolution_, term), b.getInt64Ty(), at);
    Value *reach = b.CreateMul(step, emittedCounts_[term.loop]);
    if (const auto *constant = dyn_cast<SCEVConstant>(term.step)) {
      bool falls = constant->getAPInt().isNegative();
      (falls ? low : high) = b.CreateAdd(falls ? low : high, reach);
      mayBeNegative |= falls;
      continue;
    }
    mayBeNegative = true;
    // -2^23 <= step < 2^23
    Value *shifted = b.CreateAdd(step, b.getInt64(uint64_t{1} << (kStepBits - 1)));
    require(b, b.CreateICmpULT(shifted, b.getInt64(uint64_t{1} << kStepBits)));
    low = b.CreateAdd(low, b.CreateBinaryIntrinsic(Intrinsic::smin, reach, b.getInt64(0)));
    high = b.CreateAdd(high, b.CreateBinaryIntrinsic(Intrinsic::smax, reach, b.getInt64(0)));
  }
  int64_t needed = group.wraps ? std::max<int64_t>(0, -group.least) : -group.least;
  if (mayBeNegative || needed > 0)
    require(b, b.CreateICmpSGE(low, b.getInt64(static_cast<uint64_t>(needed))));
  if (group.members.front()->wrapsBelowLength) {
    uint64_t numbers = uint64_t{1} << group.start->getType()->getIntegerBitWidth();
    require(b, b.CreateICmpSLE(high, b.getInt64(numbers - static_cast<uint64_t>(group.indices))));
  }
  ranges_.push_back({low, high});
  Value *limit = b.CreateSub(bytes, b.getInt64(static_cast<uint64_t>(group.end)));
  require(b, b.CreateICmpSLE(high, limit));
}

} // namespace wasmc::optimize
