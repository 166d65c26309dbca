#include "runtime-support/run/report.h"

#include "runtime-support/instance/backtrace.h"
#include "runtime-support/platform/output.h"
#include "runtime-support/trap/trap.h"

namespace wasmc::run {

using platform::Hex;
using platform::Output;

void reportError(std::string_view file, const Error &error) {
  Output output(platform::kStandardError);
  output << "wasmc: ";
  if (!file.empty())
    output << file << ": ";
  output << error.text << "\n";
}

void reportTrap(const wasmc_store &store, uint32_t code) {
  Output output(platform::kStandardError);
  std::string_view text = trap::message(code);
  output << "wasm trap: ";
  if (text.empty())
    output << "unknown (code " << code << ")";
  else
    output << text;
  output << "\n";
  uint32_t shown = 0;
  for (uint32_t i = 0; i < store.trap_frame_count; ++i) {
    instance::Frame frame;
    if (!instance::describeFrame(store, i, frame))
      continue;
    output << "  " << shown++ << ": ";
    if (frame.function.empty())
      output << "wasm[" << frame.index << "]";
    else
      output << frame.function;
    if (frame.wasmOffset != 0)
      output << " @ 0x" << Hex{frame.wasmOffset};
    output << "\n";
  }
  if (store.trap_frame_count == WASMC_MAX_TRAP_FRAMES)
    output << "  ... (only the innermost frames are kept)\n";
}

} // namespace wasmc::run
