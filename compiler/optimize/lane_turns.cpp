// clang makes vectors of `gray[i] = (66 * rgb[3 * i] + 129 * rgb[3 * i + 1] + ...) >> 8` by loading
// eight bytes one by one into the lanes of one, for Wasm has no other way. For the machine there
// is: LLVM loads all three rows at once and shuffles. It sees that in the loop over single
// elements, which this pass makes of it again, unrolled:
//
//     v = <load rgb[3 * i], load rgb[3 * i + 3], ...>;  store (v * 66) >> 8 to gray[i ... i + 7]
//
//     store (load rgb[3 * i] * 66) >> 8 to gray[i]
//     store (load rgb[3 * i + 3] * 66) >> 8 to gray[i + 1] ...
//
// and loop_reroll.cpp rolls up.
//
// Why nothing changes: operators on vectors do to each lane what they do to a number of its type,
// flags included, insertions and shuffles only say which value a lane is, and vectors are loaded
// and stored as their lanes side by side, the first one lowest (all targets are little-endian),
// which in a fast copy may be done one by one: it is plain, and nothing comes between.
//
// A loop that cannot be rolled up afterwards would have lost its vectors. So all lanes are computed
// alike (constants are the same in each lane), addresses move by as much in one iteration as they
// would in so many turns, nothing else is stored or outlives the loop, and no store is known to
// meet another access, for in the body the accesses of all turns are mixed.
#include "compiler/optimize/lane_turns.h"

#include "compiler/optimize/lanes.h"
#include "compiler/optimize/loop_copies.h"
#include "compiler/optimize/preserved.h"
#include "compiler/optimize/separate_ranges.h"

#include <llvm/ADT/SetVector.h>
#include <llvm/Analysis/LoopInfo.h>
#include <llvm/Analysis/ScalarEvolution.h>
#include <llvm/Analysis/ScalarEvolutionExpressions.h>
#include <llvm/Analysis/VectorUtils.h>
#include <llvm/IR/IRBuilder.h>
#include <llvm/IR/IntrinsicInst.h>
#include <llvm/IR/IntrinsicsX86.h>
#include <llvm/IR/PatternMatch.h>
#include <llvm/IR/ValueHandle.h>
#include <llvm/Transforms/Utils/Local.h>

#include <limits>

namespace wasmc::optimize {

using namespace llvm;
using namespace llvm::PatternMatch;

namespace {

constexpr unsigned kMinLanes = 4, kMaxLanes = 16;
// Of the loop taken apart; unrolled_loop.cpp has limits that are a little above.
constexpr size_t kMaxRows = 40;
constexpr size_t kMaxAccesses = 96;

// Lane `lane` of a vector, or a number.
struct LaneRef {
  static constexpr unsigned kNumber = std::numeric_limits<unsigned>::max();
  Value *value;
  unsigned lane;
  bool operator==(const LaneRef &other) const { return value == other.value && lane == other.lane; }
  bool isNumber() const { return lane == kNumber; }
};

// What each turn has in one place, in their order.
using LaneRow = SmallVector<LaneRef, kMaxLanes>;

// The vector that a store stores, whole or its first lanes.
Value *storedVector(StoreInst &store) {
  Value *value = store.getValueOperand(), *from;
  if (match(value, m_ExtractElt(m_Value(from), m_Zero())))
    value = from;
  while (match(value, m_BitCast(m_Value(from))) && isa<FixedVectorType>(from->getType()))
    value = from;
  return isa<FixedVectorType>(value->getType()) ? value : nullptr;
}

// A load, and how its bits are seen; null if it is none.
LoadInst *loadOf(Value *value) {
  auto *cast = dyn_cast<BitCastInst>(value);
  return dyn_cast<LoadInst>(cast == nullptr ? value : cast->getOperand(0));
}

// Two vectors of numbers that are made half as long, signed ones limited to what fits.
bool isPack(const Value *value) {
  const auto *call = dyn_cast<IntrinsicInst>(value);
  switch (call == nullptr ? Intrinsic::not_intrinsic : call->getIntrinsicID()) {
  case Intrinsic::x86_sse2_packuswb_128:
  case Intrinsic::x86_sse2_packsswb_128:
  case Intrinsic::x86_sse2_packssdw_128:
  case Intrinsic::x86_sse41_packusdw:
    return true;
  default:
    return false;
  }
}

bool packsSigned(const IntrinsicInst &call) {
  return call.getIntrinsicID() == Intrinsic::x86_sse2_packsswb_128 ||
         call.getIntrinsicID() == Intrinsic::x86_sse2_packssdw_128;
}

LaneRef sourceOfPack(const LaneRef &ref) {
  auto *call = cast<IntrinsicInst>(ref.value);
  unsigned half = lanesOf(call->getType()) / 2;
  return {call->getArgOperand(ref.lane / half), ref.lane % half};
}

// Which value insertions and shuffles say that it is; none if they say of none.
std::optional<LaneRef> resolve(LaneRef ref) {
  while (!ref.isNumber()) {
    if (auto *insert = dyn_cast<InsertElementInst>(ref.value)) {
      auto *at = dyn_cast<ConstantInt>(insert->getOperand(2));
      if (at == nullptr)
        return std::nullopt;
      ref = at->equalsInt(ref.lane) ? LaneRef{insert->getOperand(1), LaneRef::kNumber}
                                    : LaneRef{insert->getOperand(0), ref.lane};
    } else if (auto *shuffle = dyn_cast<ShuffleVectorInst>(ref.value)) {
      int from = shuffle->getMaskValue(ref.lane);
      if (from < 0)
        return std::nullopt;
      unsigned lane = static_cast<unsigned>(from),
               lanes = lanesOf(shuffle->getOperand(0)->getType());
      ref = {shuffle->getOperand(lane < lanes ? 0 : 1), lane % lanes};
    } else {
      break;
    }
  }
  return ref;
}

// As one access of its lanes.
void copyFacts(Instruction &part, const Instruction &whole) {
  part.setAAMetadata(whole.getAAMetadata());
  if (isInRange(whole))
    markInRange(part);
}

Value *placeOfLane(IRBuilder<> &b, Value *pointer, const Type *type, unsigned k) {
  return b.CreateInBoundsPtrAdd(pointer, b.getInt64(uint64_t{k} * type->getScalarSizeInBits() / 8));
}

class LaneSplitter {
public:
  LaneSplitter(const Loop &loop, ScalarEvolution &evolution)
      : loop_(loop), body_(*loop.getHeader()), evolution_(evolution) {}

