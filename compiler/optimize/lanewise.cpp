// Why nothing changes: LLVM defines these operators on vectors as the same on each lane, lanes of
// the result come from the same lanes of the operands, and none of them reads or writes memory or
// can trap (divisions can, but not by constants other than 0 and -1). Flags that make a result
// poison are not taken over. Floats stay as they are: Wasm has all their operators on vectors.
#include "compiler/optimize/lanewise.h"

#include "compiler/optimize/lanes.h"
#include "compiler/optimize/preserved.h"

#include <llvm/ADT/SmallVector.h>
#include <llvm/Analysis/VectorUtils.h>
#include <llvm/IR/IRBuilder.h>
#include <llvm/IR/InstIterator.h>
#include <llvm/IR/IntrinsicInst.h>
#include <llvm/IR/PatternMatch.h>
#include <llvm/IR/ValueHandle.h>
#include <llvm/Transforms/Utils/Local.h>

namespace wasmc::optimize {

using namespace llvm;
using namespace llvm::PatternMatch;

namespace {

// One value per lane.
using Lanes = SmallVector<Value *, 16>;

// Operators between the lanes that are taken and the vector that is made of them. Producers need
// few; a limit keeps the search short.
constexpr unsigned kMaxDepth = 8;

// Insertions that are looked at for each lane: a chain that many others share must not be walked
// whole for each of them.
constexpr unsigned kInsertionsPerLane = 2;

bool isJoinable(Intrinsic::ID intrinsic) {
  switch (intrinsic) {
  case Intrinsic::umin:
  case Intrinsic::umax:
  case Intrinsic::smin:
  case Intrinsic::smax:
  case Intrinsic::fshl: // rotations
  case Intrinsic::fshr:
    return true;
  default:
    return false;
  }
}

// Whether the second operand is a constant by which nothing traps that is divided.
bool isByConstant(const Instruction &division) {
  const auto *divisor = dyn_cast<ConstantInt>(division.getOperand(1));
  return divisor != nullptr && !divisor->isZero() && !divisor->isMinusOne();
}

bool isJoinable(const Instruction &instruction) {
  switch (instruction.getOpcode()) {
  case Instruction::UDiv:
  case Instruction::URem:
  case Instruction::SDiv:
  case Instruction::SRem:
    return instruction.getType()->isIntegerTy() && isByConstant(instruction);
  case Instruction::Add:
  case Instruction::Sub:
  case Instruction::Mul:
  case Instruction::And:
  case Instruction::Or:
  case Instruction::Xor:
  case Instruction::Shl:
  case Instruction::LShr:
  case Instruction::AShr:
  case Instruction::Select:
    return instruction.getType()->isIntegerTy();
  case Instruction::ICmp:
    return instruction.getOperand(0)->getType()->isIntegerTy();
  case Instruction::Call: {
    const auto *intrinsic = dyn_cast<IntrinsicInst>(&instruction);
    return intrinsic != nullptr && isJoinable(intrinsic->getIntrinsicID());
  }
  default:
    return false;
  }
}

bool isSameOperation(const Instruction &one, const Instruction &other) {
  if (one.getOpcode() != other.getOpcode() || one.getType() != other.getType())
    return false;
  if (const auto *comparison = dyn_cast<ICmpInst>(&one))
    return comparison->getPredicate() == cast<ICmpInst>(other).getPredicate() &&
           one.getOperand(0)->getType() == other.getOperand(0)->getType();
  if (const auto *call = dyn_cast<CallBase>(&one))
    return call->getCalledOperand() == cast<CallBase>(other).getCalledOperand();
  return true;
}

// Makes vectors of lanes, after it has found that it can.
class LaneJoiner {
public:
  LaneJoiner(Instruction &at, unsigned elementBits) : b_(&at), elementBits_(elementBits) {}

  // Null, with nothing made, if there is no such vector.
  Value *join(const Lanes &lanes) {
    return canJoin(lanes, kMaxDepth) && operations_ > 0 ? emit(lanes) : nullptr;
  }

private:
  static Value *vectorOf(const Lanes &lanes);
  bool isSimple(const Lanes &lanes) const;
  bool canJoin(const Lanes &lanes, unsigned depth);
  Value *emit(const Lanes &lanes);

  static Lanes operands(const Lanes &lanes, unsigned k) {
    Lanes values;
    for (Value *lane : lanes)
      values.push_back(cast<Instruction>(lane)->getOperand(k));
    return values;
  }

