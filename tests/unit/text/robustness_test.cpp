// Hostile text: cut and changed pieces of the official suite. Whatever comes of them, nothing
// crashes, and errors point into the text. The sanitizers look on where the build has them.
#include "compiler/decode/decode.h"
#include "compiler/text/lexer.h"
#include "compiler/validate/validate.h"
#include "tests/support/spec_suite.h"

#include <gtest/gtest.h>

#include <iostream>
#include <random>

namespace wasmc::test {
namespace {

constexpr size_t kMaxModule = 4000;

struct Counts {
  unsigned texts = 0;
  unsigned accepted = 0;
};

void checkError(const std::string &text, const Error &error) {
  EXPECT_NE(error.text[0], '\0');
  if (error.offset != Error::kNoOffset)
    EXPECT_LE(error.offset, text.size());
  EXPECT_FALSE(text::renderError("f", text, error).empty());
}

// Reads the text as a module; what comes out goes on to the decoder and the validator.
void readAsModule(const std::string &text, Counts &counts) {
  ++counts.texts;
  Result<text::BinaryModule> module = text::readModule(text);
  if (!module) {
    checkError(text, module.error());
    return;
  }
  ++counts.accepted;
  Result<wasm::Module> decoded = decode::decode(module->bytes, wasm::kAllFeatures);
  if (!decoded) {
    checkError(text, text::toTextError(decoded.error(), module->map));
    return;
  }
  auto valid = validate::validate(std::move(*decoded), wasm::kAllFeatures, 1);
  if (!valid)
    checkError(text, text::toTextError(valid.error(), module->map));
}

// The modules of the suite that are small enough to be read over and over.
std::vector<std::string> sampleModules() {
  std::vector<std::string> samples;
  for (const std::filesystem::path &path : findScripts()) {
    std::string script = readText(path);
    Result<text::Script> commands = text::readScript(script);
    size_t taken = 0;
    for (const text::ScriptCommand &command : commands->commands) {
      const text::ScriptModule &module = command.module;
      bool isSmall = command.hasModule && module.form == text::ScriptModule::Form::text &&
                     module.end - module.begin < kMaxModule;
      if (isSmall && taken++ < 8)
        samples.push_back(script.substr(module.begin, module.end - module.begin));
    }
  }
  return samples;
}

TEST(Robustness, TruncatedModules) {
  std::mt19937 random(1);
  Counts counts;
  for (const std::string &sample : sampleModules())
    for (int i = 0; i < 20; ++i)
      readAsModule(sample.substr(0, random() % (sample.size() + 1)), counts);
  std::cout << counts.texts << " truncated modules, " << counts.accepted << " accepted\n";
  EXPECT_GT(counts.texts, 10'000u);
  EXPECT_LT(counts.accepted, counts.texts / 10);
}

// One change: a token taken out, doubled or replaced by one from elsewhere, or a byte changed.
std::string mutate(const std::string &sample, const std::vector<std::string> &samples,
                   std::mt19937 &random) {
  Result<text::TokenList> list = text::tokenize(sample, 0, sample.size());
  if (!list || list->tokens.size() <= 2)
    return sample;
  const text::Token &token = list->tokens[random() % (list->tokens.size() - 2)];
  std::string before = sample.substr(0, token.begin);
  std::string here(list->textOf(token));
  std::string after = sample.substr(token.end);
  switch (random() % 4) {
  case 0:
    return before + " " + after;
  case 1:
    return before + here + " " + here + after;
  case 2: {
    const std::string &other = samples[random() % samples.size()];
    Result<text::TokenList> others = text::tokenize(other, 0, other.size());
    if (!others)
      return sample;
    return before + " " +
           std::string(others->textOf(others->tokens[random() % others->tokens.size()])) + " " +
           after;
  }
  default: {
    std::string changed = sample;
    changed[random() % changed.size()] = static_cast<char>(random());
    return changed;
  }
  }
}

TEST(Robustness, MutatedModules) {
  std::mt19937 random(2);
  Counts counts;
  std::vector<std::string> samples = sampleModules();
  for (const std::string &sample : samples)
    for (int i = 0; i < 20; ++i)
      readAsModule(mutate(sample, samples, random), counts);
  std::cout << counts.texts << " mutated modules, " << counts.accepted << " accepted\n";
  EXPECT_GT(counts.texts, 10'000u);
  EXPECT_GT(counts.accepted, 1'000u); // else the changes were too coarse to reach the later stages
}

TEST(Robustness, TruncatedAndMutatedScripts) {
  std::mt19937 random(3);
  unsigned texts = 0;
  for (const std::filesystem::path &path : findScripts()) {
    std::string script = readText(path);
    if (script.size() > 60'000)
      continue;
    for (int i = 0; i < 4; ++i) {
      std::string changed = i % 2 == 0 ? script.substr(0, random() % (script.size() + 1))
                                       : mutate(script, {script}, random);
      Result<text::Script> read = text::readScript(changed);
      ++texts;
      if (!read) {
        checkError(changed, read.error());
        continue;
      }
      for (const text::ScriptCommand &command : read->commands)
        if (command.hasModule)
          (void)text::readScriptModule(changed, command.module);
    }
  }
  std::cout << texts << " scripts\n";
  EXPECT_GT(texts, 500u);
}

TEST(Robustness, RandomTokens) {
  const std::vector<std::string> kWords = {"(",
                                           "(",
                                           "(",
                                           ")",
                                           ")",
                                           ")",
                                           "func",
                                           "param",
                                           "result",
                                           "i32",
                                           "i64",
                                           "type",
                                           "module",
                                           "(func",
                                           "(type",
                                           "(param",
                                           "(result",
                                           "(elem",
                                           "(data",
                                           "(table",
                                           "(memory",
                                           "(global",
                                           "(import",
                                           "(export",
                                           "(rec",
                                           "(sub",
                                           "(struct",
                                           "(field",
                                           "(array",
                                           "(mut",
                                           "(tag",
                                           "(ref",
                                           "null",
                                           "funcref",
                                           "0",
                                           "1",
                                           "-1",
                                           "0x10",
                                           "1.5",
                                           "nan",
                                           "$a",
                                           "$b",
                                           "\"a\"",
                                           "\"\\ff\"",
                                           "i32.const",
                                           "block",
                                           "loop",
                                           "if",
                                           "else",
                                           "end",
                                           "then",
                                           "(then",
                                           "(else",
                                           "br_table",
                                           "call_indirect",
                                           "select",
                                           "try_table",
                                           "(catch",
                                           "v128.const",
                                           "i8x16",
                                           "i8x16.shuffle",
                                           "offset=1",
                                           "align=2",
                                           "(offset",
                                           "(item",
                                           "declare",
                                           "(@custom",
                                           "(@name",
                                           "(;",
                                           ";)",
                                           "(@metadata.code.branch_hint",
                                           "struct.get",
                                           "br_on_cast",
                                           "memory.init",
                                           "shared",
                                           "(pagesize"};
  std::mt19937 random(4);
  Counts counts;
  for (int i = 0; i < 20'000; ++i) {
    std::string text = i % 2 == 0 ? "(module " : "(func $a ";
    for (unsigned length = random() % 40; length > 0; --length)
      text += kWords[random() % kWords.size()] + " ";
    readAsModule(text, counts);
  }
  std::cout << counts.texts << " random texts, " << counts.accepted << " accepted\n";
}

} // namespace
} // namespace wasmc::test
