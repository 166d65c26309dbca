#include "compiler/optimize/vector_loops.h"

#include <llvm/ADT/SmallPtrSet.h>
#include <llvm/Analysis/IVDescriptors.h>

namespace wasmc::optimize {

using namespace llvm;

namespace {

constexpr size_t kMaxLook = 64; // instructions

// Whether the value is computed without `phi`.
bool isWithout(const PHINode &phi, Value *value, const Loop &loop) {
  SmallPtrSet<const Value *, 32> seen;
  SmallVector<const Value *, 16> open{value};
  while (!open.empty()) {
    const auto *instruction = dyn_cast<Instruction>(open.pop_back_val());
    if (instruction == nullptr || !loop.contains(instruction) || !seen.insert(instruction).second)
      continue;
    if (instruction == &phi || seen.size() > kMaxLook)
      return false;
    append_range(open, instruction->operand_values());
  }
  return true;
}

} // namespace

bool mayBecomeVectors(Loop &loop, ScalarEvolution &evolution) {
  if (!loop.isInnermost() || loop.getLoopPreheader() == nullptr ||
      loop.getExitingBlock() == nullptr || loop.getExitingBlock() != loop.getLoopLatch())
    return false;
  return all_of(loop.getHeader()->phis(), [&](PHINode &phi) {
    InductionDescriptor induction;
    RecurrenceDescriptor recurrence;
    return InductionDescriptor::isInductionPHI(&phi, &loop, &evolution, induction) ||
           isWithout(phi, phi.getIncomingValueForBlock(loop.getLoopLatch()), loop) ||
           (RecurrenceDescriptor::isReductionPHI(&phi, &loop, recurrence) &&
            !recurrence.hasExactFPMath());
  });
}

} // namespace wasmc::optimize
