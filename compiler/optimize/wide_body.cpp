#include "compiler/optimize/wide_body.h"

#include "compiler/optimize/lanes.h"

#include <llvm/Analysis/ScalarEvolutionExpressions.h>
#include <llvm/Analysis/VectorUtils.h>

#include <numeric>

namespace wasmc::optimize {

using namespace llvm;

namespace {

// Of one turn to the next, in bytes.
const APInt *stepOf(const UnrolledLoop &turns, Value *pointer) {
  auto place = turns.linear.find(pointer);
  if (place == turns.linear.end())
    return nullptr;
  const auto *step = dyn_cast<SCEVConstant>(place->second.step);
  return step == nullptr || step->isZero() ? nullptr : &step->getAPInt();
}

// Operators whose operands may be taken in any order without a difference.
bool isSum(const Instruction &instruction) {
  if (!instruction.getType()->isIntOrIntVectorTy())
    return false;
  switch (instruction.getOpcode()) {
  case Instruction::Add:
  case Instruction::And:
  case Instruction::Or:
  case Instruction::Xor:
    return true;
  default:
    return isa<MinMaxIntrinsic>(instruction);
  }
}

bool isSameSum(const Instruction &one, const Instruction &other) {
  const auto *call = dyn_cast<IntrinsicInst>(&one);
  const auto *its = dyn_cast<IntrinsicInst>(&other);
  return one.getOpcode() == other.getOpcode() &&
         (call == nullptr || (its != nullptr && call->getIntrinsicID() == its->getIntrinsicID()));
}

class CarriedFinder {
public:
  CarriedFinder(const UnrolledLoop &turns, Loop &loop) : turns_(turns), loop_(loop) {}

  std::optional<CarriedKind> kindOf(PHINode &phi, const Row &row) const;

private:
  bool isSumOf(PHINode &phi, Instruction &last) const;
  bool isOfThisTurn(const Instruction &value) const;
  Instruction *onlyUser(Instruction &value) const;

  const UnrolledLoop &turns_;
  Loop &loop_;
};

// In the loop, of the first turn.
Instruction *CarriedFinder::onlyUser(Instruction &value) const {
  Instruction *only = nullptr;
  for (User *user : value.users()) {
    auto *instruction = cast<Instruction>(user);
    if (only != nullptr || !turns_.rows.contains(instruction))
      return nullptr;
    only = instruction;
  }
  return only;
}

// One operator over and over, whose values nobody else sees: from the phi to `last`, and from there
// to the next turn, or out of the loop. What of the next turn is in a row of the first one's is
// seen there: a turn may look ahead.
bool CarriedFinder::isSumOf(PHINode &phi, Instruction &last) const {
  Instruction *first = onlyUser(phi);
  if (first == nullptr || !isSum(*first))
    return false;
  for (Instruction *value = first; value != &last; value = onlyUser(*value))
    if (value == nullptr || !isSameSum(*first, *value))
      return false;
  if (!isSameSum(*first, last))
    return false;
  const Row &row = turns_.rows.find(first)->second;
  return all_of(last.users(), [&](User *user) {
    auto *instruction = cast<Instruction>(user);
    return user == &phi || !loop_.contains(instruction) ||
           (row.size() > 1 && user == row[1] && !turns_.rows.contains(instruction));
  });
}

// Whether nothing that turns hand on is in it.
bool CarriedFinder::isOfThisTurn(const Instruction &value) const {
  return !isMadeOf(value, turns_, [&](const PHINode &phi) {
    return turns_.carried.contains(const_cast<PHINode *>(&phi));
  });
}

std::optional<CarriedKind> CarriedFinder::kindOf(PHINode &phi, const Row &row) const {
  auto *last = dyn_cast<Instruction>(row.front());
  if (last == nullptr || !turns_.rows.contains(last))
    return std::nullopt;
  for (unsigned operand : {0, 1})
    if (last->getOpcode() == Instruction::Add && last->getOperand(operand) == &phi &&
        loop_.isLoopInvariant(last->getOperand(1 - operand)))
      return CarriedKind{CarriedKind::Kind::linear, last, last->getOperand(1 - operand)};
  if (isSumOf(phi, *last))
    return CarriedKind{CarriedKind::Kind::sum, last};
  if (!isOfThisTurn(*last))
    return std::nullopt;
  return CarriedKind{CarriedKind::Kind::passed, last};
}

class TurnChecker {
public:
  TurnChecker(const UnrolledLoop &turns, const Loop &loop, const CarriedKinds &kinds,
              const TargetTransformInfo &target)
      : turns_(turns), loop_(loop), kinds_(kinds), target_(target) {}

