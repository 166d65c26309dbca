#include "compiler/container/offset_map.h"

namespace wasmc::container {

namespace {

void appendUnsigned(std::vector<uint8_t> &to, uint64_t value) {
  do {
    auto byte = static_cast<uint8_t>(value & 0x7f);
    value >>= 7;
    to.push_back(value == 0 ? byte : byte | 0x80);
  } while (value != 0);
}

void appendSigned(std::vector<uint8_t> &to, int64_t value) {
  for (;;) {
    auto byte = static_cast<uint8_t>(value & 0x7f);
    value >>= 7;
    bool done = (value == 0 && (byte & 0x40) == 0) || (value == -1 && (byte & 0x40) != 0);
    to.push_back(done ? byte : byte | 0x80);
    if (done)
      return;
  }
}

} // namespace

OffsetMap packOffsets(std::span<const OffsetEntry> entries) {
  OffsetMap map;
  for (size_t k = 0; k < entries.size(); ++k) {
    const OffsetEntry &entry = entries[k];
    if (k % WASMC_OFFSET_BLOCK_ENTRIES == 0) {
      map.blocks.push_back({entry.pc, entry.wasmOffset, static_cast<uint32_t>(map.deltas.size())});
      continue;
    }
    appendUnsigned(map.deltas, entry.pc - entries[k - 1].pc);
    appendSigned(map.deltas, int64_t{entry.wasmOffset} - int64_t{entries[k - 1].wasmOffset});
  }
  return map;
}

} // namespace wasmc::container
