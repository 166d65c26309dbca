// What an instrumented module counts, and how its counters are numbered: function by function, in
// the order of the module. Neither depends on the target nor on any other option, so a profile
// holds for all of them. Whoever changes what is counted raises WASMC_PROFILE_VERSION.
#ifndef WASMC_COMPILER_WASM_PROFILE_H
#define WASMC_COMPILER_WASM_PROFILE_H

#include "wasmc/abi/profile.h"

#include <array>
#include <cstddef>
#include <span>
#include <vector>

namespace wasmc::wasm {

// A function's entry has its first counter. Those of its operators follow in the order of the body,
// whether they can be reached or not.
inline constexpr uint32_t kEntryCounters = 1;
// `if`, `br_if`, `br_on_null` and `br_on_non_null`: how often the condition held, and how often
// not.
inline constexpr uint32_t kBranchCounters = 2;
// `br_table`: one for each label, one for the default.
constexpr uint64_t tableCounters(size_t labels) {
  return uint64_t{labels} + 1;
}

struct Profile {
  // Whether the code counts.
  bool isCounted = false;
  // By function index: the number of its first counter. For imports that of the next function.
  std::vector<uint32_t> first;
  uint32_t counterCount = 0;
  // What earlier runs have counted, by number; empty where nothing is known.
  std::vector<uint64_t> counts;
  std::array<uint8_t, sizeof(wasmc_profile_header::module_hash)> moduleHash{};
};

} // namespace wasmc::wasm

#endif
