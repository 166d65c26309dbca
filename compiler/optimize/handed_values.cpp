// Why nothing changes.
//   - A plain load of bytes that an access before it in the block has read or written, with no
//     store between that may touch them: it reads the same. Other threads do not see the memories
//     that have fast copies.
//   - Of two computations of one block that have the same operands, the later has the result of
//     the former.
//   - A value is computed from what the turn before has handed on, and that turn has computed the
//     same operator from the same operands: that result is handed on in its place. In the first
//     turn it is computed in front of the loop, whose block is always entered. The other
//     computation loses its flags: what it promises for its own use need not hold for this.
//   - What is handed on as a number of 8 bits, extended by zeros, and has no other bits in the
//     first turn, is handed on as a number of 8 bits, and extended in the turn that gets it.
//   - The larger of two numbers of 8 bits extended by zeros, as numbers of 32 bits, is the larger
//     of them as numbers of 8 bits, extended; so is the smaller.
//   - `x and mask`, of an x that the turn before has handed on and that has no other bits than the
//     mask's, is x.
#include "compiler/optimize/handed_values.h"

#include "compiler/optimize/distances.h"
#include "compiler/optimize/loop_copies.h"
#include "compiler/optimize/preserved.h"
#include "compiler/optimize/separate_ranges.h"

#include <llvm/Analysis/ScalarEvolutionExpressions.h>
#include <llvm/Analysis/ValueTracking.h>
#include <llvm/IR/IRBuilder.h>
#include <llvm/IR/IntrinsicInst.h>
#include <llvm/IR/PatternMatch.h>

namespace wasmc::optimize {

using namespace llvm;
using namespace llvm::PatternMatch;

namespace {

constexpr size_t kMostInstructions = 400; // of a turn: what is done is quadratic
constexpr size_t kMostAccesses = 64;

class TurnCleaner {
public:
  TurnCleaner(Loop &loop, ScalarEvolution &evolution)
      : loop_(loop), body_(*loop.getHeader()), evolution_(evolution) {}

  // Whether anything was changed.
  bool run();

private:
  bool mergeLoads();
  void mergeComputations();
  Value *knownAt(const LoadInst &load, ArrayRef<Instruction *> before) const;
  bool handOn(Instruction &instruction);
  bool isHandedOn(const Value *value) const;
  Value *ofTurnBefore(const Instruction &instruction) const;
  bool handOnNarrow(PHINode &phi);
  bool extendOnce(Instruction &instruction);
  bool extendOnce();
  bool extendBehind();
  bool dropUnused();

