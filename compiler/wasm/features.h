// Which proposals a module may use.
#ifndef WASMC_COMPILER_WASM_FEATURES_H
#define WASMC_COMPILER_WASM_FEATURES_H

#include <stdint.h>

namespace wasmc::wasm {

// One bit per proposal beyond the MVP, named as in the proposals' repositories. The column
// "feature" of operators.def uses these names.
enum class Feature : uint32_t {
  mvp = 0,
  sign_extension = 1u << 0,
  saturating_float_to_int = 1u << 1,
  multi_value = 1u << 2,
  mutable_globals = 1u << 3,
  bulk_memory = 1u << 4,
  reference_types = 1u << 5,
  simd = 1u << 6,
  extended_const = 1u << 7,
  tail_call = 1u << 8,
  function_references = 1u << 9,
  memory64 = 1u << 10,
  multi_memory = 1u << 11,
  relaxed_simd = 1u << 12,
  gc = 1u << 13,
  exceptions = 1u << 14,
  threads = 1u << 15,
  wide_arithmetic = 1u << 16,
  custom_page_sizes = 1u << 17,
};

struct Features {
  uint32_t bits = 0;

  constexpr bool has(Feature f) const {
    return (bits & static_cast<uint32_t>(f)) == static_cast<uint32_t>(f);
  }
  constexpr Features with(Feature f) const { return {bits | static_cast<uint32_t>(f)}; }
};

} // namespace wasmc::wasm

#endif
