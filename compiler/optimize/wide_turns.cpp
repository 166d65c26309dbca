// A loop over vectors of 128 bits, with `factor` turns in an iteration, becomes two:
//
//     for (wide = 0; wide != count; ++wide) turns(wide * width ... wide * width + width - 1);
//     if (turns are left) the loop as it was, from turn count * width on
//
// where the first does `width` turns at once: what one turn computes in a vector of n lanes, it
// computes in one of n * width lanes. The machine's vectors are wider than Wasm's, or it can do
// several of them at a time.
//
// Why it is right.
//   - All turns of the first loop would have been done: there are as many at least, and nothing but
//     its end leaves the loop (unrolled_loop.h). Where what is used behind the loop can be had from
//     the first one, and that has done all turns, the other is left out; or else `count` leaves it
//     an iteration.
//   - Each value of a turn is computed by the same operator from the same turn's values, from ones
//     that do not change, or from what the turn before has handed on, which is in the vector, or
//     in that of the iteration before. A sum that is handed on is taken apart into one sum for each
//     place in the vector, put together behind the loop; its operator is associative and
//     commutative, in wrapping arithmetic, and nobody sees it on the way (wide_body.cpp).
//   - Accesses meet as before. One access of all turns comes before the next access of all turns.
//     So the later access B of turn u now comes behind the earlier access A of a turn t > u, which
//     matters only if one of them stores and they touch the same bytes. Both advance by the same
//     step s, so with d from A's place to B's in one turn, and k = t - u from 1 to width - 1, they
//     meet if and only if s * k - size(B) < d < s * k + size(A). No d from the least lower to the
//     greatest upper end of these is let in: where d is a constant it is decided here, else in
//     front of the loop. Stores of one access that are not one stay in the order of the turns.
//   - Only fast copies are taken, whose accesses cannot trap and are not volatile.

#include "compiler/optimize/wide_turns.h"

#include "compiler/optimize/distances.h"
#include "compiler/optimize/outer_values.h"
#include "compiler/optimize/separate_ranges.h"
#include "compiler/optimize/unrolled_loop.h"
#include "compiler/optimize/wide_body.h"

#include <llvm/Analysis/ScalarEvolutionExpressions.h>
#include <llvm/IR/IntrinsicInst.h>
#include <llvm/Transforms/Utils/BasicBlockUtils.h>
#include <llvm/Transforms/Utils/LoopUtils.h>

#include <memory>

namespace wasmc::optimize {

using namespace llvm;

namespace {

constexpr unsigned kMaxConflicts = 8;  // each is a comparison
constexpr uint64_t kFar = 1 << 16;     // bytes
constexpr uint64_t kMinIterations = 2; // of the wide loop, to pay for what is around it
constexpr uint64_t kFewTurns = 8;      // times the width
constexpr unsigned kFewRows = 24;      // leave registers for two vectors of each
constexpr unsigned kMaxWidth = 16;
constexpr uint64_t kWasmVector = 128; // bits

// The distance of two accesses in a turn, and which must not be: lower <= distance < upper.
struct Conflict {
  const SCEV *distance;
  int64_t lower, upper;
};

class TurnWidener {
public:
  TurnWidener(const UnrolledLoop &turns, Loop &loop, LoopInfo &loops, DominatorTree &dominators,
              ScalarEvolution &evolution, const TargetTransformInfo &target)
      : turns_(turns), loop_(loop), body_(*loop.getHeader()), loops_(loops),
        dominators_(dominators), evolution_(evolution), target_(target),
        outer_(loop, evolution, dominators, "wide") {}

  // Whether it can be done. Changes nothing.
  bool plan();
  // Unless it is not worth it.
  bool widen();

private:
  bool schedule();
  bool isReady(const Instruction &instruction, const SmallPtrSetImpl<Value *> &done) const;
  bool planWidth();
  void fitWidth();
  PHINode *carriedAs(const Value *value) const;
  Instruction *firstOf(const Value *value) const;
  bool isOfSum(const Instruction &value) const;
  bool planStarts();
  bool planConflicts();
  bool joinsOther(const Conflict &conflict);
  bool addConflict(Instruction &earlier, Instruction &later);
  Value *emitCount();
  Value *emitCondition(Value *count);
  bool isWorthIt(const BasicBlock &wide) const;
  void makeBlocks();
  void dropBlocks();
  std::unique_ptr<WideBody> buildLoop(Value *count);
  void enter(WideBody &wide, Value *count, Value *isWide);
  void addToLoops();
  bool planExit();
  Value *valueBehind(IRBuilder<> &b, WideBody &wide, Value *value);
  void leaveOut(IRBuilder<> &b, WideBody &wide, Value *done);
  Value *startOfRest(IRBuilder<> &b, WideBody &wide, PHINode &phi, Value *done);