  Loop &loop_;
  BasicBlock &body_;
  ScalarEvolution &evolution_;
};

// What one of the accesses before, latest last, tells of the value that `load` finds; null if none
// does.
Value *TurnCleaner::knownAt(const LoadInst &load, ArrayRef<Instruction *> before) const {
  for (Instruction *access : reverse(before)) {
    const SCEVConstant *distance = distanceOf(*access, load, evolution_);
    if (distance != nullptr && distance->isZero() && getLoadStoreType(access) == load.getType())
      return isa<LoadInst>(access) ? access : cast<StoreInst>(access)->getValueOperand();
    if (isa<StoreInst>(access) && !areSeparate(*access, load) &&
        !areApart(*access, load, evolution_))
      return nullptr;
  }
  return nullptr;
}

bool TurnCleaner::mergeLoads() {
  SmallVector<Instruction *, 32> before;
  bool isChanged = false;
  for (Instruction &instruction : make_early_inc_range(body_)) {
    if (!isa<LoadInst, StoreInst>(instruction))
      continue;
    auto *load = dyn_cast<LoadInst>(&instruction);
    Value *known = load == nullptr ? nullptr : knownAt(*load, before);
    if (known == nullptr) {
      before.push_back(&instruction);
      continue;
    }
    evolution_.forgetValue(load);
    load->replaceAllUsesWith(known);
    load->eraseFromParent();
    isChanged = true;
  }
  return isChanged;
}

// Computations that are the same once their loads are.
void TurnCleaner::mergeComputations() {
  SmallVector<Instruction *, 64> before;
  for (Instruction &instruction : make_early_inc_range(body_)) {
    if (isa<PHINode>(instruction) || instruction.mayReadOrWriteMemory() ||
        instruction.isTerminator())
      continue;
    auto *same =
        find_if(before, [&](Instruction *each) { return each->isIdenticalTo(&instruction); });
    if (same == before.end()) {
      before.push_back(&instruction);
      continue;
    }
    evolution_.forgetValue(&instruction);
    instruction.replaceAllUsesWith(*same);
    instruction.eraseFromParent();
  }
}

// By the turn before, and no counter of turns.
bool TurnCleaner::isHandedOn(const Value *value) const {
  const auto *phi = dyn_cast<PHINode>(value);
  return phi != nullptr && phi->getParent() == &body_ &&
         !(evolution_.isSCEVable(phi->getType()) &&
           isa<SCEVAddRecExpr>(evolution_.getSCEV(const_cast<PHINode *>(phi))));
}

// What the turn before has computed that is what `instruction` is in this one; null if there is no
// such value.
Value *TurnCleaner::ofTurnBefore(const Instruction &instruction) const {
  auto itsOperand = [&](const Value *operand) {
    return isHandedOn(operand) ? cast<PHINode>(operand)->getIncomingValueForBlock(&body_)
                               : const_cast<Value *>(operand);
  };
  const APInt *mask;
  Value *masked;
  if (match(&instruction, m_And(m_Value(masked), m_APInt(mask)))) {
    Value *before = itsOperand(masked);
    if ((computeKnownBits(before, body_.getDataLayout()).Zero | *mask).isAllOnes())
      return before;
  }
  for (Instruction &other : body_) {
    if (&other == &instruction || !instruction.isSameOperationAs(&other))
      continue;
    auto matches = [&](bool isSwapped) {
      return all_of(seq(instruction.getNumOperands()), [&](unsigned k) {
        unsigned its = k < 2 ? k ^ static_cast<unsigned>(isSwapped) : k;
        return other.getOperand(its) == itsOperand(instruction.getOperand(k));
      });
    };
    if (matches(false) || (instruction.isCommutative() && matches(true)))
      return &other;
  }
  return nullptr;
}

bool TurnCleaner::handOn(Instruction &instruction) {
  if (isa<PHINode>(instruction) || instruction.mayReadOrWriteMemory() ||
      instruction.getType()->isPointerTy() || !isSafeToSpeculativelyExecute(&instruction) ||
      none_of(instruction.operands(), [&](const Use &operand) { return isHandedOn(operand); }) ||
      !all_of(instruction.operands(), [&](const Use &operand) {
        return isHandedOn(operand) || loop_.isLoopInvariant(operand);
      }))
    return false;
  Value *before = ofTurnBefore(instruction);
  if (before == nullptr)
    return false;
  if (auto *computed = dyn_cast<Instruction>(before))
    computed->dropPoisonGeneratingFlags();
  BasicBlock *preheader = loop_.getLoopPreheader();
  Instruction *first = instruction.clone();
  for (Use &operand : first->operands())
    if (isHandedOn(operand))
      operand.set(cast<PHINode>(operand)->getIncomingValueForBlock(preheader));
  first->insertBefore(preheader->getTerminator()->getIterator());
  auto *handed = PHINode::Create(instruction.getType(), 2, "", body_.begin());
  handed->addIncoming(first, preheader);
  handed->addIncoming(before, &body_);
  evolution_.forgetValue(&instruction);
  instruction.replaceAllUsesWith(handed);
  instruction.eraseFromParent();
  return true;
}

bool TurnCleaner::extendOnce() {
  bool isChanged = false;
  for (Instruction &instruction : make_early_inc_range(body_))
    isChanged |= extendOnce(instruction);
  return isChanged;
}

bool TurnCleaner::handOnNarrow(PHINode &phi) {
  auto *extension = dyn_cast<ZExtInst>(phi.getIncomingValueForBlock(&body_));
  Value *first = phi.getIncomingValueForBlock(loop_.getLoopPreheader());
  if (extension == nullptr || !phi.getType()->isIntegerTy() ||
      extension->getSrcTy()->isIntegerTy(1))
    return false;
  Type *type = extension->getSrcTy();
  if (computeKnownBits(first, body_.getDataLayout()).countMaxActiveBits() >
      type->getIntegerBitWidth())
    return false;
  auto *narrow = PHINode::Create(type, 2, "", body_.begin());
  IRBuilder<> before(loop_.getLoopPreheader()->getTerminator());
  narrow->addIncoming(before.CreateTrunc(first, type), loop_.getLoopPreheader());
  narrow->addIncoming(extension->getOperand(0), &body_);
  IRBuilder<> b(&*body_.getFirstNonPHIIt());
  evolution_.forgetValue(&phi);
  phi.replaceAllUsesWith(b.CreateZExt(narrow, phi.getType()));
  phi.eraseFromParent();
  return true;
}

// LLVM makes the form with one extension of the form with two only where those have no other use,
// which is so in some of the turns only.
bool TurnCleaner::extendOnce(Instruction &instruction) {
  Value *left, *right;
  if (!match(&instruction, m_MaxOrMin(m_ZExt(m_Value(left)), m_ZExt(m_Value(right)))) ||
      left->getType() != right->getType())
    return false;
  auto *choice = dyn_cast<MinMaxIntrinsic>(&instruction);
  if (choice == nullptr)
    return false;
  bool isMax =
      choice->getPredicate() == CmpInst::ICMP_UGT || choice->getPredicate() == CmpInst::ICMP_SGT;
  IRBuilder<> b(&instruction);
  Value *narrow = b.CreateBinaryIntrinsic(isMax ? Intrinsic::umax : Intrinsic::umin, left, right);
  evolution_.forgetValue(&instruction);
  instruction.replaceAllUsesWith(b.CreateZExt(narrow, instruction.getType()));
  instruction.eraseFromParent();
  return true;
}

// What is extended only for its use behind the loop is extended there.
bool TurnCleaner::extendBehind() {
  BasicBlock *exit = loop_.getExitBlock();
  if (exit == nullptr || exit->getSinglePredecessor() != &body_)
    return false;
  bool isChanged = false;
  for (PHINode &phi : make_early_inc_range(exit->phis())) {
    auto *extension = dyn_cast<ZExtInst>(phi.getIncomingValue(0));
    if (extension == nullptr || extension->getParent() != &body_ || !extension->hasOneUse())
      continue;
    auto *narrow = PHINode::Create(extension->getSrcTy(), 1, "", exit->begin());
    narrow->addIncoming(extension->getOperand(0), &body_);
    evolution_.forgetValue(&phi);
    phi.replaceAllUsesWith(
        IRBuilder<>(&*exit->getFirstNonPHIIt()).CreateZExt(narrow, phi.getType()));
    phi.eraseFromParent();
    extension->eraseFromParent();
    isChanged = true;
  }
  return isChanged;
}

bool TurnCleaner::dropUnused() {
  bool isChanged = false;
  for (PHINode &phi : make_early_inc_range(body_.phis())) {
    if (!phi.use_empty())
      continue;
    evolution_.forgetValue(&phi);
    phi.eraseFromParent();
    isChanged = true;
  }
  return isChanged;
}

bool TurnCleaner::run() {
  size_t accesses =
      count_if(body_, [](const Instruction &each) { return isa<LoadInst, StoreInst>(each); });
  if (body_.size() > kMostInstructions || accesses > kMostAccesses)
    return false;
  bool isChanged = mergeLoads();
  if (isChanged)
    mergeComputations();
  for (Instruction &instruction : make_early_inc_range(body_))
    isChanged |= handOn(instruction);
  isChanged |= dropUnused();
  isChanged |= extendOnce();
  for (PHINode &phi : make_early_inc_range(body_.phis()))
    isChanged |= handOnNarrow(phi);
  isChanged |= extendOnce();
  isChanged |= extendBehind();
  return isChanged;
}

// Nothing volatile, nothing but plain accesses and computations.
bool isPlain(const BasicBlock &body) {
  return all_of(body, [](const Instruction &each) {
    if (isa<LoadInst, StoreInst>(each))
      return !each.isVolatile() && !each.isAtomic();
    return !each.mayReadOrWriteMemory();
  });
}

} // namespace

PreservedAnalyses HandedValues::run(Function &function, FunctionAnalysisManager &analyses) {
  auto &evolution = analyses.getResult<ScalarEvolutionAnalysis>(function);
  bool isChanged = false;
  for (Loop *loop : analyses.getResult<LoopAnalysis>(function).getLoopsInPreorder())
    if (loop->getNumBlocks() == 1 && loop->getLoopPreheader() != nullptr && isVersioned(*loop) &&
        isPlain(*loop->getHeader()))
      isChanged |= TurnCleaner(*loop, evolution).run();
  return withSameBlocks(isChanged);
}

} // namespace wasmc::optimize
