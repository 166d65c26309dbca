// Valid modules with one byte changed, and what we say about each: the input of an independent
// judge.
//
// usage: mutants OUTPUT SEED COUNT [FILE.wasm...]
//
// The modules are those of the official suite and the files. The same arguments give the same
// mutants. OUTPUT gets, for each, the length of its bytes (u32, little-endian), 1 or 0 for accepted
// or refused, and the bytes. Standard output gets one line for each: the module's name, the byte
// changed, its old and new value, and if it is refused, where and our message.
#include "compiler/decode/decode.h"
#include "compiler/text/script.h"
#include "compiler/validate/validate.h"
#include "tests/support/spec_suite.h"

#include <charconv>
#include <cstring>
#include <fstream>
#include <iostream>
#include <random>
#include <span>
#include <stdexcept>

namespace wasmc::test {
namespace {

// What V8 11.3 implements as the specification has it, behind a flag or not (judge.mjs sets the
// flags). Typed references and garbage collection had other codes then, exceptions other operators.
constexpr wasm::Features kFeatures = wasm::kWasm2.with(wasm::Feature::extended_const)
                                         .with(wasm::Feature::relaxed_simd)
                                         .with(wasm::Feature::tail_call)
                                         .with(wasm::Feature::memory64)
                                         .with(wasm::Feature::threads);

struct Seed {
  std::string name;
  std::vector<uint8_t> bytes;
};

Result<void> judge(std::span<const uint8_t> bytes) {
  TRY_ASSIGN(wasm::Module module, decode::decode(bytes, kFeatures));
  TRY(validate::validate(std::move(module), kFeatures, 1));
  return {};
}

void addModulesOfSuite(std::vector<Seed> &seeds) {
  for (const std::filesystem::path &path : findScripts()) {
    std::string text = readText(path);
    Result<text::Script> script = text::readScript(text);
    if (!script)
      throw std::runtime_error(text::renderError(path.string(), text, script.error()));
    for (const text::ScriptCommand &command : script->commands) {
      if (!command.hasModule)
        continue;
      Result<text::BinaryModule> module = text::readScriptModule(text, command.module);
      if (module && judge(module->bytes))
        seeds.push_back({where(path, command), std::move(module->bytes)});
    }
  }
}

void addFile(const std::filesystem::path &path, std::vector<Seed> &seeds) {
  std::string contents = readText(path);
  Seed seed{path.filename(), {contents.begin(), contents.end()}};
  if (Result<void> valid = judge(seed.bytes); !valid)
    throw std::runtime_error(path.string() + " is not valid: " + valid.error().text);
  seeds.push_back(std::move(seed));
}

// Another value for a byte: any, a neighbour, one bit, or one that stands elsewhere in the module,
// which more often makes sense.
uint8_t changed(uint8_t old, const std::vector<uint8_t> &bytes, std::mt19937 &random) {
  for (;;) {
    uint8_t value = 0;
    switch (random() % 4) {
    case 0:
      value = static_cast<uint8_t>(random());
      break;
    case 1:
      value = static_cast<uint8_t>(old + (random() % 2 == 0 ? 1 : -1));
      break;
    case 2:
      value = static_cast<uint8_t>(old ^ (1u << (random() % 8)));
      break;
    default:
      value = bytes[random() % bytes.size()];
    }
    if (value != old)
      return value;
    if (random() % 16 == 0) // all bytes may be the same
      return static_cast<uint8_t>(old ^ 1u);
  }
}

void write(std::ofstream &output, const std::vector<uint8_t> &bytes, bool isAccepted) {
  char head[5];
  auto length = static_cast<uint32_t>(bytes.size());
  memcpy(head, &length, sizeof(length));
  head[4] = isAccepted ? 1 : 0;
  output.write(head, sizeof(head));
  output.write(reinterpret_cast<const char *>(bytes.data()), length);
}

// Changes one byte of one seed, writes the mutant, and undoes the change.
void mutate(Seed &seed, std::mt19937 &random, std::ofstream &output) {
  constexpr size_t kHeader = 8; // whose damage is not interesting
  size_t at = kHeader + random() % (seed.bytes.size() - kHeader);
  uint8_t old = seed.bytes[at];
  seed.bytes[at] = changed(old, seed.bytes, random);
  Result<void> verdict = judge(seed.bytes);
  write(output, seed.bytes, verdict.has_value());
  std::cout << seed.name << '\t' << at << '\t' << unsigned{old} << '\t' << unsigned{seed.bytes[at]};
  if (!verdict)
    std::cout << '\t' << verdict.error().offset << '\t' << verdict.error().text;
  std::cout << '\n';
  seed.bytes[at] = old;
}

uint32_t number(std::string_view text) {
  uint32_t value = 0;
  auto [end, code] = std::from_chars(text.data(), text.data() + text.size(), value);
  if (code != std::errc() || end != text.data() + text.size())
    throw std::runtime_error("not a number: " + std::string(text));
  return value;
}

void run(std::span<char *> arguments) {
  if (arguments.size() < 4)
    throw std::runtime_error("usage: mutants OUTPUT SEED COUNT [FILE.wasm...]");
  std::mt19937 random(number(arguments[2]));
  uint32_t count = number(arguments[3]);
  std::vector<Seed> seeds;
  addModulesOfSuite(seeds);
  for (char *file : arguments.subspan(4))
    addFile(file, seeds);
  std::erase_if(seeds, [](const Seed &seed) { return seed.bytes.size() < 16; });
  std::ofstream output(arguments[1], std::ios::binary);
  for (uint32_t i = 0; i < count; ++i)
    mutate(seeds[random() % seeds.size()], random, output);
  std::cout.flush();
  output.close();
  if (!output || !std::cout)
    throw std::runtime_error("cannot write the mutants");
}

} // namespace
} // namespace wasmc::test

int main(int argc, char **argv) try {
  wasmc::test::run({argv, static_cast<size_t>(argc)});
} catch (const std::exception &problem) {
  std::cerr << "mutants: " << problem.what() << '\n';
  return 1;
}
