// Exact traps at full speed.
//
// An access that is out of bounds traps in its place in the order of effects, so lowering makes
// every guest access volatile ("strict"): LLVM then neither drops, moves, merges nor widens it, and
// loops over memory are neither vectorised nor relieved of their loads and stores. This pass gives
// that back to loops whose addresses are linear in their iteration numbers, but for a place in a
// table that is known to be no larger:
//
//     if (every byte that the loop can touch lies within the memory)
//       the loop with plain accesses        "fast"
//     else
//       the loop as it was                  "strict"
//
// Why the result is exact:
//   - The check (range_check.cpp) is true only if no access of the loop can trap. Nothing in the
//     loop can change that: it makes no call, so the memory neither grows nor, ever, shrinks, and
//     the counts and steps that the check uses do not vary in it.
//   - Where a memory is checked (compiler/lower/bounds.cpp), a compare and a branch to a trap stand
//     in front of each access. The range check shows of those that have a place linear in the
//     iterations, as it does of accesses, that they do not leave the loop, and the fast copy goes
//     without them. Those of another form stay in it, as exits like others.
//   - The fast copy is then an ordinary loop over bytes. Whatever LLVM does to it leaves memory and
//     globals as the source says at each of its exits, and nobody looks before: no access traps,
//     and the copy contains no call of the guest's. Explicit traps (division, unreachable, ranges
//     of bulk operations) are exits like others, to blocks with the trap instruction, which is
//     assembly that may read all memory. For the same reason stores to globals and bulk operations
//     in the fast copy may be plain.
//   - What LLVM itself may call in the fast copy, memset for one, needs stack, and its end would be
//     seen with some plain stores made and others not. So the entry of the fast copy touches the
//     stack as far down as those routines go (kStackReserve), behind the function's prologue: where
//     it is too short, the trap comes before anything of the loop happens, as if the loop were one
//     of those calls. testsuite/wast/exhaustion_loops.wast fails without it.
//   - Plain accesses next to strict ones are a danger of their own: a plain store that a later
//     store overwrites may be deleted although a strict access between the two traps, and then the
//     store's absence shows. Barriers at the entry and at every exit of the fast copy, empty
//     assembly that may read and write memory, keep them apart (loop_copies.cpp).
//   - The strict copy is the loop itself, all of it: never a mixture of plain and strict accesses.
//   - Loops on shared memories are left alone (guest_memory.h does not list them): other threads
//     would see the difference.
//   - Nothing is concluded from `nuw` or `nsw` of guest arithmetic: lowering sets none, and those
//     that LLVM has derived since hold in every execution.
// When in doubt a loop stays strict: `Refusal` says why.

#include "compiler/optimize/loop_versioning.h"

#include "compiler/optimize/handed_values.h"
#include "compiler/optimize/lane_turns.h"
#include "compiler/optimize/loop_copies.h"
#include "compiler/optimize/loop_reroll.h"
#include "compiler/optimize/narrow_lanes.h"
#include "compiler/optimize/search_loop.h"
#include "compiler/optimize/search_loops.h"
#include "compiler/optimize/separate_ranges.h"
#include "compiler/optimize/straight_turns.h"
#include "compiler/optimize/vector_loops.h"
#include "compiler/optimize/wide_turns.h"

#include <llvm/ADT/SmallPtrSet.h>
#include <llvm/Analysis/TargetTransformInfo.h>
#include <llvm/IR/Module.h>
#include <llvm/Transforms/Utils/Local.h>
#include <llvm/Transforms/Utils/LoopUtils.h>

#include <optional>

namespace wasmc::optimize {

using namespace llvm;

const char *describe(Refusal refusal) {
  switch (refusal) {
  case Refusal::none:
    return "versioned";
  case Refusal::no_access:
    return "no access to memory";
  case Refusal::call:
    return "a call in the loop";
  case Refusal::atomic:
    return "an atomic operation in the loop";
  case Refusal::unknown_base:
    return "tables, imported globals, or several memories";
  case Refusal::irregular_index:
    return "an index that is not linear in the iteration";
  case Refusal::step_varies:
    return "a step that changes in the loop";
  case Refusal::large_offset:
    return "an offset of more than 34 bits";
  case Refusal::uncountable:
    return "no bound on the iterations before the loop";
  case Refusal::inner_count_varies:
    return "an inner loop whose count changes";
  case Refusal::not_expandable:
    return "a bound that cannot be computed before the loop";
  case Refusal::too_many_accesses:
    return "too many accesses";
  case Refusal::too_many_groups:
    return "too many separate ranges";
  case Refusal::few_iterations:
    return "too few iterations";
  case Refusal::search:
    return "a search, for which vectors look ahead";
  case Refusal::little_gain:
    return "nothing to vectorise or to keep in registers";
  case Refusal::irregular_shape:
    return "entries or exits of an irregular shape";
  }
  llvm_unreachable("unknown refusal");
}

namespace {

constexpr unsigned kMaxCopies = 100; // of one function
constexpr unsigned kCheapCount = 4;  // in instructions: LLVM's own bound for unrolling
constexpr unsigned kFewIterations = 8;
// From here on a second copy pays by its addresses alone, unless the loop ends at once: `symm` of
// testsuite/bench/run --kernels gains with 48 rows and loses with 8.
constexpr size_t kMinSharedAddresses = 4;

class Versioner {
public:
  Versioner(Function &function, FunctionAnalysisManager &analyses, LoopStatistics *statistics,
            bool countsEntries, std::optional<EntryCounters> counters)
      : function_(function), memories_(guestMemoriesOf(function)), analyses_(analyses),
        statistics_(statistics), countsEntries_(countsEntries), counters_(counters) {}

