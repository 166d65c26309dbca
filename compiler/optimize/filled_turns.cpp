#include "compiler/optimize/filled_turns.h"

#include "compiler/optimize/vector_loops.h"

#include <llvm/Analysis/TargetTransformInfo.h>
#include <llvm/IR/Dominators.h>
#include <llvm/IR/Instructions.h>
#include <llvm/Transforms/Utils/LoopUtils.h>

namespace wasmc::optimize {

using namespace llvm;

namespace {

constexpr uint64_t kWasmVector = 128; // bits
constexpr size_t kManyElements = 4;   // half a vector of so many is worth it
constexpr size_t kMaxGroups = 8;

// Whether both are results of the same operator.
bool areAlike(const Value *one, const Value *other) {
  const auto *left = dyn_cast<Instruction>(one), *right = dyn_cast<Instruction>(other);
  if (left == nullptr || right == nullptr)
    return left == right && one->getType() == other->getType();
  return left->getOpcode() == right->getOpcode() && left->getType() == right->getType();
}

// Stores of one block to places that differ by constants.
struct StoreGroup {
  const SCEV *place; // of the first
  SmallVector<const StoreInst *, 8> stores;
  uint64_t bits = 0;
};

bool isFilled(const StoreGroup &group) {
  size_t count = group.stores.size();
  bool isEnough = count > 1 && (group.bits >= kWasmVector ||
                                (count >= kManyElements && group.bits >= kWasmVector / 2));
  return isEnough && all_of(group.stores, [&](const StoreInst *store) {
           return areAlike(group.stores[0]->getValueOperand(), store->getValueOperand());
         });
}

bool fillsVector(const BasicBlock &block, ScalarEvolution &evolution) {
  SmallVector<StoreGroup, 4> groups;
  for (const Instruction &instruction : block) {
    const auto *store = dyn_cast<StoreInst>(&instruction);
    if (store == nullptr)
      continue;
    const SCEV *place = evolution.getSCEV(const_cast<Value *>(store->getPointerOperand()));
    StoreGroup *group = find_if(groups, [&](const StoreGroup &other) {
      return evolution.computeConstantDifference(place, other.place).has_value();
    });
    if (group == groups.end()) {
      if (groups.size() == kMaxGroups)
        return false;
      groups.push_back({place, {}, 0});
      group = &groups.back();
    }
    group->stores.push_back(store);
    group->bits +=
        store->getDataLayout().getTypeStoreSizeInBits(store->getValueOperand()->getType());
  }
  return !groups.empty() && all_of(groups, isFilled);
}

bool hasShortVectors(const TargetTransformInfo &target) {
  return !target.supportsScalableVectors() &&
         target.getRegisterBitWidth(TargetTransformInfo::RGK_FixedWidthVector).getFixedValue() <=
             kWasmVector;
}

} // namespace

PreservedAnalyses FilledTurns::run(Function &function, FunctionAnalysisManager &analyses) {
  if (!hasShortVectors(analyses.getResult<TargetIRAnalysis>(function)))
    return PreservedAnalyses::all();
  auto &evolution = analyses.getResult<ScalarEvolutionAnalysis>(function);
  for (Loop *loop : analyses.getResult<LoopAnalysis>(function).getLoopsInPreorder())
    if (loop->getNumBlocks() == 1 && fillsVector(*loop->getHeader(), evolution) &&
        mayBecomeVectors(*loop, evolution))
      addStringMetadataToLoop(loop, "llvm.loop.vectorize.enable", 0);
  return PreservedAnalyses::all();
}

} // namespace wasmc::optimize
