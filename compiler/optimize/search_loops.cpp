// Loops that search memory: strlen, memchr, memcmp, what extends a match of a compressor. They end
// where the data says, so no vectoriser of LLVM takes them, and native programs call routines of
// their C library that are written in vectors.
//
//     first turns                                 as they were
//     while (the next N turns, some of which may have been skipped already, are not the last for a
//            counter's sake, and all they read lies within the memory)
//       which of them are the last for the data's sake?    by vectors
//       if none: skip all N
//       else:    skip those before the first of them; leave
//     the loop as it was, from the turn that has been come to
//
// Why the result is exact:
//   - A turn of the loop does nothing but strict loads (search_loop.cpp, hasShape). If it is not
//     the last and none of its loads traps, all that is left of it is the phis of the header, and
//     those are known for any turn: linear in its number, or what a load of the turn before has
//     read, which is read again. So turns can be skipped, if that is known of them.
//   - No load of a skipped turn traps: the limit in front of the vectors (emitLimit) keeps all that
//     N turns read, and all that the vectors read, within the memory, whose length does not change
//     as long as no guest code is called. Below it an index of 32 bits cannot have wrapped either:
//     the memory has no more than 2^32 bytes, the index starts in it, and its step is positive. So
//     the vectors read what the turns would.
//   - No skipped turn is the last one; one that is not may be taken for it, which costs time only.
//     For counters the limit says so: in 64 bits the numbers of 32 bits do not wrap. For data the
//     vectors compute each condition for all elements, as it stands in the loop; it depends on
//     elements alone and on what was there before the loop.
//   - Once, in front of the vectors, it is checked that the phis are what is said of them
//     (emitPhisKnown).
//   - Other loads of a stream are taken from the vectors of its first one. That they lie as far
//     apart as their indices say, where those might have wrapped between, is checked once, in
//     front.
//   - Memory may be shared by threads only where guest_memory.h does not list it.
// The vectors are plain loads. They cannot move in front of the limit: LLVM does not know the
// memory to be there. What they read may be read before or after a strict access, which stores
// elsewhere or which LLVM takes to store there.
//
// The first turns stand in front for two reasons: loops that end soon are many, and what a phi has
// of the turn before is known only from the second on, or from the third (turnsInFront).

#include "compiler/optimize/search_loops.h"

#include "compiler/optimize/loop_copies.h"
#include "compiler/optimize/search_loop.h"

#include <llvm/Analysis/AssumptionCache.h>
#include <llvm/IR/PatternMatch.h>
#include <llvm/Transforms/Utils/BasicBlockUtils.h>
#include <llvm/Transforms/Utils/LoopPeel.h>
#include <llvm/Transforms/Utils/LoopSimplify.h>
#include <llvm/Transforms/Utils/LoopUtils.h>
#include <llvm/Transforms/Utils/ScalarEvolutionExpander.h>

namespace wasmc::optimize {

using namespace llvm;
using namespace llvm::PatternMatch;

namespace {

constexpr unsigned kVectorBytes = 16; // that every machine with vectors has
constexpr unsigned kMaxSearches = 50; // of one function
// Of each stream, in front of the vectors: many searches end with these. With 1 in place of 4,
// `strings` of testsuite/bench was 6 % slower, with 3 it was 3 %.
constexpr unsigned kElementsInFront = 4;

// Writes the vectors in front of one loop.
class SearchWriter {
public:
  SearchWriter(const SearchLoop &search, ScalarEvolution &evolution)
      : search_(search), expander_(evolution, "search"), b_(search.loop->getHeader()->getContext()),
        lanes_(kVectorBytes / search.bytes), turns_(lanes_ / search.elements) {}

