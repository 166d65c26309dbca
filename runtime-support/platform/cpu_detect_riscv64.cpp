// Finding CPU features, riscv64: the system call riscv_hwprobe (Linux 6.4; keys and bits in
// arch/riscv/include/uapi/asm/hwprobe.h). An older kernel tells the single-letter extensions only;
// everything else then counts as missing.
#if defined(__riscv)

#include "runtime-support/platform/cpu_detect.h"
#include "runtime-support/platform/process.h"
#include "runtime-support/platform/syscall.h"

namespace wasmc::platform {

namespace {

struct Place {
  std::string_view name;
  unsigned bit; // of the key IMA_EXT_0
};

constexpr unsigned kVectorBit = 2;

constexpr Place kPlaces[] = {
    {"v", kVectorBit}, {"zba", 3},     {"zbb", 4},     {"zbs", 5},      {"zbc", 7},
    {"zbkb", 8},       {"zbkx", 10},   {"zvbb", 17},   {"zvbc", 18},    {"zvkb", 19},
    {"zfh", 27},       {"zfhmin", 28}, {"zvfh", 30},   {"zvfhmin", 31}, {"zfa", 32},
    {"ztso", 33},      {"zacas", 34},  {"zicond", 35}, {"zcb", 44},     {"zabha", 58},
};

constexpr const Place *placeOf(std::string_view name) {
  for (const Place &place : kPlaces)
    if (place.name == name)
      return &place;
  return nullptr;
}
static_assert(everyRowIsKnown([](std::string_view name) { return placeOf(name) != nullptr; }),
              "a feature of cpu_features.def has no hwprobe bit here");

struct Pair {
  int64_t key;
  uint64_t value;
};

constexpr int64_t kMVENDORID = 0;
constexpr int64_t kMARCHID = 1;
constexpr int64_t kMIMPID = 2;
constexpr int64_t kIMA_EXT_0 = 4;

// The values that hold for all processors. False when the kernel does not have the call.
template <size_t kCount> bool probe(Pair (&pairs)[kCount]) {
  return systemCall(SystemCall::riscv_hwprobe, pairs, kCount, 0, nullptr, 0) == 0;
}

uint64_t extensions() {
  Pair pairs[] = {{kIMA_EXT_0, 0}};
  if (probe(pairs))
    return pairs[0].key == kIMA_EXT_0 ? pairs[0].value : 0;
  constexpr uint64_t kLetterV = uint64_t{1} << ('V' - 'A');
  return (auxiliaryValue(kAT_HWCAP) & kLetterV) != 0 ? uint64_t{1} << kVectorBit : 0;
}

} // namespace

CpuFeatures detectFeatures(const CpuFeatures &wanted) {
  CpuFeatures found = {};
  if (wanted.words[0] == 0 && wanted.words[1] == 0)
    return found;
  uint64_t present = extensions();
  for (const FeatureRow &row : kFeatureRows)
    if (wanted.has(row.bit) && (present >> placeOf(row.name)->bit & 1) != 0)
      found.set(row.bit);
  return found;
}

void identifyProcessor(uint64_t (&words)[3]) {
  Pair pairs[] = {{kMVENDORID, 0}, {kMARCHID, 0}, {kMIMPID, 0}};
  if (probe(pairs))
    for (size_t k = 0; k < 3; ++k)
      words[k] = pairs[k].key >= 0 ? pairs[k].value : 0;
}

} // namespace wasmc::platform

#endif
