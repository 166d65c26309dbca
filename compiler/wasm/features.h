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
  // The part of `gc` that only declares: recursion groups, sub types, struct and array types, and
  // the heap types that came with them. Function types use it, too, and it needs no collector.
  gc_types = 1u << 18,
};

struct Features {
  uint32_t bits = 0;

  constexpr bool has(Feature f) const {
    return (bits & static_cast<uint32_t>(f)) == static_cast<uint32_t>(f);
  }
  constexpr Features with(Feature f) const { return {bits | static_cast<uint32_t>(f)}; }
};

// Every proposal that a version of the specification took in.
inline constexpr Features kWasm2 = Features{}
                                       .with(Feature::sign_extension)
                                       .with(Feature::saturating_float_to_int)
                                       .with(Feature::multi_value)
                                       .with(Feature::mutable_globals)
                                       .with(Feature::bulk_memory)
                                       .with(Feature::reference_types)
                                       .with(Feature::simd);
inline constexpr Features kWasm3 = kWasm2.with(Feature::extended_const)
                                       .with(Feature::tail_call)
                                       .with(Feature::function_references)
                                       .with(Feature::memory64)
                                       .with(Feature::multi_memory)
                                       .with(Feature::relaxed_simd)
                                       .with(Feature::gc_types)
                                       .with(Feature::gc)
                                       .with(Feature::exceptions);
// Wasm 3.0 and the proposals beyond it that the decoder and the validator know.
inline constexpr Features kAllFeatures =
    kWasm3.with(Feature::threads).with(Feature::wide_arithmetic).with(Feature::custom_page_sizes);
// What the compiler can lower, hence what a module may use unless told otherwise.
inline constexpr Features kDefault = Features{}
                                         .with(Feature::sign_extension)
                                         .with(Feature::saturating_float_to_int)
                                         .with(Feature::multi_value)
                                         .with(Feature::mutable_globals)
                                         .with(Feature::bulk_memory)
                                         .with(Feature::reference_types)
                                         .with(Feature::simd)
                                         .with(Feature::relaxed_simd)
                                         .with(Feature::extended_const)
                                         .with(Feature::memory64)
                                         .with(Feature::multi_memory)
                                         .with(Feature::wide_arithmetic)
                                         .with(Feature::custom_page_sizes)
                                         .with(Feature::tail_call)
                                         .with(Feature::function_references)
                                         .with(Feature::gc_types);

} // namespace wasmc::wasm

#endif
