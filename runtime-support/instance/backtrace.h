// What the frames of a trap mean.
#ifndef WASMC_RUNTIME_INSTANCE_BACKTRACE_H
#define WASMC_RUNTIME_INSTANCE_BACKTRACE_H

#include <stdint.h>

#include <string_view>

#include "wasmc/abi/vm_context.h"

namespace wasmc::instance {

struct Frame {
  std::string_view module;   // name of the module, or of its file; may be empty
  std::string_view function; // name from the name section; empty when there is none
  uint32_t index = 0;        // in the function index space
  uint32_t wasmOffset = 0;   // byte offset in the .wasm; 0 when not known
};

// Explains frame `number` of the store's last trap (0 is where it happened). False for frames that
// are no function of a module (thunks), and when the module is not loaded any more. The texts point
// into the image.
bool describeFrame(const wasmc_store &store, uint32_t number, Frame &frame);

} // namespace wasmc::instance

#endif
