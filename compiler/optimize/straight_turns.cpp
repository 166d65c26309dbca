// Why nothing changes.
//   - Only loads that fast copies have made plain, and stores (below), are moved in front of the
//     condition under which they stood, within one turn of one loop. The range check that led to
//     the copy was made over the addresses in all turns that there are, whatever the conditions in
//     them (range_check.cpp), so the load finds its bytes in the memory. (The check says nothing of
//     places that are poison, which loads under a false condition may have: those are not marked,
//     loop_copies.cpp.) Memory that other threads may change has no fast copies. What it reads is
//     used under the condition only. Loads of the instance's own, from tables for one, stay: what
//     stands in front of them may be what makes them safe.
//   - It is moved to the end of the one block that leads to its own, past nothing but what stood in
//     front of it there, all of which was moved before it, in its order.
//   - Computations that are moved have no effects and cannot trap (divisions stay). One that is
//     poison where it was not to be computed has no users there but those that are moved as well,
//     and the choice, which does not take it.
//   - A store that is moved is made in every turn: of what it was to store, or of what is there
//     already, loaded just before. Its bytes are in the memory, by the same check, and no other
//     thread sees them.
//   - The loop is left from its end only: every turn that begins does all of it.
// The rest, choices in place of empty branches, is done by LLVM.
#include "compiler/optimize/straight_turns.h"

#include "compiler/optimize/distances.h"
#include "compiler/optimize/loop_copies.h"
#include "compiler/optimize/vector_loops.h"

#include <llvm/Analysis/ValueTracking.h>
#include <llvm/IR/Constants.h>
#include <llvm/IR/IRBuilder.h>
#include <llvm/IR/Instructions.h>
#include <llvm/Transforms/Scalar/SimplifyCFG.h>
#include <llvm/Transforms/Utils/LCSSA.h>
#include <llvm/Transforms/Utils/LoopSimplify.h>

namespace wasmc::optimize {

using namespace llvm;

namespace {

constexpr size_t kMaxBlocks = 32;       // of a loop
constexpr size_t kMaxInstructions = 12; // of a block under a condition
constexpr uint64_t kFar = 1024;         // bytes, of many turns
constexpr size_t kMaxAccesses = 64;     // of a loop with stores under conditions
constexpr unsigned kMaxRounds = 4;      // conditions within conditions

// Whether it may be done where it was not to be done; a store, of what is there.
bool isHarmless(const Instruction &instruction, bool takesStores) {
  if (isa<LoadInst>(instruction) || (takesStores && isa<StoreInst>(instruction)))
    return isInRange(instruction);
  return !isa<PHINode>(instruction) && !instruction.mayReadOrWriteMemory() &&
         isSafeToSpeculativelyExecute(&instruction);
}

// A block that one other leads to, and that leads on to one.
bool isUnderCondition(const BasicBlock &block, const Loop &loop, bool takesStores) {
  const BasicBlock *before = block.getUniquePredecessor();
  const BasicBlock *behind = block.getUniqueSuccessor();
  if (&block == loop.getHeader() || before == nullptr || behind == nullptr ||
      !loop.contains(before) || !isa<BranchInst>(block.getTerminator()) ||
      before->getUniqueSuccessor() == &block)
    return false;
  return block.size() <= kMaxInstructions + 1 &&
         all_of(drop_end(block), [&](const Instruction &each) {
           return isHarmless(each, takesStores && isa<BranchInst>(before->getTerminator()));
         });
}

bool isFastCopy(const Loop &loop) {
  return isVersioned(loop) && all_of(loop.blocks(), [](const BasicBlock *block) {
           return all_of(*block, [](const Instruction &each) { return !each.isVolatile(); });
         });
}

// Whether two accesses may touch the same bytes in turns near each other: no vectors come of such
// loops, and then a branch is better than a store in each turn. What is not known here, LLVM finds
// out in front of the loop.
bool mayMeetLater(Instruction &store, Instruction &other, const Loop &loop,
                  ScalarEvolution &evolution) {
  const auto *place =
      dyn_cast<SCEVAddRecExpr>(evolution.getSCEV(getLoadStorePointerOperand(&store)));
  const auto *its = dyn_cast<SCEVAddRecExpr>(evolution.getSCEV(getLoadStorePointerOperand(&other)));
  if (place == nullptr || its == nullptr || place->getLoop() != &loop || its->getLoop() != &loop)
    return true;
  const auto *step = dyn_cast<SCEVConstant>(place->getStepRecurrence(evolution));
  const auto *distance = dyn_cast<SCEVConstant>(evolution.getMinusSCEV(its, place));
  if (step == nullptr || distance == nullptr || distance->isZero() ||
      distance->getAPInt().abs().uge(kFar))
    return step == nullptr;
  APInt bytes = step->getAPInt().abs();
  uint64_t behind = distance->getAPInt().srem(bytes).getSExtValue();
  uint64_t rest = (behind + bytes.getZExtValue()) % bytes.getZExtValue();
  auto size = [](Instruction &access) { return static_cast<uint64_t>(bytesOf(access)); };
  return rest < size(store) || bytes.getZExtValue() - rest < size(other);
}

class TurnStraightener {
public:
  TurnStraightener(Function &function, FunctionAnalysisManager &analyses)
      : loops_(analyses.getResult<LoopAnalysis>(function)),
        evolution_(analyses.getResult<ScalarEvolutionAnalysis>(function)) {}

  bool run();

private:
  bool straighten(const Loop &loop);
  bool mayStoreAlways(const Loop &loop);

