// Finding CPU features, x86-64: CPUID, and XCR0 for the registers that the system must save.
#if defined(__x86_64__)

#include "runtime-support/platform/cpu_detect.h"

namespace wasmc::platform {

namespace {

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

static_assert(everyRowIsKnown([](std::string_view name) { return placeOf(name) != nullptr; }),
              "a feature of cpu_features.def has no CPUID bit here");

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

} // namespace

CpuFeatures detectFeatures(const CpuFeatures &wanted) {
  CpuFeatures found = {};
  Processor processor;
  for (const FeatureRow &row : kFeatureRows)
    if (wanted.has(row.bit) && processor.has(*placeOf(row.name)))
      found.set(row.bit);
  return found;
}

void identifyProcessor(uint64_t (&words)[3]) {
  // Vendor; family, model and stepping. Not the rest of leaf 1, which differs from core to core.
  uint32_t eax = 0;
  uint32_t ebx;
  uint32_t ecx = 0;
  uint32_t edx;
  asm volatile("cpuid" : "+a"(eax), "=b"(ebx), "+c"(ecx), "=d"(edx));
  words[0] = uint64_t{ebx} << 32 | edx;
  words[1] = ecx;
  eax = 1;
  ecx = 0;
  asm volatile("cpuid" : "+a"(eax), "=b"(ebx), "+c"(ecx), "=d"(edx));
  words[2] = eax;
}

} // namespace wasmc::platform

#endif
