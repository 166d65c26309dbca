// The map from addresses to Wasm offsets, packed (format: wasmc_code_range in abi/container.h).
#ifndef WASMC_COMPILER_CONTAINER_OFFSET_MAP_H
#define WASMC_COMPILER_CONTAINER_OFFSET_MAP_H

#include "compiler/container/code_object.h"
#include "wasmc/abi/container.h"

#include <span>
#include <vector>

namespace wasmc::container {

struct OffsetMap {
  std::vector<wasmc_offset_block> blocks;
  std::vector<uint8_t> deltas;
};

// `entries` sorted by pc.
OffsetMap packOffsets(std::span<const OffsetEntry> entries);

} // namespace wasmc::container

#endif