  void write();
  void count(const EntryCounters &counters) {
    countEntries(done_, counters.fast);
    countEntries(before_, counters.strict); // whatever becomes of it
  }
  BasicBlock *start() const { return start_; }

private:
  void makeBlocks();
  Value *expand(const SCEV *value) { return expander_.expandCodeFor(value, value->getType(), at_); }
  Value *emitLimit();
  Value *emitRoom(const CountExit &exit);
  Value *emitPhisKnown();
  Value *emitStreamsApart();
  void emitStarts();
  void emitVectors(Value *mayBegin, Value *limit);
  Value *emitPhi(PHINode *phi, const SearchPhi &known, Value *turn);
  void emitPhis(Value *turn);
  Value *address(LoadInst *load, Value *turn, int64_t turnsBefore);
  Value *vectorOf(Value *value);
  Value *elementVector(LoadInst *load, bool isOfTurnBefore);
  Value *compareVector(ICmpInst &compare);
  Value *emitFound();

  const SearchLoop &search_;
  SCEVExpander expander_;
  IRBuilder<> b_;
  unsigned lanes_;
  unsigned turns_;            // in a vector
  Instruction *at_ = nullptr; // the end of the old preheader
  BasicBlock *before_ = nullptr, *ready_ = nullptr, *start_ = nullptr, *vectors_ = nullptr,
             *skip_ = nullptr, *full_ = nullptr, *end_ = nullptr, *found_ = nullptr,
             *done_ = nullptr, *entry_ = nullptr;
  DenseMap<LoadInst *, Value *> starts_;   // places in turn 0
  DenseMap<PHINode *, Value *> phiStarts_; // of those that no load has read
  DenseMap<Value *, Value *> values_;      // as vectors
  PHINode *turn_ = nullptr;                // the first of those that the vectors look at
};

// Of before -> entry -> header:
//     before -> ready -> start -> vectors <-> skip -> full -> end -> done -> entry
//     before -> entry,   full -> start,   vectors -> found -> done
void SearchWriter::makeBlocks() {
  before_ = search_.loop->getLoopPreheader();
  entry_ = SplitBlock(before_, before_->getTerminator());
  entry_->setName("search.entry");
  at_ = before_->getTerminator();
  auto block = [&](const char *name) {
    return BasicBlock::Create(b_.getContext(), name, before_->getParent(), entry_);
  };
  ready_ = block("search.ready");
  start_ = block("search.start");
  vectors_ = block("search.vectors");
  skip_ = block("search.skip");
  full_ = block("search.full");
  end_ = block("search.end");
  found_ = block("search.found");
  done_ = block("search.done");
}

void SearchWriter::emitStarts() {
  for (const auto &[instruction, load] : search_.loads)
    starts_[instruction] = b_.CreateAdd(b_.CreateZExt(expand(load.place.index), b_.getInt64Ty()),
                                        b_.getInt64(static_cast<uint64_t>(load.place.offset)));
  for (const auto &[phi, known] : search_.phis)
    if (known.load == nullptr)
      phiStarts_[phi] = expand(known.linear ? known.linear->start : known.place->index);
}

// The last turn at which N turns may begin of which none is the last for this counter's sake;
// negative if there is none. In 64 bits, where nothing wraps.
Value *SearchWriter::emitRoom(const CountExit &exit) {
  int64_t step = std::abs(exit.counter.step);
  bool isRising = exit.counter.step > 0;
  Value *counter = expand(exit.counter.start), *bound = expand(exit.bound);
  Value *room = nullptr;
  int64_t needed = 0; // of `room`, for N turns
  if (exit.predicate == CmpInst::ICMP_EQ) {
    // As far as the bound, modulo 2^32: it may be hit there, and not before.
    room = b_.CreateZExt(isRising ? b_.CreateSub(bound, counter) : b_.CreateSub(counter, bound),
                         b_.getInt64Ty());
    needed = turns_ * step;
  } else {
    bool isSigned = CmpInst::isSigned(exit.predicate);
    auto wide = [&](Value *value) {
      return isSigned ? b_.CreateSExt(value, b_.getInt64Ty())
                      : b_.CreateZExt(value, b_.getInt64Ty());
    };
    room = isRising ? b_.CreateSub(wide(bound), wide(counter))
                    : b_.CreateSub(wide(counter), wide(bound));
    bool leavesAtBound = CmpInst::isNonStrictPredicate(exit.predicate);
    needed = (turns_ - 1) * step + (leavesAtBound ? 1 : 0);
  }
  room = b_.CreateSub(room, b_.getInt64(static_cast<uint64_t>(needed)));
  return b_.CreateAShr(room, Log2_64(static_cast<uint64_t>(step)));
}

// The last turn at which vectors may begin; negative if there is none.
Value *SearchWriter::emitLimit() {
  Value *bytes = emitLoadPath(b_, search_.memory->bytes, b_.getInt64Ty());
  auto stride = static_cast<uint64_t>(search_.stride());
  Value *limit = nullptr;
  auto atMost = [&](Value *turn) {
    limit = limit == nullptr ? turn : b_.CreateBinaryIntrinsic(Intrinsic::smin, limit, turn);
  };
  // Of each stream the load that is furthest, to the end of the vector that it is in.
  SmallVector<LoadInst *, 2> furthest = search_.streams;
  for (const auto &[instruction, load] : search_.loads)
    if (load.element > search_.loads.find(furthest[load.stream])->second.element)
      furthest[load.stream] = instruction;
  for (LoadInst *load : furthest) {
    Value *room = b_.CreateSub(bytes, b_.CreateAdd(starts_[load], b_.getInt64(kVectorBytes)));
    atMost(b_.CreateAShr(room, Log2_64(stride)));
  }
  for (const CountExit &exit : search_.countExits)
    atMost(emitRoom(exit));
  return limit;
}

// Whether in turn 0 the phis are what is said of them. A phi that has something of the turn before
// is known from the next turn on: in between, what is 2^32 - 1 there may be taken for -1, if LLVM
// knows that it does not wrap from turn 0 on (regressions/search_loops.wast, "wraps in front").
Value *SearchWriter::emitPhisKnown() {
  Value *all = b_.getTrue();
  for (const auto &[phi, known] : search_.phis)
    if (known.load == nullptr)
      all = b_.CreateAnd(all, b_.CreateICmpEQ(emitPhi(phi, known, b_.getInt64(0)),
                                              phi->getIncomingValueForBlock(at_->getParent())));
  return all;
}

// Whether all loads are as far from the first of their stream as the vectors take them to be, and
// what the turn before turn 0 has read lies in front of what that reads.
Value *SearchWriter::emitStreamsApart() {
  Value *all = b_.getTrue();
  for (const auto &[instruction, load] : search_.loads) {
    LoadInst *first = search_.streams[load.stream];
    if (instruction == first)
      continue;
    Value *place = b_.CreateAdd(starts_[first],
                                b_.getInt64(static_cast<uint64_t>(load.element * search_.bytes)));
    all = b_.CreateAnd(all, b_.CreateICmpEQ(starts_[instruction], place));
  }
  for (const auto &[phi, known] : search_.phis)
    if (known.load != nullptr) {
      Value *start = starts_[search_.streams[search_.loads.find(known.load)->second.stream]];
      all = b_.CreateAnd(all, b_.CreateICmpUGE(start, b_.getInt64(search_.stride())));
    }
  return all;
}

// Where the first load of `load`'s stream reads, so many turns before `turn`.
Value *SearchWriter::address(LoadInst *load, Value *turn, int64_t turnsBefore) {
  Value *distance = b_.CreateMul(turn, b_.getInt64(static_cast<uint64_t>(search_.stride())));
  Value *place = b_.CreateAdd(starts_[load], distance);
  place = b_.CreateSub(place, b_.getInt64(static_cast<uint64_t>(turnsBefore * search_.stride())));
  return b_.CreatePtrAdd(search_.base, place);
}

// Lane k is element k of the stream, counted from the one that the first turn of the vector has in
// the place of the load's, modulo what a turn has.
Value *SearchWriter::elementVector(LoadInst *load, bool isOfTurnBefore) {
  const SearchLoad &known = search_.loads.find(load)->second;
  int64_t later = known.element / search_.elements - (isOfTurnBefore ? 1 : 0);
  Type *type = FixedVectorType::get(load->getType(), lanes_);
  Value *from = address(search_.streams[known.stream], turn_, -later);
  return b_.CreateAlignedLoad(type, from, Align(1));
}

Value *SearchWriter::compareVector(ICmpInst &compare) {
  Value *left = compare.getOperand(0), *right = compare.getOperand(1), *narrow;
  if (search_.loop->isLoopInvariant(left))
    std::swap(left, right);
  if (!match(left, m_ZExtOrSExt(m_Value(narrow))) || !search_.loop->isLoopInvariant(right))
    return b_.CreateICmp(compare.getPredicate(), vectorOf(compare.getOperand(0)),
                         vectorOf(compare.getOperand(1)));
  assert(compare.isEquality() && "Finder takes no other comparison of what has been extended");
  // Equal if equal to its low bits, and those are all of it.
  Value *cut = b_.CreateTrunc(right, narrow->getType());
  Value *again = isa<ZExtInst>(left) ? b_.CreateZExt(cut, right->getType())
                                     : b_.CreateSExt(cut, right->getType());
  Value *mayBeEqual = b_.CreateVectorSplat(lanes_, b_.CreateICmpEQ(again, right));
  Value *equal = b_.CreateAnd(mayBeEqual,
                              b_.CreateICmpEQ(vectorOf(narrow), b_.CreateVectorSplat(lanes_, cut)));
  return compare.getPredicate() == CmpInst::ICMP_EQ ? equal : b_.CreateNot(equal);
}

Value *SearchWriter::vectorOf(Value *value) {
  if (Value *known = values_.lookup(value))
    return known;
  Value *result = nullptr;
  auto *phi = dyn_cast<PHINode>(value);
  if (search_.loop->isLoopInvariant(value))
    result = b_.CreateVectorSplat(lanes_, value);
  else if (phi != nullptr)
    result = elementVector(search_.phis.find(phi)->second.load, /*isOfTurnBefore=*/true);
  else if (auto *load = dyn_cast<LoadInst>(value))
    result = elementVector(load, /*isOfTurnBefore=*/false);
  else if (auto *compare = dyn_cast<ICmpInst>(value))
    result = compareVector(*compare);
  else if (auto *select = dyn_cast<SelectInst>(value))
    result = b_.CreateSelect(vectorOf(select->getCondition()), vectorOf(select->getTrueValue()),
                             vectorOf(select->getFalseValue()));
  else {
    auto *operation = cast<BinaryOperator>(value);
    Value *left = vectorOf(operation->getOperand(0));
    result = b_.CreateBinOp(operation->getOpcode(), left, vectorOf(operation->getOperand(1)));
  }
  values_[value] = result;
  return result;
}

// One bit per lane: whether a turn ends with that element.
Value *SearchWriter::emitFound() {
  Value *found = nullptr;
  for (const DataExit &exit : search_.dataExits) {
    Value *leaves = nullptr;
    if (exit.cases == nullptr) {
      leaves = vectorOf(exit.condition);
      if (!exit.whenTrue)
        leaves = b_.CreateNot(leaves);
    } else {
      leaves = ConstantInt::getFalse(FixedVectorType::get(b_.getInt1Ty(), lanes_));
      for (const auto &each : exit.cases->cases())
        leaves =
            b_.CreateOr(leaves, b_.CreateICmpEQ(vectorOf(exit.condition),
                                                b_.CreateVectorSplat(lanes_, each.getCaseValue())));
    }
    if (search_.elements > 1) {
      SmallVector<Constant *> isItsTurn;
      for (unsigned lane = 0; lane < lanes_; ++lane)
        isItsTurn.push_back(b_.getInt1(lane % search_.elements == exit.element));
      leaves = b_.CreateAnd(leaves, ConstantVector::get(isItsTurn));
    }
    found = found == nullptr ? leaves : b_.CreateOr(found, leaves);
  }
  return b_.CreateBitCast(found, b_.getIntNTy(lanes_));
}

void SearchWriter::emitVectors(Value *mayBegin, Value *limit) {
  b_.CreateCondBr(mayBegin, ready_, entry_);
  at_->eraseFromParent();
  b_.SetInsertPoint(ready_);
  b_.CreateBr(start_);

  b_.SetInsertPoint(start_);
  PHINode *first = b_.CreatePHI(b_.getInt64Ty(), 2);
  b_.CreateBr(vectors_);

  b_.SetInsertPoint(vectors_);
  turn_ = b_.CreatePHI(b_.getInt64Ty(), 2, "turn");
  Value *found = emitFound();
  b_.CreateCondBr(b_.CreateIsNotNull(found), found_, skip_);

  b_.SetInsertPoint(skip_);
  Value *next = b_.CreateAdd(turn_, b_.getInt64(turns_));
  b_.CreateCondBr(b_.CreateICmpSLE(next, limit), vectors_, full_);
  turn_->addIncoming(first, start_);
  turn_->addIncoming(next, skip_);

  // Once more for what is left: the last vector begins at the limit, wherever the one before has
  // ended.
  b_.SetInsertPoint(full_);
  b_.CreateCondBr(b_.CreateICmpEQ(turn_, limit), end_, start_);
  first->addIncoming(b_.getInt64(0), ready_);
  first->addIncoming(limit, full_);
  b_.SetInsertPoint(end_);
  b_.CreateBr(done_);

  b_.SetInsertPoint(found_);
  Value *lane = b_.CreateBinaryIntrinsic(Intrinsic::cttz, found, b_.getTrue());
  Value *ofVector = b_.CreateLShr(b_.CreateZExt(lane, b_.getInt64Ty()), Log2_32(search_.elements));
  Value *last = b_.CreateAdd(turn_, ofVector);
  b_.CreateBr(done_);

  b_.SetInsertPoint(done_);
  PHINode *turn = b_.CreatePHI(b_.getInt64Ty(), 2);
  turn->addIncoming(next, end_);
  turn->addIncoming(last, found_);
  emitPhis(turn);
  b_.CreateBr(entry_);
}

// What a phi of the header is in `turn`, in front of which others were skipped.
Value *SearchWriter::emitPhi(PHINode *phi, const SearchPhi &known, Value *turn) {
  if (known.load != nullptr)
    return b_.CreateAlignedLoad(phi->getType(), address(known.load, turn, 1), Align(1));
  Value *start = phiStarts_[phi];
  int64_t step = known.linear ? known.linear->step : known.place->stride;
  Value *moved = b_.CreateMul(b_.CreateZExtOrTrunc(turn, start->getType()),
                              ConstantInt::getSigned(start->getType(), step));
  Value *number = b_.CreateAdd(start, moved);
  if (known.linear)
    return number;
  Value *place = b_.CreateAdd(b_.CreateZExt(number, b_.getInt64Ty()),
                              b_.getInt64(static_cast<uint64_t>(known.place->offset)));
  return b_.CreatePtrAdd(search_.base, place);
}

void SearchWriter::emitPhis(Value *turn) {
  for (const auto &[phi, known] : search_.phis) {
    Value *value = emitPhi(phi, known, turn);
    Value *before = phi->getIncomingValueForBlock(entry_);
    PHINode *both = PHINode::Create(phi->getType(), 2, "", entry_->begin());
    both->addIncoming(before, before_);
    both->addIncoming(value, done_);
    phi->setIncomingValueForBlock(entry_, both);
  }
}

void SearchWriter::write() {
  // First all that asks ScalarEvolution, which looks at the loops around: they must be whole.
  at_ = search_.loop->getLoopPreheader()->getTerminator();
  b_.SetInsertPoint(at_);
  emitStarts();
  Value *limit = emitLimit();
  Value *mayBegin = b_.CreateAnd(emitStreamsApart(), b_.CreateICmpSGE(limit, b_.getInt64(0)));
  mayBegin = b_.CreateAnd(mayBegin, emitPhisKnown());
  makeBlocks();
  b_.SetInsertPoint(at_);
  emitVectors(mayBegin, limit);
  addToLoopId(*search_.loop, {"llvm.loop.unroll.disable"});
}

// One turn at least, for what a phi has of the turn before is known from the second on only. What
// it has loaded there is known from the third on: the load's address may come of such a phi
// (regressions/search_loops.wast, "handed on twice").
unsigned turnsInFront(const SearchLoop &search) {
  bool handsOnLoads =
      any_of(search.phis, [](const auto &known) { return known.second.load != nullptr; });
  return std::max(handsOnLoads ? 2u : 1u, kElementsInFront / search.elements);
}

class Searcher {
public:
  Searcher(Function &function, FunctionAnalysisManager &analyses, bool countsEntries)
      : function_(function), analyses_(analyses), memories_(guestMemoriesOf(function)),
        counters_(countsEntries ? countersOf(function) : std::nullopt) {}

