// Why it is right. A turn of the loop does the same to each lane of its vectors: every operator is
// elementwise, every operand a vector of the same number of lanes that the turn has made or loaded,
// or one value for all lanes. So lane l of what a turn computes depends on lane l alone, and doing
// turn by turn and lane by lane, each lane from load to store, computes the same values, if the
// loads find the same bytes. Vectors are accessed at once: all lanes of one access come before all
// lanes of the next. Lane by lane, lane u of a later access comes before lane t of an earlier one
// where u < t; that matters only if one of the two is a store and they touch the same bytes. All
// accesses advance by their own size per turn, and all of those that may meet have the same size,
// so with d from the earlier to the later access, lane u of the later one lies d - (t - u) * s
// behind lane t of the earlier one, s being the size of a lane: they meet for some t > u if and
// only if 0 < d < lanes * s. Where d is a constant it is decided here, else in front of the loop.

#include "compiler/optimize/vector_lanes.h"

#include <llvm/Analysis/ScalarEvolutionExpressions.h>
#include <llvm/Analysis/ScopedNoAliasAA.h>
#include <llvm/Analysis/VectorUtils.h>
#include <llvm/IR/IRBuilder.h>
#include <llvm/IR/IntrinsicInst.h>
#include <llvm/Transforms/Utils/Local.h>

namespace wasmc::optimize {

using namespace llvm;

namespace {

constexpr size_t kMaxConflicts = 8; // each is a comparison in front of the loop

// The lanes of a type; 0 if it is no vector.
unsigned lanesOf(const Type *type) {
  const auto *vector = dyn_cast<FixedVectorType>(type);
  return vector == nullptr ? 0 : vector->getNumElements();
}

Type *typeOf(const Instruction &instruction) {
  const auto *store = dyn_cast<StoreInst>(&instruction);
  return store == nullptr ? instruction.getType() : store->getValueOperand()->getType();
}

uint64_t bytesOf(const Instruction &access) {
  return access.getDataLayout().getTypeStoreSize(getLoadStoreType(&access)).getFixedValue();
}

class LaneFinder {
public:
  LaneFinder(const UnrolledLoop &turns, Loop &loop, ScalarEvolution &evolution)
      : turns_(turns), loop_(loop), evolution_(evolution) {}

  std::optional<Lanes> find();

private:
  bool isElementwise(Instruction &instruction) const;
  bool isAccessByLanes(const Instruction &access) const;
  bool isOperand(Value *value) const;
  bool findConflicts();
  bool addConflict(const Instruction &earlier, const Instruction &later);

