// The freestanding flavour's memory functions, under other names beside the C library's.
#include <gtest/gtest.h>
#include <string.h>

#include <random>
#include <vector>

#define memcpy wasmcMemcpy
#define memmove wasmcMemmove
#define memset wasmcMemset
#define memcmp wasmcMemcmp
#define strlen wasmcStrlen
#define memchr wasmcMemchr
#include "runtime-support/platform/mem_functions.cpp"
#undef memcpy
#undef memmove
#undef memset
#undef memcmp
#undef strlen
#undef memchr

namespace {

// Every combination of small sizes and alignments, and some large ones.
std::vector<size_t> sizes() {
  std::vector<size_t> all;
  for (size_t size = 0; size < 70; ++size)
    all.push_back(size);
  for (size_t size : {127, 128, 511, 512, 513, 1000, 4096, 70001})
    all.push_back(size);
  return all;
}

std::vector<uint8_t> randomBytes(size_t size) {
  static std::mt19937 random(1);
  std::vector<uint8_t> bytes(size);
  for (uint8_t &byte : bytes)
    byte = static_cast<uint8_t>(random());
  return bytes;
}

TEST(MemFunctions, MemmoveInEveryDirection) {
  for (size_t size : sizes())
    for (size_t from : {0u, 1u, 7u, 15u, 16u, 33u, 100u})
      for (size_t to : {0u, 1u, 3u, 16u, 17u, 40u, 99u}) {
        std::vector<uint8_t> ours = randomBytes(size + 200);
        std::vector<uint8_t> expected = ours;
        memmove(expected.data() + to, expected.data() + from, size);
        ASSERT_EQ(wasmcMemmove(ours.data() + to, ours.data() + from, size), ours.data() + to);
        ASSERT_EQ(ours, expected) << size << " bytes from " << from << " to " << to;
      }
}

TEST(MemFunctions, MemcpyAndMemset) {
  for (size_t size : sizes())
    for (size_t at : {0u, 1u, 9u, 16u}) {
      std::vector<uint8_t> source = randomBytes(size + 32);
      std::vector<uint8_t> ours = randomBytes(size + 64);
      std::vector<uint8_t> expected = ours;
      memcpy(expected.data() + at, source.data() + 3, size);
      ASSERT_EQ(wasmcMemcpy(ours.data() + at, source.data() + 3, size), ours.data() + at);
      ASSERT_EQ(ours, expected) << size;
      memset(expected.data() + at, 0x1a5, size);
      ASSERT_EQ(wasmcMemset(ours.data() + at, 0x1a5, size), ours.data() + at);
      ASSERT_EQ(ours, expected) << size;
    }
}

TEST(MemFunctions, Comparisons) {
  EXPECT_EQ(wasmcMemcmp("abc", "abd", 2), 0);
  EXPECT_LT(wasmcMemcmp("abc", "abd", 3), 0);
  EXPECT_GT(wasmcMemcmp("\xff", "\x01", 1), 0);
  EXPECT_EQ(wasmcStrlen(""), 0u);
  EXPECT_EQ(wasmcStrlen("abc"), 3u);
  const char *text = "hello";
  EXPECT_EQ(wasmcMemchr(text, 'l', 5), text + 2);
  EXPECT_EQ(wasmcMemchr(text, 'o', 4), nullptr);
  EXPECT_EQ(wasmcMemchr(text, 'x', 5), nullptr);
}

} // namespace
