// What the files of one architecture each answer for cpu_features.cpp.
#ifndef WASMC_RUNTIME_PLATFORM_CPU_DETECT_H
#define WASMC_RUNTIME_PLATFORM_CPU_DETECT_H

#include <stddef.h>

#include <array>
#include <string_view>

#include "runtime-support/platform/cpu_features.h"

namespace wasmc::platform {

struct FeatureRow {
  unsigned bit;
  std::string_view name;
};

namespace detail {

struct AnyRow {
  std::string_view architecture;
  FeatureRow row;
};

inline constexpr AnyRow kAllRows[] = {
#define WASMC_CPU_FEATURE(architecture, bit, name) {#architecture, {bit, name}},
#include "wasmc/abi/cpu_features.def"
#undef WASMC_CPU_FEATURE
};

#if defined(__x86_64__)
inline constexpr std::string_view kArchitecture = "x86_64";
#elif defined(__aarch64__)
inline constexpr std::string_view kArchitecture = "aarch64";
#else
inline constexpr std::string_view kArchitecture = "riscv64";
#endif

constexpr size_t rowCount() {
  size_t count = 0;
  for (const AnyRow &any : kAllRows)
    count += any.architecture == kArchitecture ? 1 : 0;
  return count;
}

constexpr auto rowsOfThisArchitecture() {
  std::array<FeatureRow, rowCount()> rows = {};
  size_t count = 0;
  for (const AnyRow &any : kAllRows)
    if (any.architecture == kArchitecture)
      rows[count++] = any.row;
  return rows;
}

} // namespace detail

// The rows of include/wasmc/abi/cpu_features.def for the architecture we run on.
inline constexpr auto kFeatureRows = detail::rowsOfThisArchitecture();

template <class Predicate> consteval bool everyRowIsKnown(Predicate isKnown) {
  for (const FeatureRow &row : kFeatureRows)
    if (!isKnown(row.name))
      return false;
  return true;
}

// Those of the wanted features that the processor and the operating system have; never a bit
// without a row.
CpuFeatures detectFeatures(const CpuFeatures &wanted);

// What tells processors with the same features apart.
void identifyProcessor(uint64_t (&words)[3]);

} // namespace wasmc::platform

#endif
