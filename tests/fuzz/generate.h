// The door of the generator: bytes in; a valid module, and calls of its functions, out.
#ifndef WASMC_TESTS_FUZZ_GENERATE_H
#define WASMC_TESTS_FUZZ_GENERATE_H

#include "compiler/wasm/features.h"

#include <stdint.h>

#include <span>
#include <string>
#include <vector>

namespace wasmc::fuzz {

struct GeneratedModule {
  std::vector<uint8_t> wasm;
  // A line per call: the export's name and its arguments, bits in hexadecimal. The exports that are
  // called take and return only i32, i64 and externref, which every engine passes unchanged (a
  // JavaScript number loses the payload of a NaN, and a vector does not cross at all).
  std::string calls;
  // What an engine needs beyond Wasm 2.0, by the names of features.h; the operator that a module of
  // single-instruction mode is about.
  std::vector<std::string> needs;
};

// A random module. The same bytes give the same module; fewer bytes a smaller one. Float results
// are made canonical right after each operator that may give more than one NaN, so that engines
// agree.
GeneratedModule generate(std::span<const uint8_t> bytes, wasm::Features features);

// Module `index` of single-instruction mode: every form of one operator, on the edge cases of its
// operands, as variables and as constants.
GeneratedModule singleInstruction(uint32_t index, wasm::Features features);
// How many modules there are of these.
uint32_t singleInstructionCount(wasm::Features features);
// The operator that the module is about.
std::string singleInstructionName(uint32_t index, wasm::Features features);

} // namespace wasmc::fuzz

#endif
