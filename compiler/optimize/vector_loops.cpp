#include "compiler/optimize/vector_loops.h"

#include <llvm/Analysis/IVDescriptors.h>

namespace wasmc::optimize {

using namespace llvm;

bool mayBecomeVectors(Loop &loop, DominatorTree &dominators, ScalarEvolution &evolution) {
  if (!loop.isInnermost() || loop.getLoopPreheader() == nullptr ||
      loop.getExitingBlock() == nullptr || loop.getExitingBlock() != loop.getLoopLatch())
    return false;
  return all_of(loop.getHeader()->phis(), [&](PHINode &phi) {
    InductionDescriptor induction;
    RecurrenceDescriptor recurrence;
    return InductionDescriptor::isInductionPHI(&phi, &loop, &evolution, induction) ||
           RecurrenceDescriptor::isFixedOrderRecurrence(&phi, &loop, &dominators) ||
           (RecurrenceDescriptor::isReductionPHI(&phi, &loop, recurrence) &&
            !recurrence.hasExactFPMath());
  });
}

} // namespace wasmc::optimize
