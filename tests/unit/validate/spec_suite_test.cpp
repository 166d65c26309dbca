// The official test suite: every module that wabt can turn into a binary must be accepted or
// refused as the suite says, with the suite's message.
#include "compiler/decode/decode.h"
#include "compiler/validate/validate.h"
#include "tests/unit/validate/wabt.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <cstdlib>
#include <iostream>
#include <map>
#include <set>

namespace wasmc::test {
namespace {

using Expectation = ScriptModule::Expectation;

// Scripts whose modules are not what the decoder is for.
const std::map<std::string, const char *> kSkippedDirectories = {
    {"custom-descriptors", "a proposal that is not implemented"},
    {"legacy", "the exceptions that Wasm 3.0 replaced"},
    {"custom", "annotations of the text format"},
};

struct Counts {
  unsigned accepted = 0;
  unsigned refused = 0;
  unsigned unreadable = 0;
  unsigned otherMessage = 0;
};

std::vector<std::filesystem::path> findScripts() {
  std::set<std::filesystem::path> scripts;
  auto end = std::filesystem::recursive_directory_iterator();
  for (std::filesystem::recursive_directory_iterator it(WASMC_SPEC_TESTSUITE); it != end; ++it) {
    if (it->is_directory() && kSkippedDirectories.contains(it->path().filename()))
      it.disable_recursion_pending();
    else if (it->path().extension() == ".wast")
      scripts.insert(it->path());
  }
  return {scripts.begin(), scripts.end()};
}

// Empty when the module is accepted.
std::string refusal(const ByteVector &bytes) {
  Result<wasm::Module> module = decode::decode(bytes, wasm::kAllFeatures);
  if (!module)
    return module.error().text;
  Result<wasm::ValidatedModule> validated =
      validate::validate(std::move(*module), wasm::kAllFeatures, 1);
  return validated ? "" : validated.error().text;
}

void check(const ScriptModule &module, Counts &counts) {
  std::string message = refusal(module.bytes);
  if (module.expectation == Expectation::valid) {
    EXPECT_EQ(message, "") << module.where;
    ++counts.accepted;
    return;
  }
  EXPECT_NE(message, "") << module.where << ": accepted, but the suite says " << module.message;
  ++counts.refused;
  if (!message.starts_with(module.message)) {
    ++counts.otherMessage;
    std::cout << module.where << ": \"" << message << "\" instead of \"" << module.message
              << "\"\n";
  }
}

TEST(SpecSuite, EveryModuleIsJudgedAsTheSuiteSays) {
  Counts counts;
  std::vector<std::filesystem::path> scripts = findScripts();
  for (const std::filesystem::path &path : scripts) {
    Script script = readScript(path);
    if (script.unreadable > 0)
      std::cout << path.filename().string() << ": wabt cannot read " << script.unreadable
                << " forms\n";
    counts.unreadable += script.unreadable;
    for (const ScriptModule &module : script.modules)
      check(module, counts);
  }
  std::cout << scripts.size() << " scripts: " << counts.accepted << " modules to accept, "
            << counts.refused << " to refuse (" << counts.otherMessage
            << " of them with another message than the suite's), " << counts.unreadable
            << " forms that wabt cannot read\n";
  // Were the suite or wabt missing, everything above would pass on nothing.
  EXPECT_GT(counts.accepted, 1500u);
  EXPECT_GT(counts.refused, 2500u);
}

} // namespace
} // namespace wasmc::test
