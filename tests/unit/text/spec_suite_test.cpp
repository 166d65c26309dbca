// The official test suite: every script is read, every module in it accepted or refused as the
// suite says, with the suite's message.
#include "compiler/decode/decode.h"
#include "compiler/validate/validate.h"
#include "tests/support/spec_suite.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <iostream>
#include <map>
#include <set>

namespace wasmc::test {
namespace {

using Kind = text::ScriptCommand::Kind;
using Form = text::ScriptModule::Form;

// Modules that are refused, but with another message: the suite's is that of an interpreter which
// reads on beyond the end of a body (92, as the script itself says) or of a vector (737), and
// complains about what it finds there. And what memory sizes may be was for the text format to say
// before there was memory64.
const std::set<std::string> kOtherMessage = {
    "binary.wast:92",
    "binary.wast:737",
    "threads/memory.wast:83",
    "threads/memory.wast:87",
    "threads/memory.wast:91",
    "custom-page-sizes/binary.wast:92",
    "custom-page-sizes/binary.wast:737",
};

enum class Stage : uint8_t { none, text, decode, validate };

struct Verdict {
  Stage refusedBy = Stage::none;
  std::string message;
  std::string rendered;
};

Verdict refuse(Stage stage, const std::string &text, const Error &error) {
  return {stage, error.text, text::renderError("module", text, error)};
}

Verdict judge(const std::string &script, const text::ScriptModule &module,
              wasm::Features features) {
  const std::string &source = module.form == Form::quote ? module.contents : script;
  Result<text::BinaryModule> binary = text::readScriptModule(script, module);
  if (!binary)
    return refuse(Stage::text, source, binary.error());
  Result<wasm::Module> decoded = decode::decode(binary->bytes, features);
  if (!decoded)
    return refuse(Stage::decode, source, text::toTextError(decoded.error(), binary->map));
  Result<wasm::ValidatedModule> valid = validate::validate(std::move(*decoded), features, 1);
  if (!valid)
    return refuse(Stage::validate, source, text::toTextError(valid.error(), binary->map));
  return {};
}

struct Counts {
  std::map<Kind, unsigned> commands;
  std::map<Kind, std::map<Form, unsigned>> modules;
  unsigned accepted = 0;
  unsigned refused = 0;
  unsigned otherMessage = 0;
};

class SuiteChecker {
public:
  void check(const std::filesystem::path &path) {
    path_ = path;
    script_ = readText(path);
    Result<text::Script> script = text::readScript(script_);
    if (!script) {
      ADD_FAILURE() << text::renderError(path.string(), script_, script.error());
      return;
    }
    for (const text::ScriptCommand &command : script->commands)
      check(command);
  }

  const Counts &counts() const { return counts_; }

private:
  void check(const text::ScriptCommand &command) {
    ++counts_.commands[command.kind];
    if (!command.hasModule)
      return;
    ++counts_.modules[command.kind][command.module.form];
    switch (command.kind) {
    case Kind::assert_malformed:
    case Kind::assert_invalid:
    case Kind::assert_malformed_custom:
    case Kind::assert_invalid_custom:
      expectRefused(command);
      break;
    default:
      expectAccepted(command);
    }
  }

  void expectAccepted(const text::ScriptCommand &command) {
    Verdict verdict = judge(script_, command.module, wasm::kAllFeatures);
    EXPECT_EQ(verdict.refusedBy, Stage::none) << where(path_, command) << " " << verdict.rendered;
    ++counts_.accepted;
  }

  void expectRefused(const text::ScriptCommand &command) {
    std::string place = where(path_, command);
    Verdict verdict = judge(script_, command.module, featuresOf(path_));
    ++counts_.refused;
    if (verdict.refusedBy == Stage::none) {
      ADD_FAILURE() << place << ": accepted, but the suite says " << command.message;
      return;
    }
    bool isQuote = command.module.form == Form::quote;
    bool isOther = kOtherMessage.contains(place);
    if (command.kind == Kind::assert_malformed && isQuote && !isOther)
      EXPECT_EQ(verdict.refusedBy, Stage::text) << place << " " << verdict.rendered;
    // What follows a colon in the suite's messages is the interpreter's own, but for annotations.
    bool isCustom = command.message.starts_with("@");
    std::string expected =
        isCustom ? command.message : command.message.substr(0, command.message.find(':'));
    if (isOther) {
      EXPECT_THAT(verdict.message, testing::Not(testing::StartsWith(expected))) << place;
      ++counts_.otherMessage;
    } else {
      EXPECT_THAT(verdict.message, testing::StartsWith(expected)) << place;
    }
  }

  std::filesystem::path path_;
  std::string script_;
  Counts counts_;
};

TEST(SpecSuite, EveryModuleIsJudgedAsTheSuiteSays) {
  SuiteChecker checker;
  std::vector<std::filesystem::path> scripts = findScripts();
  for (const std::filesystem::path &path : scripts)
    checker.check(path);
  const Counts &counts = checker.counts();
  auto malformed = counts.modules.at(Kind::assert_malformed);
  unsigned commands = 0;
  for (auto [kind, count] : counts.commands)
    commands += count;
  std::cout << scripts.size() << " scripts, " << commands << " commands: " << counts.accepted
            << " modules accepted, " << counts.refused << " refused (" << malformed[Form::quote]
            << " malformed quotes; " << counts.otherMessage
            << " known to have another message than the suite's); "
            << counts.commands.at(Kind::assert_return) << " assert_return, "
            << counts.commands.at(Kind::assert_trap) << " assert_trap\n";
  // Were the suite cut short, everything above would pass on nothing.
  EXPECT_GT(scripts.size(), 250u);
  EXPECT_GT(counts.accepted, 2000u);
  EXPECT_GT(counts.refused, 3000u);
  EXPECT_GT(malformed[Form::quote], 1000u);
  EXPECT_GT(counts.commands.at(Kind::assert_return), 40000u);
}

} // namespace
} // namespace wasmc::test
