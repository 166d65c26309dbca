#include "runtime-support/platform/cpu_features.h"

#include "runtime-support/platform/cpu_detect.h"

namespace wasmc::platform {

CpuFeatures missingFeatures(const CpuFeatures &wanted) {
  // A bit without a row is a feature of the future: not known to be there.
  CpuFeatures found = detectFeatures(wanted);
  return {{wanted.words[0] & ~found.words[0], wanted.words[1] & ~found.words[1]}};
}

CpuFeatures presentFeatures() {
  CpuFeatures all = {};
  for (const FeatureRow &row : kFeatureRows)
    all.set(row.bit);
  return detectFeatures(all);
}

CpuIdentity cpuIdentity() {
  CpuFeatures features = presentFeatures();
  uint64_t processor[3] = {};
  identifyProcessor(processor);
  return {{features.words[0], features.words[1], processor[0], processor[1], processor[2]}};
}

std::string_view featureName(unsigned bit) {
  for (const FeatureRow &row : kFeatureRows)
    if (row.bit == bit)
      return row.name;
  return {};
}

} // namespace wasmc::platform
