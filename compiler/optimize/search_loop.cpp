#include "compiler/optimize/search_loop.h"

#include <llvm/Analysis/ScalarEvolutionExpressions.h>
#include <llvm/IR/PatternMatch.h>
#include <llvm/Support/MathExtras.h>

namespace wasmc::optimize {

using namespace llvm;
using namespace llvm::PatternMatch;

namespace {

constexpr unsigned kMaxBlocks = 16;
constexpr unsigned kMaxNodes = 24; // of all conditions together
constexpr int64_t kMaxStride = 16;
constexpr int64_t kMaxReach = 64; // bytes between the loads of a stream

class Finder {
public:
  Finder(Loop &loop, ScalarEvolution &evolution, ArrayRef<GuestMemory> memories)
      : loop_(loop), evolution_(evolution), memories_(memories) {}

  std::optional<SearchLoop> find();

private:
  bool hasShape() const;
  bool addLoads();
  std::optional<SearchPlace> placeOf(Value *pointer);
  bool addLoad(LoadInst &load);
  bool placeLoads();
  bool addPhis();
  std::optional<Linear> linear(Value *value) const;
  bool addExits();
  bool addExit(Value *condition, bool whenTrue);
  std::optional<CountExit> countExit(ICmpInst &compare, bool whenTrue) const;
  bool isLanewise(Value *value, std::optional<unsigned> &element);
  bool isLanewise(ICmpInst &compare, std::optional<unsigned> &element);
  bool isElement(Value *value, std::optional<unsigned> &element) const;

