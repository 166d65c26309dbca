// Where everything of an instance stands in its context, computed once per module. Lowering uses
// the offsets; the container records them in the artefact, so the runtime has no second copy of the
// formula.
#ifndef WASMC_COMPILER_WASM_INSTANCE_LAYOUT_H
#define WASMC_COMPILER_WASM_INSTANCE_LAYOUT_H

#include "compiler/wasm/module.h"

namespace wasmc::wasm {

struct InstanceLayout {
  wasmc_context_layout offsets{};
  // Defined global (by global index) -> offset of its value. 0 for imported ones, whose pointer
  // stands in the imported_globals array.
  std::vector<uint32_t> globals;
  // Function index -> number of its function record, or WASMC_NO_INDEX if never referenced.
  std::vector<uint32_t> recordOfFunction;
  // Number of the record -> function index.
  std::vector<FunctionIndex> records;
  // Element segment -> offset of its computed references, or 0 when they stand in the image.
  std::vector<uint32_t> elementValues;
};

// `referenced` lists every function whose reference the module can take (spec 3.5.16, C.refs).
// `computedElements[s]` says whether segment s holds references that must be computed. `counters`:
// how many an instrumented module has.
InstanceLayout computeInstanceLayout(const Module &module,
                                     const std::vector<FunctionIndex> &referenced,
                                     const std::vector<bool> &computedElements, uint32_t counters);

// Memory contents that are known at compile time, to be mapped instead of copied.
struct DataImage {
  struct Chunk {
    MemoryIndex memory;
    uint64_t destination = 0;   // a multiple of the page size
    std::vector<uint8_t> bytes; // a multiple of the page size long
  };
  std::vector<Chunk> chunks;
  // Data segment -> whether its bytes stand in a chunk, so that nothing is left to do for it.
  std::vector<bool> covered;
};

} // namespace wasmc::wasm

#endif
