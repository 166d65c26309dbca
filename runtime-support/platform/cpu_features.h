// What the processor can do beyond its architecture's baseline.
#ifndef WASMC_RUNTIME_PLATFORM_CPU_FEATURES_H
#define WASMC_RUNTIME_PLATFORM_CPU_FEATURES_H

#include <stdint.h>

#include <string_view>

namespace wasmc::platform {

// Bits of include/wasmc/abi/cpu_features.def for this architecture.
struct CpuFeatures {
  uint64_t words[2];

  bool has(unsigned bit) const { return (words[bit / 64] >> (bit % 64) & 1) != 0; }
  void set(unsigned bit) { words[bit / 64] |= uint64_t{1} << (bit % 64); }
};

// Which of the wanted features the processor and the operating system lack. Asks the processor only
// for what is wanted: under virtualisation every CPUID instruction is a trip to the hypervisor.
CpuFeatures missingFeatures(const CpuFeatures &wanted);

// All features of the table that are there.
CpuFeatures presentFeatures();

// What tells processors apart for which a compiler may choose different instructions.
struct CpuIdentity {
  uint64_t words[5];
};
CpuIdentity cpuIdentity();

// LLVM's name of a feature bit of this architecture; empty for a bit that no row has.
std::string_view featureName(unsigned bit);

} // namespace wasmc::platform

#endif
