// Why nothing changes: each operator that is made anew for fewer lanes does to each lane what it
// did before, a lane of whose operands gives that lane alone, or is a bitcast, of which the first
// bits are the first bits of its operand (all targets are little-endian). A load reads fewer of the
// bytes it has read; only loads that are plain are taken, so nobody misses the others. A shuffle of
// the same operands with fewer lanes in its mask gives those.
//
// What it is for: four loads of 16 bytes, 4 bytes apart, are not four turns of a loop that does the
// same with 4 bytes, until they read these only.
#include "compiler/optimize/narrow_lanes.h"

#include "compiler/optimize/lanes.h"
#include "compiler/optimize/loop_copies.h"
#include "compiler/optimize/preserved.h"
#include "compiler/optimize/wide_turns.h"

#include <llvm/Analysis/TargetTransformInfo.h>
#include <llvm/Analysis/VectorUtils.h>
#include <llvm/IR/IRBuilder.h>
#include <llvm/IR/IntrinsicInst.h>
#include <llvm/IR/IntrinsicsX86.h>
#include <llvm/IR/ValueHandle.h>
#include <llvm/Transforms/Utils/Local.h>

#include <bit>
#include <optional>

namespace wasmc::optimize {

using namespace llvm;

namespace {

constexpr size_t kMaxValues = 128; // between loads and the lanes that are taken
constexpr size_t kMaxTakings = 64; // in a loop

unsigned bitsOf(const Type *type) {
  return static_cast<unsigned>(type->getPrimitiveSizeInBits().getKnownMinValue());
}

// What x86's instructions for the smaller or larger float of each lane choose the first operand by;
// nothing of other calls. (LLVM makes these instructions of comparison and choice.)
std::optional<CmpInst::Predicate> choiceOf(const Instruction &instruction) {
  const auto *call = dyn_cast<IntrinsicInst>(&instruction);
  switch (call == nullptr ? Intrinsic::not_intrinsic : call->getIntrinsicID()) {
  case Intrinsic::x86_sse_min_ps:
  case Intrinsic::x86_sse2_min_pd:
    return CmpInst::FCMP_OLT;
  case Intrinsic::x86_sse_max_ps:
  case Intrinsic::x86_sse2_max_pd:
    return CmpInst::FCMP_OGT;
  default:
    return std::nullopt;
  }
}

// Values by how many of their first bits are wanted.
using WantedBits = SmallDenseMap<const Value *, unsigned>;

// An instruction that takes none but some of the first lanes of a vector, and the instructions
// between loads and it, which it wants so many bits of.
struct Taking {
  Instruction *taker; // a shuffle, or an extraction of the first lane
  unsigned bits;
  WantedBits wanted;

  Value *from() const { return taker->getOperand(0); }
};

// What the instructions of one loop take.
class Narrower {
public:
  explicit Narrower(const Loop &loop) : loop_(loop) {}

  // Whether anything was narrowed.
  bool run();

private:
  void add(Instruction &taker);
  Value *take(Instruction &taker, Value *narrow) const;
  void dropShared();
  bool find(Taking &taking, Value *value, unsigned bits);
  bool findOperands(Taking &taking, const Instruction &instruction, unsigned lanes);
  Value *narrowed(Value *value, unsigned bits);
  Value *emit(Instruction &instruction, unsigned bits);
  Value *emitLoad(LoadInst &load, unsigned bits);
  Value *emitShuffle(ShuffleVectorInst &shuffle, unsigned lanes);
  Value *emitLanewise(Instruction &instruction, unsigned lanes);
  static Type *narrowType(const Type *type, unsigned bits);

