// Floating-point numbers as people write them, exactly, without a C library.
#ifndef WASMC_RUNTIME_RUN_DECIMAL_H
#define WASMC_RUNTIME_RUN_DECIMAL_H

#include <stdint.h>

#include <optional>
#include <string_view>

namespace wasmc::run {

// An IEEE 754 binary interchange format.
struct FloatFormat {
  int fractionBits; // stored ones
  int exponentBits;

  int bias() const { return (1 << (exponentBits - 1)) - 1; }
};
inline constexpr FloatFormat kBinary32 = {23, 8};
inline constexpr FloatFormat kBinary64 = {52, 11};

struct FloatText {
  char bytes[64];
};

// The bits of the number nearest to a decimal text (ties to even), also "inf" and "nan" with a
// sign; nothing when the text is none. Overflow gives an infinity.
std::optional<uint64_t> parseFloat(std::string_view text, FloatFormat format);

// The shortest decimal that reads back as the same number; points into `text`.
std::string_view printFloat(uint64_t bits, FloatFormat format, FloatText &text);

} // namespace wasmc::run

#endif