  const UnrolledLoop &turns_;
  Loop &loop_;
  BasicBlock &body_;
  LoopInfo &loops_;
  DominatorTree &dominators_;
  ScalarEvolution &evolution_;
  const TargetTransformInfo &target_;
  OuterCode outer_;
  unsigned width_ = 0, leastWidth_ = 0;
  CarriedKinds kinds_;
  const SCEV *count_ = nullptr;          // of the backedge
  Value *iterations_ = nullptr;          // one more
  bool mayEnd_ = false;                  // with the wide loop
  bool isExact_ = false;                 // it does
  SmallVector<Instruction *, 32> order_; // the first turn's, each behind what it needs
  SetVector<Value *> pointers_;          // of its accesses
  SmallVector<Conflict, 8> conflicts_;
  struct {
    BasicBlock *entry, *body, *exit, *rest;
  } blocks_{};
};

// As many turns as fill the machine's vectors, twice if that leaves registers enough. Where those
// are no longer than the turn's, as many as fill one with what the turn stores.
bool TurnWidener::planWidth() {
  uint64_t machine = target_.getRegisterBitWidth(TargetTransformInfo::RGK_FixedWidthVector);
  if (!isPowerOf2_32(turns_.factor))
    return false;
  uint64_t widest = 0, stored = machine;
  for (Instruction *instruction : order_) {
    const Type *type = valueType(*instruction);
    if (isa<ScalableVectorType>(type) || type->getPrimitiveSizeInBits() == 0) // references
      return false;
    uint64_t bits = type->getPrimitiveSizeInBits();
    widest = std::max(widest, bits);
    if (isa<StoreInst>(instruction))
      stored = std::min(stored, PowerOf2Ceil(bits));
  }
  if (widest < 8 || widest > machine)
    return false;
  leastWidth_ = std::max<uint64_t>(PowerOf2Ceil(machine / widest), turns_.factor);
  width_ = leastWidth_ * (order_.size() > kFewRows ? 1 : 2);
  if (machine == kWasmVector)
    leastWidth_ = width_ = std::max<uint64_t>(machine / stored, turns_.factor);
  return width_ > 1 && width_ <= kMaxWidth;
}

// Few turns, whose number is known, are best done without any left.
void TurnWidener::fitWidth() {
  const auto *count = dyn_cast<SCEVConstant>(count_);
  if (count == nullptr || !mayEnd_ || count->getAPInt().getActiveBits() > 32)
    return;
  uint64_t turns = (count->getAPInt().getZExtValue() + 1) * turns_.factor;
  if (turns >= kFewTurns * width_)
    return;
  for (unsigned width = width_; width > 1 && width >= leastWidth_; width /= 2) {
    if (turns % width == 0) {
      width_ = width;
      isExact_ = true;
      return;
    }
  }
}

// Whether all that is used behind the loop can be had from the wide one.
bool TurnWidener::planExit() {
  return all_of(loop_.getExitBlock()->phis(), [&](PHINode &phi) {
    Value *value = phi.getIncomingValueForBlock(&body_);
    return loop_.isLoopInvariant(value) || carriedAs(value) != nullptr ||
           firstOf(value) != nullptr ||
           (evolution_.isSCEVable(value->getType()) &&
            outer_.isExpandable(evolution_.getSCEVAtScope(value, loop_.getParentLoop())));
  });
}

// What becomes of this phi's value in an iteration; null if it is no such value.
PHINode *TurnWidener::carriedAs(const Value *value) const {
  const auto *entry = find_if(kinds_, [&](const auto &each) {
    return each.first->getIncomingValueForBlock(&body_) == value;
  });
  return entry == kinds_.end() ? nullptr : entry->first;
}

// The first turn's, of a value of the last turn. Sums on the way are none: what they are in the
// last turn, nobody knows (wide_body.cpp).
Instruction *TurnWidener::firstOf(const Value *value) const {
  const auto *entry =
      find_if(turns_.rows, [&](const auto &each) { return each.second.back() == value; });
  return entry == turns_.rows.end() || isOfSum(*entry->first) ? nullptr : entry->first;
}

// Whether something that is added up over the turns is in it.
bool TurnWidener::isOfSum(const Instruction &value) const {
  return isMadeOf(value, turns_, [&](const PHINode &phi) {
    const auto *kind = kinds_.find(const_cast<PHINode *>(&phi));
    return kind != kinds_.end() && kind->second.kind == CarriedKind::Kind::sum;
  });
}

// Each phi of the loop must have a value for the first iteration that is left to it.
bool TurnWidener::planStarts() {
  for (PHINode &phi : body_.phis()) {
    if (kinds_.contains(&phi))
      continue;
    if (!evolution_.isSCEVable(phi.getType()))
      return false;
    const auto *linear = dyn_cast<SCEVAddRecExpr>(evolution_.getSCEV(&phi));
    if (linear == nullptr || linear->getLoop() != &loop_ || !linear->isAffine() ||
        !outer_.isExpandable(linear->getStepRecurrence(evolution_)))
      return false;
  }
  return all_of(pointers_, [&](Value *pointer) {
    return outer_.isExpandable(turns_.linear.lookup(pointer).start);
  });
}

bool TurnWidener::addConflict(Instruction &earlier, Instruction &later) {
  if (areSeparate(earlier, later))
    return true;
  const LinearValue &from = turns_.linear.lookup(getLoadStorePointerOperand(&earlier));
  const LinearValue &to = turns_.linear.lookup(getLoadStorePointerOperand(&later));
  const auto *constant = dyn_cast<SCEVConstant>(from.step);
  if (from.step != to.step || constant == nullptr || constant->getAPInt().getSignificantBits() > 32)
    return false;
  int64_t step = constant->getAPInt().getSExtValue();
  int64_t far = step * (static_cast<int64_t>(width_) - 1);
  Conflict conflict{nullptr, std::min(step, far) - bytesOf(later) + 1,
                    std::max(step, far) + bytesOf(earlier)};
  Type *number = Type::getInt64Ty(evolution_.getContext());
  conflict.distance = evolution_.getMinusSCEV(evolution_.getPtrToIntExpr(to.start, number),
                                              evolution_.getPtrToIntExpr(from.start, number));
  if (const auto *distance = dyn_cast<SCEVConstant>(conflict.distance))
    return distance->getAPInt().slt(conflict.lower) || distance->getAPInt().sge(conflict.upper);
  if (isa<SCEVCouldNotCompute>(conflict.distance))
    return false;
  if (joinsOther(conflict))
    return true;
  conflicts_.push_back(conflict);
  return outer_.isExpandable(conflict.distance) && conflicts_.size() <= kMaxConflicts;
}

// Whether it is a constant away from another, which then stands for both: accesses side by side, or
// rows of one array, ask one question. A little too much is forbidden so.
bool TurnWidener::joinsOther(const Conflict &conflict) {
  for (Conflict &other : conflicts_) {
    const auto *apart =
        dyn_cast<SCEVConstant>(evolution_.getMinusSCEV(conflict.distance, other.distance));
    if (apart == nullptr || apart->getAPInt().abs().ugt(kFar))
      continue;
    int64_t more = apart->getAPInt().getSExtValue();
    other.lower = std::min(other.lower, conflict.lower - more);
    other.upper = std::max(other.upper, conflict.upper - more);
    return true;
  }
  return false;
}

bool TurnWidener::planConflicts() {
  SmallVector<Instruction *, 16> accesses;
  for (Instruction *instruction : order_)
    if (isa<LoadInst, StoreInst>(instruction))
      accesses.push_back(instruction);
  for (size_t later = 0; later < accesses.size(); ++later)
    for (size_t earlier = 0; earlier < later; ++earlier)
      if (isa<StoreInst>(accesses[later]) || isa<StoreInst>(accesses[earlier]))
        if (!addConflict(*accesses[earlier], *accesses[later]))
          return false;
  return true;
}

bool TurnWidener::isReady(const Instruction &instruction,
                          const SmallPtrSetImpl<Value *> &done) const {
  return all_of(instruction.operands(), [&](const Use &operand) {
    if (auto *phi = dyn_cast<PHINode>(operand.get())) {
      const auto *kind = kinds_.find(phi);
      return kind == kinds_.end() || kind->second.kind != CarriedKind::Kind::passed ||
             done.contains(kind->second.last);
    }
    auto *value = dyn_cast<Instruction>(operand.get());
    return value == nullptr || !turns_.rows.contains(value) || done.contains(value);
  });
}

// What the turn before has passed on is made in the same iteration, so its users come behind that.
// Accesses keep their order.
bool TurnWidener::schedule() {
  SmallVector<Instruction *, 32> open = std::move(order_);
  order_.clear();
  SmallPtrSet<Value *, 32> done;
  while (!open.empty()) {
    SmallVector<Instruction *, 32> later;
    bool accessWaits = false;
    for (Instruction *instruction : open) {
      bool isAccess = isa<LoadInst, StoreInst>(instruction);
      if ((isAccess && accessWaits) || !isReady(*instruction, done)) {
        accessWaits |= isAccess;
        later.push_back(instruction);
        continue;
      }
      order_.push_back(instruction);
      done.insert(instruction);
    }
    if (later.size() == open.size())
      return false;
    open = std::move(later);
  }
  return true;
}

bool TurnWidener::plan() {
  if (turns_.rows.empty() || !turns_.between.empty())
    return false;
  for (Instruction &instruction : body_)
    if (turns_.rows.contains(&instruction))
      order_.push_back(&instruction);
  if (!planWidth())
    return false;
  std::optional<CarriedKinds> kinds = findCarriedKinds(turns_, loop_);
  if (!kinds || !isWidenable(turns_, loop_, *kinds, target_))
    return false;
  kinds_ = std::move(*kinds);
  for (Instruction *instruction : order_)
    if (Value *pointer = getLoadStorePointerOperand(instruction))
      pointers_.insert(pointer);
  count_ = outer_.backedgeCount();
  if (count_ == nullptr || !schedule() || !planStarts())
    return false;
  mayEnd_ = planExit();
  fitWidth();
  return planConflicts();
}

// Iterations of the wide loop.
Value *TurnWidener::emitCount() {
  IRBuilder<> b(loop_.getLoopPreheader()->getTerminator());
  Type *number = b.getInt64Ty();
  Value *last = outer_.expand(evolution_.getNoopOrZeroExtend(count_, number), number);
  iterations_ = b.CreateNUWAdd(last, b.getInt64(1));
  Value *most = mayEnd_ ? iterations_ : last;
  return b.CreateLShr(b.CreateNUWMul(most, b.getInt64(turns_.factor)), b.getInt64(Log2_32(width_)));
}

Value *TurnWidener::emitCondition(Value *count) {
  IRBuilder<> b(loop_.getLoopPreheader()->getTerminator());
  Value *condition = b.CreateICmpUGE(count, b.getInt64(isExact_ ? 1 : kMinIterations));
  for (const Conflict &conflict : conflicts_) {
    Value *distance = outer_.expand(conflict.distance, b.getInt64Ty());
    Value *isApart = b.CreateICmpUGE(b.CreateSub(distance, b.getInt64(conflict.lower)),
                                     b.getInt64(conflict.upper - conflict.lower));
    condition = b.CreateAnd(condition, b.CreateFreeze(isApart));
  }
  return condition;
}

// What a phi of the loop begins with after `done` of its iterations.
Value *TurnWidener::startOfRest(IRBuilder<> &b, WideBody &wide, PHINode &phi, Value *done) {
  if (kinds_.contains(&phi))
    return wide.carriedOut(b, phi);
  const auto *linear = cast<SCEVAddRecExpr>(evolution_.getSCEV(&phi));
  const SCEV *step = linear->getStepRecurrence(evolution_);
  Value *start = phi.getIncomingValueForBlock(loop_.getLoopPreheader());
  Value *distance =
      b.CreateMul(b.CreateZExtOrTrunc(done, step->getType()), outer_.expand(step, step->getType()));
  return phi.getType()->isPointerTy() ? b.CreatePtrAdd(start, distance)
                                      : b.CreateAdd(start, distance);
}

// What is used behind the loop, after the last turn of the wide one.
Value *TurnWidener::valueBehind(IRBuilder<> &b, WideBody &wide, Value *value) {
  if (loop_.isLoopInvariant(value))
    return value;
  if (PHINode *phi = carriedAs(value))
    return wide.carriedOut(b, *phi);
  if (Instruction *first = firstOf(value))
    return wide.ofLastTurn(b, *first);
  return outer_.expand(evolution_.getSCEVAtScope(value, loop_.getParentLoop()), value->getType());
}

// Leads from the end of the wide loop past the other one if nothing is left to that.
void TurnWidener::leaveOut(IRBuilder<> &b, WideBody &wide, Value *done) {
  BasicBlock *exit = loop_.getExitBlock();
  SmallVector<std::pair<PHINode *, Value *>, 4> values;
  for (PHINode &phi : exit->phis())
    values.push_back({&phi, valueBehind(b, wide, phi.getIncomingValueForBlock(&body_))});
  // The other loop keeps an exit of its own.
  SplitBlockPredecessors(exit, {&body_}, ".rest", &dominators_, &loops_, nullptr,
                         /*PreserveLCSSA=*/true);
  for (auto [phi, value] : values)
    phi->addIncoming(value, blocks_.exit);
  b.CreateCondBr(b.CreateICmpEQ(done, iterations_), exit, blocks_.rest);
}

// Of an instruction of the machine's (lane_calls.h), whose cost LLVM does not know.
bool isTargetCall(const Instruction &instruction) {
  const auto *call = dyn_cast<IntrinsicInst>(&instruction);
  return call != nullptr && Intrinsic::isTargetIntrinsic(call->getIntrinsicID());
}

// Whether the machine does the wide body in less time than that many turns one after the other.
bool TurnWidener::isWorthIt(const BasicBlock &wide) const {
  InstructionCost cost = 0, before = 0;
  auto costOf = [&](const Instruction &instruction) {
    return target_.getInstructionCost(&instruction, TargetTransformInfo::TCK_RecipThroughput);
  };
  for (const Instruction &instruction : wide)
    cost += costOf(instruction);
  for (const Instruction *instruction : order_)
    before += costOf(*instruction);
  // LLVM's costs of lanes that move one by one are too low: more must be gained by them.
  bool movesLanes = any_of(order_, [](const Instruction *instruction) {
    return isa<InsertElementInst, ExtractElementInst>(instruction) || isTargetCall(*instruction);
  });
  uint64_t times =
      target_.getRegisterBitWidth(TargetTransformInfo::RGK_FixedWidthVector) / kWasmVector;
  if (movesLanes && cost * times * 3 > before * width_ * 5)
    return false;
  return cost.isValid() && cost < before * width_;
}

void TurnWidener::makeBlocks() {
  auto make = [&](const char *name) {
    return BasicBlock::Create(body_.getContext(), name, body_.getParent(), &body_);
  };
  blocks_ = {make("wide.entry"), make("wide"), make("wide.exit"), make("rest")};
}

void TurnWidener::dropBlocks() {
  for (BasicBlock *block : {blocks_.entry, blocks_.body, blocks_.exit, blocks_.rest})
    block->dropAllReferences();
  for (BasicBlock *block : {blocks_.entry, blocks_.body, blocks_.exit, blocks_.rest})
    block->eraseFromParent();
}

// The wide loop, which nothing leads to yet.
std::unique_ptr<WideBody> TurnWidener::buildLoop(Value *count) {
  DenseMap<Value *, Value *> starts;
  for (Value *pointer : pointers_)
    starts[pointer] = outer_.expand(turns_.linear.lookup(pointer).start, pointer->getType());
  for (const auto &[phi, kind] : kinds_)
    starts[phi] = phi->getIncomingValueForBlock(loop_.getLoopPreheader());

  IRBuilder<> b(blocks_.entry);
  b.SetCurrentDebugLocation(body_.getTerminator()->getDebugLoc());
  b.CreateBr(blocks_.body);
  b.SetInsertPoint(blocks_.body);
  PHINode *counter = b.CreatePHI(b.getInt64Ty(), 2);
  Value *next = b.CreateNUWAdd(counter, b.getInt64(1));
  b.CreateCondBr(b.CreateICmpEQ(next, count), blocks_.exit, blocks_.body);
  counter->addIncoming(b.getInt64(0), blocks_.entry);
  counter->addIncoming(next, blocks_.body);
  auto wide = std::make_unique<WideBody>(turns_, kinds_, width_, target_, *blocks_.entry,
                                         *blocks_.body, counter, std::move(starts));
  wide->build(order_);
  return wide;
}

// Leads from the preheader to the wide loop if `isWide`, and on to the other, which begins where it
// has ended.
void TurnWidener::enter(WideBody &wide, Value *count, Value *isWide) {
  BasicBlock *before = loop_.getLoopPreheader();
  IRBuilder<> b(blocks_.exit), atRest(blocks_.rest);
  b.SetCurrentDebugLocation(body_.getTerminator()->getDebugLoc());
  atRest.SetCurrentDebugLocation(b.getCurrentDebugLocation());
  Value *done = b.CreateNUWMul(count, b.getInt64(width_ / turns_.factor));
  for (PHINode &phi : body_.phis()) {
    PHINode *start = atRest.CreatePHI(phi.getType(), 2);
    start->addIncoming(phi.getIncomingValueForBlock(before), before);
    start->addIncoming(startOfRest(b, wide, phi, done), blocks_.exit);
    phi.setIncomingValueForBlock(before, start);
  }
  if (mayEnd_)
    leaveOut(b, wide, done);
  else
    b.CreateBr(blocks_.rest);
  atRest.CreateBr(&body_);
  body_.replacePhiUsesWith(before, blocks_.rest);
  Instruction *old = before->getTerminator();
  IRBuilder<>(old).CreateCondBr(isWide, blocks_.entry, blocks_.rest);
  old->eraseFromParent();
}

void TurnWidener::addToLoops() {
  Loop *parent = loop_.getParentLoop();
  Loop *wide = loops_.AllocateLoop();
  if (parent != nullptr)
    parent->addChildLoop(wide);
  else
    loops_.addTopLevelLoop(wide);
  wide->addBasicBlockToLoop(blocks_.body, loops_);
  if (parent != nullptr)
    for (BasicBlock *block : {blocks_.entry, blocks_.exit, blocks_.rest})
      parent->addBasicBlockToLoop(block, loops_);
}

bool TurnWidener::widen() {
  Value *count = emitCount();
  makeBlocks();
  std::unique_ptr<WideBody> wide = buildLoop(count);
  if (!isWorthIt(*blocks_.body)) {
    dropBlocks();
    return false;
  }
  enter(*wide, count, emitCondition(count));
  addToLoops();
  dominators_.recalculate(*body_.getParent());
  addStringMetadataToLoop(&loop_, "llvm.loop.unroll.disable"); // few iterations are left
  evolution_.forgetLoop(&loop_);
  return true;
}

bool isVector(const Instruction &instruction) {
  return isa<FixedVectorType>(valueType(instruction));
}

} // namespace

bool mayBecomeWider(const Loop &loop, const TargetTransformInfo &target) {
  uint64_t machine =
      target.getRegisterBitWidth(TargetTransformInfo::RGK_FixedWidthVector).getFixedValue();
  const BasicBlock *body = loop.getHeader();
  if (loop.getNumBlocks() > 1 || machine < kWasmVector || none_of(*body, isVector))
    return false;
  return machine > kWasmVector || any_of(*body, [](const Instruction &instruction) {
           return isa<StoreInst>(instruction) &&
                  valueType(instruction)->getPrimitiveSizeInBits().getKnownMinValue() < kWasmVector;
         });
}

PreservedAnalyses WideTurns::run(Function &function, FunctionAnalysisManager &analyses) {
  const auto &target = analyses.getResult<TargetIRAnalysis>(function);
  auto &loops = analyses.getResult<LoopAnalysis>(function);
  auto &dominators = analyses.getResult<DominatorTreeAnalysis>(function);
  auto &evolution = analyses.getResult<ScalarEvolutionAnalysis>(function);
  bool isChanged = false;
  for (Loop *loop : loops.getLoopsInPreorder()) {
    if (!mayHaveTurns(*loop, dominators) || !mayBecomeWider(*loop, target))
      continue;
    std::optional<UnrolledLoop> turns = findTurns(*loop, evolution, /*least=*/1);
    if (!turns)
      continue;
    TurnWidener widener(*turns, *loop, loops, dominators, evolution, target);
    if (!widener.plan())
      continue;
    isChanged = true;
    if (widener.widen() && statistics_ != nullptr)
      ++statistics_->widened;
  }
  return isChanged ? PreservedAnalyses::none() : PreservedAnalyses::all();
}

} // namespace wasmc::optimize