  Loop &loop_;
  ScalarEvolution &evolution_;
  ArrayRef<GuestMemory> memories_;
  SearchLoop search_;
  unsigned nodes_ = 0;
};

// One way through all blocks from the header to the latch, each of which may leave the loop
// instead; no effect but strict loads.
bool Finder::hasShape() const {
  if (!loop_.isInnermost() || !loop_.isLoopSimplifyForm() || loop_.getNumBlocks() > kMaxBlocks)
    return false;
  for (const BasicBlock *block : loop_.blocks()) {
    unsigned inside =
        count_if(successors(block), [&](const BasicBlock *next) { return loop_.contains(next); });
    if (inside != 1 || !isa<BranchInst, SwitchInst>(block->getTerminator()))
      return false;
    for (const Instruction &instruction : *block) {
      const auto *load = dyn_cast<LoadInst>(&instruction);
      bool isStrictLoad = load != nullptr && load->isVolatile() && !load->isAtomic();
      if (!isStrictLoad && (instruction.mayHaveSideEffects() || instruction.mayReadFromMemory()))
        return false;
    }
  }
  return true;
}

bool Finder::addLoads() {
  for (BasicBlock *block : loop_.blocks())
    for (Instruction &instruction : *block)
      if (auto *load = dyn_cast<LoadInst>(&instruction); load != nullptr && !addLoad(*load))
        return false;
  return !search_.loads.empty();
}

// An address that is linear in the turn, from turn 1 on. A phi of the header is what the turn
// before has made of it.
std::optional<SearchPlace> Finder::placeOf(Value *pointer) {
  const DataLayout &layout = loop_.getHeader()->getDataLayout();
  APInt more(64, 0);
  Value *from = pointer->stripAndAccumulateConstantOffsets(layout, more, /*AllowNonInbounds=*/true);
  auto *phi = dyn_cast<PHINode>(from);
  bool isOfTurnBefore = phi != nullptr && phi->getParent() == loop_.getHeader();
  const SCEV *address = evolution_.getSCEV(
      isOfTurnBefore ? phi->getIncomingValueForBlock(loop_.getLoopLatch()) : pointer);
  const auto *base = dyn_cast<SCEVUnknown>(evolution_.getPointerBase(address));
  if (base == nullptr || !loop_.isLoopInvariant(base->getValue()))
    return std::nullopt;
  const SCEV *place = evolution_.removePointerBase(address);
  int64_t offset = isOfTurnBefore ? more.getSExtValue() : 0;
  if (const auto *sum = dyn_cast<SCEVAddExpr>(place);
      sum != nullptr && sum->getNumOperands() == 2 && isa<SCEVConstant>(sum->getOperand(0))) {
    offset += cast<SCEVConstant>(sum->getOperand(0))->getAPInt().getSExtValue();
    place = sum->getOperand(1);
  }
  if (const auto *extended = dyn_cast<SCEVZeroExtendExpr>(place))
    place = extended->getOperand();
  const auto *index = dyn_cast<SCEVAddRecExpr>(place);
  // Of 64 bits where LLVM knows that what is extended does not wrap.
  bool isIndex = index != nullptr && index->getLoop() == &loop_ && index->isAffine() &&
                 (index->getType()->isIntegerTy(32) || index->getType()->isIntegerTy(64));
  if (offset < 0 || !isIndex)
    return std::nullopt;
  const auto *step = dyn_cast<SCEVConstant>(index->getStepRecurrence(evolution_));
  if (step == nullptr)
    return std::nullopt;
  const SCEV *start = index->getStart();
  if (isOfTurnBefore)
    start = evolution_.getMinusSCEV(start, step);
  return SearchPlace{base->getValue(), start, step->getAPInt().getSExtValue(), offset};
}

bool Finder::addLoad(LoadInst &load) {
  std::optional<SearchPlace> place = placeOf(load.getPointerOperand());
  auto *type = dyn_cast<IntegerType>(load.getType());
  if (!place || type == nullptr)
    return false;
  const GuestMemory *memory = memoryWithBase(memories_, place->base, *load.getFunction());
  if (memory == nullptr || memory->indexBits != 32)
    return false;
  unsigned bytes = type->getBitWidth() / 8;
  if ((bytes != 1 && bytes != 2 && bytes != 4) || place->stride < bytes ||
      place->stride > kMaxStride || !isPowerOf2_64(static_cast<uint64_t>(place->stride)))
    return false;
  if (!search_.loads.empty() &&
      (search_.bytes != bytes || search_.stride() != place->stride || search_.base != place->base))
    return false;
  search_.bytes = bytes;
  search_.elements = static_cast<unsigned>(place->stride / bytes);
  search_.base = place->base;
  search_.memory = memory;
  search_.loads.insert({&load, {*place}});
  return true;
}

// Finds the streams: loads whose places differ by a constant.
bool Finder::placeLoads() {
  SmallVector<int64_t, 2> lowest; // by stream, in bytes from the load that was first in the loop
  for (auto &[instruction, load] : search_.loads) {
    std::optional<int64_t> distance;
    for (unsigned k = 0; k < search_.streams.size() && !distance; ++k) {
      const SearchLoad &first = search_.loads.find(search_.streams[k])->second;
      if (load.place.index->getType() != first.place.index->getType())
        continue;
      const auto *apart =
          dyn_cast<SCEVConstant>(evolution_.getMinusSCEV(load.place.index, first.place.index));
      if (apart == nullptr)
        continue;
      int64_t bytes = apart->getAPInt().getSExtValue() + load.place.offset - first.place.offset;
      if (std::abs(bytes) > kMaxReach)
        continue; // another array
      load.stream = k;
      distance = bytes;
    }
    if (!distance) {
      load.stream = static_cast<unsigned>(search_.streams.size());
      search_.streams.push_back(instruction);
      lowest.push_back(0);
      distance = 0;
    }
    if (*distance % search_.bytes != 0)
      return false;
    load.element = *distance / search_.bytes;
    lowest[load.stream] = std::min(lowest[load.stream], load.element);
  }
  for (auto &[instruction, load] : search_.loads) {
    load.element -= lowest[load.stream];
    if (load.element == 0)
      search_.streams[load.stream] = instruction;
  }
  return true;
}

// `value` in turn t, from turn 1 on.
std::optional<Linear> Finder::linear(Value *value) const {
  if (!value->getType()->isIntegerTy() || value->getType()->getIntegerBitWidth() > 64)
    return std::nullopt;
  auto ofTurn = [&](Value *what, int64_t turn) -> std::optional<Linear> {
    const auto *recurrence = dyn_cast<SCEVAddRecExpr>(evolution_.getSCEV(what));
    if (recurrence == nullptr || recurrence->getLoop() != &loop_ || !recurrence->isAffine())
      return std::nullopt;
    const auto *step = dyn_cast<SCEVConstant>(recurrence->getStepRecurrence(evolution_));
    if (step == nullptr)
      return std::nullopt;
    const SCEV *start =
        turn == 0 ? recurrence->getStart() : evolution_.getMinusSCEV(recurrence->getStart(), step);
    return Linear{start, step->getAPInt().getSExtValue()};
  };
  if (std::optional<Linear> result = ofTurn(value, 0))
    return result;
  // A phi that is computed anew in each turn from others: what the turn before has made of them.
  auto *phi = dyn_cast<PHINode>(value);
  if (phi == nullptr || phi->getParent() != loop_.getHeader())
    return std::nullopt;
  return ofTurn(phi->getIncomingValueForBlock(loop_.getLoopLatch()), -1);
}

bool Finder::addPhis() {
  for (PHINode &phi : loop_.getHeader()->phis()) {
    SearchPhi known;
    if (phi.getType()->isPointerTy()) {
      known.place = placeOf(&phi);
      if (!known.place || known.place->base != search_.base)
        return false;
    } else if (known.linear = linear(&phi); !known.linear) {
      known.load = dyn_cast<LoadInst>(phi.getIncomingValueForBlock(loop_.getLoopLatch()));
      if (known.load == nullptr || !search_.loads.contains(known.load))
        return false;
    }
    search_.phis.insert({&phi, known});
  }
  return true;
}

bool Finder::addExits() {
  for (BasicBlock *block : loop_.blocks()) {
    if (auto *cases = dyn_cast<SwitchInst>(block->getTerminator())) {
      std::optional<unsigned> element;
      if (!loop_.contains(cases->getDefaultDest()) || !isElement(cases->getCondition(), element))
        return false;
      search_.dataExits.push_back({cases->getCondition(), true, cases, *element});
      continue;
    }
    auto *branch = cast<BranchInst>(block->getTerminator());
    if (branch->isConditional() &&
        !addExit(branch->getCondition(), !loop_.contains(branch->getSuccessor(0))))
      return false;
  }
  return !search_.dataExits.empty();
}

// The loop is left if `condition` is `whenTrue`: several exits, where that is one of several.
bool Finder::addExit(Value *condition, bool whenTrue) {
  Value *left, *right;
  if (match(condition, m_Not(m_Value(left))))
    return addExit(left, !whenTrue);
  if (whenTrue ? match(condition, m_LogicalOr(m_Value(left), m_Value(right)))
               : match(condition, m_LogicalAnd(m_Value(left), m_Value(right))))
    return addExit(left, whenTrue) && addExit(right, whenTrue);
  if (auto *compare = dyn_cast<ICmpInst>(condition))
    if (std::optional<CountExit> exit = countExit(*compare, whenTrue)) {
      search_.countExits.push_back(*exit);
      return true;
    }
  std::optional<unsigned> element;
  if (!isLanewise(condition, element) || !element)
    return false;
  search_.dataExits.push_back({condition, whenTrue, nullptr, *element});
  return true;
}

// Those of which it can be computed how far they are: a counter that comes to its bound.
std::optional<CountExit> Finder::countExit(ICmpInst &compare, bool whenTrue) const {
  CmpInst::Predicate predicate = whenTrue ? compare.getPredicate() : compare.getInversePredicate();
  Value *left = compare.getOperand(0), *right = compare.getOperand(1);
  if (loop_.isLoopInvariant(left)) {
    std::swap(left, right);
    predicate = CmpInst::getSwappedPredicate(predicate);
  }
  if (!loop_.isLoopInvariant(right) || !left->getType()->isIntegerTy(32))
    return std::nullopt;
  std::optional<Linear> counter = linear(left);
  if (!counter || counter->step == 0 || std::abs(counter->step) > kMaxStride ||
      !isPowerOf2_64(static_cast<uint64_t>(std::abs(counter->step))))
    return std::nullopt;
  bool isRising = predicate == CmpInst::ICMP_UGT || predicate == CmpInst::ICMP_UGE ||
                  predicate == CmpInst::ICMP_SGT || predicate == CmpInst::ICMP_SGE;
  if (predicate == CmpInst::ICMP_NE ||
      (predicate != CmpInst::ICMP_EQ && isRising != (counter->step > 0)))
    return std::nullopt;
  return CountExit{predicate, *counter, evolution_.getSCEV(right)};
}

// Whether `value` is an element of a stream: what one turn's load, or that of the turn before, has
// read. `element` is which of the elements of a turn, the same for all of a condition.
bool Finder::isElement(Value *value, std::optional<unsigned> &element) const {
  auto *load = dyn_cast<LoadInst>(value);
  if (auto *phi = dyn_cast<PHINode>(value)) {
    auto known = search_.phis.find(phi);
    load = known == search_.phis.end() ? nullptr : known->second.load;
  }
  if (load == nullptr || !search_.loads.contains(load))
    return false;
  auto now = static_cast<unsigned>(search_.loads.find(load)->second.element) % search_.elements;
  if (element && *element != now)
    return false;
  element = now;
  return true;
}

// Whether all lanes of vectors of elements can be computed as `value` is: of the type of an
// element, or of one bit.
bool Finder::isLanewise(Value *value, std::optional<unsigned> &element) {
  if (++nodes_ > kMaxNodes)
    return false;
  if (auto *compare = dyn_cast<ICmpInst>(value);
      compare != nullptr && !loop_.isLoopInvariant(value))
    return isLanewise(*compare, element);
  if (!value->getType()->isIntegerTy(1) && !value->getType()->isIntegerTy(8 * search_.bytes))
    return false;
  if (loop_.isLoopInvariant(value) || isElement(value, element))
    return true;
  auto *instruction = dyn_cast<Instruction>(value);
  if (instruction == nullptr)
    return false;
  switch (instruction->getOpcode()) {
  case Instruction::Add:
  case Instruction::Sub:
  case Instruction::And:
  case Instruction::Or:
  case Instruction::Xor:
  case Instruction::Select:
    return all_of(instruction->operands(),
                  [&](Value *operand) { return isLanewise(operand, element); });
  default:
    return false;
  }
}

bool Finder::isLanewise(ICmpInst &compare, std::optional<unsigned> &element) {
  Value *left = compare.getOperand(0), *right = compare.getOperand(1), *narrow;
  // One that has been extended, against a value from before the loop.
  if (compare.isEquality() && loop_.isLoopInvariant(right) &&
      match(left, m_ZExtOrSExt(m_Value(narrow))))
    return isElement(narrow, element);
  if (compare.isEquality() && loop_.isLoopInvariant(left) &&
      match(right, m_ZExtOrSExt(m_Value(narrow))))
    return isElement(narrow, element);
  return isLanewise(left, element) && isLanewise(right, element);
}

std::optional<SearchLoop> Finder::find() {
  search_.loop = &loop_;
  if (!hasShape() || !addLoads() || !placeLoads() || !addPhis() || !addExits())
    return std::nullopt;
  return std::move(search_);
}

} // namespace

std::optional<SearchLoop> findSearch(Loop &loop, ScalarEvolution &evolution,
                                     ArrayRef<GuestMemory> memories) {
  return Finder(loop, evolution, memories).find();
}

} // namespace wasmc::optimize