  // Whether the body is what this pass is for. Changes nothing.
  bool plan();
  void split();

private:
  bool planStores();
  bool planStore(StoreInst &store);
  bool isRow(LaneRow row);
  bool isSteady(const LaneRow &row) const;
  bool isLoaded(const LaneRow &row);
  bool isOperatorRow(const LaneRow &row);
  bool areSideBySide(ArrayRef<const SCEV *> places) const;
  bool areApart() const;
  Value *lane(const LaneRef &ref);
  Value *steadyNumber(const LaneRef &ref);
  Value *emit(const LaneRef &ref);
  Value *emitPack(const LaneRef &ref);
  void splitStore(StoreInst &store);

  const Loop &loop_;
  BasicBlock &body_;
  ScalarEvolution &evolution_;
  unsigned lanes_ = 0; // of each store
  bool gathers_ = false;
  size_t parts_ = 0; // accesses of the loop taken apart
  SmallVector<StoreInst *, 4> stores_;
  SetVector<Instruction *> accesses_;
  DenseMap<std::pair<Value *, unsigned>, LaneRow> rows_; // by their first
  DenseMap<std::pair<Value *, unsigned>, Value *> made_;
};

// Whether each turn's is as far from that of the one before, and they move in an iteration as far
// as in so many turns.
bool LaneSplitter::areSideBySide(ArrayRef<const SCEV *> places) const {
  const SCEV *step = evolution_.getMinusSCEV(places[1], places[0]);
  const auto *first = dyn_cast<SCEVAddRecExpr>(places[0]);
  if (!isa<SCEVConstant>(step) || first == nullptr || first->getLoop() != &loop_ ||
      first->getStepRecurrence(evolution_) !=
          evolution_.getMulExpr(step, evolution_.getConstant(step->getType(), lanes_)))
    return false;
  return all_of(seq(places.size() - 1), [&](size_t k) {
    return evolution_.getMinusSCEV(places[k + 1], places[k]) == step;
  });
}

bool LaneSplitter::areApart() const {
  return all_of(stores_, [&](const StoreInst *store) {
    return all_of(accesses_, [&](const Instruction *access) {
      return access == store || areSeparate(*store, *access);
    });
  });
}

bool LaneSplitter::planStore(StoreInst &store) {
  Value *vector = storedVector(store);
  if (vector == nullptr || !store.isSimple())
    return false;
  uint64_t bits = store.getValueOperand()->getType()->getPrimitiveSizeInBits();
  unsigned each = vector->getType()->getScalarSizeInBits();
  if (each < 8 || bits % each != 0 || (lanes_ != 0 && lanes_ != bits / each))
    return false;
  lanes_ = static_cast<unsigned>(bits / each);
  if (lanes_ < kMinLanes || lanes_ > kMaxLanes || !isPowerOf2_32(lanes_))
    return false;
  const auto *place = dyn_cast<SCEVAddRecExpr>(evolution_.getSCEV(store.getPointerOperand()));
  const auto *step =
      place == nullptr ? nullptr : dyn_cast<SCEVConstant>(place->getStepRecurrence(evolution_));
  stores_.push_back(&store);
  accesses_.insert(&store);
  parts_ += lanes_;
  return step != nullptr && place->getLoop() == &loop_ && step->getAPInt() == bits / 8;
}

bool LaneSplitter::planStores() {
  for (Instruction &instruction : body_) {
    if (isa<PHINode>(instruction) ? instruction.getType()->isVectorTy()
                                  : instruction.isUsedOutsideOfBlock(&body_))
      return false;
    auto *store = dyn_cast<StoreInst>(&instruction);
    if (store != nullptr && !planStore(*store))
      return false;
  }
  return !stores_.empty();
}

// Whether it is one number in all turns: it does not change in the loop, and is the same in all
// lanes.
bool LaneSplitter::isSteady(const LaneRow &row) const {
  if (!loop_.isLoopInvariant(row[0].value) || !all_of(row, [&](const LaneRef &ref) {
        return ref.value == row[0].value && ref.isNumber() == row[0].isNumber();
      }))
    return false;
  auto *constant = dyn_cast<Constant>(row[0].value);
  if (row[0].isNumber() || constant == nullptr)
    return all_equal(row) || isSplatValue(row[0].value);
  const Constant *first = constant->getAggregateElement(row[0].lane);
  return first != nullptr && !isa<UndefValue>(first) && all_of(row, [&](const LaneRef &ref) {
           return constant->getAggregateElement(ref.lane) == first;
         });
}

Value *LaneSplitter::steadyNumber(const LaneRef &ref) {
  if (auto *constant = dyn_cast<Constant>(ref.value))
    return constant->getAggregateElement(ref.lane);
  if (Value *known = getSplatValue(ref.value))
    return known;
  unsigned lane = isSplatValue(ref.value) ? 0 : ref.lane;
  Value *&number = made_[{ref.value, lane}];
  if (number == nullptr)
    number = IRBuilder<>(loop_.getLoopPreheader()->getTerminator())
                 .CreateExtractElement(ref.value, uint64_t{lane});
  return number;
}

bool LaneSplitter::isLoaded(const LaneRow &row) {
  SmallVector<const SCEV *, kMaxLanes> places;
  for (const LaneRef &ref : row) {
    LoadInst *load = loadOf(ref.value);
    if (load == nullptr || !load->isSimple() || load->getParent() != &body_)
      return false;
    const SCEV *place = evolution_.getSCEV(load->getPointerOperand());
    gathers_ |= ref.isNumber();
    ++parts_;
    accesses_.insert(load);
    uint64_t further =
        ref.isNumber() ? 0 : ref.lane * ref.value->getType()->getScalarSizeInBits() / 8;
    places.push_back(evolution_.getAddExpr(
        place, evolution_.getConstant(Type::getInt64Ty(load->getContext()), further)));
  }
  return areSideBySide(places);
}

bool doTheSame(const Instruction &one, const Instruction &other) {
  const auto *call = dyn_cast<CallBase>(&one);
  return one.isSameOperationAs(&other) &&
         (call == nullptr || call->getCalledOperand() == cast<CallBase>(other).getCalledOperand());
}

// Whether they are one operator, or several that do the same, on what are rows again.
bool LaneSplitter::isOperatorRow(const LaneRow &row) {
  auto *first = dyn_cast<Instruction>(row[0].value);
  if (row[0].isNumber() || first == nullptr || (!isPack(first) && !isLanewise(*first)))
    return false;
  if (!all_of(row, [&](const LaneRef &ref) {
        auto *other = dyn_cast<Instruction>(ref.value);
        return !ref.isNumber() && other != nullptr && other->getParent() == &body_ &&
               doTheSame(*other, *first);
      }))
    return false;
  unsigned operands = isPack(first) ? 1 : operandsOf(*first);
  return all_of(seq(operands), [&](unsigned k) {
    LaneRow from;
    for (const LaneRef &ref : row)
      from.push_back(isPack(first)
                         ? sourceOfPack(ref)
                         : LaneRef{cast<Instruction>(ref.value)->getOperand(k), ref.lane});
    return isRow(std::move(from));
  });
}

bool LaneSplitter::isRow(LaneRow row) {
  for (LaneRef &ref : row) {
    std::optional<LaneRef> resolved = resolve(ref);
    if (!resolved)
      return false;
    ref = *resolved;
  }
  if (isSteady(row))
    return true;
  auto [known, isNew] = rows_.try_emplace({row[0].value, row[0].lane}, row);
  if (!isNew)
    return known->second == row;
  return rows_.size() <= kMaxRows && (isLoaded(row) || isOperatorRow(row));
}

bool LaneSplitter::plan() {
  if (!planStores())
    return false;
  for (StoreInst *store : stores_) {
    LaneRow row;
    for (unsigned k = 0; k < lanes_; ++k)
      row.push_back({storedVector(*store), k});
    if (!isRow(std::move(row)))
      return false;
  }
  return gathers_ && parts_ <= kMaxAccesses && areApart();
}

Value *LaneSplitter::emitPack(const LaneRef &ref) {
  auto *call = cast<IntrinsicInst>(ref.value);
  Value *from = lane(sourceOfPack(ref));
  IRBuilder<> b(call);
  unsigned bits = call->getType()->getScalarSizeInBits(), fromBits = 2 * bits;
  APInt least = APInt::getZero(fromBits), most = APInt::getLowBitsSet(fromBits, bits);
  if (packsSigned(*call)) {
    least = APInt::getSignedMinValue(bits).sext(fromBits);
    most = APInt::getSignedMaxValue(bits).sext(fromBits);
  }
  Value *limited = b.CreateBinaryIntrinsic(Intrinsic::smin, from, b.getInt(most));
  limited = b.CreateBinaryIntrinsic(Intrinsic::smax, limited, b.getInt(least));
  return b.CreateTrunc(limited, b.getIntNTy(bits));
}

Value *LaneSplitter::emit(const LaneRef &ref) {
  auto &instruction = *cast<Instruction>(ref.value);
  Type *type = instruction.getType()->getScalarType();
  if (LoadInst *load = loadOf(&instruction)) {
    IRBuilder<> b(load);
    Value *place = placeOfLane(b, load->getPointerOperand(), type, ref.lane);
    LoadInst *part = b.CreateAlignedLoad(type, place, Align(1));
    copyFacts(*part, *load);
    return part;
  }
  if (isPack(&instruction))
    return emitPack(ref);
  SmallVector<Value *, 3> operands;
  for (unsigned k = 0; k < operandsOf(instruction); ++k)
    operands.push_back(lane({instruction.getOperand(k), ref.lane}));
  return makeOfLanes(instruction, type, operands);
}

// Of what isRow() has found.
Value *LaneSplitter::lane(const LaneRef &ref) {
  LaneRef from = *resolve(ref);
  if (from.isNumber())
    return from.value;
  if (loop_.isLoopInvariant(from.value))
    return steadyNumber(from);
  if (Value *known = made_.lookup({from.value, from.lane}))
    return known;
  Value *made = emit(from);
  made_[{from.value, from.lane}] = made;
  return made;
}

void LaneSplitter::splitStore(StoreInst &store) {
  Value *vector = storedVector(store);
  IRBuilder<> b(&store);
  for (unsigned k = 0; k < lanes_; ++k) {
    Value *place = placeOfLane(b, store.getPointerOperand(), vector->getType(), k);
    copyFacts(*b.CreateAlignedStore(lane({vector, k}), place, Align(1)), store);
  }
}

void LaneSplitter::split() {
  for (StoreInst *store : stores_) {
    splitStore(*store);
    store->eraseFromParent();
  }
  // The vectors, and the strict addresses: the loop is to be no larger than it must.
  SmallVector<WeakTrackingVH, 64> dead;
  for (Instruction &instruction : body_)
    if (isInstructionTriviallyDead(&instruction))
      dead.emplace_back(&instruction);
  RecursivelyDeleteTriviallyDeadInstructionsPermissive(dead);
}

} // namespace

PreservedAnalyses LaneTurns::run(Function &function, FunctionAnalysisManager &analyses) {
  auto &evolution = analyses.getResult<ScalarEvolutionAnalysis>(function);
  bool isChanged = false;
  for (const Loop *loop : analyses.getResult<LoopAnalysis>(function).getLoopsInPreorder()) {
    if (loop->getNumBlocks() > 1 || !isVersioned(*loop) || loop->getLoopPreheader() == nullptr)
      continue;
    LaneSplitter splitter(*loop, evolution);
    if (!splitter.plan())
      continue;
    splitter.split();
    isChanged = true;
  }
  return withSameBlocks(isChanged);
}

} // namespace wasmc::optimize