  // True if anything was changed.
  bool run();

private:
  bool versionFirst();
  SmallVector<Loop *, 4> notToUnroll(Loop &loop, SCEVExpander &expander);
  Refusal tryVersion(Loop &loop);
  void version(Loop &loop, const LoopAccesses &accesses, RangeCheck &check, SCEVExpander &expander);

  Function &function_;
  SmallVector<GuestMemory, 2> memories_;
  FunctionAnalysisManager &analyses_;
  LoopStatistics *statistics_;
  bool countsEntries_;
  std::optional<EntryCounters> counters_;
  SmallPtrSet<const BasicBlock *, 16> tried_; // headers
  LoopInfo *loops_ = nullptr;
  DominatorTree *dominators_ = nullptr;
  ScalarEvolution *evolution_ = nullptr;
};

// Whether LLVM can do with plain accesses what it cannot do with strict ones, better addresses
// aside.
bool isWorthCopying(Loop &loop, const LoopAccesses &accesses, const LoopInfo &loops,
                    ScalarEvolution &evolution, const TargetTransformInfo &target) {
  if (!accesses.checked.empty())
    return true;
  // An access may move out of the loop around it, or a value stay in a register.
  for (const GuestAccess &access : accesses.guest) {
    const Loop *around = loops.getLoopFor(access.instruction->getParent());
    if (access.spread == 0 &&
        none_of(access.terms, [&](const Term &term) { return term.loop == around; }))
      return true;
  }
  return any_of(loop.getLoopsInPreorder(), [&](Loop *inner) {
    return mayBecomeVectors(*inner, evolution) || mayBecomeWider(*inner, target);
  });
}

// How many accesses of the fast copy have the address of another and a constant, which is part of
// the instruction. In the strict one each such index is computed in 32 bits, since it might wrap.
size_t sharedAddresses(ArrayRef<AccessGroup> groups) {
  size_t shared = 0;
  for (const AccessGroup &group : groups)
    shared += group.members.size() - 1;
  return shared;
}

bool Versioner::run() {
  if (memories_.empty())
    return false;
  bool isChanged = false;
  // From the start after each success: no analysis survives one. So their number is bounded, or a
  // function of nothing but loops would take time that grows with its square.
  for (unsigned copies = 0; copies < kMaxCopies && versionFirst(); ++copies) {
    isChanged = true;
    analyses_.invalidate(function_, PreservedAnalyses::none());
  }
  return isChanged;
}

// Versions the first loop, outermost first, that qualifies and has not been tried.
bool Versioner::versionFirst() {
  loops_ = &analyses_.getResult<LoopAnalysis>(function_);
  dominators_ = &analyses_.getResult<DominatorTreeAnalysis>(function_);
  evolution_ = &analyses_.getResult<ScalarEvolutionAnalysis>(function_);
  for (Loop *loop : loops_->getLoopsInPreorder()) {
    if (isVersioned(*loop) || !tried_.insert(loop->getHeader()).second)
      continue;
    Refusal refusal = tryVersion(*loop);
    if (refusal == Refusal::none)
      return true;
    if (statistics_ != nullptr)
      ++statistics_->refused[static_cast<size_t>(refusal)];
  }
  return false;
}

// Whether the loop ends after a few iterations, as one over pairs of a few bodies does: none at all
// may be the case, and counts as few, although the count below it is then -1.
bool hasFewIterations(const SCEV *count, ScalarEvolution &evolution) {
  APInt most = evolution.getSignedRangeMax(count);
  return most.isNonNegative() && most.ult(kFewIterations);
}

// Loops that LLVM is not to unroll with what is left over in a second loop.
//   - Those whose count is dear to compute. LLVM does not unroll such a loop; but behind the check,
//     which computes the count too, it would take it for cheap, and compute it for every loop that
//     is skipped.
//   - Those of few iterations: most of what they do would be done in what is left over.
SmallVector<Loop *, 4> Versioner::notToUnroll(Loop &loop, SCEVExpander &expander) {
  const auto &target = analyses_.getResult<TargetIRAnalysis>(function_);
  SmallVector<Loop *, 4> result;
  for (Loop *each : loop.getLoopsInPreorder()) {
    const SCEV *count = evolution_->getBackedgeTakenCount(each);
    if (isa<SCEVCouldNotCompute>(count))
      continue;
    if (hasFewIterations(count, *evolution_) ||
        expander.isHighCostExpansion(count, each, kCheapCount, &target,
                                     loop.getLoopPreheader()->getTerminator()))
      result.push_back(each);
  }
  return result;
}

Refusal Versioner::tryVersion(Loop &loop) {
  if (!loop.isLoopSimplifyForm() || !loop.isRecursivelyLCSSAForm(*dominators_, *loops_))
    return Refusal::irregular_shape;
  LoopAccesses accesses;
  AccessCollector collector(function_, *evolution_, memories_);
  if (Refusal refusal = collector.collect(loop, accesses); refusal != Refusal::none)
    return refusal;
  const auto &target = analyses_.getResult<TargetIRAnalysis>(function_);
  bool isWorthIt = isWorthCopying(loop, accesses, *loops_, *evolution_, target);
  // Vectors do more for a search (search_loops.cpp) than addresses that are shared.
  if (!isWorthIt && canSearchByVectors(target) && findSearch(loop, *evolution_, memories_))
    return Refusal::search;
  isWorthIt |= countsEntries_;
  if (!isWorthIt && accesses.guest.size() <= kMinSharedAddresses)
    return Refusal::little_gain; // without computing the groups
  SCEVExpander expander(*evolution_, "range");
  RangeCheck check(loop, *evolution_, *dominators_, expander);
  if (Refusal refusal = check.prepare(accesses); refusal != Refusal::none)
    return refusal;
  if (!isWorthIt && sharedAddresses(check.groups()) < kMinSharedAddresses)
    return Refusal::little_gain;
  version(loop, accesses, check, expander);
  if (statistics_ != nullptr) {
    ++statistics_->versioned;
    statistics_->accesses += accesses.guest.size() - accesses.checked.size();
  }
  return Refusal::none;
}

// Deletes what nothing uses when everything else is done. A load that only a bounds check used is
// among it, and groups of accesses name it until then (regressions/dead_check.wast).
struct DeadAtTheEnd {
  ~DeadAtTheEnd() { RecursivelyDeleteTriviallyDeadInstructionsPermissive(values); }
  SmallVector<WeakTrackingVH, 16> values;
};

void Versioner::version(Loop &loop, const LoopAccesses &accesses, RangeCheck &check,
                        SCEVExpander &expander) {
  Instruction *at = loop.getLoopPreheader()->getTerminator();
  IRBuilder<> b(at);
  // Base and length are loaded anew: the context is there all the time, and LLVM merges what is
  // equal. The base never moves while guest code runs.
  LoadInst *base = emitLoadPath(b, accesses.memory->base, b.getPtrTy());
  base->setMetadata(LLVMContext::MD_invariant_load, MDNode::get(b.getContext(), {}));
  Value *bytes = emitLoadPath(b, accesses.memory->bytes, b.getInt64Ty());
  SmallVector<Loop *, 4> whole = notToUnroll(loop, expander);
  Value *inRange = check.emit(at, bytes, accesses.lengths);
  LoopCopies copies = splitLoop(loop, inRange, *loops_, *dominators_, *evolution_);
  DeadAtTheEnd dead;
  removeChecks(copies, accesses, bytes, *loops_, *dominators_, *evolution_, dead.values);
  makeAccessesPlain(copies, base, check.groups(), accesses, *evolution_, *dominators_, expander);
  if (Value *count = check.count())
    leaveAfter(copies, count, *evolution_, dead.values);
  addBarriers(copies, base, accesses, *loops_, *dominators_);
  markVersioned(copies, whole);
  separateRanges(copies, check, *loops_, *dominators_, *evolution_,
                 analyses_.getResult<TargetIRAnalysis>(function_));
  if (counters_) {
    countEntries(copies.fastPreheader, counters_->fast);
    countEntries(copies.strictPreheader, counters_->strict);
  }
}

} // namespace

PreservedAnalyses LoopVersioning::run(Function &function, FunctionAnalysisManager &analyses) {
  Versioner versioner(function, analyses, statistics_, options_.countEntries,
                      options_.countEntries ? countersOf(function) : std::nullopt);
  return versioner.run() ? PreservedAnalyses::none() : PreservedAnalyses::all();
}

void addLoopVersioning(FunctionPassManager &passes, LoopStatistics *statistics,
                       VersioningOptions options) {
  if (!options.isOn)
    return;
  passes.addPass(LoopVersioning(statistics, options));
  passes.addPass(NarrowLanes());
  passes.addPass(LaneTurns());
  passes.addPass(StraightTurns());
  passes.addPass(HandedValues());
  passes.addPass(LoopReroll(statistics));
  passes.addPass(WideTurns(statistics));
  passes.addPass(SearchLoops(statistics, options.countEntries));
}

} // namespace wasmc::optimize
