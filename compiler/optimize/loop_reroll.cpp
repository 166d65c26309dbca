// clang unrolls small loops when it compiles for wasm32: what was `c[j] += a * b[j]` arrives as
// three such statements and a step of three. Native compilers make vectors first and unroll then;
// with the statements side by side, LLVM's vectoriser makes groups of every third element, and pays
// in shuffles what the vectors gain. So this pass rolls such a loop up again:
//
//     for (j = 0; j != 3 * n; j += 3) { turn(j); turn(j + 1); turn(j + 2); }
//     for (j = 0; j != 3 * n; j += 1) turn(j);
//
// Why it is right. unrolled_loop.cpp shows that the body is `factor` turns: each value of a later
// turn is the first turn's, computed by the same operator from values that are
//   - invariant,
//   - linear: start + step * (number of the turn), shown by what they are and not by how they are
//     computed. The new loop computes them anew from a counter of turns,
//   - carried: what the turn before has made of a phi of the loop, or
//   - the same turn's.
// So the new loop, `factor` times as many iterations of the first turn alone, computes the same
// values in the same order, and its accesses come in the order of the turns, which the body either
// had or could have without a difference. What is used behind the loop is the last turn's, or
// depends on the number of iterations only. Everything else of the body is dropped: it has no
// effects. Accesses that may trap are volatile and no turn of anything: only fast copies are rolled
// up.

#include "compiler/optimize/loop_reroll.h"

#include "compiler/optimize/outer_values.h"
#include "compiler/optimize/unrolled_loop.h"
#include "compiler/optimize/vector_loops.h"

#include <llvm/Analysis/ScalarEvolutionExpressions.h>
#include <llvm/IR/IRBuilder.h>
#include <llvm/Transforms/Utils/Local.h>
#include <llvm/Transforms/Utils/ScalarEvolutionExpander.h>

namespace wasmc::optimize {

using namespace llvm;

namespace {

// Leaves of a row's first instruction only what holds for all of the row.
void meetRow(Instruction &first, const Row &row) {
  for (Value *other : drop_begin(row)) {
    first.andIRFlags(other);
    combineMetadataForCSE(&first, cast<Instruction>(other), /*DoesKMove=*/true);
  }
}

class Roller {
public:
  Roller(Loop &loop, UnrolledLoop turns, ScalarEvolution &evolution,
         const DominatorTree &dominators)
      : loop_(loop), body_(*loop.getHeader()), turns_(std::move(turns)), evolution_(evolution),
        outer_(loop, evolution, dominators, "turn") {}

  // Whether all that the new loop needs can be computed in front of it. Changes nothing.
  bool prepare();
  void roll();

private:
  bool prepareExit();
  Value *emitCounter();
  void emitLinear(Value *counter);
  void useFirstTurn();
  void dropOthers();
  Value *nowOf(Value *value) const;

