// The table of C functions that compiled code reaches through its context.
#ifndef WASMC_RUNTIME_INSTANCE_BUILTINS_H
#define WASMC_RUNTIME_INSTANCE_BUILTINS_H

#include "wasmc/abi/vm_context.h"

namespace wasmc::instance {

// WASMC_BUILTIN_COUNT entries in the order of builtins.def; the same for all instances.
const wasmc_builtin_function *builtinTable();

} // namespace wasmc::instance

#endif
