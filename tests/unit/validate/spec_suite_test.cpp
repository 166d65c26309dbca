// The official test suite: every module that wabt can turn into a binary must be accepted or
// refused as the suite says, with the suite's message.
#include "compiler/decode/decode.h"
#include "compiler/validate/validate.h"
#include "tests/unit/validate/wabt.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

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

// wabt 1.0.32 writes typed references with the codes of an early draft, so these scripts reach the
// decoder as other modules than they say.
const std::set<std::string> kMisassembled = {
    "array.wast",  "func.wast:660",         "ref.wast",      "select.wast:367", "select.wast:383",
    "struct.wast", "type-equivalence.wast", "type-rec.wast",
};

// Modules that are refused, but with another message: the suite's is that of an interpreter which
// reads on beyond the end of a section, a body or a vector, and complains about what it finds
// there.
const std::set<std::string> kOtherMessage = {
    "binary-leb128.wast:218", "binary-leb128.wast:226", "binary-leb128.wast:348",
    "binary-leb128.wast:405", "binary-leb128.wast:462", "binary-leb128.wast:526",
    "binary-leb128.wast:534", "binary-leb128.wast:542", "binary-leb128.wast:551",
    "binary-leb128.wast:731", "binary-leb128.wast:750", "binary-leb128.wast:844",
    "binary-leb128.wast:863", "binary.wast:77",         "binary.wast:93",
    "binary.wast:738",        "binary.wast:923",        "binary.wast:999",
};

// The features that the authors of a script had in mind: some modules are refused for lack of one.
wasm::Features featuresOf(const std::filesystem::path &script) {
  std::string directory = script.parent_path().filename();
  if (directory == "threads") // a proposal that stands on the MVP
    return wasm::Features{}
        .with(wasm::Feature::threads)
        .with(wasm::Feature::mutable_globals)
        .with(wasm::Feature::sign_extension)
        .with(wasm::Feature::bulk_memory);
  if (directory == "custom-page-sizes")
    return wasm::kWasm3.with(wasm::Feature::custom_page_sizes);
  if (directory == "wide-arithmetic")
    return wasm::kWasm3.with(wasm::Feature::wide_arithmetic);
  return wasm::kWasm3;
}

struct Counts {
  unsigned accepted = 0;
  unsigned refused = 0;
  unsigned otherMessage = 0;
  unsigned misassembled = 0;
  unsigned unreadable = 0;
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
std::string refusal(const ByteVector &bytes, wasm::Features features) {
  Result<wasm::Module> module = decode::decode(bytes, features);
  if (!module)
    return module.error().text;
  Result<wasm::ValidatedModule> validated = validate::validate(std::move(*module), features, 1);
  return validated ? "" : validated.error().text;
}

void check(const ScriptModule &module, wasm::Features features, Counts &counts) {
  std::string message = refusal(module.bytes, features);
  if (module.expectation == Expectation::valid) {
    EXPECT_EQ(message, "") << module.where;
    ++counts.accepted;
    return;
  }
  EXPECT_NE(message, "") << module.where << ": accepted, but the suite says " << module.message;
  ++counts.refused;
  // What follows a colon in the suite's messages is the interpreter's own.
  std::string expected = module.message.substr(0, module.message.find(':'));
  if (kOtherMessage.contains(module.where))
    ++counts.otherMessage;
  else
    EXPECT_THAT(message, testing::StartsWith(expected)) << module.where;
}

TEST(SpecSuite, EveryModuleIsJudgedAsTheSuiteSays) {
  Counts counts;
  std::vector<std::filesystem::path> scripts = findScripts();
  for (const std::filesystem::path &path : scripts) {
    std::string name = path.filename();
    Script script = readScript(path);
    if (script.unreadable > 0)
      std::cout << name << ": wabt cannot read " << script.unreadable << " forms\n";
    counts.unreadable += script.unreadable;
    for (const ScriptModule &module : script.modules) {
      if (kMisassembled.contains(name) || kMisassembled.contains(module.where))
        ++counts.misassembled;
      else
        check(module, featuresOf(path), counts);
    }
  }
  std::cout << scripts.size() << " scripts: " << counts.accepted << " modules accepted, "
            << counts.refused << " refused (" << counts.otherMessage
            << " of them known to have another message than the suite's); left out: "
            << counts.misassembled << " that wabt assembles wrongly, " << counts.unreadable
            << " forms that wabt cannot read\n";
  // Were the suite or wabt missing, everything above would pass on nothing.
  EXPECT_GT(counts.accepted, 2000u);
  EXPECT_GT(counts.refused, 3000u);
}

} // namespace
} // namespace wasmc::test
