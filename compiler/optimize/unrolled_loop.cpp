#include "compiler/optimize/unrolled_loop.h"

#include "compiler/optimize/distances.h"
#include "compiler/optimize/loop_copies.h"
#include "compiler/optimize/separate_ranges.h"

#include <llvm/Analysis/ScalarEvolutionExpressions.h>
#include <llvm/IR/DataLayout.h>
#include <llvm/IR/IntrinsicInst.h>

#include <algorithm>

namespace wasmc::optimize {

using namespace llvm;

namespace {

// Beyond these nobody unrolls, and the work stays small: it is quadratic in the accesses.
constexpr size_t kMaxInstructions = 800;
constexpr size_t kMaxAccesses = 96;
constexpr unsigned kMaxFactor = 16;
// Operands of one tree, and how far is looked for what tells two of them apart.
constexpr size_t kMaxLeaves = 8;
constexpr unsigned kMaxLookDepth = 4;

// What may be done once per turn instead of once per row: no effects but those of plain accesses.
bool isRepeatable(const Instruction &instruction) {
  if (const auto *load = dyn_cast<LoadInst>(&instruction))
    return load->isSimple();
  if (const auto *store = dyn_cast<StoreInst>(&instruction))
    return store->isSimple();
  if (const auto *call = dyn_cast<CallBase>(&instruction))
    return isa<IntrinsicInst>(call) && call->doesNotAccessMemory() && !call->hasOperandBundles() &&
           !call->isConvergent();
  return isa<BinaryOperator, UnaryOperator, CastInst, CmpInst, SelectInst, FreezeInst,
             GetElementPtrInst, ShuffleVectorInst, ExtractElementInst, InsertElementInst>(
      instruction);
}

// In wrapping arithmetic the order of operands does not matter, nor what is grouped first. (Minima
// and maxima are left out: as calls all have one opcode.)
bool isReorderable(const Instruction &instruction) {
  return isa<BinaryOperator>(instruction) && instruction.getType()->isIntegerTy() &&
         instruction.isAssociative() && instruction.isCommutative();
}

struct SearchOptions {
  bool takesVectors;
  bool reorders; // operands of trees may come in another order in each turn
};

class TurnFinder {
public:
  TurnFinder(Loop &loop, ScalarEvolution &evolution, unsigned factor, SearchOptions options)
      : loop_(loop), body_(*loop.getHeader()), evolution_(evolution), options_(options) {
    found_.factor = factor;
  }

  // Whether the body is `factor` turns, from these rows on.
  bool find(SmallVector<Row, 16> roots);
  UnrolledLoop take() { return std::move(found_); }

private:
  bool match(Row &row);
  bool matchLinear(const Row &row);
  bool matchCarried(const Row &row);
  bool matchInstructions(const Row &row);
  bool matchTrees(const Row &row);
  Row leavesOf(Instruction &root, const Row &row, SetVector<Instruction *> *between) const;
  bool looksAlike(const Value *first, const Value *other, unsigned turn, const Row &row,
                  unsigned depth) const;
  bool isInBody(const Value *value, unsigned opcode) const;
  Row operandRow(const Row &row, unsigned operand) const;
  bool hasOneMeaningEach() const;
  bool keepsOrder() const;

