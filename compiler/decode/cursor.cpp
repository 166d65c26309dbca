#include "compiler/decode/cursor.h"

namespace wasmc::decode {

Result<uint64_t> Cursor::readLeb(unsigned bits, bool isSigned) {
  uint64_t start = offset();
  uint64_t value = 0;
  unsigned shift = 0;
  const uint8_t *at = at_;
  for (;;) {
    if (at == inputEnd_)
      return cutShort();
    uint8_t byte = *at++;
    value |= static_cast<uint64_t>(byte & 0x7f) << shift;
    unsigned used = bits - shift; // bits of this byte that count
    shift += 7;
    if (used <= 7) {
      if ((byte & 0x80) != 0)
        return error(start, "integer representation too long");
      // The bits beyond must be zero, or for signed integers repeat the sign bit.
      int rest = isSigned ? static_cast<int8_t>(byte << 1) >> used : (byte & 0x7f) >> used;
      if (rest != 0 && !(isSigned && rest == -1))
        return error(start, "integer too large");
      break;
    }
    if ((byte & 0x80) == 0)
      break;
  }
  if (at > end_)
    return cutShort();
  at_ = at;
  if (isSigned && shift < 64)
    value = static_cast<uint64_t>(static_cast<int64_t>(value << (64 - shift)) >> (64 - shift));
  return value;
}

std::unexpected<Error> Cursor::cutShort() {
  at_ = end_;
  return unexpectedEnd();
}

Result<uint32_t> Cursor::readCount() {
  uint64_t start = offset();
  TRY_ASSIGN(uint32_t count, readU32());
  if (count > remaining())
    return error(start, "unexpected end of section or function: ", count, " items in ", remaining(),
                 " bytes");
  return count;
}

Result<std::string_view> Cursor::readName() {
  TRY_ASSIGN(uint32_t length, readU32());
  TRY_ASSIGN(wasm::Bytes bytes, readBytes(length));
  std::string_view name(reinterpret_cast<const char *>(bytes.data.data()), bytes.data.size());
  if (!isUtf8(name))
    return error(bytes.offset, "malformed UTF-8 encoding");
  return name;
}

namespace {

// Length of the well-formed sequence at the start of `text`, 0 if there is none.
size_t utf8Sequence(std::string_view text) {
  auto byte = [&](size_t i) -> unsigned {
    return i < text.size() ? static_cast<uint8_t>(text[i]) : 0;
  };
  auto isTail = [&](size_t i) { return (byte(i) & 0xc0) == 0x80; };
  unsigned first = byte(0);
  if (first < 0x80)
    return 1;
  if (first >= 0xc2 && first <= 0xdf)
    return isTail(1) ? 2 : 0;
  if ((first & 0xf0) == 0xe0) {
    bool overlong = first == 0xe0 && byte(1) < 0xa0;
    bool surrogate = first == 0xed && byte(1) > 0x9f;
    return isTail(1) && isTail(2) && !overlong && !surrogate ? 3 : 0;
  }
  if (first >= 0xf0 && first <= 0xf4) {
    bool overlong = first == 0xf0 && byte(1) < 0x90;
    bool tooLarge = first == 0xf4 && byte(1) > 0x8f;
    return isTail(1) && isTail(2) && isTail(3) && !overlong && !tooLarge ? 4 : 0;
  }
  return 0;
}

} // namespace

bool isUtf8(std::string_view text) {
  while (!text.empty()) {
    size_t length = utf8Sequence(text);
    if (length == 0)
      return false;
    text.remove_prefix(length);
  }
  return true;
}

} // namespace wasmc::decode
