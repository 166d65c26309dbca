// A comparison of lanes of 32 bits gives lanes of ones or zeros. To choose between lanes of 16 by
// it, producers take two bytes of each, and Wasm's bitselect chooses bit by bit:
//
//     mask   = bitcast (sext <4 x i1> less to <4 x i32>) to <16 x i8>
//     bytes  = shuffle mask, <0, 1, 4, 5, 8, 9, 12, 13>
//     result = select (trunc bytes to <8 x i1>), a, b        with a, b of 8 bytes
//
// which is `select less` between four lanes of 16 bits. As it stands, a target whose comparisons
// give a bit for each lane (AVX-512) takes the vector of ones and zeros apart byte by byte: 60
// times as slow.
//
// Why nothing changes: all bytes of a lane of `mask` are the same, so a choice by any of them is a
// choice by the bit that the lane is made of, and bytes that are side by side, chosen by the same
// bit, are chosen together. Poison is the one thing that does not stay in its byte then: a byte of
// a or b that may be poison, since nothing needs it, would take its neighbours along. So what is
// not known to be none is frozen.
#include "compiler/optimize/mask_choices.h"

#include "compiler/optimize/lanes.h"
#include "compiler/optimize/poison.h"
#include "compiler/optimize/preserved.h"

#include <llvm/Analysis/ConstantFolding.h>
#include <llvm/IR/IRBuilder.h>
#include <llvm/IR/InstIterator.h>
#include <llvm/IR/PatternMatch.h>
#include <llvm/IR/ValueHandle.h>
#include <llvm/Transforms/Utils/Local.h>

#include <optional>

namespace wasmc::optimize {

using namespace llvm;
using namespace llvm::PatternMatch;

namespace {

constexpr unsigned kWidest = 64; // bits of a lane

// By which bit of `bits` each lane is chosen.
struct Condition {
  Value *bits;
  SmallVector<int, 16> lanes;
};

// Of lanes that were shortened to bits. None where another lane than one of ones or zeros is meant.
std::optional<Condition> conditionOf(Value *value) {
  Value *shortened, *extended, *bits;
  if (!isa<FixedVectorType>(value->getType()) || !match(value, m_Trunc(m_Value(shortened))))
    return std::nullopt;
  SmallVector<int, 16> lanes;
  ArrayRef<int> mask;
  if (match(shortened, m_Shuffle(m_Value(extended), m_Poison(), m_Mask(mask)))) {
    lanes.assign(mask.begin(), mask.end());
    shortened = extended;
  } else {
    for (unsigned k = 0; k < lanesOf(value->getType()); ++k)
      lanes.push_back(static_cast<int>(k));
  }
  if (!match(shortened, m_BitCast(m_Value(extended))) || !match(extended, m_SExt(m_Value(bits))) ||
      !bits->getType()->isIntOrIntVectorTy(1) || !isa<FixedVectorType>(bits->getType()) ||
      lanesOf(shortened->getType()) % lanesOf(bits->getType()) != 0)
    return std::nullopt;
  int perBit = static_cast<int>(lanesOf(shortened->getType()) / lanesOf(bits->getType()));
  for (int &lane : lanes) {
    if (lane < 0 || lane >= static_cast<int>(lanesOf(shortened->getType())))
      return std::nullopt;
    lane /= perBit;
  }
  return Condition{bits, std::move(lanes)};
}

// Whether what is known of each `run` lanes side by side is the same.
template <class T> bool isInRuns(ArrayRef<T> lanes, unsigned run) {
  if (lanes.size() % run != 0)
    return false;
  for (; !lanes.empty(); lanes = lanes.drop_front(run))
    if (!all_equal(lanes.take_front(run)))
      return false;
  return true;
}

// What InstCombine leaves of lanes that nobody needs: poison in the mask of a shuffle, and in a
// constant.
bool keepsPoisonApart(Value *value, unsigned run) {
  SmallVector<bool, 16> maybe;
  Value *from;
  ArrayRef<int> mask;
  if (match(value, m_Shuffle(m_Value(from), m_Poison(), m_Mask(mask)))) {
    for (int lane : mask)
      maybe.push_back(lane < 0 || lane >= static_cast<int>(lanesOf(from->getType())));
    return isNeverPoison(from) && isInRuns<bool>(maybe, run);
  }
  auto *constant = dyn_cast<ConstantVector>(value);
  if (constant == nullptr)
    return isNeverPoison(value);
  for (const Use &lane : constant->operands())
    maybe.push_back(!isa<ConstantInt>(lane));
  return isInRuns<bool>(maybe, run);
}

// With lanes of which each was `run` lanes.
Value *withWideLanes(IRBuilder<> &b, Value *value, Type *type, unsigned run) {
  if (run > 1 && !keepsPoisonApart(value, run))
    value = b.CreateFreeze(value);
  if (auto *constant = dyn_cast<Constant>(value)) // a number, for who looks at it next
    return ConstantFoldCastOperand(Instruction::BitCast, constant, type,
                                   b.GetInsertBlock()->getDataLayout());
  return b.CreateBitCast(value, type);
}

// Puts the choice between wider lanes in front of `select`, which has no use then.
bool widen(SelectInst &select) {
  auto *type = dyn_cast<FixedVectorType>(select.getType());
  if (type == nullptr || !type->getElementType()->isIntegerTy())
    return false;
  std::optional<Condition> condition = conditionOf(select.getCondition());
  if (!condition)
    return false;
  unsigned bits = type->getScalarSizeInBits();
  unsigned run = 1;
  while (2 * run * bits <= kWidest && isInRuns<int>(condition->lanes, 2 * run))
    run *= 2;
  SmallVector<int, 16> lanes;
  for (size_t k = 0; k < condition->lanes.size(); k += run)
    lanes.push_back(condition->lanes[k]);
  IRBuilder<> b(&select);
  auto *wide = FixedVectorType::get(b.getIntNTy(bits * run), type->getNumElements() / run);
  bool isSame = lanes.size() == lanesOf(condition->bits->getType()) &&
                ShuffleVectorInst::isIdentityMask(lanes, static_cast<int>(lanes.size()));
  Value *by = isSame ? condition->bits : b.CreateShuffleVector(condition->bits, lanes);
  Value *chosen = b.CreateSelect(by, withWideLanes(b, select.getTrueValue(), wide, run),
                                 withWideLanes(b, select.getFalseValue(), wide, run));
  select.replaceAllUsesWith(b.CreateBitCast(chosen, type));
  return true;
}

} // namespace

PreservedAnalyses MaskChoices::run(Function &function, FunctionAnalysisManager &) {
  SmallVector<WeakTrackingVH, 16> dead;
  for (Instruction &instruction : instructions(function))
    if (auto *select = dyn_cast<SelectInst>(&instruction); select != nullptr && widen(*select))
      dead.emplace_back(select);
  RecursivelyDeleteTriviallyDeadInstructionsPermissive(dead);
  return withSameBlocks(!dead.empty());
}

} // namespace wasmc::optimize
