// Both directions by exact integer arithmetic (Steele and White, "How to print floating-point
// numbers accurately", 1990; Clinger, "How to read floating-point numbers accurately", 1990):
// slow, small and right. Only `--invoke` uses it.
#include "runtime-support/run/decimal.h"

#include <algorithm>

#include "runtime-support/platform/check.h"

namespace wasmc::run {

namespace {

// A natural number below 2^5120: more than the largest that occur, 10^1200 and 2^1100 times it.
class Natural {
public:
  explicit Natural(uint64_t value) {
    words_[0] = static_cast<uint32_t>(value);
    words_[1] = static_cast<uint32_t>(value >> 32);
    count_ = words_[1] != 0 ? 2 : words_[0] != 0 ? 1 : 0;
  }

  bool isZero() const { return count_ == 0; }

  void multiplyAdd(uint32_t factor, uint32_t addend) {
    uint64_t carry = addend;
    for (int i = 0; i < count_; ++i) {
      carry += uint64_t{words_[i]} * factor;
      words_[i] = static_cast<uint32_t>(carry);
      carry >>= 32;
    }
    if (carry != 0)
      push(static_cast<uint32_t>(carry));
  }

  void multiplyPowerOfTen(int exponent) {
    for (; exponent >= 9; exponent -= 9)
      multiplyAdd(1'000'000'000, 0);
    for (; exponent > 0; --exponent)
      multiplyAdd(10, 0);
  }

  void shiftLeft(int bits) {
    for (; bits >= 31; bits -= 31)
      multiplyAdd(1u << 31, 0);
    if (bits > 0)
      multiplyAdd(1u << bits, 0);
  }

  int bitLength() const {
    return count_ == 0 ? 0 : 32 * count_ - __builtin_clz(words_[count_ - 1]);
  }

  // -1, 0 or 1.
  static int compare(const Natural &a, const Natural &b) {
    if (a.count_ != b.count_)
      return a.count_ < b.count_ ? -1 : 1;
    for (int i = a.count_ - 1; i >= 0; --i)
      if (a.words_[i] != b.words_[i])
        return a.words_[i] < b.words_[i] ? -1 : 1;
    return 0;
  }

  void add(const Natural &other) {
    uint64_t carry = 0;
    int count = std::max(count_, other.count_);
    for (int i = 0; i < count; ++i) {
      carry += uint64_t{i < count_ ? words_[i] : 0} + (i < other.count_ ? other.words_[i] : 0);
      words_[i] = static_cast<uint32_t>(carry);
      carry >>= 32;
    }
    count_ = count;
    if (carry != 0)
      push(static_cast<uint32_t>(carry));
  }

  // `other` must not be larger.
  void subtract(const Natural &other) {
    int64_t borrow = 0;
    for (int i = 0; i < count_; ++i) {
      int64_t difference = int64_t{words_[i]} - (i < other.count_ ? other.words_[i] : 0) + borrow;
      words_[i] = static_cast<uint32_t>(difference);
      borrow = difference < 0 ? -1 : 0;
    }
    while (count_ > 0 && words_[count_ - 1] == 0)
      --count_;
  }

private:
  static constexpr int kWords = 160;

  void push(uint32_t word) {
    WASMC_CHECK(count_ < kWords);
    words_[count_++] = word;
  }

  uint32_t words_[kWords] = {};
  int count_ = 0;
};

uint64_t infinityBits(FloatFormat format) {
  return ((uint64_t{1} << format.exponentBits) - 1) << format.fractionBits;
}

// The decimal digits of a text and the power of ten they are to be multiplied by.
struct Decimal {
  // Digits beyond these can only break a tie, which DecimalParser sees to.
  static constexpr int kMaxDigits = 800;

  Natural digits{0};
  int exponent = 0;
};

class DecimalParser {
public:
  explicit DecimalParser(std::string_view text) : text_(text) {}

  std::optional<Decimal> parse() {
    bool any = parseDigits(false);
    if (take('.'))
      any = parseDigits(true) || any;
    if (!any)
      return std::nullopt;
    if (take('e') || take('E')) {
      std::optional<int> exponent = parseExponent();
      if (!exponent)
        return std::nullopt;
      decimal_.exponent += *exponent;
    }
    if (!text_.empty())
      return std::nullopt;
    // What was dropped was not all zero: keep the value on its side of every tie.
    if (droppedNonZero_)
      append('1');
    return decimal_;
  }

private:
  bool take(char c) {
    if (!text_.starts_with(c))
      return false;
    text_.remove_prefix(1);
    return true;
  }