  LoopInfo &loops_;
  ScalarEvolution &evolution_;
};

bool TurnStraightener::run() {
  bool changed = false;
  for (Loop *loop : loops_.getLoopsInPreorder())
    if (loop->getNumBlocks() > 1 && loop->getNumBlocks() <= kMaxBlocks && isFastCopy(*loop) &&
        mayBecomeVectors(*loop, evolution_))
      changed |= straighten(*loop);
  return changed;
}

bool TurnStraightener::mayStoreAlways(const Loop &loop) {
  SmallVector<Instruction *, 16> accesses;
  for (BasicBlock *block : loop.blocks())
    for (Instruction &instruction : *block)
      if (isa<LoadInst, StoreInst>(instruction))
        accesses.push_back(&instruction);
  return accesses.size() <= kMaxAccesses && all_of(accesses, [&](Instruction *store) {
           return isa<LoadInst>(store) || none_of(accesses, [&](Instruction *other) {
                    return mayMeetLater(*store, *other, loop, evolution_);
                  });
         });
}

// A store under the condition that leads to its block, made at `end` in any case.
void storeAlways(StoreInst &store, BranchInst &end) {
  bool isIfTrue = end.getSuccessor(0) == store.getParent();
  IRBuilder<> b(&end);
  Value *value = store.getValueOperand();
  LoadInst *before = b.CreateAlignedLoad(value->getType(), store.getPointerOperand(), Align(1));
  before->setAAMetadata(store.getAAMetadata());
  markInRange(*before);
  store.setOperand(0, b.CreateSelect(end.getCondition(), isIfTrue ? value : before,
                                     isIfTrue ? static_cast<Value *>(before) : value));
  store.moveBefore(end.getIterator());
}

// Empties the blocks under conditions. Inner conditions come to an outer one's block, and may go on
// from there once that leads on to one block, which LLVM sees to between two rounds.
bool TurnStraightener::straighten(const Loop &loop) {
  bool changed = false;
  bool takesStores = mayStoreAlways(loop); // before anything is changed
  for (BasicBlock *block : loop.blocks()) {
    if (!isUnderCondition(*block, loop, takesStores))
      continue;
    Instruction *end = block->getUniquePredecessor()->getTerminator();
    for (Instruction &instruction : make_early_inc_range(drop_end(*block))) {
      changed = true;
      if (auto *store = dyn_cast<StoreInst>(&instruction)) {
        storeAlways(*store, *cast<BranchInst>(end));
        continue;
      }
      instruction.moveBefore(end->getIterator());
      auto *load = dyn_cast<LoadInst>(&instruction);
      AAMDNodes ranges = instruction.getAAMetadata(); // hold in all turns
      instruction.dropUBImplyingAttrsAndMetadata();
      instruction.setAAMetadata(ranges);
      if (load != nullptr)
        markInRange(*load);
    }
  }
  return changed;
}

// What changes nothing as the second operand; null if nothing does, or the order matters.
Constant *neutralOf(const BinaryOperator &sum) {
  return sum.getType()->isIntegerTy() && sum.isCommutative() && sum.isAssociative()
             ? ConstantExpr::getBinOpIdentity(sum.getOpcode(), sum.getType())
             : nullptr;
}

// A sum that grows under a condition, c ? x + y : x, grows by c ? y : 0. So it is one chain from
// turn to turn, as LLVM and LoopReroll want it.
void chooseSummand(SelectInst &choice) {
  for (bool isIfTrue : {true, false}) {
    Value *grown = isIfTrue ? choice.getTrueValue() : choice.getFalseValue();
    Value *same = isIfTrue ? choice.getFalseValue() : choice.getTrueValue();
    auto *sum = dyn_cast<BinaryOperator>(grown);
    if (sum == nullptr || !sum->hasOneUse() ||
        (sum->getOperand(0) != same && sum->getOperand(1) != same))
      continue;
    Constant *neutral = neutralOf(*sum);
    if (neutral == nullptr)
      continue;
    Value *summand = sum->getOperand(sum->getOperand(0) == same ? 1 : 0);
    IRBuilder<> b(&choice);
    Value *chosen =
        b.CreateSelect(choice.getCondition(), isIfTrue ? summand : static_cast<Value *>(neutral),
                       isIfTrue ? static_cast<Value *>(neutral) : summand);
    choice.replaceAllUsesWith(b.CreateBinOp(sum->getOpcode(), same, chosen));
    choice.eraseFromParent();
    sum->eraseFromParent();
    return;
  }
}

void chooseSummands(const Loop &loop) {
  for (BasicBlock *block : loop.blocks())
    for (Instruction &instruction : make_early_inc_range(*block))
      if (auto *choice = dyn_cast<SelectInst>(&instruction))
        chooseSummand(*choice);
}

} // namespace

PreservedAnalyses StraightTurns::run(Function &function, FunctionAnalysisManager &analyses) {
  bool changed = false;
  for (unsigned round = 0; round < kMaxRounds && TurnStraightener(function, analyses).run();
       ++round) {
    changed = true;
    analyses.invalidate(function, PreservedAnalyses::none());
    SimplifyCFGPass().run(function, analyses);
    analyses.invalidate(function, PreservedAnalyses::none());
    analyses.invalidate(function, LoopSimplifyPass().run(function, analyses));
    analyses.invalidate(function, LCSSAPass().run(function, analyses));
  }
  if (!changed)
    return PreservedAnalyses::all();
  for (Loop *loop : analyses.getResult<LoopAnalysis>(function).getLoopsInPreorder())
    if (loop->isInnermost() && isFastCopy(*loop))
      chooseSummands(*loop);
  return PreservedAnalyses::none();
}

} // namespace wasmc::optimize
