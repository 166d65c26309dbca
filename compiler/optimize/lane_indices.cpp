// Where Wasm has no access to every third element, clang gathers those of a vector one by one, and
// keeps their indices in a vector that it takes them out of:
//
//     i = phi <0, 1, 2, 3>, i + 4;  at = i * 3
//     a = load (extract at, 0);  b = load (extract at, 1) ...
//
// For scalar evolution what is taken out of a vector is any number, so such a loop had no linear
// index. This pass computes each lane as a number of its own: with `first = phi 0, first + 4`, lane
// k of i is first + k.
//
// Why nothing changes: adding, subtracting, multiplying and shifting do to each lane the same as to
// a number of its width, and lane k of a vector that starts with constants and grows by one number
// in each lane is at every turn as far from lane 0 as it was at first. Flags that make a result
// poison are not taken over.
#include "compiler/optimize/lane_indices.h"

#include "compiler/optimize/preserved.h"

#include <llvm/ADT/DenseMap.h>
#include <llvm/Analysis/ConstantFolding.h>
#include <llvm/Analysis/LoopInfo.h>
#include <llvm/Analysis/VectorUtils.h>
#include <llvm/IR/IRBuilder.h>
#include <llvm/IR/PatternMatch.h>
#include <llvm/IR/ValueHandle.h>
#include <llvm/Transforms/Utils/Local.h>

#include <optional>

namespace wasmc::optimize {

using namespace llvm;
using namespace llvm::PatternMatch;

namespace {

// Operators between the phi and the lane that is taken; producers need two.
constexpr unsigned kMaxDepth = 4;

// Null if it is no constant number.
ConstantInt *constantLane(const Value *vector, unsigned lane, const DataLayout &layout) {
  const auto *constant = dyn_cast<Constant>(vector);
  if (constant != nullptr) // Wasm's constants are vectors of i64, and others by bitcasts
    constant = ConstantFoldConstant(constant, layout);
  return constant == nullptr ? nullptr
                             : dyn_cast_or_null<ConstantInt>(constant->getAggregateElement(lane));
}

// A phi of a loop's header that starts with constants and grows by a constant, the same in each
// lane.
struct LinearVector {
  Constant *start;
  ConstantInt *step;
};

class LaneTaker {
public:
  explicit LaneTaker(const Loop &loop)
      : loop_(loop), header_(*loop.getHeader()), layout_(header_.getDataLayout()) {}

  // Whether any extraction is a number of its own now.
  bool run();

private:
  std::optional<LinearVector> linear(PHINode &phi) const;
  bool isTakable(Value *vector, unsigned lane, unsigned depth, bool &usesPhi) const;
  Value *take(Value *vector, unsigned lane);
  Value *takeOfPhi(PHINode &phi, unsigned lane);

