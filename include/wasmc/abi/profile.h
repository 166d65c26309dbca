// The file that a run of an instrumented module leaves, and the compiler reads: how often each
// counter was passed. docs/profile.md tells what for.
#ifndef WASMC_ABI_PROFILE_H
#define WASMC_ABI_PROFILE_H

#include "wasmc/abi/vm_context.h"

// Eight bytes, the first of which is no printable character and the last of which is 0.
#define WASMC_PROFILE_MAGIC "\x93wasmcp"

// Changes whenever the struct below changes, or what a counter counts (compiler/wasm/profile.h):
// the same numbers would then speak of other branches.
#define WASMC_PROFILE_VERSION 1u

// Most counters of a module: their 512 MiB leave a context as large as a loader accepts.
#define WASMC_MAX_COUNTERS (1u << 26)

// What the file begins with; `counter_count` counters follow, a uint64_t each, little-endian, and
// nothing behind them.
typedef struct wasmc_profile_header {
  uint8_t magic[8];
  uint32_t version;
  uint32_t header_size;
  uint8_t module_hash[32]; // BLAKE3 of the bytes of the .wasm
  uint64_t counter_count;
  uint64_t file_hash; // FNV-1a, 64 bits, of the file with this field 0
} wasmc_profile_header;
WASMC_ABI_ASSERT(sizeof(wasmc_profile_header) == 64);

#endif
