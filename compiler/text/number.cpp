#include "compiler/text/number.h"

#include <algorithm>
#include <bit>
#include <charconv>
#include <string>

namespace wasmc::text {

namespace {

int digitValue(char c) {
  if (c >= '0' && c <= '9')
    return c - '0';
  if (c >= 'a' && c <= 'f')
    return c - 'a' + 10;
  if (c >= 'A' && c <= 'F')
    return c - 'A' + 10;
  return 99;
}

bool consume(std::string_view &text, std::string_view prefix) {
  if (!text.starts_with(prefix))
    return false;
  text.remove_prefix(prefix.size());
  return true;
}

bool consumeSign(std::string_view &text) {
  bool isNegative = text.starts_with('-');
  if (isNegative || text.starts_with('+'))
    text.remove_prefix(1);
  return isNegative;
}

// Takes digits with single underscores between them off `text`; empty when there are none.
std::string_view consumeDigits(std::string_view &text, int base) {
  size_t i = 0;
  auto isDigit = [&](size_t at) { return at < text.size() && digitValue(text[at]) < base; };
  while (isDigit(i) || (i > 0 && i < text.size() && text[i] == '_' && isDigit(i + 1)))
    ++i;
  std::string_view digits = text.substr(0, i);
  text.remove_prefix(i);
  return digits;
}

// An unsigned number taken apart.
struct Parts {
  NumberForm form = NumberForm::none;
  int base = 10;
  std::string_view whole;
  std::string_view fraction;
  int64_t exponent = 0; // clamped to +-kMaxExponent, beyond which nothing changes
};

// More than the digits of any text (2^32 of 4 bits) can make up for.
constexpr int64_t kMaxExponent = int64_t{1} << 40;

Parts takeApart(std::string_view text) {
  Parts parts;
  parts.base = consume(text, "0x") ? 16 : 10;
  parts.whole = consumeDigits(text, parts.base);
  if (parts.whole.empty())
    return parts;
  NumberForm form = NumberForm::natural;
  if (consume(text, ".")) {
    form = NumberForm::floating;
    parts.fraction = consumeDigits(text, parts.base);
  }
  bool hasExponent = parts.base == 16 ? consume(text, "p") || consume(text, "P")
                                      : consume(text, "e") || consume(text, "E");
  if (hasExponent) {
    form = NumberForm::floating;
    bool isNegative = consumeSign(text);
    std::string_view digits = consumeDigits(text, 10);
    if (digits.empty())
      return parts;
    for (char c : digits)
      if (c != '_')
        parts.exponent = std::min(parts.exponent * 10 + (c - '0'), kMaxExponent);
    if (isNegative)
      parts.exponent = -parts.exponent;
  }
  if (text.empty())
    parts.form = form;
  return parts;
}

// The digits after "nan:0x", false when there is something else.
bool nanPayload(std::string_view text, std::string_view &digits) {
  if (!consume(text, "nan:0x"))
    return false;
  digits = consumeDigits(text, 16);
  return !digits.empty() && text.empty();
}

// The value of digits that fit into 64 bits.
NumberResult accumulate(std::string_view digits, int base, uint64_t &value) {
  value = 0;
  for (char c : digits) {
    if (c == '_')
      continue;
    uint64_t scaled = 0;
    if (__builtin_mul_overflow(value, static_cast<uint64_t>(base), &scaled) ||
        __builtin_add_overflow(scaled, static_cast<uint64_t>(digitValue(c)), &value))
      return NumberResult::out_of_range;
  }
  return NumberResult::ok;
}

constexpr uint64_t maximum(unsigned bits) {
  return ~uint64_t{0} >> (64 - bits);
}

// A binary floating-point format of IEEE 754.
struct Format {
  int precision; // with the hidden bit
  int maxExponent;
  int bits() const { return precision == 24 ? 32 : 64; }
  int minExponent() const { return 1 - maxExponent; }
  uint64_t infinity() const {
    return static_cast<uint64_t>(2 * maxExponent + 1) << (precision - 1);
  }
};

constexpr Format kFloat32{24, 127};
constexpr Format kFloat64{53, 1023};

// mantissa * 2^exponent, and a little more when `isSticky`, rounded to nearest, ties to even.
NumberResult roundBinary(const Format &format, uint64_t mantissa, int64_t exponent, bool isSticky,
                         uint64_t &bits) {
  bits = 0;
  if (mantissa == 0)
    return NumberResult::ok; // a sticky digit comes after a first one only
  int shift = std::countl_zero(mantissa);
  mantissa <<= shift;
  exponent += 63 - shift; // of the leading bit
  if (exponent > format.maxExponent)
    return NumberResult::out_of_range;
  int64_t drop = 64 - format.precision;
  bool isNormal = exponent >= format.minExponent();
  if (!isNormal)
    drop += format.minExponent() - exponent;
  if (drop > 64)
    return NumberResult::ok; // less than half of the smallest number
  uint64_t kept = drop == 64 ? 0 : mantissa >> drop;
  uint64_t rest = drop == 64 ? mantissa : mantissa & maximum(static_cast<unsigned>(drop));
  uint64_t half = uint64_t{1} << (drop - 1);
  bool isUp = rest > half || (rest == half && (isSticky || (kept & 1) != 0));
  kept += isUp ? 1 : 0;
  // A carry out of the mantissa raises the exponent by one, as it should. Subnormal numbers have
  // exponent field 0, and a carry makes it 1.
  uint64_t field = isNormal ? static_cast<uint64_t>(exponent + format.maxExponent - 1) : 0;
  bits = (field << (format.precision - 1)) + kept;
  return bits >= format.infinity() ? NumberResult::out_of_range : NumberResult::ok;
}

NumberResult readHexFloat(const Format &format, const Parts &parts, uint64_t &bits) {
  uint64_t mantissa = 0;
  int64_t exponent = parts.exponent;
  bool isSticky = false;
  auto add = [&](std::string_view digits, bool isFraction) {
    for (char c : digits) {
      if (c == '_')
        continue;
      bool fits = mantissa >> 60 == 0;
      if (fits)
        mantissa = mantissa << 4 | static_cast<uint64_t>(digitValue(c));
      else
        isSticky = isSticky || c != '0';
      if (fits && isFraction)
        exponent -= 4;
      else if (!fits && !isFraction)
        exponent += 4;
    }
  };
  add(parts.whole, false);
  add(parts.fraction, true);
  return roundBinary(format, mantissa, exponent, isSticky, bits);
}

// Where the first significant digit stands: 1 just before the point, 0 just after it. Nullopt-like
// kMaxExponent for zero.
int64_t decimalMagnitude(const Parts &parts) {
  int64_t place =
      std::count_if(parts.whole.begin(), parts.whole.end(), [](char c) { return c != '_'; });
  for (std::string_view digits : {parts.whole, parts.fraction})
    for (char c : digits) {
      if (c == '_')
        continue;
      if (c != '0')
        return place + parts.exponent;
      --place;
    }
  return 0;
}

template <class Float, class Bits>
NumberResult readDecimal(std::string_view text, const Parts &parts, uint64_t &bits) {
  std::string digits;
  digits.reserve(text.size());
  for (char c : text)
    if (c != '_')
      digits += c;
  Float value = 0;
  auto [end, code] = std::from_chars(digits.data(), digits.data() + digits.size(), value);
  if (code == std::errc::result_out_of_range) {
    // Says so for what rounds to zero too.
    if (decimalMagnitude(parts) > 0)
      return NumberResult::out_of_range;
    value = 0;
  } else if (code != std::errc() || end != digits.data() + digits.size()) {
    return NumberResult::malformed;
  }
  bits = std::bit_cast<Bits>(value);
  return NumberResult::ok;
}

NumberResult readMagnitude(const Format &format, std::string_view text, uint64_t &bits) {
  uint64_t quiet = uint64_t{1} << (format.precision - 2);
  if (text == "inf" || text == "nan") {
    bits = format.infinity() | (text == "nan" ? quiet : 0);
    return NumberResult::ok;
  }
  std::string_view digits;
  if (nanPayload(text, digits)) {
    uint64_t payload = 0;
    if (accumulate(digits, 16, payload) != NumberResult::ok || payload == 0 || payload >= 2 * quiet)
      return NumberResult::out_of_range;
    bits = format.infinity() | payload;
    return NumberResult::ok;
  }
  Parts parts = takeApart(text);
  if (parts.form == NumberForm::none)
    return NumberResult::malformed;
  if (parts.base == 16)
    return readHexFloat(format, parts, bits);
  NumberResult result = format.precision == 24 ? readDecimal<float, uint32_t>(text, parts, bits)
                                               : readDecimal<double, uint64_t>(text, parts, bits);
  if (result == NumberResult::ok && bits >= format.infinity())
    return NumberResult::out_of_range;
  return result;
}

NumberResult readFloat(const Format &format, std::string_view text, uint64_t &bits) {
  bool isNegative = consumeSign(text);
  NumberResult result = readMagnitude(format, text, bits);
  if (result == NumberResult::ok && isNegative)
    bits |= uint64_t{1} << (format.bits() - 1);
  return result;
}

} // namespace

NumberForm formOf(std::string_view text) {
  bool hasSign = text.starts_with('-') || text.starts_with('+');
  consumeSign(text);
  std::string_view digits;
  if (text == "inf" || text == "nan" || nanPayload(text, digits))
    return NumberForm::floating;
  NumberForm form = takeApart(text).form;
  return form == NumberForm::natural && hasSign ? NumberForm::integer : form;
}

NumberResult readNatural(std::string_view text, unsigned bits, uint64_t &value) {
  Parts parts = takeApart(text);
  if (parts.form != NumberForm::natural)
    return NumberResult::malformed;
  NumberResult result = accumulate(parts.whole, parts.base, value);
  return result == NumberResult::ok && value > maximum(bits) ? NumberResult::out_of_range : result;
}

NumberResult readInteger(std::string_view text, unsigned bits, uint64_t &value) {
  bool hasSign = text.starts_with('-') || text.starts_with('+');
  bool isNegative = consumeSign(text);
  NumberResult result = readNatural(text, bits, value);
  if (result != NumberResult::ok || !hasSign)
    return result;
  // Signed: the most is one more on the negative side (spec 6.3.1 has +n up to 2^(N-1) - 1).
  uint64_t most = maximum(bits - 1) + (isNegative ? 1 : 0);
  if (value > most)
    return NumberResult::out_of_range;
  if (isNegative)
    value = -value & maximum(bits);
  return NumberResult::ok;
}

NumberResult readFloat32(std::string_view text, uint32_t &bits) {
  uint64_t wide = 0;
  NumberResult result = readFloat(kFloat32, text, wide);
  bits = static_cast<uint32_t>(wide);
  return result;
}

NumberResult readFloat64(std::string_view text, uint64_t &bits) {
  return readFloat(kFloat64, text, bits);
}

} // namespace wasmc::text
