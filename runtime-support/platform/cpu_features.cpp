#include "runtime-support/platform/cpu_features.h"

namespace wasmc::platform {

namespace {

struct Row {
  std::string_view architecture;
  unsigned bit;
  std::string_view name;
};

constexpr Row kRows[] = {
#define WASMC_CPU_FEATURE(architecture, bit, name) {#architecture, bit, name},
#include "wasmc/abi/cpu_features.def"
#undef WASMC_CPU_FEATURE
};

#if defined(__x86_64__)
constexpr std::string_view kArchitecture = "x86_64";
#elif defined(__aarch64__)
constexpr std::string_view kArchitecture = "aarch64";
#else
constexpr std::string_view kArchitecture = "riscv64";
#endif

#if defined(__x86_64__)

enum Register : uint8_t { kEax, kEbx, kEcx, kEdx };

// Which CPUID leaf tells.
enum Source : uint8_t { kLeaf1, kLeaf7, kLeaf7Sub1, kExtended1, kSourceCount };

// Register state that the operating system must save for the feature to be usable.
enum State : uint8_t { kNone, kYmm, kZmm };

struct Place {
  std::string_view name;
  Source source;
  Register reg;
  uint8_t bit;
  State state;
};

// Intel SDM volume 2A, CPUID; AMD64 APM volume 3, appendix E.
constexpr Place kPlaces[] = {
    {"sse3", kLeaf1, kEcx, 0, kNone},
    {"ssse3", kLeaf1, kEcx, 9, kNone},
    {"sse4.1", kLeaf1, kEcx, 19, kNone},
    {"sse4.2", kLeaf1, kEcx, 20, kNone},
    {"popcnt", kLeaf1, kEcx, 23, kNone},
    {"cx16", kLeaf1, kEcx, 13, kNone},
    {"avx", kLeaf1, kEcx, 28, kYmm},
    {"avx2", kLeaf7, kEbx, 5, kYmm},
    {"bmi", kLeaf7, kEbx, 3, kNone},
    {"bmi2", kLeaf7, kEbx, 8, kNone},
    {"fma", kLeaf1, kEcx, 12, kYmm},
    {"f16c", kLeaf1, kEcx, 29, kYmm},
    {"lzcnt", kExtended1, kEcx, 5, kNone},
    {"movbe", kLeaf1, kEcx, 22, kNone},
    {"avx512f", kLeaf7, kEbx, 16, kZmm},
    {"avx512cd", kLeaf7, kEbx, 28, kZmm},
    {"avx512bw", kLeaf7, kEbx, 30, kZmm},
    {"avx512dq", kLeaf7, kEbx, 17, kZmm},
    {"avx512vl", kLeaf7, kEbx, 31, kZmm},
    {"avx512ifma", kLeaf7, kEbx, 21, kZmm},
    {"avx512vbmi", kLeaf7, kEcx, 1, kZmm},
    {"avx512vbmi2", kLeaf7, kEcx, 6, kZmm},
    {"avx512vnni", kLeaf7, kEcx, 11, kZmm},
    {"avx512bitalg", kLeaf7, kEcx, 12, kZmm},
    {"avx512vpopcntdq", kLeaf7, kEcx, 14, kZmm},
    {"gfni", kLeaf7, kEcx, 8, kNone},
    {"adx", kLeaf7, kEbx, 19, kNone},
    {"avxvnni", kLeaf7Sub1, kEax, 4, kYmm},
    {"avxifma", kLeaf7Sub1, kEax, 23, kYmm},
    {"pclmul", kLeaf1, kEcx, 1, kNone},
    {"aes", kLeaf1, kEcx, 25, kNone},
    {"vaes", kLeaf7, kEcx, 9, kYmm},
    {"vpclmulqdq", kLeaf7, kEcx, 10, kYmm},
    {"sha", kLeaf7, kEbx, 29, kNone},
};

constexpr const Place *placeOf(std::string_view name) {
  for (const Place &place : kPlaces)
    if (place.name == name)
      return &place;
  return nullptr;
}

constexpr bool everyRowHasAPlace() {
  for (const Row &row : kRows)
    if (row.architecture == kArchitecture && placeOf(row.name) == nullptr)
      return false;
  return true;
}
static_assert(everyRowHasAPlace(), "a feature of cpu_features.def has no CPUID bit here");

// The processor's answers, each asked for when it is first needed.
class Processor {
public:
  bool has(const Place &place) {
    return (leaf(place.source)[place.reg] >> place.bit & 1) != 0 && saves(place.state);
  }

private:
  struct Leaf {
    bool known = false;
    uint32_t registers[4] = {};
  };

