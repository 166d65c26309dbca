// Decisions out of bytes: what makes the generator deterministic, steerable by libFuzzer, and its
// modules easy to make smaller (fewer bytes, a smaller module).
#ifndef WASMC_TESTS_FUZZ_BYTE_SOURCE_H
#define WASMC_TESTS_FUZZ_BYTE_SOURCE_H

#include <stdint.h>

#include <span>
#include <vector>

namespace wasmc::fuzz {

// Where the bytes end, only zeros follow; the generator takes 0 for the simplest choice, so it
// comes to an end there.
class ByteSource {
public:
  explicit ByteSource(std::span<const uint8_t> bytes) : bytes_(bytes) {}

  bool isEmpty() const { return bytes_.empty(); }
  size_t left() const { return bytes_.size(); }

  uint8_t byte() {
    if (bytes_.empty())
      return 0;
    uint8_t value = bytes_.front();
    bytes_ = bytes_.subspan(1);
    return value;
  }

  uint64_t bits(unsigned bytes) {
    uint64_t value = 0;
    for (unsigned i = 0; i < bytes; ++i)
      value |= uint64_t{byte()} << 8 * i;
    return value;
  }

  // 0 to count - 1; 0 when there is nothing to choose from.
  uint32_t below(size_t count) {
    if (count <= 1)
      return 0;
    return static_cast<uint32_t>(bits(count <= 256 ? 1 : 2) % count);
  }

  // True `outOf256` times in 256.
  bool chance(unsigned outOf256) { return byte() >= 256 - outOf256; }

  template <class Range> auto pick(const Range &choices) -> decltype(choices[0]) {
    return choices[below(std::size(choices))];
  }

private:
  std::span<const uint8_t> bytes_;
};

// The bytes that a seed stands for (splitmix64).
inline std::vector<uint8_t> bytesOfSeed(uint64_t seed, size_t count) {
  std::vector<uint8_t> bytes;
  bytes.reserve(count + 8);
  while (bytes.size() < count) {
    seed += 0x9e3779b97f4a7c15;
    uint64_t word = seed;
    word = (word ^ word >> 30) * 0xbf58476d1ce4e5b9;
    word = (word ^ word >> 27) * 0x94d049bb133111eb;
    word ^= word >> 31;
    for (unsigned i = 0; i < 8; ++i)
      bytes.push_back(static_cast<uint8_t>(word >> 8 * i));
  }
  bytes.resize(count);
  return bytes;
}

} // namespace wasmc::fuzz

#endif
