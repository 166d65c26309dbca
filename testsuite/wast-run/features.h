// Which features a script may use, and which of them keep a module from being compiled today.
#ifndef WASMC_TESTSUITE_WAST_RUN_FEATURES_H
#define WASMC_TESTSUITE_WAST_RUN_FEATURES_H

#include "compiler/wasm/features.h"
#include "testsuite/wast-run/outcome.h"
#include "wasmc/detail/result.h"

#include <stdint.h>

#include <span>
#include <string_view>

namespace wasmc::wast {

// What the authors of a script had in mind, from its path in the suite: some modules are invalid
// only for lack of a feature.
wasm::Features featuresOf(std::string_view scriptPath);

// The reason that stands for a whole directory of the suite whose features the validator does not
// know; none elsewhere.
Reason reasonOfDirectory(std::string_view scriptPath);

// Why a valid module that is refused under wasm::kDefault cannot be compiled: found by taking
// features away until it is no longer valid, so that a module that does not use a feature never
// counts as using it. none when no feature is the reason.
Reason missingFeature(std::span<const uint8_t> bytes);

// Decodes and validates a module.
Result<void> checkModule(std::span<const uint8_t> bytes, wasm::Features features);

} // namespace wasmc::wast

#endif