  const Loop &loop_;
  SmallVector<Taking, 8> takings_;
  WantedBits all_;                                                  // of all of them
  SmallDenseMap<std::pair<const Value *, unsigned>, Value *> made_; // by value and bits
};

// Of the first bits: as many elements as there are in them, or a part of the first.
Type *Narrower::narrowType(const Type *type, unsigned bits) {
  Type *element = type->getScalarType();
  unsigned size = bitsOf(element);
  if (bits < size)
    return Type::getIntNTy(type->getContext(), bits);
  return bits == size ? element : FixedVectorType::get(element, bits / size);
}

bool Narrower::findOperands(Taking &taking, const Instruction &instruction, unsigned lanes) {
  return all_of(seq(operandsOf(instruction)), [&](unsigned k) {
    Value *operand = instruction.getOperand(k);
    return find(taking, operand, lanes * bitsOf(operand->getType()->getScalarType()));
  });
}

// Whether the first bits of the value can be had without it.
bool Narrower::find(Taking &taking, Value *value, unsigned bits) {
  const Type *type = value->getType();
  if ((!type->isIntOrIntVectorTy() && !type->isFPOrFPVectorTy()) || isa<ScalableVectorType>(type))
    return false;
  unsigned element = bitsOf(type->getScalarType());
  if (loop_.isLoopInvariant(value))
    return bits % element == 0 && !isa<ConstantExpr>(value);
  auto *instruction = dyn_cast<Instruction>(value);
  if (instruction == nullptr || isa<PHINode>(instruction))
    return false;
  if (auto [place, isNew] = taking.wanted.insert({instruction, bits}); !isNew)
    return place->second == bits;
  if (taking.wanted.size() > kMaxValues)
    return false;
  if (auto *load = dyn_cast<LoadInst>(instruction))
    return load->isSimple() && bits % 8 == 0 && (bits % element == 0 || element % bits == 0);
  if (isa<BitCastInst>(instruction)) {
    unsigned its = bitsOf(instruction->getOperand(0)->getType()->getScalarType());
    return bits % element == 0 && (bits % its == 0 || its % bits == 0) &&
           find(taking, instruction->getOperand(0), bits);
  }
  if (auto *insert = dyn_cast<InsertElementInst>(instruction)) {
    auto *lane = dyn_cast<ConstantInt>(insert->getOperand(2));
    return lane != nullptr && lane->isZero() && bits <= element &&
           find(taking, insert->getOperand(1), bits);
  }
  if (isa<ShuffleVectorInst>(instruction)) // fewer lanes of the same vectors
    return bits % element == 0 && bits > element;
  return bits % element == 0 && (choiceOf(*instruction) || isLanewise(*instruction)) &&
         findOperands(taking, *instruction, bits / element);
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

// The first of each so many lanes, of a vector of numbers as long as so many lanes, are those
// numbers made shorter. Null if it is not of the form.
Value *truncation(ShuffleVectorInst &shuffle, ArrayRef<int> mask) {
  auto *cast = dyn_cast<BitCastInst>(shuffle.getOperand(0));
  auto *from = cast == nullptr ? nullptr : dyn_cast<FixedVectorType>(cast->getSrcTy());
  Type *element = shuffle.getType()->getScalarType();
  if (from == nullptr || !from->getElementType()->isIntegerTy() || !element->isIntegerTy() ||
      from->getNumElements() != mask.size())
    return nullptr;
  unsigned times = bitsOf(from->getElementType()) / bitsOf(element);
  if (times < 2 ||
      any_of(
          enumerate(mask),
          [&](const auto &lane) { return lane.value() != static_cast<int>(lane.index() * times); }))
    return nullptr;
  return IRBuilder<>(&shuffle).CreateTrunc(cast->getOperand(0),
                                           FixedVectorType::get(element, mask.size()));
}

Value *Narrower::emitShuffle(ShuffleVectorInst &shuffle, unsigned lanes) {
  ArrayRef<int> mask = shuffle.getShuffleMask().take_front(lanes);
  if (Value *shorter = truncation(shuffle, mask))
    return shorter;
  return IRBuilder<>(&shuffle).CreateShuffleVector(shuffle.getOperand(0), shuffle.getOperand(1),
                                                   mask);
}

Value *Narrower::emitLanewise(Instruction &instruction, unsigned lanes) {
  SmallVector<Value *, 3> operands;
  for (unsigned k = 0; k < operandsOf(instruction); ++k) {
    Value *operand = instruction.getOperand(k);
    operands.push_back(narrowed(operand, lanes * bitsOf(operand->getType()->getScalarType())));
  }
  IRBuilder<> b(&instruction);
  Type *type =
      narrowType(instruction.getType(), lanes * bitsOf(instruction.getType()->getScalarType()));
  if (std::optional<CmpInst::Predicate> predicate = choiceOf(instruction))
    return b.CreateSelect(b.CreateFCmp(*predicate, operands[0], operands[1]), operands[0],
                          operands[1]);
  return makeOfLanes(instruction, type, operands);
}

Value *Narrower::emit(Instruction &instruction, unsigned bits) {
  if (auto *load = dyn_cast<LoadInst>(&instruction))
    return emitLoad(*load, bits);
  if (auto *shuffle = dyn_cast<ShuffleVectorInst>(&instruction))
    return emitShuffle(*shuffle, bits / bitsOf(shuffle->getType()->getScalarType()));
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
  if (Value *known = made_.lookup({value, bits}))
    return known;
  Value *made = nullptr;
  IRBuilder<> b(loop_.getLoopPreheader()->getTerminator());
  if (!loop_.isLoopInvariant(value)) // and then wanted so by all
    made = emit(*cast<Instruction>(value), bits);
  else if (type->isVectorTy())
    made = b.CreateShuffleVector(value, createSequentialMask(0, lanesOf(type), 0));
  else
    made = b.CreateExtractElement(value, uint64_t{0});
  made_[{value, bits}] = made;
  return made;
}

bool isIdentity(ArrayRef<int> mask) {
  return all_of(enumerate(mask),
                [](const auto &lane) { return lane.value() == static_cast<int>(lane.index()); });
}

// How many of the first lanes are taken of the operand; 0 if it is no such instruction.
unsigned lanesTakenBy(const Instruction &taker) {
  if (const auto *extract = dyn_cast<ExtractElementInst>(&taker)) {
    const auto *lane = dyn_cast<ConstantInt>(extract->getIndexOperand());
    return lane != nullptr && lane->isZero() ? 1 : 0;
  }
  const auto *shuffle = dyn_cast<ShuffleVectorInst>(&taker);
  if (shuffle == nullptr)
    return 0;
  unsigned last = 0;
  for (int lane : shuffle->getShuffleMask())
    last = std::max(last, lane < 0 ? 0 : static_cast<unsigned>(lane));
  return std::max(std::bit_ceil(last + 1), 2U);
}

void Narrower::add(Instruction &taker) {
  unsigned lanes = lanesTakenBy(taker);
  if (lanes == 0 || takings_.size() == kMaxTakings)
    return;
  const Value *from = taker.getOperand(0);
  Taking taking{&taker, lanes * bitsOf(from->getType()->getScalarType()), WantedBits()};
  if (lanes < lanesOf(from->getType()) && !loop_.isLoopInvariant(from) &&
      !isa<ShuffleVectorInst>(from) && find(taking, taking.from(), taking.bits))
    takings_.push_back(std::move(taking));
}

// What is used by something else is needed as a whole as well; then nothing is won. What takes and
// is wanted itself is left to who wants it.
void Narrower::dropShared() {
  size_t before;
  do {
    before = takings_.size();
    all_.clear();
    SmallPtrSet<const User *, 8> takers;
    for (const Taking &taking : takings_) {
      takers.insert(taking.taker);
      for (auto [value, bits] : taking.wanted)
        all_.insert({value, bits});
    }
    erase_if(takings_, [&](const Taking &taking) {
      return all_.contains(taking.taker) || any_of(taking.wanted, [&](const auto &entry) {
               return all_.lookup(entry.first) != entry.second ||
                      any_of(entry.first->users(), [&](const User *user) {
                        return !takers.contains(user) && !all_.contains(user);
                      });
             });
    });
  } while (takings_.size() < before);
}

Value *Narrower::take(Instruction &taker, Value *narrow) const {
  auto *shuffle = dyn_cast<ShuffleVectorInst>(&taker);
  if (shuffle == nullptr ||
      (shuffle->getType() == narrow->getType() && isIdentity(shuffle->getShuffleMask())))
    return narrow;
  return IRBuilder<>(&taker).CreateShuffleVector(narrow, shuffle->getShuffleMask());
}

bool Narrower::run() {
  for (Instruction &instruction : *loop_.getHeader())
    add(instruction);
  dropShared();
  SmallVector<WeakTrackingVH, 8> dead;
  for (const Taking &taking : takings_) {
    taking.taker->replaceAllUsesWith(take(*taking.taker, narrowed(taking.from(), taking.bits)));
    dead.emplace_back(taking.taker);
  }
  RecursivelyDeleteTriviallyDeadInstructionsPermissive(dead);
  return !takings_.empty();
}

} // namespace

PreservedAnalyses NarrowLanes::run(Function &function, FunctionAnalysisManager &analyses) {
  const auto &target = analyses.getResult<TargetIRAnalysis>(function);
  bool isChanged = false;
  for (const Loop *loop : analyses.getResult<LoopAnalysis>(function).getLoopsInPreorder()) {
    if (!isVersioned(*loop) || !mayBecomeWider(*loop, target) ||
        loop->getLoopPreheader() == nullptr)
      continue;
    isChanged |= Narrower(*loop).run();
  }
  return withSameBlocks(isChanged);
}

} // namespace wasmc::optimize