  IRBuilder<> b_;
  unsigned elementBits_;
  unsigned operations_ = 0;
};

// The vector that the lanes are those of, in order; null if there is none.
Value *LaneJoiner::vectorOf(const Lanes &lanes) {
  Value *vector = nullptr;
  for (auto [k, lane] : enumerate(lanes)) {
    Value *from;
    if (!match(lane, m_ExtractElt(m_Value(from), m_SpecificInt(k))))
      return nullptr;
    auto *type = dyn_cast<FixedVectorType>(from->getType());
    if (type == nullptr || type->getNumElements() != lanes.size() ||
        (vector != nullptr && from != vector))
      return nullptr;
    vector = from;
  }
  return vector;
}

bool LaneJoiner::isSimple(const Lanes &lanes) const {
  return all_of(lanes, [](Value *lane) { return isa<ConstantInt>(lane); }) || all_equal(lanes) ||
         vectorOf(lanes) != nullptr;
}

bool LaneJoiner::canJoin(const Lanes &lanes, unsigned depth) {
  if (isSimple(lanes))
    return true;
  auto *first = dyn_cast<Instruction>(lanes[0]);
  if (first == nullptr || depth == 0 || !isJoinable(*first))
    return false;
  // Wider elements than the vector's would need several vectors. Of a comparison it is the operands
  // that count.
  const Value *sized = isa<ICmpInst>(first) ? first->getOperand(0) : first;
  unsigned bits = sized->getType()->getIntegerBitWidth();
  if (bits != elementBits_ && bits != 1)
    return false;
  for (Value *lane : lanes) {
    auto *instruction = dyn_cast<Instruction>(lane);
    // With other uses the lane is needed by itself as well.
    if (instruction == nullptr || !instruction->hasOneUse() || !isJoinable(*instruction) ||
        !isSameOperation(*first, *instruction))
      return false;
  }
  ++operations_;
  for (unsigned k = 0; k < operandsOf(*first); ++k)
    if (!canJoin(operands(lanes, k), depth - 1))
      return false;
  return true;
}

Value *LaneJoiner::emit(const Lanes &lanes) {
  if (Value *vector = vectorOf(lanes))
    return vector;
  if (all_of(lanes, [](Value *lane) { return isa<ConstantInt>(lane); })) {
    SmallVector<Constant *, 16> constants;
    for (Value *lane : lanes)
      constants.push_back(cast<Constant>(lane));
    return ConstantVector::get(constants);
  }
  if (all_equal(lanes))
    return b_.CreateVectorSplat(lanes.size(), lanes[0]);
  auto *first = cast<Instruction>(lanes[0]);
  Lanes values;
  for (unsigned k = 0; k < operandsOf(*first); ++k)
    values.push_back(emit(operands(lanes, k)));
  if (auto *comparison = dyn_cast<ICmpInst>(first))
    return b_.CreateICmp(comparison->getPredicate(), values[0], values[1]);
  if (isa<SelectInst>(first))
    return b_.CreateSelect(values[0], values[1], values[2]);
  if (auto *intrinsic = dyn_cast<IntrinsicInst>(first))
    return b_.CreateIntrinsic(intrinsic->getIntrinsicID(), {values[0]->getType()}, values);
  return b_.CreateBinOp(cast<BinaryOperator>(first)->getOpcode(), values[0], values[1]);
}

// The lanes that a chain of insertions puts into a vector; none if it is not every one.
Lanes lanesOf(InsertElementInst &last) {
  auto *type = dyn_cast<FixedVectorType>(last.getType());
  if (type == nullptr || !type->getElementType()->isIntegerTy())
    return {};
  Lanes lanes(type->getNumElements());
  unsigned missing = lanes.size();
  unsigned left = lanes.size() * kInsertionsPerLane;
  Value *vector = &last;
  while (auto *insert = dyn_cast<InsertElementInst>(vector)) {
    auto *at = dyn_cast<ConstantInt>(insert->getOperand(2));
    if (left-- == 0 || at == nullptr || at->getValue().uge(lanes.size()))
      return {};
    if (Value *&lane = lanes[at->getZExtValue()]; lane == nullptr) {
      lane = insert->getOperand(1);
      --missing;
    }
    vector = insert->getOperand(0);
  }
  if (Value *splat = getSplatValue(vector); splat != nullptr && missing < lanes.size()) {
    replace(lanes, static_cast<Value *>(nullptr), splat);
    missing = 0;
  }
  return missing == 0 ? lanes : Lanes();
}

bool isLastOfChain(const InsertElementInst &insert) {
  return none_of(insert.users(), [&](const User *user) {
    auto *next = dyn_cast<InsertElementInst>(user);
    return next != nullptr && next->getOperand(0) == &insert;
  });
}

bool joinChain(InsertElementInst &last) {
  Lanes lanes = lanesOf(last);
  if (lanes.size() < 2)
    return false;
  Value *vector = LaneJoiner(last, lanes[0]->getType()->getIntegerBitWidth()).join(lanes);
  if (vector == nullptr)
    return false;
  last.replaceAllUsesWith(vector);
  RecursivelyDeleteTriviallyDeadInstructions(&last);
  return true;
}

} // namespace

PreservedAnalyses Lanewise::run(Function &function, FunctionAnalysisManager &) {
  SmallVector<WeakVH, 16> chains; // whose ends may go with what else becomes dead
  for (Instruction &instruction : instructions(function))
    if (auto *insert = dyn_cast<InsertElementInst>(&instruction);
        insert != nullptr && isLastOfChain(*insert))
      chains.emplace_back(insert);
  bool changed = false;
  for (const WeakVH &chain : chains)
    if (auto *insert = cast_or_null<InsertElementInst>(static_cast<Value *>(chain)))
      changed |= joinChain(*insert);
  return withSameBlocks(changed);
}

} // namespace wasmc::optimize