  void append(char digit) {
    decimal_.digits.multiplyAdd(10, static_cast<uint32_t>(digit - '0'));
    if (droppedNonZero_)
      --decimal_.exponent;
  }

  bool parseDigits(bool fraction) {
    bool any = false;
    while (!text_.empty() && text_.front() >= '0' && text_.front() <= '9') {
      char digit = text_.front();
      text_.remove_prefix(1);
      any = true;
      if (decimal_.digits.isZero() && digit == '0') {
        decimal_.exponent -= fraction ? 1 : 0;
      } else if (kept_ < Decimal::kMaxDigits) {
        ++kept_;
        append(digit);
        decimal_.exponent -= fraction ? 1 : 0;
      } else {
        droppedNonZero_ = droppedNonZero_ || digit != '0';
        decimal_.exponent += fraction ? 0 : 1;
      }
    }
    return any;
  }

  std::optional<int> parseExponent() {
    bool negative = take('-');
    if (!negative)
      take('+');
    if (text_.empty())
      return std::nullopt;
    int value = 0;
    while (!text_.empty()) {
      char digit = text_.front();
      if (digit < '0' || digit > '9')
        return std::nullopt;
      text_.remove_prefix(1);
      if (value < 100'000)
        value = 10 * value + (digit - '0');
    }
    return negative ? -value : value;
  }

  std::string_view text_;
  Decimal decimal_;
  int kept_ = 0;
  bool droppedNonZero_ = false;
};

// The bits of numerator / denominator, without a sign.
uint64_t nearest(Natural numerator, Natural denominator, FloatFormat format) {
  int precision = format.fractionBits + 1;
  // Scale by powers of two until the quotient has exactly `precision` bits, or fewer where the
  // exponent would fall below the smallest: those are the subnormal numbers.
  int exponent = numerator.bitLength() - denominator.bitLength() - precision;
  int smallest = 1 - format.bias() - format.fractionBits;
  exponent = std::max(exponent, smallest);
  if (exponent < 0)
    numerator.shiftLeft(-exponent);
  else
    denominator.shiftLeft(exponent);
  for (;;) {
    Natural limit = denominator;
    limit.shiftLeft(precision);
    if (Natural::compare(numerator, limit) < 0)
      break;
    denominator.shiftLeft(1);
    ++exponent;
  }
  uint64_t quotient = 0;
  for (int bit = precision - 1; bit >= 0; --bit) {
    Natural part = denominator;
    part.shiftLeft(bit);
    if (Natural::compare(numerator, part) >= 0) {
      numerator.subtract(part);
      quotient |= uint64_t{1} << bit;
    }
  }
  numerator.shiftLeft(1);
  int half = Natural::compare(numerator, denominator);
  if (half > 0 || (half == 0 && (quotient & 1) != 0))
    ++quotient;
  // The quotient's leading bit adds one to the exponent field, also when rounding carried into it.
  uint64_t biased = static_cast<uint64_t>(exponent - smallest);
  if (biased >= (uint64_t{1} << format.exponentBits))
    return infinityBits(format);
  return std::min((biased << format.fractionBits) + quotient, infinityBits(format));
}

std::optional<uint64_t> parseMagnitude(std::string_view text, FloatFormat format) {
  if (text == "inf" || text == "infinity")
    return infinityBits(format);
  if (text == "nan")
    return infinityBits(format) | uint64_t{1} << (format.fractionBits - 1);
  std::optional<Decimal> decimal = DecimalParser(text).parse();
  if (!decimal)
    return std::nullopt;
  // 3.3 bits per digit: far enough beyond either end of every format.
  int digits = decimal->digits.bitLength() * 3 / 10;
  if (decimal->digits.isZero() || decimal->exponent + digits < -360)
    return 0;
  if (decimal->exponent + digits > 320)
    return infinityBits(format);
  Natural denominator(1);
  if (decimal->exponent >= 0)
    decimal->digits.multiplyPowerOfTen(decimal->exponent);
  else
    denominator.multiplyPowerOfTen(-decimal->exponent);
  return nearest(decimal->digits, denominator, format);
}

// The shortest digits of a positive finite number, and the decimal exponent of the first of them.
struct Digits {
  char bytes[20];
  int count = 0;
  int exponent = 0;
};

Digits shortestDigits(uint64_t mantissa, int exponent, bool lowerIsNearer) {
  // value = r / s; the numbers half way to the neighbours are (r +- m) / s.
  Natural r(mantissa);
  Natural s(1);
  Natural above(1);
  Natural below(1);
  int extra = lowerIsNearer ? 2 : 1;
  r.shiftLeft(extra);
  s.shiftLeft(extra);
  above.shiftLeft(extra - 1);
  if (exponent >= 0) {
    r.shiftLeft(exponent);
    above.shiftLeft(exponent);
    below.shiftLeft(exponent);
  } else {
    s.shiftLeft(-exponent);
  }
  // A boundary reads back as this number when its mantissa is even.
  bool inclusive = mantissa % 2 == 0;
  Digits digits;
  auto reachesTop = [&] {
    Natural top = r;
    top.add(above);
    int order = Natural::compare(top, s);
    return inclusive ? order >= 0 : order > 0;
  };
  while (reachesTop()) {
    s.multiplyAdd(10, 0);
    ++digits.exponent;
  }
  for (;;) {
    r.multiplyAdd(10, 0);
    above.multiplyAdd(10, 0);
    below.multiplyAdd(10, 0);
    if (reachesTop())
      break;
    --digits.exponent;
  }
  for (;;) {
    char digit = '0';
    while (Natural::compare(r, s) >= 0) {
      r.subtract(s);
      ++digit;
    }
    int low = Natural::compare(r, below);
    bool nearLow = inclusive ? low <= 0 : low < 0;
    bool nearHigh = reachesTop();
    if (nearLow || nearHigh) {
      Natural twice = r;
      twice.shiftLeft(1);
      if (nearHigh && (!nearLow || Natural::compare(twice, s) >= 0))
        ++digit;
      digits.bytes[digits.count++] = digit;
      break;
    }
    digits.bytes[digits.count++] = digit;
    r.multiplyAdd(10, 0);
    above.multiplyAdd(10, 0);
    below.multiplyAdd(10, 0);
  }
  --digits.exponent;
  return digits;
}

class TextWriter {
public:
  explicit TextWriter(FloatText &text) : text_(text) {}

