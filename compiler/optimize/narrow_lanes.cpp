// Why nothing changes: each operator that is made anew for fewer lanes does to each lane what it
// did before, a lane of whose operands gives that lane alone, or is a bitcast, of which the first
// bits are the first bits of its operand (all targets are little-endian). A load reads fewer of the
// bytes it has read; only loads that are plain are taken, so nobody misses the others.
//
// What it is for: four loads of 16 bytes, 4 bytes apart, are not four turns of a loop that does the
// same with 4 bytes, until they read these only.
#include "compiler/optimize/narrow_lanes.h"

#include "compiler/optimize/loop_copies.h"
#include "compiler/optimize/wide_turns.h"

#include <llvm/Analysis/TargetTransformInfo.h>
#include <llvm/Analysis/VectorUtils.h>
#include <llvm/IR/IRBuilder.h>
#include <llvm/IR/IntrinsicInst.h>
#include <llvm/Transforms/Utils/Local.h>

#include <bit>

namespace wasmc::optimize {

using namespace llvm;

namespace {

constexpr size_t kMaxValues = 32; // between loads and the lanes that are taken

unsigned bitsOf(const Type *type) {
  return static_cast<unsigned>(type->getPrimitiveSizeInBits().getFixedValue());
}

unsigned lanesOf(const Type *type) {
  const auto *vector = dyn_cast<FixedVectorType>(type);
  return vector == nullptr ? 1 : vector->getNumElements();
}

// Does to each lane the same, whatever their number.
bool isLanewise(const Instruction &instruction) {
  if (const auto *call = dyn_cast<IntrinsicInst>(&instruction))
    return isTriviallyVectorizable(call->getIntrinsicID()) &&
           none_of(seq(call->arg_size()), [&](unsigned k) {
             return isVectorIntrinsicWithScalarOpAtArg(call->getIntrinsicID(), k, nullptr);
           });
  if (isa<SelectInst>(instruction))
    return instruction.getOperand(0)->getType()->isVectorTy();
  return isa<BinaryOperator, UnaryOperator, CmpInst>(instruction) ||
         (isa<CastInst>(instruction) && !isa<BitCastInst>(instruction));
}

unsigned argumentsOf(const Instruction &instruction) {
  const auto *call = dyn_cast<CallBase>(&instruction);
  return call == nullptr ? instruction.getNumOperands() : call->arg_size();
}

// The first lanes of what `shuffle` takes lanes of.
class Narrower {
public:
  explicit Narrower(ShuffleVectorInst &shuffle) : shuffle_(shuffle) {}

  // If `shuffle` takes none but some of the first lanes of a vector: takes them from a shorter one.
  bool narrow();

private:
  bool find(Value *value, unsigned bits);
  bool findOperands(const Instruction &instruction, unsigned lanes);
  bool isUsedElsewhere(const Value &value) const;
  Value *narrowed(Value *value, unsigned bits);
  Value *emit(Instruction &instruction, unsigned bits);
  Value *emitLoad(LoadInst &load, unsigned bits);
  Value *emitLanewise(Instruction &instruction, unsigned lanes);
  static Type *narrowType(const Type *type, unsigned bits);