  const uint32_t *leaf(Source source) {
    Leaf &leaf = leaves_[source];
    if (!leaf.known) {
      leaf.known = true;
      // A processor answers a leaf beyond its last with that of its last. Those with SSE4.2 have
      // leaf 7; asking for the number of leaves would cost one more trip.
      bool old =
          (source == kLeaf7 || source == kLeaf7Sub1) && (this->leaf(kLeaf1)[kEcx] >> 20 & 1) == 0;
      if (!old)
        query(source, leaf.registers);
    }
    return leaf.registers;
  }

  static void query(Source source, uint32_t (&registers)[4]) {
    constexpr uint32_t kNumbers[kSourceCount] = {1, 7, 7, 0x80000001};
    uint32_t eax = kNumbers[source];
    uint32_t ecx = source == kLeaf7Sub1 ? 1 : 0;
    uint32_t ebx;
    uint32_t edx;
    asm("cpuid" : "+a"(eax), "=b"(ebx), "+c"(ecx), "=d"(edx));
    registers[kEax] = eax;
    registers[kEbx] = ebx;
    registers[kEcx] = ecx;
    registers[kEdx] = edx;
  }

  // Whether the system saves the wide registers on a context switch (XCR0).
  bool saves(State state) {
    if (state == kNone)
      return true;
    constexpr uint32_t kOsxsave = 1u << 27;
    if ((leaf(kLeaf1)[kEcx] & kOsxsave) == 0)
      return false;
    uint32_t low;
    uint32_t high;
    asm("xgetbv" : "=a"(low), "=d"(high) : "c"(0));
    uint32_t needed = state == kZmm ? 0xe6 : 0x06;
    return (low & needed) == needed;
  }

  Leaf leaves_[kSourceCount];
};

#endif

CpuFeatures allRows() {
  CpuFeatures all = {};
  for (const Row &row : kRows)
    if (row.architecture == kArchitecture)
      all.words[row.bit / 64] |= uint64_t{1} << (row.bit % 64);
  return all;
}

} // namespace

CpuFeatures missingFeatures(const CpuFeatures &wanted) {
  // A bit without a row is a feature of the future: not known to be there.
  CpuFeatures missing = wanted;
#if defined(__x86_64__)
  Processor processor;
  for (const Row &row : kRows)
    if (row.architecture == kArchitecture && wanted.has(row.bit) &&
        processor.has(*placeOf(row.name)))
      missing.words[row.bit / 64] &= ~(uint64_t{1} << (row.bit % 64));
#endif
  return missing;
}

CpuFeatures presentFeatures() {
  CpuFeatures present = allRows();
  CpuFeatures missing = missingFeatures(present);
  present.words[0] &= ~missing.words[0];
  present.words[1] &= ~missing.words[1];
  return present;
}

CpuIdentity cpuIdentity() {
  CpuFeatures features = presentFeatures();
  CpuIdentity identity = {{features.words[0], features.words[1], 0, 0, 0}};
#if defined(__x86_64__)
  // Vendor; family, model and stepping. Not the rest of leaf 1, which differs from core to core.
  uint32_t eax = 0;
  uint32_t ebx;
  uint32_t ecx = 0;
  uint32_t edx;
  asm volatile("cpuid" : "+a"(eax), "=b"(ebx), "+c"(ecx), "=d"(edx));
  identity.words[2] = uint64_t{ebx} << 32 | edx;
  identity.words[3] = ecx;
  eax = 1;
  ecx = 0;
  asm volatile("cpuid" : "+a"(eax), "=b"(ebx), "+c"(ecx), "=d"(edx));
  identity.words[4] = eax;
#endif
  return identity;
}

std::string_view featureName(unsigned bit) {
  for (const Row &row : kRows)
    if (row.architecture == kArchitecture && row.bit == bit)
      return row.name;
  return {};
}

} // namespace wasmc::platform