  Loop &loop_;
  BasicBlock &body_;
  UnrolledLoop turns_;
  ScalarEvolution &evolution_;
  OuterCode outer_;
  const SCEV *count_ = nullptr;                               // of the old backedge
  SmallVector<std::pair<PHINode *, const SCEV *>, 4> finals_; // behind the loop
  SmallVector<std::pair<PHINode *, Value *>, 4> carriedOut_;  // behind it; the first turn's value
  SmallPtrSet<const Instruction *, 16> made_;
  DenseMap<Value *, Value *> linear_;
};

bool Roller::prepare() {
  count_ = outer_.backedgeCount();
  if (count_ == nullptr)
    return false;
  for (const auto &[value, linear] : turns_.linear)
    if (!outer_.isExpandable(linear.start) || !outer_.isExpandable(linear.step))
      return false;
  return prepareExit();
}

// Values of the loop that are used behind it, through phis of the exit: what the last turn carried
// or had in a row, or a function of the count.
bool Roller::prepareExit() {
  for (PHINode &phi : loop_.getExitBlock()->phis()) {
    Value *value = phi.getIncomingValueForBlock(&body_);
    if (loop_.isLoopInvariant(value))
      continue;
    const auto *carried =
        find_if(turns_.carried, [&](const auto &entry) { return entry.second.back() == value; });
    if (carried != turns_.carried.end()) {
      carriedOut_.push_back({&phi, carried->second.front()});
      continue;
    }
    const auto *row =
        find_if(turns_.rows, [&](const auto &entry) { return entry.second.back() == value; });
    if (row != turns_.rows.end()) {
      carriedOut_.push_back({&phi, row->first});
      continue;
    }
    if (!evolution_.isSCEVable(value->getType()))
      return false;
    const SCEV *last = evolution_.getSCEVAtScope(value, loop_.getParentLoop());
    if (!outer_.isExpandable(last))
      return false;
    finals_.push_back({&phi, last});
  }
  return true;
}

void Roller::roll() {
  for (auto [phi, last] : finals_) {
    phi->setIncomingValueForBlock(&body_, outer_.expand(last, phi->getType()));
    evolution_.forgetValue(phi);
  }
  Value *counter = emitCounter();
  emitLinear(counter);
  useFirstTurn();
  dropOthers();
  evolution_.forgetLoop(&loop_);
}

// The number of the turn, from 0, and the end of the loop by it.
Value *Roller::emitCounter() {
  BasicBlock *preheader = loop_.getLoopPreheader();
  Instruction *before = preheader->getTerminator();
  Type *wide = Type::getInt64Ty(body_.getContext());
  const SCEV *old = evolution_.getNoopOrZeroExtend(count_, wide);
  Value *last = outer_.expand(old, wide);
  IRBuilder<> b(before);
  Value *iterations = b.CreateAdd(last, b.getInt64(1));
  Value *turns = b.CreateNUWMul(iterations, b.getInt64(turns_.factor));

  b.SetInsertPoint(&body_, body_.begin());
  PHINode *counter = b.CreatePHI(wide, 2, "turn");
  auto *branch = cast<BranchInst>(body_.getTerminator());
  b.SetInsertPoint(branch);
  auto *next = cast<Instruction>(b.CreateNUWAdd(counter, b.getInt64(1)));
  bool leavesIfTrue = branch->getSuccessor(0) != &body_;
  auto *end =
      cast<Instruction>(leavesIfTrue ? b.CreateICmpEQ(next, turns) : b.CreateICmpNE(next, turns));
  branch->setCondition(end);
  counter->addIncoming(b.getInt64(0), preheader);
  counter->addIncoming(next, &body_);
  made_.insert_range(ArrayRef<Instruction *>{counter, next, end});
  return counter;
}

void Roller::emitLinear(Value *counter) {
  IRBuilder<> b(&*body_.getFirstNonPHIIt());
  auto keep = [&](Value *value) {
    if (auto *instruction = dyn_cast<Instruction>(value);
        instruction != nullptr && instruction->getParent() == &body_)
      made_.insert(instruction);
    return value;
  };
  for (const auto &[value, linear] : turns_.linear) {
    Type *number = linear.step->getType();
    Value *start = outer_.expand(linear.start, value->getType());
    Value *step = outer_.expand(linear.step, number);
    // With inbounds in all turns no distance wraps.
    Value *distance = keep(b.CreateMul(keep(b.CreateZExtOrTrunc(counter, number)), step, "",
                                       /*HasNUW=*/false, /*HasNSW=*/linear.isInBounds));
    if (!value->getType()->isPointerTy())
      linear_[value] = keep(b.CreateAdd(start, distance));
    else if (linear.isInBounds)
      linear_[value] = keep(b.CreateInBoundsGEP(b.getInt8Ty(), start, distance));
    else
      linear_[value] = keep(b.CreateGEP(b.getInt8Ty(), start, distance));
  }
}

Value *Roller::nowOf(Value *value) const {
  Value *made = linear_.lookup(value);
  return made != nullptr ? made : value;
}

void Roller::useFirstTurn() {
  for (auto &[first, row] : turns_.rows) {
    for (Use &operand : first->operands())
      operand.set(nowOf(operand.get()));
    meetRow(*first, row);
  }
  for (Instruction *instruction : turns_.between) {
    for (Use &operand : instruction->operands())
      operand.set(nowOf(operand.get()));
    instruction->dropPoisonGeneratingFlags(); // other turns' sums may be others on the way
  }
  for (auto &[phi, row] : turns_.carried)
    phi->setIncomingValueForBlock(&body_, nowOf(row.front()));
  for (auto [outside, first] : carriedOut_) {
    outside->setIncomingValueForBlock(&body_, nowOf(first));
    evolution_.forgetValue(outside);
  }
}

void Roller::dropOthers() {
  SmallVector<Instruction *, 64> others;
  for (Instruction &instruction : body_) {
    auto *phi = dyn_cast<PHINode>(&instruction);
    bool stays = instruction.isTerminator() || made_.contains(&instruction) ||
                 turns_.rows.contains(&instruction) || turns_.between.contains(&instruction) ||
                 (phi != nullptr && turns_.carried.contains(phi));
    if (!stays)
      others.push_back(&instruction);
  }
  for (Instruction *other : others) {
    other->replaceAllUsesWith(PoisonValue::get(other->getType()));
    other->eraseFromParent();
  }
}

class LoopRoller {
public:
  LoopRoller(Function &function, FunctionAnalysisManager &analyses)
      : loops_(analyses.getResult<LoopAnalysis>(function)),
        dominators_(analyses.getResult<DominatorTreeAnalysis>(function)),
        evolution_(analyses.getResult<ScalarEvolutionAnalysis>(function)) {}

