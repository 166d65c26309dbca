#include "tests/fuzz/entries.h"
#include "tests/fuzz/generate.h"

namespace wasmc::fuzz {

namespace {

using namespace wasm;

// Operators whose typing the table tells and that one function can hold.
bool isCovered(const OperatorInfo &row, Features features) {
  if (!features.has(row.feature) || row.feature == Feature::relaxed_simd)
    return false;
  switch (row.immediate) {
  case Immediate::numeric:
  case Immediate::lane:
  case Immediate::shuffle:
  case Immediate::load:
  case Immediate::store:
  case Immediate::load_lane:
  case Immediate::store_lane:
    return true;
  default:
    return false;
  }
}

std::vector<Op> coveredOperators(Features features) {
  std::vector<Op> result;
  for (uint16_t i = 0; i < kOperatorCount; ++i)
    if (isCovered(kOperators[i], features))
      result.push_back(static_cast<Op>(i));
  return result;
}

} // namespace

uint32_t singleInstructionCount(Features features) {
  return static_cast<uint32_t>(coveredOperators(features).size());
}

std::string singleInstructionName(uint32_t index, Features features) {
  return std::string(name(coveredOperators(features)[index]));
}

GeneratedModule singleInstruction(uint32_t, Features) {
  return {};
}

} // namespace wasmc::fuzz
