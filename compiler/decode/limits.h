// How large the parts of a module may be. The numbers are those of the JavaScript API and of V8, so
// that a module which runs in a browser compiles here.
#ifndef WASMC_COMPILER_DECODE_LIMITS_H
#define WASMC_COMPILER_DECODE_LIMITS_H

#include "wasmc/abi/vm_context.h"

#include <stdint.h>

namespace wasmc::decode {

// Also what the 20 bits of a type index in a ValueType can tell apart.
inline constexpr uint32_t kMaxTypes = 1'000'000;
static_assert(kMaxTypes < 1u << 20);
inline constexpr uint32_t kMaxFunctions = 1'000'000;
inline constexpr uint32_t kMaxImports = 1'000'000;
inline constexpr uint32_t kMaxExports = 1'000'000;
inline constexpr uint32_t kMaxGlobals = 1'000'000;
inline constexpr uint32_t kMaxTags = 1'000'000;
inline constexpr uint32_t kMaxTables = 100'000;
inline constexpr uint32_t kMaxMemories = 100'000;
inline constexpr uint32_t kMaxElementSegments = 10'000'000;
inline constexpr uint32_t kMaxElementsOfSegment = 10'000'000;
inline constexpr uint32_t kMaxDataSegments = 100'000;
inline constexpr uint32_t kMaxBodyBytes = 7'654'321; // locals included
inline constexpr uint32_t kMaxLocals = 50'000;       // of one function, beside its parameters
inline constexpr uint32_t kMaxParameters = WASMC_MAX_PARAMETERS;
inline constexpr uint32_t kMaxResults = WASMC_MAX_RESULTS;
inline constexpr uint32_t kMaxFields = 10'000; // of one struct
inline constexpr uint32_t kMaxBrTableSize = 65'520;
inline constexpr uint32_t kMaxNesting = 100'000; // of blocks in each other
// On the operand stack at once: a call of two bytes may leave kMaxResults.
inline constexpr uint32_t kMaxOperands = 4'000'000;

} // namespace wasmc::decode

#endif
