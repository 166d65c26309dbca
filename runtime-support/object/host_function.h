// How a host module describes one of its functions to the linker of imports.
#ifndef WASMC_RUNTIME_OBJECT_HOST_FUNCTION_H
#define WASMC_RUNTIME_OBJECT_HOST_FUNCTION_H

#include <string_view>

#include "wasmc/abi/vm_context.h"

namespace wasmc {

// Immutable, with static lifetime; any thread may read it.
struct HostFunction {
  std::string_view name;
  // Parameters, a colon, results: i = i32, l = i64, f = f32, d = f64. "iil:i" takes two i32 and an
  // i64 and returns an i32.
  std::string_view signature;
  wasmc_host_function function;
};

} // namespace wasmc

#endif
