// `wasmc features`: which proposals a module may use.
#include "compiler/cli/commands.h"

#include "compiler/wasm/features.h"

#include <CLI/CLI.hpp>

#include <cstdio>
#include <iterator>

namespace wasmc::cli {

namespace {

using wasm::Feature;

struct Proposal {
  const char *name; // as Wasmtime's options call it, where it has one
  Feature feature;
};

constexpr Proposal kProposals[] = {
    {"mutable-globals", Feature::mutable_globals},
    {"sign-extension", Feature::sign_extension},
    {"saturating-float-to-int", Feature::saturating_float_to_int},
    {"multi-value", Feature::multi_value},
    {"bulk-memory", Feature::bulk_memory},
    {"reference-types", Feature::reference_types},
    {"simd", Feature::simd},
    {"extended-const", Feature::extended_const},
    {"tail-call", Feature::tail_call},
    {"function-references", Feature::function_references},
    {"relaxed-simd", Feature::relaxed_simd},
    {"memory64", Feature::memory64},
    {"multi-memory", Feature::multi_memory},
    {"gc-types", Feature::gc_types},
    {"gc", Feature::gc},
    {"exceptions", Feature::exceptions},
    {"threads", Feature::threads},
    {"wide-arithmetic", Feature::wide_arithmetic},
    {"custom-page-sizes", Feature::custom_page_sizes},
};

constexpr bool namesEvery(wasm::Features features) {
  for (const Proposal &proposal : kProposals)
    features.bits &= ~static_cast<uint32_t>(proposal.feature);
  return features.bits == 0;
}
static_assert(namesEvery(wasm::kAllFeatures));

const char *versionOf(Feature feature) {
  return wasm::kWasm2.has(feature) ? "2.0" : wasm::kWasm3.has(feature) ? "3.0" : "-";
}

} // namespace

void FeaturesCommand::addTo(CLI::App &app) {
  app.footer("One line per proposal: its name, the version of WebAssembly that took it in, and "
             "whether modules may use it.");
}

int FeaturesCommand::run() {
  for (const Proposal &proposal : kProposals)
    std::printf("%-24s %-4s %s\n", proposal.name, versionOf(proposal.feature),
                wasm::kDefault.has(proposal.feature) ? "on" : "off");
  return std::fflush(stdout) == 0 ? 0 : 1;
}

} // namespace wasmc::cli
