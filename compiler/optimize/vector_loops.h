// Which loops LLVM's vectoriser may turn into vectors.
#ifndef WASMC_COMPILER_OPTIMIZE_VECTOR_LOOPS_H
#define WASMC_COMPILER_OPTIMIZE_VECTOR_LOOPS_H

#include <llvm/Analysis/LoopInfo.h>
#include <llvm/Analysis/ScalarEvolution.h>

namespace wasmc::optimize {

// Whether it would, were the accesses plain, get as far as them: the loop is left from its end
// only, and what one iteration hands to the next is a count, a sum of any order, or a value that
// does not depend on such a value in turn.
bool mayBecomeVectors(llvm::Loop &loop, llvm::ScalarEvolution &evolution);

} // namespace wasmc::optimize

#endif