  bool isWidenable(Instruction &instruction) const;

private:
  bool isOperand(Value *value, unsigned lanes) const;
  bool haveLanes(const Instruction &instruction, unsigned lanes) const;
  bool isCallWidenable(const IntrinsicInst &call) const;

  const UnrolledLoop &turns_;
  const Loop &loop_;
  const CarriedKinds &kinds_;
  const TargetTransformInfo &target_;
};

// Which one is taken, or replaced.
std::optional<unsigned> constantLane(const Instruction &instruction) {
  const auto *lane =
      dyn_cast<ConstantInt>(instruction.getOperand(instruction.getNumOperands() - 1));
  bool isLane =
      lane != nullptr && lane->getValue().ult(lanesOf(instruction.getOperand(0)->getType()));
  return isLane ? std::optional<unsigned>(lane->getZExtValue()) : std::nullopt;
}

bool isNumber(const Type *type) {
  return type->isIntOrIntVectorTy() || type->isFPOrFPVectorTy();
}

bool TurnChecker::isOperand(Value *value, unsigned lanes) const {
  if (!isNumber(value->getType()) || lanesOf(value->getType()) != lanes ||
      isa<ScalableVectorType>(value->getType()))
    return false;
  if (loop_.isLoopInvariant(value))
    return true;
  if (auto *phi = dyn_cast<PHINode>(value))
    return kinds_.contains(phi);
  auto *instruction = dyn_cast<Instruction>(value);
  return instruction != nullptr && turns_.rows.contains(instruction);
}

bool TurnChecker::haveLanes(const Instruction &instruction, unsigned lanes) const {
  return all_of(instruction.operands(),
                [&](const Use &use) { return isOperand(use.get(), lanes); });
}

bool TurnChecker::isCallWidenable(const IntrinsicInst &call) const {
  Intrinsic::ID id = call.getIntrinsicID();
  if (hasLongerForm(call, target_))
    return all_of(call.args(), [&](const Use &argument) {
      return isOperand(argument.get(), lanesOf(argument->getType()));
    });
  return isTriviallyVectorizable(id) && all_of(seq(call.arg_size()), [&](unsigned k) {
           Value *argument = call.getArgOperand(k);
           return isVectorIntrinsicWithScalarOpAtArg(id, k, nullptr)
                      ? isa<Constant>(argument)
                      : isOperand(argument, lanesOf(call.getType()));
         });
}

bool TurnChecker::isWidenable(Instruction &instruction) const {
  Type *type = valueType(instruction);
  unsigned lanes = lanesOf(type);
  if (!isNumber(type))
    return false;
  if (auto *load = dyn_cast<LoadInst>(&instruction))
    return stepOf(turns_, load->getPointerOperand()) != nullptr;
  if (auto *store = dyn_cast<StoreInst>(&instruction))
    return stepOf(turns_, store->getPointerOperand()) != nullptr &&
           isOperand(store->getValueOperand(), lanes);
  if (auto *call = dyn_cast<IntrinsicInst>(&instruction))
    return isCallWidenable(*call);
  if (auto *shuffle = dyn_cast<ShuffleVectorInst>(&instruction))
    return haveLanes(instruction, lanesOf(shuffle->getOperand(0)->getType()));
  if (auto *extract = dyn_cast<ExtractElementInst>(&instruction))
    return constantLane(*extract) &&
           isOperand(extract->getVectorOperand(), lanesOf(extract->getVectorOperandType()));
  if (auto *insert = dyn_cast<InsertElementInst>(&instruction))
    return constantLane(*insert) && isOperand(insert->getOperand(0), lanes) &&
           isOperand(insert->getOperand(1), 1);
  if (isa<CastInst>(instruction)) // a bitcast may have other lanes than its operand
    return haveLanes(instruction, lanesOf(instruction.getOperand(0)->getType()));
  return isa<BinaryOperator, UnaryOperator, CmpInst, SelectInst, FreezeInst>(instruction) &&
         haveLanes(instruction, lanes);
}

} // namespace

bool isMadeOf(const Instruction &value, const UnrolledLoop &turns,
              function_ref<bool(const PHINode &)> isWanted) {
  SmallPtrSet<const Instruction *, 16> seen{&value};
  SmallVector<const Instruction *, 16> open{&value};
  while (!open.empty())
    for (const Use &operand : open.pop_back_val()->operands()) {
      auto *phi = dyn_cast<PHINode>(operand.get());
      if (phi != nullptr && isWanted(*phi))
        return true;
      auto *instruction = dyn_cast<Instruction>(operand.get());
      if (instruction != nullptr && turns.rows.contains(instruction) &&
          seen.insert(instruction).second)
        open.push_back(instruction);
    }
  return false;
}

Type *valueType(const Instruction &instruction) {
  const auto *store = dyn_cast<StoreInst>(&instruction);
  return store == nullptr ? instruction.getType() : store->getValueOperand()->getType();
}

std::optional<CarriedKinds> findCarriedKinds(const UnrolledLoop &turns, Loop &loop) {
  CarriedKinds kinds;
  CarriedFinder finder(turns, loop);
  for (const auto &[phi, row] : turns.carried) {
    std::optional<CarriedKind> kind = finder.kindOf(*phi, row);
    if (!kind)
      return std::nullopt;
    kinds.insert({phi, *kind});
  }
  return kinds;
}

bool isWidenable(const UnrolledLoop &turns, const Loop &loop, const CarriedKinds &kinds,
                 const TargetTransformInfo &target) {
  TurnChecker checker(turns, loop, kinds, target);
  return all_of(turns.rows, [&](const auto &entry) { return checker.isWidenable(*entry.first); });
}

WideBody::WideBody(const UnrolledLoop &turns, const CarriedKinds &kinds, unsigned width,
                   const TargetTransformInfo &target, BasicBlock &preheader, BasicBlock &body,
                   Value *counter, DenseMap<Value *, Value *> starts)
    : turns_(turns), kinds_(kinds), width_(width), target_(target), preheader_(preheader),
      body_(body), counter_(counter), starts_(std::move(starts)), b_(body.getTerminator()) {}

void WideBody::build(ArrayRef<Instruction *> order) {
  for (const auto &[phi, kind] : kinds_)
    makePhi(*phi, kind);
  for (Instruction *instruction : order) {
    wide_[instruction] = create(*instruction);
    for (const auto &[phi, kind] : kinds_)
      if (kind.last == instruction && kind.kind == CarriedKind::Kind::passed)
        shiftIn(*phi, kind);
  }
  for (const auto &[phi, kind] : kinds_)
    closePhi(*phi, kind);
}

Type *WideBody::wideType(const Type *type) const {
  return FixedVectorType::get(const_cast<Type *>(type->getScalarType()), lanesOf(type) * width_);
}

// Values of the turns, one behind the other.
Value *WideBody::join(IRBuilder<> &b, ArrayRef<Value *> parts) {
  if (parts[0]->getType()->isVectorTy())
    return concatenateVectors(b, parts);
  Value *joined = PoisonValue::get(FixedVectorType::get(parts[0]->getType(), parts.size()));
  for (auto [turn, value] : enumerate(parts))
    joined = b.CreateInsertElement(joined, value, uint64_t{turn});
  return joined;
}

Value *WideBody::part(IRBuilder<> &b, Value *wide, Type *type, unsigned turn) {
  if (!type->isVectorTy())
    return b.CreateExtractElement(wide, uint64_t{turn});
  unsigned lanes = lanesOf(type);
  return b.CreateShuffleVector(wide, createSequentialMask(turn * lanes, lanes, 0));
}

// A row's, a carried one's, or one that does not change.
Value *WideBody::wide(Value *value) {
  if (Value *known = wide_.lookup(value))
    return known;
  IRBuilder<> b(preheader_.getTerminator());
  Value *same = join(b, SmallVector<Value *, 8>(width_, value));
  wide_[value] = same;
  return same;
}

// Sums begin with what changes nothing and meet the first value behind the loop.
Value *WideBody::startOf(PHINode &phi, const CarriedKind &kind) {
  Value *start = starts_.lookup(&phi);
  if (kind.kind == CarriedKind::Kind::sum) {
    bool isNeutral =
        kind.last->getOpcode() == Instruction::Add || kind.last->getOpcode() == Instruction::Xor;
    return isNeutral ? Constant::getNullValue(wideType(phi.getType())) : wide(start);
  }
  IRBuilder<> b(preheader_.getTerminator());
  SmallVector<Value *, 8> parts(width_, PoisonValue::get(phi.getType()));
  parts.back() = start;
  if (kind.kind == CarriedKind::Kind::linear) {
    parts.front() = start;
    for (unsigned turn = 1; turn < width_; ++turn)
      parts[turn] = b.CreateAdd(parts[turn - 1], kind.step);
  }
  return join(b, parts);
}

void WideBody::makePhi(PHINode &phi, const CarriedKind &kind) {
  PHINode *carried = IRBuilder<>(&body_, body_.begin()).CreatePHI(wideType(phi.getType()), 2);
  carried->addIncoming(startOf(phi, kind), &preheader_);
  phis_[&phi] = carried;
  if (kind.kind != CarriedKind::Kind::passed)
    wide_[&phi] = carried;
}

void WideBody::closePhi(PHINode &phi, const CarriedKind &kind) {
  PHINode *carried = phis_.lookup(&phi);
  Value *next = wide_.lookup(kind.last);
  if (kind.kind == CarriedKind::Kind::linear) {
    auto *turns = ConstantInt::get(phi.getType(), width_);
    Value *step = IRBuilder<>(preheader_.getTerminator()).CreateMul(kind.step, turns);
    next = b_.CreateAdd(carried, wide(step));
  }
  carried->addIncoming(next, &body_);
}

// What the turn before has made, for each turn: only that of the first is from the iteration
// before.
void WideBody::shiftIn(PHINode &phi, const CarriedKind &kind) {
  unsigned lanes = lanesOf(phi.getType());
  wide_[&phi] =
      b_.CreateShuffleVector(phis_.lookup(&phi), wide_.lookup(kind.last),
                             createSequentialMask(lanes * (width_ - 1), lanes * width_, 0));
}

Value *WideBody::carriedOut(IRBuilder<> &b, PHINode &phi) {
  const CarriedKind &kind = kinds_.find(&phi)->second;
  Value *last = wide_.lookup(kind.last);
  if (kind.kind == CarriedKind::Kind::passed)
    return part(b, last, phi.getType(), width_ - 1);
  if (kind.kind == CarriedKind::Kind::linear)
    return part(b, phis_.lookup(&phi)->getIncomingValueForBlock(&body_), phi.getType(), 0);
  Value *sum = starts_.lookup(&phi);
  for (unsigned turn = 0; turn < width_; ++turn) {
    Value *value = part(b, last, phi.getType(), turn);
    if (auto *call = dyn_cast<IntrinsicInst>(kind.last))
      sum = b.CreateBinaryIntrinsic(call->getIntrinsicID(), sum, value);
    else
      sum = b.CreateBinOp(cast<BinaryOperator>(kind.last)->getOpcode(), sum, value);
  }
  return sum;
}

Value *WideBody::ofLastTurn(IRBuilder<> &b, Instruction &first) {
  return part(b, wide_.lookup(&first), first.getType(), width_ - 1);
}

bool WideBody::isContiguous(Value *pointer, Type *type) const {
  const DataLayout &layout = body_.getDataLayout();
  return layout.typeSizeEqualsStoreSize(type) &&
         *stepOf(turns_, pointer) == layout.getTypeStoreSize(type).getFixedValue();
}

// In the given turn of the iteration.
Value *WideBody::address(Value *pointer, unsigned turn) {
  const LinearValue &linear = turns_.linear.find(pointer)->second;
  int64_t step = stepOf(turns_, pointer)->getSExtValue();
  auto flags = linear.isInBounds ? GEPNoWrapFlags::inBounds() : GEPNoWrapFlags::none();
  Value *distance = b_.CreateMul(counter_, b_.getInt64(step * width_), "", /*HasNUW=*/false,
                                 /*HasNSW=*/linear.isInBounds);
  Value *first = b_.CreatePtrAdd(starts_.lookup(pointer), distance, "", flags);
  return turn == 0 ? first : b_.CreatePtrAdd(first, b_.getInt64(step * turn), "", flags);
}

// What holds for the access in all turns.
AAMDNodes WideBody::memoryFacts(Instruction &access) const {
  AAMDNodes facts = access.getAAMetadata();
  for (Value *other : drop_begin(turns_.rows.find(&access)->second))
    facts = facts.merge(cast<Instruction>(other)->getAAMetadata());
  return facts;
}

Value *WideBody::createLoad(LoadInst &load) {
  Value *pointer = load.getPointerOperand();
  Type *type = load.getType();
  bool isContiguous = this->isContiguous(pointer, type);
  SmallVector<Value *, 8> parts;
  for (unsigned turn = 0; turn < (isContiguous ? 1 : width_); ++turn) {
    LoadInst *part = b_.CreateAlignedLoad(isContiguous ? wideType(type) : type,
                                          address(pointer, turn), Align(1));
    part->setAAMetadata(memoryFacts(load));
    parts.push_back(part);
  }
  return isContiguous ? parts[0] : join(b_, parts);
}

Value *WideBody::createStore(StoreInst &store) {
  Value *pointer = store.getPointerOperand();
  Value *value = wide(store.getValueOperand());
  Type *type = store.getValueOperand()->getType();
  bool isContiguous = this->isContiguous(pointer, type);
  StoreInst *last = nullptr;
  for (unsigned turn = 0; turn < (isContiguous ? 1 : width_); ++turn) {
    Value *what = isContiguous ? value : part(b_, value, type, turn);
    last = b_.CreateAlignedStore(what, address(pointer, turn), Align(1));
    last->setAAMetadata(memoryFacts(store));
  }
  return last;
}

Value *WideBody::createShuffle(ShuffleVectorInst &shuffle) {
  int from = static_cast<int>(lanesOf(shuffle.getOperand(0)->getType()));
  int all = from * static_cast<int>(width_);
  SmallVector<int, 64> lanes;
  for (int turn = 0; turn < static_cast<int>(width_); ++turn)
    for (int lane : shuffle.getShuffleMask())
      lanes.push_back(lane < 0 ? lane : turn * from + (lane < from ? lane : all + lane - from));
  return b_.CreateShuffleVector(wide(shuffle.getOperand(0)), wide(shuffle.getOperand(1)), lanes);
}

// One lane of each turn.
Value *WideBody::createExtract(ExtractElementInst &extract) {
  unsigned lanes = lanesOf(extract.getVectorOperandType());
  SmallVector<int, 16> taken;
  for (unsigned turn = 0; turn < width_; ++turn)
    taken.push_back(static_cast<int>(turn * lanes + *constantLane(extract)));
  return b_.CreateShuffleVector(wide(extract.getVectorOperand()), taken);
}

Value *WideBody::createInsert(InsertElementInst &insert) {
  unsigned lanes = lanesOf(insert.getType()), all = lanes * width_;
  // As long as the other operand.
  SmallVector<int, 64> padded(all, PoisonMaskElem), lanesOfBoth;
  std::iota(padded.begin(), padded.begin() + width_, 0);
  for (unsigned turn = 0; turn < width_; ++turn)
    for (unsigned lane = 0; lane < lanes; ++lane)
      lanesOfBoth.push_back(
          static_cast<int>(lane == *constantLane(insert) ? all + turn : turn * lanes + lane));
  Value *scalars = b_.CreateShuffleVector(wide(insert.getOperand(1)), padded);
  return b_.CreateShuffleVector(wide(insert.getOperand(0)), scalars, lanesOfBoth);
}

Value *WideBody::createLongerCall(IntrinsicInst &call) {
  SmallVector<Value *, 3> arguments;
  for (Value *argument : call.args())
    arguments.push_back(wide(argument));
  return emitLongerForm(b_, call, arguments, target_);
}

Instruction *WideBody::createCall(IntrinsicInst &call) {
  SmallVector<Value *, 3> arguments;
  for (unsigned k = 0; k < call.arg_size(); ++k) {
    Value *argument = call.getArgOperand(k);
    bool isScalar = isVectorIntrinsicWithScalarOpAtArg(call.getIntrinsicID(), k, nullptr);
    arguments.push_back(isScalar ? argument : wide(argument));
  }
  auto *made = cast<Instruction>(
      b_.CreateIntrinsic(wideType(call.getType()), call.getIntrinsicID(), arguments, nullptr));
  made->copyIRFlags(&call);
  return made;
}

Value *WideBody::create(Instruction &instruction) {
  if (auto *load = dyn_cast<LoadInst>(&instruction))
    return createLoad(*load);
  if (auto *store = dyn_cast<StoreInst>(&instruction))
    return createStore(*store);
  if (auto *shuffle = dyn_cast<ShuffleVectorInst>(&instruction))
    return createShuffle(*shuffle);
  if (auto *extract = dyn_cast<ExtractElementInst>(&instruction))
    return createExtract(*extract);
  if (auto *insert = dyn_cast<InsertElementInst>(&instruction))
    return createInsert(*insert);
  auto *call = dyn_cast<IntrinsicInst>(&instruction);
  if (call != nullptr && hasLongerForm(*call, target_))
    return createLongerCall(*call);
  Instruction *made = call != nullptr ? createCall(*call) : instruction.clone();
  if (call == nullptr) {
    made->mutateType(wideType(instruction.getType()));
    for (Use &operand : made->operands())
      operand.set(wide(operand.get()));
    b_.Insert(made);
  }
  made->dropUnknownNonDebugMetadata();
  for (Value *other : drop_begin(turns_.rows.find(&instruction)->second))
    made->andIRFlags(other);
  if (isSum(instruction)) // in another order, sums on the way are others
    made->dropPoisonGeneratingFlags();
  return made;
}

} // namespace wasmc::optimize
