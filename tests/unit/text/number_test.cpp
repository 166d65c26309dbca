#include "compiler/text/number.h"

#include <gtest/gtest.h>

#include <bit>
#include <cmath>
#include <cstdio>
#include <cstdlib>
#include <random>
#include <string>

namespace wasmc::text {
namespace {

constexpr uint64_t kMalformed = 0xdead'0001'dead'0001;
constexpr uint64_t kOutOfRange = 0xdead'0002'dead'0002;

uint64_t outcome(NumberResult result, uint64_t value) {
  if (result == NumberResult::ok)
    return value;
  return result == NumberResult::malformed ? kMalformed : kOutOfRange;
}

uint64_t integer(std::string_view text, unsigned bits) {
  uint64_t value = 0;
  NumberResult result = readInteger(text, bits, value);
  return outcome(result, value);
}

uint64_t natural(std::string_view text, unsigned bits) {
  uint64_t value = 0;
  NumberResult result = readNatural(text, bits, value);
  return outcome(result, value);
}

uint64_t float32(std::string_view text) {
  uint32_t bits = 0;
  NumberResult result = readFloat32(text, bits);
  return outcome(result, bits);
}

uint64_t float64(std::string_view text) {
  uint64_t bits = 0;
  NumberResult result = readFloat64(text, bits);
  return outcome(result, bits);
}

TEST(Numbers, HaveForms) {
  EXPECT_EQ(formOf("12_3"), NumberForm::natural);
  EXPECT_EQ(formOf("0xaF_0"), NumberForm::natural);
  EXPECT_EQ(formOf("+1"), NumberForm::integer);
  for (const char *text :
       {"1.", "1.5", "1e5", "1.e-5", "0x1.8p3", "0x1p-3", "inf", "-nan", "nan:0x1"})
    EXPECT_EQ(formOf(text), NumberForm::floating) << text;
  for (const char *text :
       {"",    "-",    "_1",   "1_",   "1__2",  "0x",     "0x_1",     "1x",     ".5",  "1e",
        "1e+", "0x1p", "1_.5", "1._5", "nan:1", "nan:0x", "infinity", "0x1e+3", "++1", "1.5.2"})
    EXPECT_EQ(formOf(text), NumberForm::none) << text;
}

TEST(Numbers, IntegersAreSignedOrUnsigned) {
  EXPECT_EQ(integer("4294967295", 32), 0xffffffffu);
  EXPECT_EQ(integer("-2147483648", 32), 0x80000000u);
  EXPECT_EQ(integer("-1", 8), 0xffu);
  EXPECT_EQ(integer("+127", 8), 127u);
  EXPECT_EQ(integer("-0x8000_0000_0000_0000", 64), uint64_t{1} << 63);
  EXPECT_EQ(integer("18446744073709551615", 64), ~uint64_t{0});
  EXPECT_EQ(integer("4294967296", 32), kOutOfRange);
  EXPECT_EQ(integer("-2147483649", 32), kOutOfRange);
  EXPECT_EQ(integer("+128", 8), kOutOfRange);
  EXPECT_EQ(integer("18446744073709551616", 64), kOutOfRange);
  EXPECT_EQ(integer("0x1_0000_0000_0000_0000_0000", 64), kOutOfRange);
  EXPECT_EQ(integer("1.0", 32), kMalformed);
  EXPECT_EQ(natural("255", 8), 255u);
  EXPECT_EQ(natural("256", 8), kOutOfRange);
  EXPECT_EQ(natural("-0", 8), kMalformed);
}

TEST(Numbers, InfinitiesAndNans) {
  EXPECT_EQ(float32("inf"), 0x7f800000u);
  EXPECT_EQ(float32("-inf"), 0xff800000u);
  EXPECT_EQ(float32("nan"), 0x7fc00000u);
  EXPECT_EQ(float64("-nan"), 0xfff8000000000000u);
  EXPECT_EQ(float32("nan:0x7f_ffff"), 0x7fffffffu);
  EXPECT_EQ(float64("nan:0x1"), 0x7ff0000000000001u);
  EXPECT_EQ(float32("nan:0x0"), kOutOfRange);
  EXPECT_EQ(float32("nan:0x800000"), kOutOfRange);
  EXPECT_EQ(float64("nan:0x10000000000000"), kOutOfRange);
  EXPECT_EQ(float64("nan:0xffffffffffffffffff"), kOutOfRange);
}

TEST(Numbers, RoundToNearestTiesToEven) {
  EXPECT_EQ(float32("0x1.000001p0"), 0x3f800000u);               // tie, down to even
  EXPECT_EQ(float32("0x1.000003p0"), 0x3f800002u);               // tie, up to even
  EXPECT_EQ(float32("0x1.00000100000000000001p0"), 0x3f800001u); // just above the tie
  EXPECT_EQ(float32("16777217"), 0x4b800000u);
  EXPECT_EQ(float32("0x1p-149"), 1u);
  EXPECT_EQ(float32("0x1p-150"), 0u); // tie, to zero
  EXPECT_EQ(float32("0x1.8p-150"), 1u);
  EXPECT_EQ(float32("0x1p-151"), 0u);
  EXPECT_EQ(float32("0x1.fffffep127"), 0x7f7fffffu);
  EXPECT_EQ(float32("0x1.fffffefp127"), 0x7f7fffffu);
  EXPECT_EQ(float32("0x1.ffffffp127"), kOutOfRange);
  EXPECT_EQ(float32("0x1.fffffcp-127"), 0x007fffffu); // largest subnormal
  EXPECT_EQ(float32("0x1.fffffep-127"), 0x00800000u); // carries into the normal numbers
  EXPECT_EQ(float64("0x1p-1074"), 1u);
  EXPECT_EQ(float64("-0x1p-1075"), uint64_t{1} << 63);
  EXPECT_EQ(float64("0x1.fffffffffffff8p1023"), kOutOfRange);
  EXPECT_EQ(float64("1e400"), kOutOfRange);
  EXPECT_EQ(float64("1e-400"), 0u);
  EXPECT_EQ(float32("340282356779733661637539395458142568447"), 0x7f7fffffu);
  EXPECT_EQ(float32("340282356779733661637539395458142568448"), kOutOfRange);
}

TEST(Numbers, HugeExponentsAndManyDigits) {
  EXPECT_EQ(float64("0e99999999999999999999"), 0u);
  EXPECT_EQ(float64("1e99999999999999999999"), kOutOfRange);
  EXPECT_EQ(float64("1e-99999999999999999999"), 0u);
  EXPECT_EQ(float64("0x0p99999999999999999999"), 0u);
  EXPECT_EQ(float64("0x1p99999999999999999999"), kOutOfRange);
  EXPECT_EQ(float64("0x1p-99999999999999999999"), 0u);
  // 1 with 400 zeros and an exponent that takes them back.
  EXPECT_EQ(float64("1" + std::string(400, '0') + "e-400"), 0x3ff0000000000000u);
  EXPECT_EQ(float64("0." + std::string(399, '0') + "1e400"), 0x3ff0000000000000u);
  EXPECT_EQ(float64("0x1" + std::string(400, '0') + "p-1600"), 0x3ff0000000000000u);
  EXPECT_EQ(float64("0x0." + std::string(399, '0') + "1p1600"), 0x3ff0000000000000u);
  EXPECT_EQ(float64("1_2.5_0e0_1"), std::bit_cast<uint64_t>(125.0));
}

// The C library as the second opinion, on random bits in decimal and hexadecimal.
TEST(Numbers, AgreeWithTheCLibrary) {
  std::mt19937_64 random(12345);
  unsigned compared = 0;
  for (int i = 0; i < 200'000; ++i) {
    auto value = std::bit_cast<double>(random());
    if (!std::isfinite(value))
      continue;
    char text[64];
    const char *formats[] = {"%.17g", "%a", "%.8g", "%.20e", "%.3a", "%.25a"};
    snprintf(text, sizeof(text), formats[i % 6], value);
    double expected = strtod(text, nullptr);
    EXPECT_EQ(float64(text), std::isinf(expected) ? kOutOfRange : std::bit_cast<uint64_t>(expected))
        << text;
    float narrow = strtof(text, nullptr);
    EXPECT_EQ(float32(text), std::isinf(narrow) ? kOutOfRange : std::bit_cast<uint32_t>(narrow))
        << text;
    ++compared;
  }
  // Exponents around those of float and its subnormal numbers.
  for (int i = 0; i < 100'000; ++i) {
    char text[64];
    snprintf(text, sizeof(text), i % 2 == 0 ? "%.12a" : "%.13e",
             std::ldexp(1 + static_cast<double>(random() >> 11) / 9007199254740992.0,
                        static_cast<int>(random() % 300) - 160));
    float narrow = strtof(text, nullptr);
    EXPECT_EQ(float32(text), std::isinf(narrow) ? kOutOfRange : std::bit_cast<uint32_t>(narrow))
        << text;
    ++compared;
  }
  EXPECT_GT(compared, 290'000u);
}

} // namespace
} // namespace wasmc::text
