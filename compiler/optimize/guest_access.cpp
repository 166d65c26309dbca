#include "compiler/optimize/guest_access.h"

#include <llvm/Analysis/ScalarEvolutionExpressions.h>
#include <llvm/Analysis/ValueTracking.h>
#include <llvm/IR/Instructions.h>
#include <llvm/IR/IntrinsicInst.h>

#include <optional>

namespace wasmc::optimize {

using namespace llvm;

namespace {

// Two 32-bit numbers and an offset are below that; range_check.cpp looks after the rest.
constexpr int64_t kNear = int64_t{1} << 34;

// Of a place that varies: as much as tables have. More is less likely to lie within the memory.
constexpr uint64_t kMaxSpread = uint64_t{1} << 20;

// Iterations of an inner loop that are better versioned with the loop around.
constexpr unsigned kShort = 16;

// Of one loop. LLVM compares each plain access of a block with each, so that thousands take it
// minutes; strict ones stand in their order.
constexpr size_t kMostAccesses = 600;

bool isVolatile(const Instruction &instruction) {
  if (const auto *load = dyn_cast<LoadInst>(&instruction))
    return load->isVolatile();
  return cast<StoreInst>(instruction).isVolatile();
}

bool isAtomic(const Instruction &instruction) {
  return instruction.isAtomic() || isa<FenceInst>(instruction);
}

// Calls that neither touch memory nor end the loop. A guest call is none of them even when it is
// known not to touch memory: it may exhaust the stack.
bool isPureIntrinsic(const CallBase &call) {
  return isa<IntrinsicInst>(call) && (call.doesNotAccessMemory() || isa<AssumeInst>(call));
}

// Why no loop with `instruction` is versioned, whatever it accesses.
Refusal refusalOf(const Instruction &instruction) {
  if (isAtomic(instruction))
    return Refusal::atomic;
  if (isa<MemIntrinsic>(instruction))
    return Refusal::none;
  if (const auto *call = dyn_cast<CallBase>(&instruction))
    return isPureIntrinsic(*call) ? Refusal::none : Refusal::call;
  bool isAccess = isa<LoadInst, StoreInst>(instruction);
  return !isAccess && instruction.mayReadOrWriteMemory() ? Refusal::call : Refusal::none;
}

} // namespace

Refusal AccessCollector::collect(const Loop &loop, LoopAccesses &accesses) {
  // What is most frequent and cheapest to find comes first.
  for (const BasicBlock *block : loop.blocks())
    for (const Instruction &instruction : *block)
      if (Refusal refusal = refusalOf(instruction); refusal != Refusal::none)
        return refusal;
  for (BasicBlock *block : loop.blocks())
    for (Instruction &instruction : *block)
      if (Refusal refusal = add(instruction, loop, accesses); refusal != Refusal::none)
        return refusal;
  if (accesses.guest.size() > kMostAccesses)
    return Refusal::too_many_accesses;
  if (accesses.guest.empty())
    return Refusal::no_access;
  for (BasicBlock *block : loop.blocks())
    if (auto *branch = dyn_cast<BranchInst>(block->getTerminator()))
      addCheck(*branch, loop, accesses);
  return Refusal::none;
}

namespace {

// Whether nothing comes back from `block`. With pages of one byte a guest's own branch may compare
// with the memory's length, and lead into a loop around: that is no bounds check, and what is
// concluded of the loops around without it would be wrong (regressions/own_check.wast).
bool endsInTrap(const BasicBlock *block) {
  // Loops have exits of their own in front of the trap.
  for (unsigned distance = 0; block != nullptr && distance < 3; ++distance) {
    if (isa<UnreachableInst>(block->getTerminator()))
      return true;
    block = block->getSingleSuccessor();
  }
  return false;
}

// A branch that leaves `loop` if left >u right.
struct Comparison {
  Value *left, *right;
  bool orEqual; // or if left == right
};

std::optional<Comparison> leavesIfGreater(const BranchInst &branch, const Loop &loop) {
  const auto *compare =
      branch.isConditional() ? dyn_cast<ICmpInst>(branch.getCondition()) : nullptr;
  if (compare == nullptr ||
      loop.contains(branch.getSuccessor(0)) == loop.contains(branch.getSuccessor(1)))
    return std::nullopt;
  bool leavesIfTrue = !loop.contains(branch.getSuccessor(0));
  if (!endsInTrap(branch.getSuccessor(leavesIfTrue ? 0 : 1)))
    return std::nullopt;
  CmpInst::Predicate predicate =
      leavesIfTrue ? compare->getPredicate() : compare->getInversePredicate();
  bool isSwapped = predicate == CmpInst::ICMP_ULT || predicate == CmpInst::ICMP_ULE;
  if (isSwapped)
    predicate = CmpInst::getSwappedPredicate(predicate);
  if (predicate != CmpInst::ICMP_UGT && predicate != CmpInst::ICMP_UGE)
    return std::nullopt;
  return Comparison{compare->getOperand(isSwapped ? 1 : 0), compare->getOperand(isSwapped ? 0 : 1),
                    predicate == CmpInst::ICMP_UGE};
}

} // namespace

// Of a value from before the loop that is a guess, which the range check verifies. What was loaded
// in another loop comes through phis.
bool AccessCollector::isLength(const Value *value, const Loop &loop,
                               const LoopAccesses &accesses) const {
  SmallPtrSet<const Value *, 8> seen;
  while (const auto *phi = dyn_cast<PHINode>(value)) {
    if (!loop.isLoopInvariant(phi) || !seen.insert(phi).second)
      return false;
    value = phi->getIncomingValue(0);
  }
  return isLengthOf(*accesses.memory, value, function_);
}

// Whatever is not quite a check stays: an exit like others.
void AccessCollector::addCheck(BranchInst &branch, const Loop &loop, LoopAccesses &accesses) {
  std::optional<Comparison> comparison = leavesIfGreater(branch, loop);
  if (!comparison || !comparison->left->getType()->isIntegerTy(64))
    return;
  auto [rest, constant] = splitConstant(evolution_.getSCEV(comparison->right));
  const auto *length = dyn_cast<SCEVUnknown>(rest);
  if (length == nullptr || !isLength(length->getValue(), loop, accesses) || constant > 0 ||
      constant < -kNear)
    return;
  GuestAccess check;
  check.instruction = &branch;
  check.isCheck = true;
  check.size = static_cast<uint64_t>((comparison->orEqual ? 1 : 0) - constant);
  const SCEV *place = evolution_.getSCEV(comparison->left);
  if (decompose(place, loop, accesses.memory->indexBits, check) != Refusal::none)
    return;
  accesses.guest.push_back(std::move(check));
  accesses.checked.insert(branch.getParent());
  Value *value = length->getValue();
  if (loop.isLoopInvariant(value)) {
    if (!is_contained(accesses.lengths, value))
      accesses.lengths.push_back(value);
  } else if (!is_contained(accesses.lengthLoads, value)) {
    accesses.lengthLoads.push_back(cast<Instruction>(value));
  }
}

Refusal AccessCollector::add(Instruction &instruction, const Loop &loop, LoopAccesses &accesses) {
  if (isa<MemIntrinsic>(instruction)) {
    accesses.harmless.push_back(&instruction);
    return Refusal::none;
  }
  Value *pointer = getLoadStorePointerOperand(&instruction);
  if (pointer == nullptr || !isVolatile(instruction)) // the instance's own data: never traps
    return Refusal::none;
  if (getUnderlyingObject(pointer) == function_.getArg(0)) {
    accesses.harmless.push_back(&instruction);
    return Refusal::none;
  }
  return addAccess(instruction, pointer, loop, accesses);
}

Refusal AccessCollector::addAccess(Instruction &instruction, Value *pointer, const Loop &loop,
                                   LoopAccesses &accesses) {
  const SCEV *address = evolution_.getSCEV(pointer);
  const auto *base = dyn_cast<SCEVUnknown>(evolution_.getPointerBase(address));
  const GuestMemory *memory =
      base == nullptr ? nullptr : memoryWithBase(memories_, base->getValue(), function_);
  // Tables, imported globals and shared memories end here.
  if (memory == nullptr || (accesses.memory != nullptr && accesses.memory != memory))
    return Refusal::unknown_base;
  accesses.memory = memory;
  GuestAccess access;
  access.instruction = &instruction;
  access.size = function_.getDataLayout().getTypeStoreSize(getLoadStoreType(&instruction));
  Refusal refusal =
      decompose(evolution_.removePointerBase(address), loop, memory->indexBits, access);
  if (refusal == Refusal::none)
    accesses.guest.push_back(std::move(access));
  return refusal;
}

Refusal AccessCollector::decompose(const SCEV *offset, const Loop &loop, unsigned indexBits,
                                   GuestAccess &access) {
  auto [index, constant] = splitConstant(offset);
  access.outer = constant;
  const auto *extended = dyn_cast<SCEVZeroExtendExpr>(index);
  unsigned bits = extended == nullptr ? 0 : extended->getOperand()->getType()->getIntegerBitWidth();
  access.wraps = bits == indexBits || (indexBits == 64 && bits > 0 && bits <= 32);
  access.wrapsBelowLength = access.wraps && bits < indexBits;
  Refusal refusal = splitTerms(access.wraps ? extended->getOperand() : index, loop, access);
  if (refusal != Refusal::none)
    return refusal;
  auto [start, startConstant] = splitConstant(access.start);
  access.start = start;
  (access.wraps ? access.inner : access.outer) += startConstant;
  if (!access.wraps) {
    ConstantRange range = evolution_.getSignedRange(start);
    access.isBounded = range.getSignedMax().sle(kNear) && range.getSignedMin().sge(-kNear);
    narrowConstants(access, indexBits);
  }
  return access.outer <= kNear && access.outer >= -kNear ? Refusal::none : Refusal::large_offset;
}

// An access at a constant place whose index SCEV has found out not to wrap takes the form of its
// neighbours, of which it did not, so that all are one group. That is the same address, and a
// little more to show.
void AccessCollector::narrowConstants(GuestAccess &access, unsigned indexBits) const {
  auto isNarrow = [&](const SCEV *value) {
    const auto *constant = dyn_cast<SCEVConstant>(value);
    return constant != nullptr && constant->getAPInt().isSignedIntN(indexBits);
  };
  bool isInside = access.outer >= 0 && isIntN(indexBits - 1, access.outer);
  if (indexBits >= 64 || !access.start->isZero() || !isInside ||
      !all_of(access.terms, [&](const Term &term) { return isNarrow(term.step); }))
    return;
  auto *index = IntegerType::get(function_.getContext(), indexBits);
  access.start = evolution_.getZero(index);
  for (Term &term : access.terms)
    term.step = evolution_.getTruncateExpr(term.step, index);
  access.inner = access.outer;
  access.outer = 0;
  access.wraps = true;
}

Refusal AccessCollector::splitTerms(const SCEV *value, const Loop &loop, GuestAccess &access) {
  while (!evolution_.isLoopInvariant(value, &loop)) {
    const auto *recurrence = dyn_cast<SCEVAddRecExpr>(value);
    if (recurrence == nullptr || !loop.contains(recurrence->getLoop())) {
      value = takeSpread(value, loop, access);
      if (value == nullptr)
        return Refusal::irregular_index; // loaded, or not linear
      continue;
    }
    if (!recurrence->isAffine())
      return Refusal::irregular_index;
    const SCEV *step = recurrence->getStepRecurrence(evolution_);
    if (!evolution_.isLoopInvariant(step, &loop))
      return Refusal::step_varies;
    access.terms.push_back({recurrence->getLoop(), step});
    value = recurrence->getStart();
  }
  access.start = value;
  return Refusal::none;
}

namespace {

// The narrower of the two ranges that LLVM knows of a value, in which it comes first.
struct KnownRange {
  APInt least;
  uint64_t spread;
};

KnownRange rangeOf(const SCEV *value, ScalarEvolution &evolution) {
  APInt least = evolution.getUnsignedRangeMin(value),
        signedLeast = evolution.getSignedRangeMin(value);
  APInt spread = evolution.getUnsignedRangeMax(value) - least;
  APInt signedSpread = evolution.getSignedRangeMax(value) - signedLeast;
  return spread.ule(signedSpread) ? KnownRange{least, spread.getLimitedValue()}
                                  : KnownRange{signedLeast, signedSpread.getLimitedValue()};
}

SmallVector<const SCEV *, 4> summandsOf(const SCEV *value) {
  if (const auto *sum = dyn_cast<SCEVAddExpr>(value))
    return SmallVector<const SCEV *, 4>(sum->operands());
  return {value};
}

const Loop *innermostAround(const BasicBlock *block, const Loop *loop) {
  for (const Loop *inner : loop->getSubLoops())
    if (inner->contains(block))
      return innermostAround(block, inner);
  return loop;
}

} // namespace

// Whether the access is better left to a loop in `loop`, where `value` does not vary: there it is
// linear, and the loop is long enough to be worth it.
bool AccessCollector::isLinearInside(const SCEV *value, const Loop &loop,
                                     const Instruction &access) const {
  const Loop *around = innermostAround(access.getParent(), &loop);
  unsigned count = evolution_.getSmallConstantMaxTripCount(around);
  return around != &loop && (count == 0 || count > kShort) &&
         all_of(summandsOf(value), [&](const SCEV *summand) {
           return isa<SCEVAddRecExpr>(summand) || evolution_.isLoopInvariant(summand, around);
         });
}

// Takes from `value` what varies in the loop, though within narrow limits; gives what is left. Null
// if there is nothing such.
const SCEV *AccessCollector::takeSpread(const SCEV *value, const Loop &loop, GuestAccess &access) {
  if (isLinearInside(value, loop, *access.instruction))
    return nullptr;
  SmallVector<const SCEV *, 4> summands = summandsOf(value), rest;
  for (const SCEV *summand : summands) {
    if (evolution_.isLoopInvariant(summand, &loop) || isa<SCEVAddRecExpr>(summand)) {
      rest.push_back(summand);
      continue;
    }
    KnownRange range = rangeOf(summand, evolution_);
    if (range.spread > kMaxSpread - access.spread)
      return nullptr;
    access.spread += range.spread;
    access.size += range.spread;
    rest.push_back(evolution_.getConstant(range.least));
  }
  return rest.size() == summands.size() && equal(rest, summands) ? nullptr
                                                                 : evolution_.getAddExpr(rest);
}

std::pair<const SCEV *, int64_t> AccessCollector::splitConstant(const SCEV *value) {
  if (const auto *constant = dyn_cast<SCEVConstant>(value))
    return {evolution_.getZero(value->getType()), constant->getAPInt().getSExtValue()};
  // Also the constants that LLVM has taken into the starts of recurrences, where it adds them
  // first.
  if (const auto *sum = dyn_cast<SCEVAddExpr>(value)) {
    SmallVector<const SCEV *, 4> operands(sum->operands());
    APInt constant = APInt::getZero(value->getType()->getIntegerBitWidth());
    for (const SCEV *&operand : operands) {
      auto [rest, part] = splitConstant(operand);
      operand = rest;
      constant += APInt(constant.getBitWidth(), static_cast<uint64_t>(part), /*isSigned=*/true);
    }
    if (!constant.isZero())
      return {evolution_.getAddExpr(operands), constant.getSExtValue()};
  }
  // What starts at another constant in loops around is as near.
  if (const auto *recurrence = dyn_cast<SCEVAddRecExpr>(value)) {
    auto [start, constant] = splitConstant(recurrence->getStart());
    SmallVector<const SCEV *, 3> operands(recurrence->operands());
    operands[0] = start;
    if (constant != 0)
      return {evolution_.getAddRecExpr(operands, recurrence->getLoop(), SCEV::FlagAnyWrap),
              constant};
  }
  return {value, 0};
}

} // namespace wasmc::optimize