  Loop &loop_;
  BasicBlock &body_;
  ScalarEvolution &evolution_;
  SearchOptions options_;
  UnrolledLoop found_;
  SmallVector<Row, 16> open_;
};

bool TurnFinder::find(SmallVector<Row, 16> roots) {
  open_ = std::move(roots);
  while (!open_.empty()) {
    Row row = open_.pop_back_val();
    if (!match(row))
      return false;
  }
  return hasOneMeaningEach() && keepsOrder();
}

// A value may look linear to one row and not to another. It is made anew only once, so all must
// agree.
bool TurnFinder::hasOneMeaningEach() const {
  return none_of(found_.linear, [&](const auto &entry) {
    auto *instruction = dyn_cast<Instruction>(entry.first);
    auto *phi = dyn_cast<PHINode>(entry.first);
    return (instruction != nullptr &&
            (found_.rows.contains(instruction) || found_.between.contains(instruction))) ||
           (phi != nullptr && found_.carried.contains(phi));
  });
}

bool TurnFinder::match(Row &row) {
  if (loop_.isLoopInvariant(row[0]))
    return all_equal(row);
  if (matchLinear(row))
    return true;
  return isa<PHINode>(row[0]) ? matchCarried(row) : matchInstructions(row);
}

// The evolution of the first turn's value must be `factor` steps per iteration, and each further
// turn's a step behind the one before. These are equations of what the values are, in wrapping
// arithmetic; how they are computed does not matter.
bool TurnFinder::matchLinear(const Row &row) {
  Type *type = row[0]->getType();
  if (!evolution_.isSCEVable(type) || type->isIntegerTy(1))
    return false;
  const auto *first = dyn_cast<SCEVAddRecExpr>(evolution_.getSCEV(row[0]));
  if (first == nullptr || first->getLoop() != &loop_ || !first->isAffine())
    return false;
  const SCEV *step = first->getStepRecurrence(evolution_); // of one turn, if there is only one
  for (unsigned turn = 1; turn < found_.factor; ++turn) {
    const SCEV *distance = evolution_.getMinusSCEV(evolution_.getSCEV(row[turn]), first);
    if (isa<SCEVCouldNotCompute>(distance))
      return false;
    if (turn == 1)
      step = distance;
    if (distance != evolution_.getMulExpr(evolution_.getConstant(step->getType(), turn), step))
      return false;
  }
  const SCEV *all =
      evolution_.getMulExpr(evolution_.getConstant(step->getType(), found_.factor), step);
  if (!evolution_.isLoopInvariant(step, &loop_) || first->getStepRecurrence(evolution_) != all)
    return false;
  bool isInBounds = all_of(row, [](const Value *value) {
    const auto *address = dyn_cast<GetElementPtrInst>(value);
    return address != nullptr && address->isInBounds();
  });
  auto [place, isNew] = found_.linear.insert({row[0], {first->getStart(), step, isInBounds}});
  place->second.isInBounds &= isInBounds;
  return isNew ||
         place->second.step == step; // if not, hasOneMeaningEach() finds what takes it otherwise
}

bool TurnFinder::matchCarried(const Row &row) {
  auto *phi = cast<PHINode>(row[0]);
  if (phi->getParent() != &body_ || (phi->getType()->isVectorTy() && !options_.takesVectors))
    return false;
  Row after(drop_begin(row));
  after.push_back(phi->getIncomingValueForBlock(&body_));
  auto [place, isNew] = found_.carried.insert({phi, after});
  if (!isNew)
    return place->second == after;
  open_.push_back(std::move(after));
  return true;
}

bool TurnFinder::matchInstructions(const Row &row) {
  auto *first = dyn_cast<Instruction>(row[0]);
  if (first == nullptr || first->getParent() != &body_ || !isRepeatable(*first) ||
      (first->getType()->isVectorTy() && !options_.takesVectors))
    return false;
  auto [place, isNew] = found_.rows.insert({first, row});
  if (!isNew)
    return place->second == row;
  for (const Value *value : drop_begin(row)) {
    const auto *other = dyn_cast<Instruction>(value);
    if (other == nullptr || other->getParent() != &body_ || !isRepeatable(*other) ||
        !first->isSameOperationAs(other))
      return false;
  }
  if (options_.reorders && isReorderable(*first) && any_of(row, [&](Value *value) {
        return leavesOf(*cast<Instruction>(value), row, nullptr).size() > 2;
      }))
    return matchTrees(row);
  for (unsigned operand = 0; operand < first->getNumOperands(); ++operand)
    open_.push_back(operandRow(row, operand));
  return true;
}

bool TurnFinder::isInBody(const Value *value, unsigned opcode) const {
  const auto *instruction = dyn_cast<Instruction>(value);
  return instruction != nullptr && instruction->getParent() == &body_ &&
         instruction->getOpcode() == opcode;
}

// What the operator of `root` is applied to in the end. What a turn before has handed on is not
// looked into, and neither is what counts turns. Empty if there is too much.
Row TurnFinder::leavesOf(Instruction &root, const Row &row,
                         SetVector<Instruction *> *between) const {
  Row leaves;
  SmallVector<Value *, 8> open(root.operand_values());
  while (!open.empty()) {
    Value *value = open.pop_back_val();
    bool isLeaf = !isInBody(value, root.getOpcode()) || is_contained(row, value) ||
                  isa<SCEVAddRecExpr>(evolution_.getSCEV(value));
    if (isLeaf)
      leaves.push_back(value);
    else
      append_range(open, cast<Instruction>(value)->operand_values());
    if (!isLeaf && between != nullptr)
      between->insert(cast<Instruction>(value));
    if (leaves.size() + open.size() > kMaxLeaves)
      return {};
  }
  return leaves;
}

// A guess whether `other` is in its turn what `first` is in the first one.
bool TurnFinder::looksAlike(const Value *first, const Value *other, unsigned turn, const Row &row,
                            unsigned depth) const {
  if (first->getType() != other->getType() || loop_.isLoopInvariant(first) ||
      loop_.isLoopInvariant(other))
    return first == other;
  auto evolutionOf = [&](const Value *value) {
    const SCEV *is = evolution_.isSCEVable(value->getType())
                         ? evolution_.getSCEV(const_cast<Value *>(value))
                         : nullptr;
    return dyn_cast_or_null<SCEVAddRecExpr>(is);
  };
  if (const SCEVAddRecExpr *start = evolutionOf(first); start != nullptr) {
    const SCEVAddRecExpr *its = evolutionOf(other);
    if (its == nullptr || !start->isAffine())
      return false;
    auto times = [&](const SCEV *value, unsigned factor) {
      return evolution_.getMulExpr(evolution_.getConstant(value->getType(), factor), value);
    };
    const SCEV *distance = evolution_.getMinusSCEV(its, start);
    return !isa<SCEVCouldNotCompute>(distance) &&
           times(distance, found_.factor) == times(start->getStepRecurrence(evolution_), turn);
  }
  const auto *one = dyn_cast<Instruction>(first);
  const auto *its = dyn_cast<Instruction>(other);
  if (isa<PHINode>(first) || one == nullptr || its == nullptr)
    return is_contained(row, other);
  if (!one->isSameOperationAs(its) || depth == 0)
    return one->isSameOperationAs(its);
  auto matches = [&](bool isSwapped) {
    return all_of(seq(one->getNumOperands()), [&](unsigned operand) {
      return looksAlike(one->getOperand(operand), its->getOperand(operand ^ isSwapped), turn, row,
                        depth - 1);
    });
  };
  return matches(false) || (one->isCommutative() && one->getNumOperands() == 2 && matches(true));
}

// The values of the row are one operator over as many operands in each turn; that these match is
// for match() to find out.
bool TurnFinder::matchTrees(const Row &row) {
  auto leaves = [&](Value *root, SetVector<Instruction *> *between) {
    return leavesOf(*cast<Instruction>(root), row, between);
  };
  found_.between.insert(cast<Instruction>(row[0]));
  Row firsts = leaves(row[0], &found_.between);
  SmallVector<Row, 8> rows;
  for (Value *leaf : firsts)
    rows.push_back({leaf});
  for (unsigned turn = 1; turn < found_.factor; ++turn) {
    Row others = leaves(row[turn], nullptr);
    if (others.size() != rows.size())
      return false;
    for (Row &leaf : rows) {
      auto *match = find_if(others, [&](const Value *other) {
        return looksAlike(leaf[0], other, turn, row, kMaxLookDepth);
      });
      if (match == others.end())
        return false;
      leaf.push_back(*match);
      others.erase(match);
    }
  }
  append_range(open_, rows);
  return !rows.empty();
}

// Which operand of a later turn stands for `operand` of the first: of a commutative operator it may
// be the other one. A guess by what made them; that they match is for match() to find out.
Row TurnFinder::operandRow(const Row &row, unsigned operand) const {
  auto kindOf = [&](Value *value) {
    const auto *instruction = dyn_cast<Instruction>(value);
    return instruction == nullptr || loop_.isLoopInvariant(value) ? 0 : instruction->getOpcode();
  };
  auto *first = cast<Instruction>(row[0]);
  Row operands;
  for (Value *value : row) {
    auto *instruction = cast<Instruction>(value);
    bool isSwapped = false;
    if (first->isCommutative() && operand < 2) {
      // The phi of the first turn is the preceding turn's value in the others: of this row, or of
      // the kind that the last turn hands on.
      bool isOfRow = any_of(instruction->operands(),
                            [&](const Use &its) { return is_contained(row, its.get()); });
      auto standsFor = [&](unsigned mine, unsigned its) {
        auto *phi = dyn_cast<PHINode>(first->getOperand(its));
        if (phi == nullptr || phi->getParent() != &body_ || operands.empty())
          return kindOf(instruction->getOperand(mine)) == kindOf(first->getOperand(its));
        return isOfRow ? is_contained(row, instruction->getOperand(mine))
                       : kindOf(instruction->getOperand(mine)) ==
                             kindOf(phi->getIncomingValueForBlock(&body_));
      };
      auto turn = static_cast<unsigned>(operands.size());
      auto looksLike = [&](unsigned mine, unsigned its) {
        return isa<PHINode>(first->getOperand(its)) ||
               looksAlike(first->getOperand(its), instruction->getOperand(mine), turn, row,
                          kMaxLookDepth);
      };
      isSwapped = value != row[0] && standsFor(0, 1) && standsFor(1, 0) &&
                  !(standsFor(0, 0) && standsFor(1, 1) && looksLike(0, 0) && looksLike(1, 1));
    }
    operands.push_back(instruction->getOperand(isSwapped ? 1 - operand : operand));
  }
  return operands;
}

// An access as one turn's.
struct Place {
  Instruction *instruction;
  unsigned turn;
  unsigned inTurn; // where the first turn's is in the body

