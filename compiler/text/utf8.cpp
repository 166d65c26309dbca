#include "compiler/text/utf8.h"

namespace wasmc::text {

size_t utf8Length(std::string_view text) {
  auto byte = [&](size_t i) -> unsigned {
    return i < text.size() ? static_cast<uint8_t>(text[i]) : 0;
  };
  unsigned first = byte(0);
  if (first < 0x80)
    return 1;
  if (first < 0xc2 || first > 0xf4)
    return 0;
  size_t length = first < 0xe0 ? 2 : first < 0xf0 ? 3 : 4;
  for (size_t i = 1; i < length; ++i)
    if ((byte(i) & 0xc0) != 0x80)
      return 0;
  // Overlong forms, surrogates, and what lies beyond U+10FFFF.
  bool isBad = (first == 0xe0 && byte(1) < 0xa0) || (first == 0xed && byte(1) > 0x9f) ||
               (first == 0xf0 && byte(1) < 0x90) || (first == 0xf4 && byte(1) > 0x8f);
  return isBad ? 0 : length;
}

bool isUtf8(std::string_view text) {
  while (!text.empty()) {
    size_t length = utf8Length(text);
    if (length == 0)
      return false;
    text.remove_prefix(length);
  }
  return true;
}

void appendUtf8(std::string &to, uint32_t codePoint) {
  auto tail = [&](unsigned shift) { to += static_cast<char>(0x80 | (codePoint >> shift & 0x3f)); };
  if (codePoint < 0x80) {
    to += static_cast<char>(codePoint);
  } else if (codePoint < 0x800) {
    to += static_cast<char>(0xc0 | codePoint >> 6);
    tail(0);
  } else if (codePoint < 0x10000) {
    to += static_cast<char>(0xe0 | codePoint >> 12);
    tail(6);
    tail(0);
  } else {
    to += static_cast<char>(0xf0 | codePoint >> 18);
    tail(12);
    tail(6);
    tail(0);
  }
}

} // namespace wasmc::text