  void put(char c) { text_.bytes[size_++] = c; }
  void put(std::string_view part) {
    for (char c : part)
      put(c);
  }
  std::string_view view() const { return {text_.bytes, size_}; }

private:
  FloatText &text_;
  size_t size_ = 0;
};

void writeDigits(TextWriter &out, const Digits &digits) {
  constexpr int kLargestPlain = 21;
  constexpr int kSmallestPlain = -7;
  int exponent = digits.exponent;
  if (exponent >= kLargestPlain || exponent < kSmallestPlain) {
    out.put(digits.bytes[0]);
    if (digits.count > 1)
      out.put('.');
    out.put(std::string_view(digits.bytes + 1, static_cast<size_t>(digits.count - 1)));
    out.put(exponent < 0 ? "e-" : "e+");
    int magnitude = exponent < 0 ? -exponent : exponent;
    if (magnitude >= 100)
      out.put(static_cast<char>('0' + magnitude / 100));
    if (magnitude >= 10)
      out.put(static_cast<char>('0' + magnitude / 10 % 10));
    out.put(static_cast<char>('0' + magnitude % 10));
    return;
  }
  if (exponent < 0) {
    out.put("0.");
    for (int i = exponent + 1; i < 0; ++i)
      out.put('0');
  }
  for (int i = 0; i < std::max(digits.count, exponent + 1); ++i) {
    if (i == exponent + 1 && exponent >= 0)
      out.put('.');
    out.put(i < digits.count ? digits.bytes[i] : '0');
  }
}

} // namespace

std::optional<uint64_t> parseFloat(std::string_view text, FloatFormat format) {
  bool negative = text.starts_with('-');
  if (negative || text.starts_with('+'))
    text.remove_prefix(1);
  std::optional<uint64_t> bits = parseMagnitude(text, format);
  if (bits && negative)
    *bits |= uint64_t{1} << (format.fractionBits + format.exponentBits);
  return bits;
}

std::string_view printFloat(uint64_t bits, FloatFormat format, FloatText &text) {
  TextWriter out(text);
  if ((bits >> (format.fractionBits + format.exponentBits) & 1) != 0)
    out.put('-');
  uint64_t fraction = bits & ((uint64_t{1} << format.fractionBits) - 1);
  int field = static_cast<int>(bits >> format.fractionBits & ((1u << format.exponentBits) - 1));
  if (field == (1 << format.exponentBits) - 1) {
    out.put(fraction != 0 ? "nan" : "inf");
  } else if (field == 0 && fraction == 0) {
    out.put('0');
  } else {
    uint64_t mantissa = fraction | (field != 0 ? uint64_t{1} << format.fractionBits : 0);
    int exponent = std::max(field, 1) - format.bias() - format.fractionBits;
    // Below a power of two the neighbour is half as far away.
    writeDigits(out, shortestDigits(mantissa, exponent, fraction == 0 && field > 1));
  }
  return out.view();
}

} // namespace wasmc::run
