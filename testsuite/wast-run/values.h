// Values between scripts and the slots of calls.
#ifndef WASMC_TESTSUITE_WAST_RUN_VALUES_H
#define WASMC_TESTSUITE_WAST_RUN_VALUES_H

#include "compiler/text/script.h"
#include "wasmc/abi/vm_context.h"

#include <optional>
#include <span>
#include <string>

namespace wasmc::wast {

// Writes an argument of value type `type` (value_types.h). False when the script's value is not of
// that type.
bool writeArgument(const text::ScriptValue &value, uint32_t type, wasmc_slot &slot);

// Compares results with what the script wants: nothing when they match, else what is wrong.
std::optional<std::string> mismatch(std::span<const text::ScriptResult> expected,
                                    std::span<const uint32_t> types,
                                    std::span<const wasmc_slot> slots);

} // namespace wasmc::wast

#endif
