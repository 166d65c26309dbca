// Finding CPU features, AArch64: the kernel's capability words, which leave out what it does not
// support. Bits: arch/arm64/include/uapi/asm/hwcap.h.
#if defined(__aarch64__)

#include "runtime-support/platform/cpu_detect.h"
#include "runtime-support/platform/process.h"

namespace wasmc::platform {

namespace {

struct Place {
  std::string_view name;
  uint64_t hwcap;  // bits of AT_HWCAP that must all be there
  uint64_t hwcap2; // and of AT_HWCAP2
};

constexpr uint64_t bit(unsigned number) {
  return uint64_t{1} << number;
}

constexpr Place kPlaces[] = {
    {"crc", bit(7), 0},
    {"lse", bit(8), 0},
    {"fullfp16", bit(9) | bit(10), 0}, // scalar and vector
    {"rdm", bit(12), 0},
    {"jsconv", bit(13), 0},
    {"complxnum", bit(14), 0},
    {"rcpc", bit(15), 0},
    {"sha3", bit(17) | bit(21), 0}, // SHA3 and SHA512: LLVM's feature is both
    {"dotprod", bit(20), 0},
    {"sve", bit(22), 0},
    {"fp16fml", bit(23), 0},
    {"lse2", bit(25), 0},
    {"rcpc-immo", bit(26), 0},
    {"flagm", bit(27), 0},
    {"sve2", 0, bit(1)},
    {"altnzcv", 0, bit(7)},
    {"fptoint", 0, bit(8)},
    {"i8mm", 0, bit(13)},
    {"bf16", 0, bit(14)},
    {"cssc", 0, bit(34)},
    {"sve2p1", 0, bit(36)},
    {"mops", 0, bit(43)},
    {"rcpc3", 0, bit(46)},
    {"lse128", 0, bit(47)},
    {"faminmax", 0, bit(50)},
};

constexpr const Place *placeOf(std::string_view name) {
  for (const Place &place : kPlaces)
    if (place.name == name)
      return &place;
  return nullptr;
}
static_assert(everyRowIsKnown([](std::string_view name) { return placeOf(name) != nullptr; }),
              "a feature of cpu_features.def has no capability bit here");

} // namespace

CpuFeatures detectFeatures(const CpuFeatures &wanted) {
  uint64_t hwcap = auxiliaryValue(kAT_HWCAP);
  uint64_t hwcap2 = auxiliaryValue(kAT_HWCAP2);
  CpuFeatures found = {};
  for (const FeatureRow &row : kFeatureRows) {
    const Place &place = *placeOf(row.name);
    if (wanted.has(row.bit) && (hwcap & place.hwcap) == place.hwcap &&
        (hwcap2 & place.hwcap2) == place.hwcap2)
      found.set(row.bit);
  }
  return found;
}

void identifyProcessor(uint64_t (&words)[3]) {
  words[0] = auxiliaryValue(kAT_HWCAP);
  words[1] = auxiliaryValue(kAT_HWCAP2);
  constexpr uint64_t kHWCAP_CPUID = bit(11);
  if ((words[0] & kHWCAP_CPUID) != 0) {
    uint64_t mainId; // implementer, part, revision: the kernel answers for the processor
    asm volatile("mrs %0, midr_el1" : "=r"(mainId));
    words[2] = mainId;
  }
}

} // namespace wasmc::platform

#endif