  // How many loops were rolled up.
  unsigned run();

private:
  bool rollUp(Loop &loop);

  LoopInfo &loops_;
  DominatorTree &dominators_;
  ScalarEvolution &evolution_;
};

unsigned LoopRoller::run() {
  unsigned rolled = 0;
  for (Loop *loop : loops_.getLoopsInPreorder())
    // Unrolled is better where no vectors come of it.
    if (mayHaveTurns(*loop, dominators_) && mayBecomeVectors(*loop, evolution_))
      rolled += rollUp(*loop);
  return rolled;
}

// Whether what a turn hands to the next is there before the turn uses what it has been handed: only
// so LLVM takes it into vectors. Sums are other things, and both.
bool areHandedOnFirst(const UnrolledLoop &turns) {
  return all_of(turns.carried, [&](const auto &entry) {
    const auto &[phi, row] = entry;
    auto *handed = dyn_cast<Instruction>(row.front());
    return handed == nullptr || !turns.rows.contains(handed) ||
           all_of(phi->users(), [&](User *user) {
             auto *instruction = cast<Instruction>(user);
             return !turns.rows.contains(instruction) || handed == instruction ||
                    handed->comesBefore(instruction);
           });
  });
}

bool LoopRoller::rollUp(Loop &loop) {
  std::optional<UnrolledLoop> turns = findTurns(loop, evolution_, /*least=*/2);
  if (!turns || !areHandedOnFirst(*turns))
    return false;
  Roller roller(loop, std::move(*turns), evolution_, dominators_);
  if (!roller.prepare())
    return false;
  roller.roll();
  return true;
}

} // namespace

PreservedAnalyses LoopReroll::run(Function &function, FunctionAnalysisManager &analyses) {
  LoopRoller roller(function, analyses);
  unsigned rolled = roller.run();
  if (statistics_ != nullptr)
    statistics_->rolled += rolled;
  return rolled != 0 ? PreservedAnalyses::none() : PreservedAnalyses::all();
}

} // namespace wasmc::optimize
