// What the front door says on standard error.
#ifndef WASMC_RUNTIME_RUN_REPORT_H
#define WASMC_RUNTIME_RUN_REPORT_H

#include <stdint.h>

#include <string_view>

#include "wasmc/abi/vm_context.h"
#include "wasmc/detail/result.h"

namespace wasmc::run {

// "wasmc: FILE: text"; the file may be empty.
void reportError(std::string_view file, const Error &error);

// "wasm trap: MESSAGE" and the frames of the store's last trap.
void reportTrap(const wasmc_store &store, uint32_t code);

} // namespace wasmc::run

#endif
