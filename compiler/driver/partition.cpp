#include "compiler/driver/partition.h"

namespace wasmc::driver {

// Bytes of function bodies per part: large enough for inlining to find its callees, small enough
// that passes which are not linear in the size of a module stay cheap and all processors are busy.
static constexpr uint64_t kPartBytes = 96 * 1024;

std::vector<std::vector<wasm::FunctionIndex>> partition(const wasm::Module &module) {
  std::vector<std::vector<wasm::FunctionIndex>> parts(1);
  uint64_t bytes = 0;
  for (uint32_t f = module.importedFunctions; f < module.functions.size(); ++f) {
    uint64_t size = module.functions[f].body.data.size();
    if (bytes + size > kPartBytes && !parts.back().empty()) {
      parts.emplace_back();
      bytes = 0;
    }
    parts.back().emplace_back(f);
    bytes += size;
  }
  return parts;
}

} // namespace wasmc::driver
