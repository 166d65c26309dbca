#include "compiler/optimize/outer_values.h"

#include "compiler/optimize/poison.h"

#include <llvm/Analysis/ScalarEvolutionExpressions.h>

namespace wasmc::optimize {

using namespace llvm;

namespace {

constexpr uint64_t kCountLimit = uint64_t{1} << 55;

class OuterValues : public SCEVRewriteVisitor<OuterValues> {
public:
  OuterValues(const Loop &loop, ScalarEvolution &evolution, const DominatorTree &dominators)
      : SCEVRewriteVisitor(evolution), loop_(loop), dominators_(dominators) {}

  const SCEV *visitAddRecExpr(const SCEVAddRecExpr *recurrence);

private:
  SmallVector<Instruction *, 16> candidatesFor(const Loop &around) const;
  const SCEV *asUse(Instruction &candidate, const SCEVAddRecExpr *recurrence);
  bool mayBeUsed(Instruction &candidate, const SCEV *value);

  const Loop &loop_;
  const DominatorTree &dominators_;
};

// Where linear values of `around` are found: its own phis, and what `loop_` starts with.
SmallVector<Instruction *, 16> OuterValues::candidatesFor(const Loop &around) const {
  SmallVector<Instruction *, 16> candidates;
  for (PHINode &phi : around.getHeader()->phis())
    candidates.push_back(&phi);
  const BasicBlock *preheader = loop_.getLoopPreheader();
  for (PHINode &phi : loop_.getHeader()->phis())
    if (auto *start = dyn_cast<Instruction>(phi.getIncomingValueForBlock(preheader)))
      if (dominators_.dominates(start, preheader->getTerminator()))
        candidates.push_back(start);
  erase_if(candidates, [](const Instruction *it) { return !it->getType()->isIntegerTy(); });
  return candidates;
}

// The candidate may be poison where the expression is not, for the sake of flags that the
// expression does not have. What is made of it would then be frozen to any number.
bool OuterValues::mayBeUsed(Instruction &candidate, const SCEV *value) {
  SmallVector<Instruction *, 4> flagged;
  if (!SE.canReuseInstruction(value, &candidate, flagged))
    return false;
  for (Instruction *instruction : flagged)
    instruction->dropPoisonGeneratingAnnotations();
  return true;
}

// `recurrence` by means of the candidate; null if that makes it no simpler.
const SCEV *OuterValues::asUse(Instruction &candidate, const SCEVAddRecExpr *recurrence) {
  const SCEV *known = SE.getSCEV(&candidate);
  Type *type = recurrence->getType();
  const SCEV *use = SE.getUnknown(&candidate);
  if (known->getType() != type) {
    if (SE.getTypeSizeInBits(known->getType()) >= SE.getTypeSizeInBits(type) ||
        SE.getZeroExtendExpr(known, type) != recurrence || !mayBeUsed(candidate, recurrence))
      return nullptr;
    return SE.getZeroExtendExpr(use, type);
  }
  // Also as its negative: what is taken off a bound to get a count.
  for (const SCEV *factor : {SE.getOne(type), SE.getMinusOne(type)}) {
    const SCEV *rest = SE.getMinusSCEV(recurrence, SE.getMulExpr(factor, known));
    const auto *varying = dyn_cast<SCEVAddRecExpr>(rest);
    bool isSimpler = SE.isLoopInvariant(rest, recurrence->getLoop()) ||
                     (varying != nullptr && varying->getLoop() == recurrence->getLoop() &&
                      varying->getNumOperands() < recurrence->getNumOperands());
    if (isSimpler && mayBeUsed(candidate, recurrence))
      return SE.getAddExpr(SE.getMulExpr(factor, use), visit(rest));
  }
  return nullptr;
}

const SCEV *OuterValues::visitAddRecExpr(const SCEVAddRecExpr *recurrence) {
  const Loop *around = recurrence->getLoop();
  if (around == &loop_ || !around->contains(&loop_))
    return recurrence;
  for (Instruction *candidate : candidatesFor(*around))
    if (const SCEV *use = asUse(*candidate, recurrence))
      return use;
  return recurrence;
}

} // namespace

const SCEV *withOuterValues(const SCEV *value, const Loop &loop, ScalarEvolution &evolution,
                            const DominatorTree &dominators) {
  return OuterValues(loop, evolution, dominators).visit(value);
}

bool OuterCode::isExpandable(const SCEV *value) const {
  return evolution_.isLoopInvariant(value, &loop_) &&
         expander_.isSafeToExpandAt(value, loop_.getLoopPreheader()->getTerminator()) &&
         dividesSafely(value);
}

Value *OuterCode::expand(const SCEV *value, Type *type) {
  return expander_.expandCodeFor(withOuterValues(value, loop_, evolution_, dominators_), type,
                                 loop_.getLoopPreheader()->getTerminator());
}

const SCEV *OuterCode::backedgeCount() const {
  const SCEV *count = evolution_.getBackedgeTakenCount(&loop_);
  bool isUsable = !isa<SCEVCouldNotCompute>(count) && count->getType()->isIntegerTy() &&
                  evolution_.getTypeSizeInBits(count->getType()) <= 64 &&
                  evolution_.getUnsignedRangeMax(count).ult(kCountLimit) && isExpandable(count);
  return isUsable ? count : nullptr;
}

} // namespace wasmc::optimize
