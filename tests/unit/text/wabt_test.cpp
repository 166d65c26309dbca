// An independent opinion: wabt's wat2wasm on every module of the official suite that it can read.
// Both must take the same texts, and make the same sections of them.
#include "tests/support/spec_suite.h"
#include "tests/unit/validate/wabt.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <iostream>
#include <map>

namespace wasmc::test {
namespace {

using Kind = text::ScriptCommand::Kind;
using Form = text::ScriptModule::Form;

// The module without its custom sections.
ByteVector withoutCustomSections(const ByteVector &module) {
  constexpr size_t kHeader = 8;
  ByteVector result(module.begin(), module.begin() + kHeader);
  for (size_t at = kHeader; at < module.size();) {
    size_t start = at++;
    uint64_t size = 0;
    for (unsigned shift = 0;; shift += 7) {
      uint8_t byte = module.at(at++);
      size |= static_cast<uint64_t>(byte & 0x7f) << shift;
      if (byte < 0x80)
        break;
    }
    at += size;
    if (module[start] != 0)
      result.insert(result.end(), module.begin() + static_cast<ptrdiff_t>(start),
                    module.begin() + static_cast<ptrdiff_t>(at));
  }
  return result;
}

// Scripts with modules that wabt 1.0.32 makes something else of, and why that is as good or wrong.
const std::map<std::string, const char *> kDifferent = {
    {"array.wast", "typed references have the codes of an early draft"},
    {"func.wast", "typed references have the codes of an early draft"},
    {"ref.wast", "typed references have the codes of an early draft"},
    {"select.wast", "select (result) without a type becomes select"},
    {"struct.wast", "typed references have the codes of an early draft"},
    {"type-equivalence.wast", "typed references have the codes of an early draft"},
    {"type-rec.wast", "typed references have the codes of an early draft"},
    {"block.wast", "a block type that is an empty function type is written as no type"},
    {"if.wast", "a block type that is an empty function type is written as no type"},
    {"loop.wast", "a block type that is an empty function type is written as no type"},
    {"bulk.wast", "element expressions that are all ref.func become function indices"},
    {"elem.wast", "element expressions that are all ref.func become function indices"},
    {"ref_func.wast", "element expressions that are all ref.func become function indices"},
    {"table_copy.wast", "element expressions that are all ref.func become function indices"},
    {"table_copy64.wast", "element expressions that are all ref.func become function indices"},
    {"table_init.wast", "element expressions that are all ref.func become function indices"},
    {"table_init64.wast", "element expressions that are all ref.func become function indices"},
    {"memory_init.wast", "no data count section for a module without data segments"},
    {"memory_init64.wast", "no data count section for a module without data segments"},
    {"comments.wast", "a carriage return does not end a line comment"},
};

class Comparison {
public:
  void compare(const std::string &place, const std::string &source) {
    Result<text::BinaryModule> ours = text::readModule(source);
    std::filesystem::path input = directory_.path() / "module.wat";
    std::filesystem::path output = directory_.path() / "module.wasm";
    writeFile(input, source);
    bool wabtAccepts =
        run({WASMC_WAT2WASM, "--enable-all", "--no-check", input, "-o", output}) == 0;
    if (!wabtAccepts) {
      ++(ours ? oursOnly : refused);
      return;
    }
    if (!ours) {
      wabtOnly.push_back(place + ": " + ours.error().text);
      return;
    }
    ++accepted;
    if (withoutCustomSections(ours->bytes) == withoutCustomSections(readFile(output)))
      ++identical;
    else
      different.push_back(place);
  }

  unsigned accepted = 0;
  unsigned identical = 0;
  unsigned refused = 0;
  unsigned oursOnly = 0; // what wabt does not know
  std::vector<std::string> wabtOnly;
  std::vector<std::string> different;

private:
  TemporaryDirectory directory_;
};

// wabt 1.0.32 loops for ever on an annotation that is not closed.
bool isAboutAnnotations(const std::filesystem::path &script) {
  return script.filename() == "annotations.wast" || script.parent_path().filename() == "custom";
}

TEST(Wabt, AcceptsWhatWeAcceptAndMakesTheSameOfIt) {
  Comparison comparison;
  for (const std::filesystem::path &path : findScripts()) {
    if (isAboutAnnotations(path))
      continue;
    std::string script = readText(path);
    Result<text::Script> commands = text::readScript(script);
    ASSERT_TRUE(commands) << path;
    for (const text::ScriptCommand &command : commands->commands) {
      const text::ScriptModule &module = command.module;
      // What the suite calls malformed it has judged itself.
      if (!command.hasModule || module.form == Form::binary || module.isDefinition ||
          command.kind == Kind::assert_malformed)
        continue;
      std::string source = module.form == Form::quote
                               ? module.contents
                               : script.substr(module.begin, module.end - module.begin);
      comparison.compare(where(path, command), source);
    }
  }
  std::cout << comparison.accepted << " modules accepted by both, " << comparison.identical
            << " of them with identical sections; " << comparison.refused << " refused by both, "
            << comparison.oursOnly << " by wabt alone\n";
  for (const std::string &place : comparison.different)
    EXPECT_TRUE(kDifferent.contains(place.substr(0, place.find(':')))) << place;
  EXPECT_THAT(comparison.wabtOnly, testing::IsEmpty());
  EXPECT_GT(comparison.identical, 4500u);
}

} // namespace
} // namespace wasmc::test
