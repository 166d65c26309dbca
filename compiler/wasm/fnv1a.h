// FNV-1a, 64 bits: the hash of artefacts and profiles against damage.
#ifndef WASMC_COMPILER_WASM_FNV1A_H
#define WASMC_COMPILER_WASM_FNV1A_H

#include <cstdint>
#include <span>

namespace wasmc::wasm {

inline constexpr uint64_t kFnv1aStart = 0xcbf29ce484222325;

// Continued from `hash`.
inline uint64_t fnv1a(std::span<const uint8_t> bytes, uint64_t hash = kFnv1aStart) {
  for (uint8_t byte : bytes)
    hash = (hash ^ byte) * 0x100000001b3;
  return hash;
}

} // namespace wasmc::wasm

#endif
