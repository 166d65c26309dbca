// The official test suite, as tests go through it.
#ifndef WASMC_TESTS_SUPPORT_SPEC_SUITE_H
#define WASMC_TESTS_SUPPORT_SPEC_SUITE_H

#include "compiler/text/script.h"
#include "compiler/wasm/features.h"

#include <filesystem>
#include <string>
#include <vector>

namespace wasmc::test {

// All scripts but those of proposals that are not implemented. Throws std::runtime_error when the
// suite is not there.
std::vector<std::filesystem::path> findScripts();

std::string readText(const std::filesystem::path &path);

// The features that the authors of a script had in mind: some modules are refused for lack of one.
wasm::Features featuresOf(const std::filesystem::path &script);

// "address.wast:12" or "threads/atomic.wast:3", for people.
std::string where(const std::filesystem::path &script, const text::ScriptCommand &command);

} // namespace wasmc::test

#endif