  const UnrolledLoop &turns_;
  Loop &loop_;
  ScalarEvolution &evolution_;
  Lanes found_;
};

// A vector of the turn's own, or the same for all lanes and turns.
bool LaneFinder::isOperand(Value *value) const {
  if (lanesOf(value->getType()) != found_.count)
    return false;
  if (loop_.isLoopInvariant(value))
    return isSplatValue(value, /*Index=*/0);
  auto *instruction = dyn_cast<Instruction>(value);
  return instruction != nullptr && turns_.rows.contains(instruction);
}

// Lanes lie side by side in memory, and so do the vectors of consecutive turns.
bool LaneFinder::isAccessByLanes(const Instruction &access) const {
  Type *lane = getLoadStoreType(&access)->getScalarType();
  auto place = turns_.linear.find(const_cast<Value *>(getLoadStorePointerOperand(&access)));
  if (place == turns_.linear.end())
    return false;
  const auto *step = dyn_cast<SCEVConstant>(place->second.step);
  return access.getDataLayout().getTypeSizeInBits(lane).getFixedValue() % 8 == 0 &&
         step != nullptr && step->getAPInt() == bytesOf(access);
}

bool LaneFinder::isElementwise(Instruction &instruction) const {
  if (lanesOf(typeOf(instruction)) != found_.count)
    return false;
  if (isa<LoadInst>(instruction))
    return isAccessByLanes(instruction);
  if (auto *store = dyn_cast<StoreInst>(&instruction))
    return isAccessByLanes(instruction) && isOperand(store->getValueOperand());
  if (auto *call = dyn_cast<IntrinsicInst>(&instruction))
    return isTriviallyVectorizable(call->getIntrinsicID()) &&
           all_of(call->args(), [&](const Use &use) { return isOperand(use.get()); });
  return isa<BinaryOperator, UnaryOperator, CastInst, CmpInst, SelectInst>(instruction) &&
         all_of(instruction.operands(), [&](const Use &use) { return isOperand(use.get()); });
}

// What separate_ranges.cpp has found out holds as long as the loop runs.
bool areSeparate(const Instruction &one, const Instruction &other) {
  auto mayMeet = [](const Instruction &a, const Instruction &b) {
    return ScopedNoAliasAAResult::mayAliasInScopes(a.getMetadata(LLVMContext::MD_alias_scope),
                                                   b.getMetadata(LLVMContext::MD_noalias));
  };
  return !mayMeet(one, other) || !mayMeet(other, one);
}

bool LaneFinder::addConflict(const Instruction &earlier, const Instruction &later) {
  if (areSeparate(earlier, later))
    return true;
  Type *number = Type::getInt64Ty(evolution_.getContext());
  auto startOf = [&](const Instruction &access) {
    Value *pointer = const_cast<Value *>(getLoadStorePointerOperand(&access));
    return evolution_.getPtrToIntExpr(turns_.linear.lookup(pointer).start, number);
  };
  uint64_t bytes = bytesOf(earlier);
  const SCEV *distance = evolution_.getMinusSCEV(startOf(later), startOf(earlier));
  if (bytes != bytesOf(later) || isa<SCEVCouldNotCompute>(distance))
    return false;
  if (const auto *constant = dyn_cast<SCEVConstant>(distance))
    return !constant->getAPInt().isStrictlyPositive() || constant->getAPInt().uge(bytes);
  found_.conflicts.push_back({distance, bytes});
  return found_.conflicts.size() <= kMaxConflicts;
}

bool LaneFinder::findConflicts() {
  SmallVector<const Instruction *, 16> accesses; // of a turn, in its order
  for (Instruction &instruction : *loop_.getHeader())
    if (isa<LoadInst, StoreInst>(instruction) && turns_.rows.contains(&instruction))
      accesses.push_back(&instruction);
  for (size_t later = 0; later < accesses.size(); ++later)
    for (size_t earlier = 0; earlier < later; ++earlier)
      if (isa<StoreInst>(accesses[earlier]) || isa<StoreInst>(accesses[later]))
        if (!addConflict(*accesses[earlier], *accesses[later]))
          return false;
  return true;
}

std::optional<Lanes> LaneFinder::find() {
  if (!turns_.carried.empty() || turns_.rows.empty())
    return std::nullopt;
  found_.count = lanesOf(typeOf(*turns_.rows.front().first));
  if (found_.count < 2)
    return std::nullopt;
  for (const auto &[first, row] : turns_.rows)
    if (!isElementwise(*first))
      return std::nullopt;
  // Addresses only, as rows of vectors have no other operands that are scalars.
  bool hasOnlyAddresses = all_of(turns_.linear, [&](const auto &entry) {
    const auto *step = dyn_cast<SCEVConstant>(entry.second.step);
    return entry.first->getType()->isPointerTy() && step != nullptr &&
           step->getAPInt().urem(found_.count) == 0;
  });
  if (!hasOnlyAddresses || !findConflicts())
    return std::nullopt;
  return found_;
}

class LaneBuilder {
public:
  LaneBuilder(const UnrolledLoop &turns, BasicBlock &preheader)
      : turns_(turns), preheader_(preheader) {}

  Instruction *build(Instruction &vector);

private:
  Value *laneOf(Value *vector);
  Instruction *create(IRBuilder<> &b, Instruction &vector);

