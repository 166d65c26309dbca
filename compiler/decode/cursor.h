// A place in the input, with checked reads (spec 5.2).
//
// The input is hostile. Every read compares what it needs with what is left before it touches a
// byte; no read moves the cursor beyond its end, and a failed read leaves it inside. What is wrong
// with an integer that the end cuts short is said of the whole integer, as the specification's
// interpreter does: for that alone a cursor on a part of the input knows where the input ends.
#ifndef WASMC_COMPILER_DECODE_CURSOR_H
#define WASMC_COMPILER_DECODE_CURSOR_H

#include "compiler/wasm/module.h"
#include "wasmc/detail/result.h"

#include <cassert>
#include <cstring>
#include <span>
#include <string_view>

namespace wasmc::decode {

class Cursor {
public:
  explicit Cursor(const wasm::Bytes &bytes)
      : Cursor(bytes, bytes.data.data() + bytes.data.size()) {}
  // On a piece of what this cursor reads from.
  Cursor on(const wasm::Bytes &piece) const { return Cursor(piece, inputEnd_); }

  // Byte offset in the input of what is read next.
  uint64_t offset() const { return base_ + static_cast<uint64_t>(at_ - begin_); }
  uint64_t remaining() const { return static_cast<uint64_t>(end_ - at_); }
  bool atEnd() const { return at_ == end_; }
  // What is read next. Not at the end.
  uint8_t peek() const {
    assert(at_ != end_);
    return *at_;
  }
  // Steps over the byte that peek() gave.
  void skipByte() {
    assert(at_ != end_);
    ++at_;
  }

  Result<uint8_t> readByte() {
    if (at_ == end_) [[unlikely]]
      return unexpectedEnd();
    return *at_++;
  }

  // Unsigned and signed LEB128 (spec 5.2.2). Overlong forms are accepted up to ceil(bits / 7)
  // bytes, as the specification wants it.
  Result<uint32_t> readU32() {
    if (at_ != end_ && *at_ < 0x80) [[likely]]
      return uint32_t{*at_++};
    TRY_ASSIGN(uint64_t value, readLeb(32, false));
    return static_cast<uint32_t>(value);
  }
  Result<uint64_t> readU64() {
    if (at_ != end_ && *at_ < 0x80) [[likely]]
      return uint64_t{*at_++};
    return readLeb(64, false);
  }
  Result<int32_t> readS32() {
    TRY_ASSIGN(int64_t value, readSigned(32));
    return static_cast<int32_t>(value);
  }
  // 33 bits: type indices share their space with the negative codes of types.
  Result<int64_t> readS33() { return readSigned(33); }
  Result<int64_t> readS64() { return readSigned(64); }

  Result<uint32_t> readFixed32() {
    uint32_t value = 0;
    TRY(readRaw(&value, sizeof(value)));
    return value;
  }
  Result<uint64_t> readFixed64() {
    uint64_t value = 0;
    TRY(readRaw(&value, sizeof(value)));
    return value;
  }
  // Copies `size` bytes to `to`. Multi-byte constants are little-endian in the format and on every
  // host that the compiler runs on.
  Result<void> readRaw(void *to, uint64_t size) {
    if (remaining() < size) [[unlikely]]
      return unexpectedEnd();
    memcpy(to, at_, size);
    at_ += size;
    return {};
  }

  // The next `size` bytes, in place.
  Result<wasm::Bytes> readBytes(uint64_t size) {
    if (remaining() < size) [[unlikely]]
      return error(offset(), "length out of bounds");
    wasm::Bytes bytes{{at_, static_cast<size_t>(size)}, offset()};
    at_ += size;
    return bytes;
  }

  // The length of a vector whose items take at least one byte each, so that a count that the rest
  // of the input cannot hold is refused before anyone allocates for it.
  Result<uint32_t> readCount();

  // A name (spec 5.2.4): a length and valid UTF-8, in place.
  Result<std::string_view> readName();

  std::unexpected<Error> unexpectedEnd() const {
    return error(offset(), "unexpected end of section or function");
  }

private:
  Cursor(const wasm::Bytes &bytes, const uint8_t *inputEnd)
      : begin_(bytes.data.data()), at_(begin_), end_(begin_ + bytes.data.size()),
        inputEnd_(inputEnd), base_(bytes.offset) {}

  Result<int64_t> readSigned(unsigned bits) {
    if (at_ != end_ && *at_ < 0x80) [[likely]] {
      uint64_t byte = *at_++;
      return static_cast<int64_t>(byte << 57) >> 57;
    }
    TRY_ASSIGN(uint64_t value, readLeb(bits, true));
    return static_cast<int64_t>(value);
  }
  Result<uint64_t> readLeb(unsigned bits, bool isSigned);
  // The error of a read that the end cuts short.
  std::unexpected<Error> cutShort();

  const uint8_t *begin_;
  const uint8_t *at_;
  const uint8_t *end_;
  const uint8_t *inputEnd_; // not before end_
  uint64_t base_;
};

// Whether `text` is well-formed UTF-8 (Unicode 3.9, table 3-7): no surrogates, no overlong forms.
bool isUtf8(std::string_view text);

} // namespace wasmc::decode

#endif