  const Loop &loop_;
  BasicBlock &header_;
  const DataLayout &layout_;
  DenseMap<PHINode *, PHINode *> firsts_; // of vectors: lane 0
  DenseMap<std::pair<Value *, unsigned>, Value *> taken_;
};

std::optional<LinearVector> LaneTaker::linear(PHINode &phi) const {
  const BasicBlock *preheader = loop_.getLoopPreheader(), *latch = loop_.getLoopLatch();
  if (phi.getParent() != &header_ || preheader == nullptr || latch == nullptr)
    return std::nullopt;
  auto *start = dyn_cast<Constant>(phi.getIncomingValueForBlock(preheader));
  Constant *step;
  if (start == nullptr ||
      !match(phi.getIncomingValueForBlock(latch), m_c_Add(m_Specific(&phi), m_Constant(step))))
    return std::nullopt;
  auto *same = dyn_cast_or_null<ConstantInt>(getSplatValue(ConstantFoldConstant(step, layout_)));
  if (same == nullptr || constantLane(start, 0, layout_) == nullptr)
    return std::nullopt;
  return LinearVector{start, same};
}

// Whether take() can compute the lane; tells whether that needs a phi.
bool LaneTaker::isTakable(Value *vector, unsigned lane, unsigned depth, bool &usesPhi) const {
  if (constantLane(vector, lane, layout_) != nullptr)
    return true;
  if (auto *phi = dyn_cast<PHINode>(vector)) {
    usesPhi = true;
    std::optional<LinearVector> known = linear(*phi);
    return known && constantLane(known->start, lane, layout_) != nullptr;
  }
  auto *operation = dyn_cast<BinaryOperator>(vector);
  if (depth == 0 || operation == nullptr || !loop_.contains(operation))
    return false;
  switch (operation->getOpcode()) {
  case Instruction::Add:
  case Instruction::Sub:
  case Instruction::Mul:
  case Instruction::Shl:
    return isTakable(operation->getOperand(0), lane, depth - 1, usesPhi) &&
           isTakable(operation->getOperand(1), lane, depth - 1, usesPhi);
  default:
    return false;
  }
}

Value *LaneTaker::takeOfPhi(PHINode &phi, unsigned lane) {
  LinearVector known = *linear(phi);
  ConstantInt *start = constantLane(known.start, 0, layout_);
  PHINode *&first = firsts_[&phi];
  if (first == nullptr) {
    IRBuilder<> b(&phi);
    first = b.CreatePHI(start->getType(), 2, "lane");
    b.SetInsertPoint(loop_.getLoopLatch()->getTerminator());
    Value *next = b.CreateAdd(first, known.step);
    first->addIncoming(start, loop_.getLoopPreheader());
    first->addIncoming(next, loop_.getLoopLatch());
  }
  APInt distance = constantLane(known.start, lane, layout_)->getValue() - start->getValue();
  IRBuilder<> b(&header_, header_.getFirstInsertionPt());
  return b.CreateAdd(first, b.getInt(distance));
}

Value *LaneTaker::take(Value *vector, unsigned lane) {
  if (ConstantInt *constant = constantLane(vector, lane, layout_))
    return constant;
  if (Value *known = taken_.lookup({vector, lane}))
    return known;
  Value *result;
  if (auto *phi = dyn_cast<PHINode>(vector)) {
    result = takeOfPhi(*phi, lane);
  } else {
    auto *operation = cast<BinaryOperator>(vector);
    Value *left = take(operation->getOperand(0), lane);
    Value *right = take(operation->getOperand(1), lane);
    result = IRBuilder<>(operation).CreateBinOp(operation->getOpcode(), left, right);
  }
  taken_[{vector, lane}] = result;
  return result;
}

bool LaneTaker::run() {
  SmallVector<ExtractElementInst *, 16> extractions;
  for (BasicBlock *block : loop_.blocks())
    for (Instruction &instruction : *block) {
      auto *extract = dyn_cast<ExtractElementInst>(&instruction);
      auto *lane = extract == nullptr ? nullptr : dyn_cast<ConstantInt>(extract->getIndexOperand());
      auto *type =
          extract == nullptr ? nullptr : dyn_cast<FixedVectorType>(extract->getVectorOperandType());
      bool usesPhi = false;
      if (lane != nullptr && type != nullptr && type->getElementType()->isIntegerTy() &&
          lane->getValue().ult(type->getNumElements()) &&
          isTakable(extract->getVectorOperand(), static_cast<unsigned>(lane->getZExtValue()),
                    kMaxDepth, usesPhi) &&
          usesPhi)
        extractions.push_back(extract);
    }
  SmallVector<WeakTrackingVH, 16> dead;
  for (ExtractElementInst *extract : extractions) {
    auto lane = cast<ConstantInt>(extract->getIndexOperand())->getZExtValue();
    extract->replaceAllUsesWith(take(extract->getVectorOperand(), static_cast<unsigned>(lane)));
    dead.emplace_back(extract);
  }
  RecursivelyDeleteTriviallyDeadInstructionsPermissive(dead);
  for (auto [vector, first] : firsts_)
    RecursivelyDeleteDeadPHINode(vector);
  return !extractions.empty();
}

} // namespace

PreservedAnalyses LaneIndices::run(Function &function, FunctionAnalysisManager &analyses) {
  bool isChanged = false;
  for (const Loop *loop : analyses.getResult<LoopAnalysis>(function).getLoopsInPreorder())
    if (loop->isInnermost())
      isChanged |= LaneTaker(*loop).run();
  return withSameBlocks(isChanged);
}

} // namespace wasmc::optimize
