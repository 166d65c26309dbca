#include "testsuite/wast-run/features.h"

#include "compiler/decode/decode.h"
#include "compiler/validate/validate.h"

#include <array>

namespace wasmc::wast {

namespace {

using wasm::Feature;

struct MissingFeature {
  Feature feature;
  Reason reason;
};

// In the order in which reasons are named when a module lacks several.
constexpr std::array<MissingFeature, 3> kMissing = {{
    {Feature::gc, Reason::gc},
    {Feature::exceptions, Reason::exceptions},
    {Feature::threads, Reason::threads},
}};

bool isIn(std::string_view path, std::string_view directory) {
  return path.starts_with(directory) && path.substr(directory.size()).starts_with('/');
}

wasm::Features without(wasm::Features features, Feature feature) {
  return {features.bits & ~static_cast<uint32_t>(feature)};
}

} // namespace

wasm::Features featuresOf(std::string_view scriptPath) {
  if (isIn(scriptPath, "proposals/threads")) // stands on the MVP and a few early proposals
    return wasm::Features{}
        .with(Feature::threads)
        .with(Feature::mutable_globals)
        .with(Feature::sign_extension)
        .with(Feature::bulk_memory);
  if (isIn(scriptPath, "proposals/custom-page-sizes"))
    return wasm::kWasm3.with(Feature::custom_page_sizes);
  if (isIn(scriptPath, "proposals/wide-arithmetic"))
    return wasm::kWasm3.with(Feature::wide_arithmetic);
  return wasm::kWasm3;
}

Reason reasonOfDirectory(std::string_view scriptPath) {
  if (isIn(scriptPath, "proposals/custom-descriptors"))
    return Reason::custom_descriptors;
  if (isIn(scriptPath, "legacy"))
    return Reason::legacy_exceptions;
  return Reason::none;
}

Result<void> checkModule(std::span<const uint8_t> bytes, wasm::Features features) {
  TRY_ASSIGN(wasm::Module module, decode::decode(bytes, features));
  TRY(validate::validate(std::move(module), features, 1));
  return {};
}

Reason missingFeature(std::span<const uint8_t> bytes) {
  for (MissingFeature missing : kMissing)
    if (!wasm::kDefault.has(missing.feature) &&
        !checkModule(bytes, without(wasm::kAllFeatures, missing.feature)))
      return missing.reason;
  return Reason::none;
}

} // namespace wasmc::wast