  ShuffleVectorInst &shuffle_;
  SmallDenseMap<const Value *, unsigned> bits_; // of instructions that are to be made anew
  SmallDenseMap<const Value *, Value *> made_;
};

// Of the first bits: as many elements as there are in them, or a part of the first.
Type *Narrower::narrowType(const Type *type, unsigned bits) {
  Type *element = type->getScalarType();
  unsigned size = bitsOf(element);
  if (bits < size)
    return Type::getIntNTy(type->getContext(), bits);
  return bits == size ? element : FixedVectorType::get(element, bits / size);
}

bool Narrower::findOperands(const Instruction &instruction, unsigned lanes) {
  return all_of(seq(argumentsOf(instruction)), [&](unsigned k) {
    Value *operand = instruction.getOperand(k);
    return find(operand, lanes * bitsOf(operand->getType()->getScalarType()));
  });
}

// Whether the first bits of the value can be had without it.
bool Narrower::find(Value *value, unsigned bits) {
  const Type *type = value->getType();
  if (!type->isIntOrIntVectorTy() && !type->isFPOrFPVectorTy())
    return false;
  unsigned element = bitsOf(type->getScalarType());
  if (isa<ConstantDataVector, ConstantAggregateZero, ConstantVector, ConstantInt>(value))
    return bits % element == 0;
  auto *instruction = dyn_cast<Instruction>(value);
  if (instruction == nullptr || instruction->getParent() != shuffle_.getParent())
    return false;
  if (auto [place, isNew] = bits_.insert({instruction, bits}); !isNew)
    return place->second == bits;
  if (bits_.size() > kMaxValues)
    return false;
  if (auto *load = dyn_cast<LoadInst>(instruction))
    return load->isSimple() && bits % 8 == 0 && (bits % element == 0 || element % bits == 0);
  if (isa<BitCastInst>(instruction)) {
    unsigned its = bitsOf(instruction->getOperand(0)->getType()->getScalarType());
    return bits % element == 0 && (bits % its == 0 || its % bits == 0) &&
           find(instruction->getOperand(0), bits);
  }
  if (auto *insert = dyn_cast<InsertElementInst>(instruction)) {
    auto *lane = dyn_cast<ConstantInt>(insert->getOperand(2));
    return lane != nullptr && lane->isZero() && bits <= element &&
           find(insert->getOperand(1), bits);
  }
  return bits % element == 0 && isLanewise(*instruction) &&
         findOperands(*instruction, bits / element);
}

// Then it is needed as a whole as well.
bool Narrower::isUsedElsewhere(const Value &value) const {
  return any_of(value.users(),
                [&](const User *user) { return user != &shuffle_ && !bits_.contains(user); });
}

Value *Narrower::emitLoad(LoadInst &load, unsigned bits) {
  IRBuilder<> b(&load);
  LoadInst *made =
      b.CreateAlignedLoad(narrowType(load.getType(), bits), load.getPointerOperand(), Align(1));
  made->setAAMetadata(load.getAAMetadata());
  if (isInRange(load))
    markInRange(*made);
  return made;
}

Value *Narrower::emitLanewise(Instruction &instruction, unsigned lanes) {
  SmallVector<Value *, 3> operands;
  for (unsigned k = 0; k < argumentsOf(instruction); ++k) {
    Value *operand = instruction.getOperand(k);
    operands.push_back(narrowed(operand, lanes * bitsOf(operand->getType()->getScalarType())));
  }
  IRBuilder<> b(&instruction);
  Type *type =
      narrowType(instruction.getType(), lanes * bitsOf(instruction.getType()->getScalarType()));
  if (auto *call = dyn_cast<IntrinsicInst>(&instruction)) {
    auto *made = cast<Instruction>(b.CreateIntrinsic(type, call->getIntrinsicID(), operands));
    made->copyIRFlags(call);
    return made;
  }
  Instruction *made = instruction.clone();
  made->dropUnknownNonDebugMetadata();
  made->mutateType(type);
  for (auto [k, operand] : enumerate(operands))
    made->setOperand(static_cast<unsigned>(k), operand);
  return b.Insert(made);
}

Value *Narrower::emit(Instruction &instruction, unsigned bits) {
  if (auto *load = dyn_cast<LoadInst>(&instruction))
    return emitLoad(*load, bits);
  if (!isa<BitCastInst, InsertElementInst>(instruction))
    return emitLanewise(instruction, bits / bitsOf(instruction.getType()->getScalarType()));
  Value *same = narrowed(instruction.getOperand(isa<BitCastInst>(instruction) ? 0 : 1), bits);
  return IRBuilder<>(&instruction).CreateBitCast(same, narrowType(instruction.getType(), bits));
}

// The first bits of what find() has found.
Value *Narrower::narrowed(Value *value, unsigned bits) {
  Type *type = narrowType(value->getType(), bits);
  if (value->getType() == type)
    return value;
  auto *constant = dyn_cast<Constant>(value);
  if (constant == nullptr) {
    Value *known = made_.lookup(value);
    return known != nullptr ? known : made_[value] = emit(*cast<Instruction>(value), bits);
  }
  SmallVector<Constant *, 16> lanes;
  for (unsigned lane = 0; lane < lanesOf(type); ++lane)
    lanes.push_back(constant->getAggregateElement(lane));
  return type->isVectorTy() ? ConstantVector::get(lanes) : lanes[0];
}

bool isIdentity(ArrayRef<int> mask) {
  return all_of(enumerate(mask),
                [](const auto &lane) { return lane.value() == static_cast<int>(lane.index()); });
}

bool Narrower::narrow() {
  unsigned last = 0;
  for (int lane : shuffle_.getShuffleMask())
    last = std::max(last, lane < 0 ? 0 : static_cast<unsigned>(lane));
  Value *from = shuffle_.getOperand(0);
  unsigned lanes = std::bit_ceil(last + 1);
  unsigned bits = lanes * bitsOf(from->getType()->getScalarType());
  if (lanes < 2 || lanes >= lanesOf(from->getType()) || isa<Constant>(from) || !find(from, bits) ||
      any_of(bits_, [&](const auto &entry) { return isUsedElsewhere(*entry.first); }))
    return false;
  Value *narrow = narrowed(from, bits);
  bool isSame = lanes == lanesOf(shuffle_.getType()) && isIdentity(shuffle_.getShuffleMask());
  Value *made = isSame
                    ? narrow
                    : IRBuilder<>(&shuffle_).CreateShuffleVector(narrow, shuffle_.getShuffleMask());
  shuffle_.replaceAllUsesWith(made);
  RecursivelyDeleteTriviallyDeadInstructions(&shuffle_);
  return true;
}

} // namespace

PreservedAnalyses NarrowLanes::run(Function &function, FunctionAnalysisManager &analyses) {
  const auto &target = analyses.getResult<TargetIRAnalysis>(function);
  bool isChanged = false;
  for (const Loop *loop : analyses.getResult<LoopAnalysis>(function).getLoopsInPreorder()) {
    if (!isVersioned(*loop) || !mayBecomeWider(*loop, target))
      continue;
    for (Instruction &instruction : make_early_inc_range(*loop->getHeader()))
      if (auto *shuffle = dyn_cast<ShuffleVectorInst>(&instruction))
        isChanged |= Narrower(*shuffle).narrow();
  }
  if (!isChanged)
    return PreservedAnalyses::all();
  PreservedAnalyses preserved;
  preserved.preserveSet<CFGAnalyses>();
  return preserved;
}

} // namespace wasmc::optimize
