// Numbers of the text format (spec 6.3.1, 6.3.2).
#ifndef WASMC_COMPILER_TEXT_NUMBER_H
#define WASMC_COMPILER_TEXT_NUMBER_H

#include <stdint.h>

#include <string_view>

namespace wasmc::text {

enum class NumberForm : uint8_t { none, natural, integer, floating };

// What the grammar says of a token, whatever its value: `natural` has no sign, `integer` has one,
// `floating` has a point, an exponent, or is inf or a nan.
NumberForm formOf(std::string_view text);

enum class NumberResult : uint8_t { ok, malformed, out_of_range };

// uN: 0 to 2^bits - 1.
NumberResult readNatural(std::string_view text, unsigned bits, uint64_t &value);
// iN: -2^(bits - 1) to 2^bits - 1. The value is cut to `bits` bits.
NumberResult readInteger(std::string_view text, unsigned bits, uint64_t &value);
// fN as its bits: the nearest number, ties to even. What rounds to infinity is out of range.
NumberResult readFloat32(std::string_view text, uint32_t &bits);
NumberResult readFloat64(std::string_view text, uint64_t &bits);

} // namespace wasmc::text

#endif