  // True if anything was changed.
  bool run();
  // How many loops vectors look ahead for.
  unsigned searches() const { return searches_; }

private:
  bool changeFirst();
  bool change(Loop &loop, unsigned turns, ScalarEvolution &evolution);
  BasicBlock *write(const SearchLoop &search, ScalarEvolution &evolution);

  Function &function_;
  FunctionAnalysisManager &analyses_;
  SmallVector<GuestMemory, 2> memories_;
  std::optional<EntryCounters> counters_;
  unsigned searches_ = 0;
  SmallPtrSet<const BasicBlock *, 16> tried_; // headers
};

// Changes the first loop that is a search and has not been tried.
bool Searcher::changeFirst() {
  auto &loops = analyses_.getResult<LoopAnalysis>(function_);
  auto &evolution = analyses_.getResult<ScalarEvolutionAnalysis>(function_);
  for (Loop *loop : loops.getLoopsInPreorder()) {
    if (!loop->isInnermost() || isVersioned(*loop) || !tried_.insert(loop->getHeader()).second)
      continue;
    std::optional<SearchLoop> search = findSearch(*loop, evolution, memories_);
    if (search && change(*loop, turnsInFront(*search), evolution))
      return true;
  }
  return false;
}

// Returns the header of the new loop. What asks `evolution` is gone when that is.
BasicBlock *Searcher::write(const SearchLoop &search, ScalarEvolution &evolution) {
  SearchWriter writer(search, evolution);
  writer.write();
  if (counters_)
    writer.count(*counters_);
  return writer.start();
}

bool Searcher::change(Loop &loop, unsigned turns, ScalarEvolution &evolution) {
  auto &loops = analyses_.getResult<LoopAnalysis>(function_);
  auto &dominators = analyses_.getResult<DominatorTreeAnalysis>(function_);
  auto &assumptions = analyses_.getResult<AssumptionAnalysis>(function_);
  ValueToValueMapTy copies;
  if (!canPeel(&loop) || !loop.isRecursivelyLCSSAForm(dominators, loops))
    return false;
  peelLoop(&loop, turns, /*PeelLast=*/false, &loops, &evolution, dominators, &assumptions,
           /*PreserveLCSSA=*/true, copies);
  simplifyLoop(&loop, &dominators, &loops, &evolution, &assumptions, nullptr,
               /*PreserveLCSSA=*/true);
  // Starts are others now.
  std::optional<SearchLoop> search = findSearch(loop, evolution, memories_);
  if (!search)
    return true; // with its first turns in front
  BasicBlock *start = write(*search, evolution);
  ++searches_;
  analyses_.invalidate(function_, PreservedAnalyses::none());
  auto &newLoops = analyses_.getResult<LoopAnalysis>(function_);
  formLCSSARecursively(*newLoops.getLoopFor(start),
                       analyses_.getResult<DominatorTreeAnalysis>(function_), &newLoops, nullptr);
  return true;
}

bool Searcher::run() {
  if (memories_.empty())
    return false;
  unsigned changed = 0;
  for (; changed < kMaxSearches && changeFirst(); ++changed)
    analyses_.invalidate(function_, PreservedAnalyses::none());
  return changed != 0;
}

} // namespace

bool canSearchByVectors(const TargetTransformInfo &target) {
  return target.getRegisterBitWidth(TargetTransformInfo::RGK_FixedWidthVector).getFixedValue() >=
         8 * kVectorBytes;
}

PreservedAnalyses SearchLoops::run(Function &function, FunctionAnalysisManager &analyses) {
  if (!canSearchByVectors(analyses.getResult<TargetIRAnalysis>(function)))
    return PreservedAnalyses::all();
  Searcher searcher(function, analyses, countsEntries_);
  bool isChanged = searcher.run();
  if (statistics_ != nullptr)
    statistics_->searches += searcher.searches();
  return isChanged ? PreservedAnalyses::none() : PreservedAnalyses::all();
}

} // namespace wasmc::optimize
