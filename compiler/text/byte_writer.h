// Bytes of the binary format (spec 5.2), with marks that say which text they come from.
#ifndef WASMC_COMPILER_TEXT_BYTE_WRITER_H
#define WASMC_COMPILER_TEXT_BYTE_WRITER_H

#include "compiler/text/text.h"

#include <span>

namespace wasmc::text {

class ByteWriter {
public:
  const std::vector<uint8_t> &bytes() const { return bytes_; }
  const OffsetMap &marks() const { return marks_; }
  uint64_t size() const { return bytes_.size(); }

  // What is written next comes from this place of the text.
  void mark(uint32_t text) { marks_.add(bytes_.size(), text); }

  void byte(uint8_t value) { bytes_.push_back(value); }
  // Unsigned and signed LEB128, as short as can be.
  void unsignedLeb(uint64_t value) {
    while (value >= 0x80) {
      byte(static_cast<uint8_t>(value | 0x80));
      value >>= 7;
    }
    byte(static_cast<uint8_t>(value));
  }
  void signedLeb(int64_t value) {
    while (value < -64 || value >= 64) {
      byte(static_cast<uint8_t>(value | 0x80));
      value >>= 7;
    }
    byte(static_cast<uint8_t>(value & 0x7f));
  }
  // Little-endian.
  void fixed(uint64_t value, unsigned bytes) {
    for (unsigned i = 0; i < bytes; ++i)
      byte(static_cast<uint8_t>(value >> 8 * i));
  }
  void raw(std::string_view bytes) { bytes_.insert(bytes_.end(), bytes.begin(), bytes.end()); }
  void raw(std::span<const uint8_t> bytes) {
    bytes_.insert(bytes_.end(), bytes.begin(), bytes.end());
  }
  void name(std::string_view name) {
    unsignedLeb(name.size());
    raw(name);
  }
  // Marks come along.
  void append(const ByteWriter &other) {
    for (const OffsetMap::Entry &entry : other.marks().entries())
      marks_.add(bytes_.size() + entry.binary, entry.text);
    raw(std::span(other.bytes()));
  }
  void sized(const ByteWriter &contents) {
    unsignedLeb(contents.size());
    append(contents);
  }
  // Takes off what lies beyond the first `size` bytes, none of which is marked.
  void truncate(uint64_t size) { bytes_.resize(size); }

  BinaryModule take() && { return {std::move(bytes_), std::move(marks_)}; }

private:
  std::vector<uint8_t> bytes_;
  OffsetMap marks_;
};

} // namespace wasmc::text

#endif