  bool comesBefore(const Place &other) const {
    return turn != other.turn ? turn < other.turn : inTurn < other.inTurn;
  }
};

// Whether the turns may be done one after the other: the body may have mixed the accesses of
// several turns, and where one of two is a store, and they may meet, the order of the body must be
// that of the turns.
bool TurnFinder::keepsOrder() const {
  DenseMap<const Instruction *, unsigned> inBody;
  for (const Instruction &instruction : body_)
    inBody.insert({&instruction, inBody.size()});
  SmallVector<Place, 32> places;
  for (const auto &[first, row] : found_.rows)
    if (isa<LoadInst, StoreInst>(first))
      for (unsigned turn = 0; turn < found_.factor; ++turn)
        places.push_back({cast<Instruction>(row[turn]), turn, inBody.at(first)});
  if (places.size() > kMaxAccesses)
    return false;
  for (const Place &one : places)
    for (const Place &other : places) {
      bool isBefore = inBody.at(one.instruction) < inBody.at(other.instruction);
      bool matters = isa<StoreInst>(one.instruction) || isa<StoreInst>(other.instruction);
      if (isBefore && matters && !one.comesBefore(other) &&
          !areSeparate(*one.instruction, *other.instruction) &&
          !areApart(*one.instruction, *other.instruction, evolution_))
        return false;
    }
  return true;
}

// The one way from `value` back to `phi` through the body, latest first; empty if there are
// several.
SmallVector<Value *, 8> chainOf(Value *value, PHINode &phi) {
  SmallPtrSet<const Value *, 16> users; // of the phi, at any distance
  SmallVector<Value *, 16> open{&phi};
  while (!open.empty())
    for (User *user : open.pop_back_val()->users()) {
      auto *instruction = dyn_cast<Instruction>(user);
      if (instruction != nullptr && instruction->getParent() == phi.getParent() &&
          !isa<PHINode>(instruction) && users.insert(instruction).second)
        open.push_back(instruction);
    }
  SmallVector<Value *, 8> chain;
  while (value != &phi) {
    auto *instruction = dyn_cast<Instruction>(value);
    if (instruction == nullptr || !users.contains(instruction))
      return {};
    chain.push_back(value);
    Value *next = nullptr;
    for (Value *operand : instruction->operands()) {
      if (operand != &phi && !users.contains(operand))
        continue;
      if (next != nullptr && next != operand)
        return {};
      next = operand;
    }
    value = next;
  }
  return chain;
}

// Where turns are looked for: in the stores, and in the values that outlive the loop.
struct Roots {
  SmallVector<StoreInst *, 16> stores;
  SmallVector<SmallVector<Value *, 8>, 4> chains;
};

bool isUsedOutside(const Value *value, const Loop &loop) {
  return any_of(value->users(),
                [&](const User *user) { return !loop.contains(cast<Instruction>(user)); });
}

std::optional<Roots> rootsOf(Loop &loop, ScalarEvolution &evolution) {
  Roots roots;
  BasicBlock *body = loop.getHeader();
  if (body->size() > kMaxInstructions)
    return std::nullopt;
  for (Instruction &instruction : *body) {
    if (auto *store = dyn_cast<StoreInst>(&instruction))
      roots.stores.push_back(store);
    bool isControl = isa<PHINode>(instruction) || instruction.isTerminator();
    if (!isControl && !isRepeatable(instruction) && instruction.mayReadOrWriteMemory())
      return std::nullopt;
  }
  for (PHINode &phi : body->phis()) {
    Value *after = phi.getIncomingValueForBlock(body);
    bool isLinear =
        evolution.isSCEVable(phi.getType()) && isa<SCEVAddRecExpr>(evolution.getSCEV(&phi));
    if (isLinear || !isUsedOutside(after, loop))
      continue;
    // What is no chain is carried, or nobody can say what it is behind the loop.
    if (SmallVector<Value *, 8> chain = chainOf(after, phi); !chain.empty())
      roots.chains.push_back(std::move(chain));
  }
  return roots;
}

// The rows to start from if there are `factor` turns; none if that cannot be.
SmallVector<Row, 16> rowsOf(const Roots &roots, unsigned factor) {
  SmallVector<Row, 16> rows;
  size_t perTurn = roots.stores.size() / factor;
  if (perTurn * factor != roots.stores.size())
    return {};
  for (size_t k = 0; k < perTurn; ++k) {
    Row &row = rows.emplace_back();
    for (unsigned turn = 0; turn < factor; ++turn)
      row.push_back(roots.stores[turn * perTurn + k]);
  }
  for (const auto &chain : roots.chains) {
    size_t length = chain.size() / factor;
    if (length * factor != chain.size())
      return {};
    Row &row = rows.emplace_back();
    for (unsigned turn = factor; turn-- > 0;)
      row.push_back(chain[turn * length]);
  }
  return rows;
}

} // namespace

bool mayHaveTurns(const Loop &loop, const DominatorTree &dominators) {
  return loop.getNumBlocks() == 1 && loop.getLoopPreheader() != nullptr &&
         loop.getExitBlock() != nullptr && isVersioned(loop) &&
         isa<BranchInst>(loop.getHeader()->getTerminator()) && loop.isLCSSAForm(dominators);
}

std::optional<UnrolledLoop> findTurns(Loop &loop, ScalarEvolution &evolution, unsigned least) {
  std::optional<Roots> roots = rootsOf(loop, evolution);
  if (!roots)
    return std::nullopt;
  size_t most = roots->stores.empty() ? roots->chains.empty() ? 0 : roots->chains[0].size()
                                      : roots->stores.size();
  for (unsigned factor = std::min<size_t>(most, kMaxFactor); factor >= least; --factor) {
    SmallVector<Row, 16> rows = rowsOf(*roots, factor);
    for (bool reorders : {false, true}) {
      TurnFinder finder(loop, evolution, factor, {least == 1, reorders && factor > 1});
      if (!rows.empty() && finder.find(rows))
        return finder.take();
    }
  }
  return std::nullopt;
}

} // namespace wasmc::optimize
