// How a module is cut into parts that are compiled independently.
#ifndef WASMC_COMPILER_DRIVER_PARTITION_H
#define WASMC_COMPILER_DRIVER_PARTITION_H

#include "compiler/driver/body_size.h"

#include <span>
#include <vector>

namespace wasmc::driver {

struct Part {
  std::vector<wasm::FunctionIndex> functions;
  // Small callees that other parts define: lowered here once more, to be inlined and then dropped.
  std::vector<wasm::FunctionIndex> copies;
  Effort effort = Effort::asked; // less for one function alone
};

// Defined functions in order, cut into runs of about equal cost. Depends on the module and its
// profile alone, so that the output does not depend on the machine. At least one part, possibly
// empty.
std::vector<Part> partition(const wasm::Module &module, std::span<const BodySize> sizes,
                            bool withCopies);

} // namespace wasmc::driver

#endif
