// `--invoke`: calling one function with arguments from the command line.
#ifndef WASMC_RUNTIME_RUN_INVOKE_H
#define WASMC_RUNTIME_RUN_INVOKE_H

#include <stdint.h>

#include <span>

#include "runtime-support/instance/instance.h"
#include "wasmc/detail/result.h"

namespace wasmc::run {

// Parses the arguments by the function's type, calls it, and prints its results to standard output,
// one per line. Returns the code of instance::call; the error is a mistake of the caller's.
Result<uint32_t> invokeFunction(instance::Instance &instance, const char *name,
                                std::span<const char *const> arguments);

} // namespace wasmc::run

#endif
