// Why nothing changes: each rewrite replaces a value by one that is equal for all operands with the
// known bits that are asked for, and touches neither memory nor control flow.
//
//   - `x xor C`, where x has no bit that C lacks, is `C - x`: no digit of the difference borrows.
//     Producers that unroll a loop running towards lower addresses write that for -1 - k - x, where
//     x is a multiple of the number of turns; scalar evolution knows no `xor` but that with -1.
//   - Two values whose bits from the n-th on are zero compare, unsigned, as their low n bits. The
//     low bits of sums, products and the like come of the low bits of the operands alone. (Wasm has
//     no types of 8 and 16 bits, so C's are values that are masked here and there.) Vectors of it
//     have as many lanes as there are elements in memory; so it is left alone where the truth
//     decides wider numbers.
#include "compiler/optimize/loop_forms.h"

#include "compiler/optimize/preserved.h"

#include <llvm/ADT/SmallPtrSet.h>
#include <llvm/Analysis/LoopInfo.h>
#include <llvm/Analysis/ValueTracking.h>
#include <llvm/IR/IRBuilder.h>
#include <llvm/IR/PatternMatch.h>
#include <llvm/Support/KnownBits.h>

namespace wasmc::optimize {

using namespace llvm;
using namespace llvm::PatternMatch;

namespace {

// Operators that are looked through; producers need few.
constexpr unsigned kMaxDepth = 4;
constexpr unsigned kMaxUsers = 32; // of a comparison, that are looked at

// Null if it is not of the form.
Value *asDifference(BinaryOperator &exclusive, const DataLayout &layout) {
  Value *x;
  const APInt *all;
  if (!match(&exclusive, m_Xor(m_Value(x), m_APInt(all))) || all->isAllOnes() ||
      !exclusive.getType()->isIntegerTy())
    return nullptr;
  KnownBits known = computeKnownBits(x, layout);
  if (!(known.Zero | *all).isAllOnes())
    return nullptr;
  IRBuilder<> b(&exclusive);
  return b.CreateSub(ConstantInt::get(exclusive.getType(), *all), x);
}

// Makes the low bits of values, as values of fewer bits.
class Narrower {
public:
  Narrower(Instruction &at, const Loop &loop)
      : b_(&at), loop_(loop), layout_(at.getDataLayout()),
        beforeLoop_(loop.getLoopPreheader() == nullptr ? &at
                                                       : loop.getLoopPreheader()->getTerminator()) {
  }

  // Whether `value` is the zero extension of what narrow() makes of it.
  bool canNarrow(Value *value, Type *type) const {
    return computeKnownBits(value, layout_).countMaxActiveBits() <= type->getIntegerBitWidth() &&
           hasLowBits(value, type, kMaxDepth);
  }
  Value *narrow(Value *value, Type *type);

private:
  static bool isOfLowBits(const Value *value) {
    const auto *binary = dyn_cast<BinaryOperator>(value);
    return binary != nullptr &&
           (binary->isBitwiseLogicOp() ||
            is_contained({Instruction::Add, Instruction::Sub, Instruction::Mul},
                         binary->getOpcode()));
  }
  bool isLeaf(const Value *value, const Type *type) const {
    const auto *extension = dyn_cast<ZExtInst>(value);
    return loop_.isLoopInvariant(value) || (extension != nullptr && extension->getSrcTy() == type);
  }
  bool hasLowBits(const Value *value, const Type *type, unsigned depth) const;

