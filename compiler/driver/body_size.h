// What the bodies are like, before the first is lowered: which tables they change, and how much
// work each is for the stages after validation. Some small bodies are very much: a
// call of two bytes may move a thousand values, a few bytes of loops around many locals make more
// phis than there is memory. LLVM is linear in none of this, so every shape has its bound here.
#ifndef WASMC_COMPILER_DRIVER_BODY_SIZE_H
#define WASMC_COMPILER_DRIVER_BODY_SIZE_H

#include "compiler/wasm/call_table.h"
#include "wasmc/detail/result.h"

#include <vector>

namespace wasmc::driver {

// How hard to try. The same for the same body on every machine.
enum class Effort : uint8_t {
  asked, // as the level says
  least, // as at level 0
  none,  // not even locals become registers
};

struct BodySize {
  uint64_t bytes = 0;
  uint64_t operands = 0; // moved by calls, blocks and branches: parameters and results
  uint64_t targets = 0;  // of all its br_tables
  uint64_t edges = 0;    // of its branches
  uint32_t blocks = 0;   // what branches fall through to and operators that may trap included
  uint32_t depth = 0;    // of the deepest block
  uint32_t loops = 0;
  uint32_t loopDepth = 0; // of the deepest loop
  uint32_t locals = 0;    // that are written
  uint64_t counters = 0;  // of the instrumented function (wasm/profile.h)
  bool isHot = false;     // says the profile, where there is one

  // What it costs in bytes of ordinary code.
  uint64_t cost() const { return std::max(bytes, operands); }
  Effort effort() const;
};

// What is to be known about all bodies before the first is lowered.
struct BodySurvey {
  std::vector<BodySize> sizes; // by function index; nothing for imports
  wasm::TableUses tableUses;
};

// Errors: a function that takes the module beyond what is compiled at all, with the offset of its
// body.
Result<BodySurvey> surveyBodies(const wasm::Module &module);

} // namespace wasmc::driver

#endif
