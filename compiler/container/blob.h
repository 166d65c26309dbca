// Bytes with holes that the linker fills: how the header and tables of an artefact are put
// together.
#ifndef WASMC_COMPILER_CONTAINER_BLOB_H
#define WASMC_COMPILER_CONTAINER_BLOB_H

#include "wasmc/abi/container.h"

#include <cassert>
#include <cstring>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace wasmc::container {

class Blob {
public:
  // A 32-bit hole: the address of `symbol` + addend, relative to the start of the blob.
  struct Hole {
    uint32_t offset;
    std::string symbol;
    int64_t addend;
  };

  const std::vector<uint8_t> &bytes() const { return bytes_; }
  const std::vector<Hole> &holes() const { return holes_; } // in ascending order

  // Room for a T at the end, zeroed and aligned; its offset.
  template <class T> int32_t reserve(size_t count = 1) {
    align(alignof(T));
    auto offset = static_cast<int32_t>(bytes_.size());
    bytes_.resize(bytes_.size() + sizeof(T) * count);
    return offset;
  }

  template <class T> void put(int32_t offset, const T &value) {
    std::memcpy(bytes_.data() + offset, &value, sizeof(T));
  }

  // A table to be written entry by entry.
  template <class T> wasmc_span reserveTable(size_t count) {
    return {count == 0 ? 0 : reserve<T>(count), static_cast<uint32_t>(count)};
  }
  template <class T> static int32_t fieldOf(wasmc_span table, uint32_t entry, size_t field) {
    return table.offset + static_cast<int32_t>(entry * sizeof(T) + field);
  }
  template <class T> void putEntry(wasmc_span table, uint32_t entry, const T &value) {
    put(fieldOf<T>(table, entry, 0), value);
  }

  template <class T> wasmc_span append(std::span<const T> values) {
    if (values.empty())
      return {};
    wasmc_span span{reserve<T>(values.size()), static_cast<uint32_t>(values.size())};
    std::memcpy(bytes_.data() + span.offset, values.data(), values.size_bytes());
    return span;
  }
  template <class T> wasmc_span append(const std::vector<T> &values) {
    return append(std::span<const T>(values));
  }

  wasmc_string append(std::string_view text) {
    wasmc_span span = append(std::span<const char>(text.data(), text.size()));
    return {span.offset, span.count};
  }

  // Has the linker write the 32 bits at `offset`. In ascending order.
  void link(int32_t offset, std::string symbol, int64_t addend = 0) {
    assert(holes_.empty() || holes_.back().offset < static_cast<uint32_t>(offset));
    holes_.push_back({static_cast<uint32_t>(offset), std::move(symbol), addend});
  }

  void align(size_t alignment) {
    bytes_.resize((bytes_.size() + alignment - 1) / alignment * alignment);
  }

private:
  std::vector<uint8_t> bytes_;
  std::vector<Hole> holes_;
};

} // namespace wasmc::container

#endif