  IRBuilder<> b_;
  const Loop &loop_;
  const DataLayout &layout_;
  Instruction *beforeLoop_;
};

bool Narrower::hasLowBits(const Value *value, const Type *type, unsigned depth) const {
  if (isLeaf(value, type))
    return true;
  return depth > 0 && isOfLowBits(value) && value->hasOneUse() &&
         all_of(cast<User>(value)->operands(),
                [&](const Use &operand) { return hasLowBits(operand, type, depth - 1); });
}

Value *Narrower::narrow(Value *value, Type *type) {
  if (auto *extension = dyn_cast<ZExtInst>(value);
      extension != nullptr && extension->getSrcTy() == type)
    return extension->getOperand(0);
  if (loop_.isLoopInvariant(value)) // in front of the loop, for passes to see that it is
    return IRBuilder<>(beforeLoop_).CreateTrunc(value, type);
  auto *binary = cast<BinaryOperator>(value);
  Value *left = narrow(binary->getOperand(0), type);
  return b_.CreateBinOp(binary->getOpcode(), left, narrow(binary->getOperand(1), type));
}

// The type of a load, of fewer bits than are compared, that a value depends on.
Type *loadedType(const Value *value, unsigned depth) {
  if (const auto *extension = dyn_cast<ZExtInst>(value))
    return isa<LoadInst>(extension->getOperand(0)) ? extension->getSrcTy() : nullptr;
  if (depth > 0 && isa<BinaryOperator>(value))
    for (const Value *operand : cast<User>(value)->operands())
      if (Type *type = loadedType(operand, depth - 1))
        return type;
  return nullptr;
}

// Whether the truth is made a number of more bits, or chooses one: then vectors have as many lanes
// as those, and a narrow comparison must be widened for them. What has many users is taken to.
bool decidesWiderNumbers(const Value &truth, unsigned bits) {
  SmallPtrSet<const Value *, 16> seen;
  SmallVector<const Value *, 8> open{&truth};
  unsigned left = kMaxUsers;
  while (!open.empty()) {
    for (const User *user : open.pop_back_val()->users()) {
      if (left-- == 0)
        return true;
      if (user->getType()->isIntegerTy(1)) {
        if (seen.insert(user).second)
          open.push_back(user);
      } else if (user->getType()->isIntegerTy() && user->getType()->getIntegerBitWidth() > bits) {
        return true;
      }
    }
  }
  return false;
}

Value *asNarrowComparison(ICmpInst &comparison, const Loop &loop) {
  if (comparison.isSigned() || !loop.isInnermost())
    return nullptr;
  Value *left = comparison.getOperand(0), *right = comparison.getOperand(1);
  if (!left->getType()->isIntegerTy())
    return nullptr;
  Type *type = loadedType(left, kMaxDepth);
  if (type == nullptr)
    type = loadedType(right, kMaxDepth);
  Narrower narrower(comparison, loop);
  if (type == nullptr || decidesWiderNumbers(comparison, type->getIntegerBitWidth()) ||
      !narrower.canNarrow(left, type) || !narrower.canNarrow(right, type))
    return nullptr;
  IRBuilder<> b(&comparison);
  left = narrower.narrow(left, type);
  return b.CreateICmp(comparison.getPredicate(), left, narrower.narrow(right, type));
}

} // namespace

PreservedAnalyses LoopForms::run(Function &function, FunctionAnalysisManager &analyses) {
  const LoopInfo &loops = analyses.getResult<LoopAnalysis>(function);
  const DataLayout &layout = function.getDataLayout();
  bool changed = false;
  for (BasicBlock &block : function) {
    const Loop *loop = loops.getLoopFor(&block);
    if (loop == nullptr)
      continue;
    for (Instruction &instruction : make_early_inc_range(block)) {
      Value *equal = nullptr;
      if (auto *binary = dyn_cast<BinaryOperator>(&instruction))
        equal = asDifference(*binary, layout);
      else if (auto *comparison = dyn_cast<ICmpInst>(&instruction))
        equal = asNarrowComparison(*comparison, *loop);
      if (equal == nullptr)
        continue;
      equal->takeName(&instruction);
      instruction.replaceAllUsesWith(equal);
      instruction.eraseFromParent();
      changed = true;
    }
  }
  return withSameBlocks(changed);
}

} // namespace wasmc::optimize