  const UnrolledLoop &turns_;
  BasicBlock &preheader_;
  DenseMap<Value *, Value *> built_; // also, in the preheader, what is the same for all lanes
};

Value *LaneBuilder::laneOf(Value *vector) {
  Value *&lane = built_[vector];
  if (lane == nullptr)
    lane = IRBuilder<>(preheader_.getTerminator()).CreateExtractElement(vector, uint64_t{0});
  return lane;
}

Instruction *LaneBuilder::create(IRBuilder<> &b, Instruction &vector) {
  Type *type = vector.getType()->getScalarType();
  if (auto *load = dyn_cast<LoadInst>(&vector)) {
    Align align = commonAlignment(load->getAlign(), bytesOf(vector) / lanesOf(load->getType()));
    LoadInst *lane = b.CreateAlignedLoad(type, load->getPointerOperand(), align);
    lane->setAAMetadata(load->getAAMetadata());
    return lane;
  }
  if (auto *store = dyn_cast<StoreInst>(&vector)) {
    Align align = commonAlignment(store->getAlign(), bytesOf(vector) / lanesOf(typeOf(vector)));
    StoreInst *lane =
        b.CreateAlignedStore(laneOf(store->getValueOperand()), store->getPointerOperand(), align);
    lane->setAAMetadata(store->getAAMetadata());
    return lane;
  }
  if (auto *call = dyn_cast<IntrinsicInst>(&vector)) {
    SmallVector<Value *, 3> arguments;
    for (const Use &argument : call->args())
      arguments.push_back(laneOf(argument.get()));
    auto *lane =
        cast<CallInst>(b.CreateIntrinsic(type, call->getIntrinsicID(), arguments, nullptr));
    lane->copyIRFlags(call);
    return lane;
  }
  Instruction *lane = vector.clone();
  lane->mutateType(type);
  for (Use &operand : lane->operands())
    operand.set(laneOf(operand.get()));
  return b.Insert(lane);
}

Instruction *LaneBuilder::build(Instruction &vector) {
  meetRow(vector, turns_.rows.find(&vector)->second);
  IRBuilder<> b(&vector);
  Instruction *lane = create(b, vector);
  built_[&vector] = lane;
  return lane;
}

void retypeLoad(LoadInst &load) {
  Type *type = nullptr;
  for (const User *user : load.users()) {
    const auto *cast = dyn_cast<BitCastInst>(user);
    if (cast == nullptr || (type != nullptr && cast->getType() != type))
      return;
    type = cast->getType();
  }
  if (type == nullptr || !type->isVectorTy())
    return;
  IRBuilder<> b(&load);
  LoadInst *retyped = b.CreateAlignedLoad(type, load.getPointerOperand(), load.getAlign());
  retyped->setAAMetadata(load.getAAMetadata());
  for (User *user : make_early_inc_range(load.users())) {
    user->replaceAllUsesWith(retyped);
    cast<Instruction>(user)->eraseFromParent();
  }
  load.eraseFromParent();
}

void retypeStore(StoreInst &store) {
  auto *cast = dyn_cast<BitCastInst>(store.getValueOperand());
  if (cast == nullptr || !cast->getSrcTy()->isVectorTy())
    return;
  store.setOperand(0, cast->getOperand(0));
  if (cast->use_empty())
    cast->eraseFromParent();
}

} // namespace

bool hasVectors(const BasicBlock &body) {
  return any_of(body, [](const Instruction &instruction) {
    return lanesOf(typeOf(instruction)) != 0 || isa<ScalableVectorType>(typeOf(instruction));
  });
}

void retypeAccesses(BasicBlock &body) {
  SmallVector<Instruction *, 32> accesses; // casts around them go away, too
  for (Instruction &instruction : body)
    if (isa<LoadInst, StoreInst>(instruction) && !instruction.isVolatile())
      accesses.push_back(&instruction);
  for (Instruction *access : accesses) {
    if (auto *load = dyn_cast<LoadInst>(access))
      retypeLoad(*load);
    else
      retypeStore(*cast<StoreInst>(access));
  }
}

void meetRow(Instruction &first, const Row &row) {
  for (Value *other : drop_begin(row)) {
    first.andIRFlags(other);
    combineMetadataForCSE(&first, cast<Instruction>(other), /*DoesKMove=*/true);
  }
}

std::optional<Lanes> findLanes(const UnrolledLoop &turns, Loop &loop, ScalarEvolution &evolution) {
  return LaneFinder(turns, loop, evolution).find();
}

void splitIntoLanes(UnrolledLoop &turns, const Lanes &lanes, Loop &loop,
                    ScalarEvolution &evolution) {
  SmallVector<Instruction *, 32> vectors; // in the order of the body
  for (Instruction &instruction : *loop.getHeader())
    if (turns.rows.contains(&instruction))
      vectors.push_back(&instruction);
  LaneBuilder builder(turns, *loop.getLoopPreheader());
  MapVector<Instruction *, Row> rows;
  for (Instruction *vector : vectors) {
    Instruction *lane = builder.build(*vector);
    rows.insert({lane, Row{lane}});
  }
  turns.rows = std::move(rows);
  turns.factor *= lanes.count;
  for (auto &[value, linear] : turns.linear) {
    const auto *step = cast<SCEVConstant>(linear.step);
    linear.step = evolution.getConstant(step->getAPInt().udiv(lanes.count));
  }
}

} // namespace wasmc::optimize
