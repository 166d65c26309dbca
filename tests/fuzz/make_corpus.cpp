// fuzz-corpus SUITE DIRECTORY: seeds for the fuzz targets out of the official suite and the
// generator. Writes DIRECTORY/text (scripts in pieces), /wasm (their modules, and random ones) and
// /bytes (of the generator). With a compiler beside it, fuzz-corpus-load.sh makes /load from /wasm.
#include "compiler/text/script.h"
#include "tests/fuzz/byte_source.h"
#include "tests/fuzz/generate.h"

#include <cstdio>
#include <filesystem>
#include <fstream>
#include <iterator>

namespace {

namespace fs = std::filesystem;
using namespace wasmc;

constexpr size_t kMaxSize = 4096; // small seeds make fast fuzzers
constexpr size_t kModulesPerScript = 6;
constexpr uint64_t kRandomModules = 40;

void write(const fs::path &path, std::string_view bytes) {
  std::ofstream(path, std::ios::binary)
      .write(bytes.data(), static_cast<std::streamsize>(bytes.size()));
}

std::string_view asText(const std::vector<uint8_t> &bytes) {
  return {reinterpret_cast<const char *>(bytes.data()), bytes.size()};
}

size_t addScript(const fs::path &script, const fs::path &directory) {
  std::ifstream file(script, std::ios::binary);
  std::string text(std::istreambuf_iterator<char>(file), {});
  std::string stem = script.stem().string();
  if (text.size() <= 4 * kMaxSize)
    write(directory / "text" / (stem + ".wast"), text);
  Result<text::Script> commands = text::readScript(text);
  if (!commands)
    return 0;
  size_t count = 0;
  for (const text::ScriptCommand &command : commands->commands) {
    if (!command.hasModule || count == kModulesPerScript)
      continue;
    Result<text::BinaryModule> module = text::readScriptModule(text, command.module);
    if (module && module->bytes.size() <= kMaxSize)
      write(directory / "wasm" / (stem + "-" + std::to_string(count++) + ".wasm"),
            asText(module->bytes));
  }
  return count;
}

} // namespace

int main(int count, char **arguments) {
  if (count != 3) {
    fprintf(stderr, "usage: fuzz-corpus SUITE DIRECTORY\n");
    return 2;
  }
  fs::path directory = arguments[2];
  fs::remove_all(directory);
  for (const char *kind : {"text", "wasm", "bytes"})
    fs::create_directories(directory / kind);
  size_t modules = 0;
  std::error_code missing;
  for (const fs::directory_entry &entry : fs::directory_iterator(arguments[1], missing))
    if (entry.path().extension() == ".wast")
      modules += addScript(entry.path(), directory);
  if (modules == 0) {
    fprintf(stderr, "no scripts in %s\n", arguments[1]);
    return 1;
  }
  for (uint64_t seed = 0; seed < kRandomModules; ++seed) {
    std::vector<uint8_t> bytes = fuzz::bytesOfSeed(seed, 512);
    write(directory / "bytes" / std::to_string(seed), asText(bytes));
    write(directory / "wasm" / ("random-" + std::to_string(seed) + ".wasm"),
          asText(fuzz::generate(bytes, wasm::kDefault).wasm));
  }
  printf("%zu modules of the suite\n", modules);
  return 0;
}
