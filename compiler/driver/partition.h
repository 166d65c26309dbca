// How a module is cut into parts that are compiled independently.
#ifndef WASMC_COMPILER_DRIVER_PARTITION_H
#define WASMC_COMPILER_DRIVER_PARTITION_H

#include "compiler/wasm/module.h"

#include <span>
#include <vector>

namespace wasmc::driver {

// Defined functions in order, cut into runs of about equal cost. Depends on the module alone, so
// that the output does not depend on the machine. At least one run, possibly empty.
std::vector<std::vector<wasm::FunctionIndex>> partition(const wasm::Module &module);

} // namespace wasmc::driver

#endif
