// What the optimiser must know of an instance to version loops (compiler/optimize/guest_memory.h).
#ifndef WASMC_COMPILER_LOWER_LOOP_FACTS_H
#define WASMC_COMPILER_LOWER_LOOP_FACTS_H

#include "compiler/lower/module_context.h"

namespace wasmc::lower {

// The module's metadata `wasmc.memories`: how to load base and length of each memory. And for tests
// `wasmc.loop_counters`, where the module exports two mutable i64 globals of its own for it, named
// "wasmc.fast_loops" and "wasmc.strict_loops".
void describeLoopFacts(ModuleContext &module);

} // namespace wasmc::lower

#endif
