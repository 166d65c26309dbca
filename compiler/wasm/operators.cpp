#include "compiler/wasm/operators.h"

#include <algorithm>

namespace wasmc::wasm {

namespace {

constexpr std::array<uint16_t, kOperatorCount> sortByName() {
  std::array<uint16_t, kOperatorCount> order;
  for (uint16_t i = 0; i < kOperatorCount; ++i)
    order[i] = i;
  std::ranges::sort(order, [](uint16_t a, uint16_t b) {
    if (kOperators[a].name != kOperators[b].name)
      return kOperators[a].name < kOperators[b].name;
    return kOperators[a].opcode < kOperators[b].opcode;
  });
  return order;
}

} // namespace

std::optional<Op> findOperatorByName(std::string_view name) {
  static constexpr std::array<uint16_t, kOperatorCount> kByName = sortByName();
  auto found =
      std::ranges::lower_bound(kByName, name, {}, [](uint16_t i) { return kOperators[i].name; });
  if (found == kByName.end() || kOperators[*found].name != name)
    return std::nullopt;
  return static_cast<Op>(*found);
}

std::string_view toString(Feature feature) {
  switch (feature) {
  case Feature::mvp:
    return "the MVP";
  case Feature::sign_extension:
    return "sign extension";
  case Feature::saturating_float_to_int:
    return "saturating float to integer conversion";
  case Feature::multi_value:
    return "multi-value";
  case Feature::mutable_globals:
    return "mutable globals";
  case Feature::bulk_memory:
    return "bulk memory";
  case Feature::reference_types:
    return "reference types";
  case Feature::simd:
    return "SIMD";
  case Feature::extended_const:
    return "extended constant expressions";
  case Feature::tail_call:
    return "tail calls";
  case Feature::function_references:
    return "typed function references";
  case Feature::memory64:
    return "memory64";
  case Feature::multi_memory:
    return "multi-memory";
  case Feature::relaxed_simd:
    return "relaxed SIMD";
  case Feature::gc:
    return "garbage collection";
  case Feature::exceptions:
    return "exception handling";
  case Feature::threads:
    return "threads";
  case Feature::wide_arithmetic:
    return "wide arithmetic";
  case Feature::gc_types:
    return "garbage collection types";
  case Feature::custom_page_sizes:
    return "custom page sizes";
  }
  return "";
}

} // namespace wasmc::wasm
