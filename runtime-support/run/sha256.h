// SHA-256 (FIPS 180-4), for names in the cache.
#ifndef WASMC_RUNTIME_RUN_SHA256_H
#define WASMC_RUNTIME_RUN_SHA256_H

#include <stddef.h>
#include <stdint.h>

#include <array>
#include <span>
#include <string_view>

namespace wasmc::run {

class Sha256 {
public:
  void update(std::span<const uint8_t> bytes);
  void update(std::string_view text) {
    update({reinterpret_cast<const uint8_t *>(text.data()), text.size()});
  }
  // A number, as eight bytes.
  void update(uint64_t number) {
    update({reinterpret_cast<const uint8_t *>(&number), sizeof(number)});
  }
  // Ends the message; the object is of no more use then.
  std::array<uint8_t, 32> finish();

private:
  void addBlock(const uint8_t *block);

  uint32_t state_[8] = {0x6a09e667, 0xbb67ae85, 0x3c6ef372, 0xa54ff53a,
                        0x510e527f, 0x9b05688c, 0x1f83d9ab, 0x5be0cd19};
  uint8_t pending_[64] = {};
  size_t pendingSize_ = 0;
  uint64_t totalSize_ = 0;
};

} // namespace wasmc::run

#endif
