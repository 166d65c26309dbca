#include "tests/support/spec_suite.h"

#include <fstream>
#include <iterator>
#include <set>
#include <stdexcept>

namespace wasmc::test {

std::vector<std::filesystem::path> findScripts() {
  // Custom descriptors are not implemented; Wasm 3.0 replaced the legacy exceptions.
  const std::set<std::string> kSkipped = {"custom-descriptors", "legacy"};
  if (!std::filesystem::is_directory(WASMC_SPEC_TESTSUITE))
    throw std::runtime_error("the test suite is not in " WASMC_SPEC_TESTSUITE);
  std::set<std::filesystem::path> scripts;
  auto end = std::filesystem::recursive_directory_iterator();
  for (std::filesystem::recursive_directory_iterator it(WASMC_SPEC_TESTSUITE); it != end; ++it) {
    if (it->is_directory() && kSkipped.contains(it->path().filename()))
      it.disable_recursion_pending();
    else if (it->path().extension() == ".wast")
      scripts.insert(it->path());
  }
  return {scripts.begin(), scripts.end()};
}

std::string readText(const std::filesystem::path &path) {
  std::ifstream input(path, std::ios::binary);
  if (!input)
    throw std::runtime_error("cannot read " + path.string());
  return std::string((std::istreambuf_iterator<char>(input)), {});
}

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

std::string where(const std::filesystem::path &script, const text::ScriptCommand &command) {
  std::string name = script.lexically_relative(WASMC_SPEC_TESTSUITE);
  if (name.starts_with("proposals/"))
    name = name.substr(name.find('/') + 1);
  return name + ":" + std::to_string(command.position.line);
}

} // namespace wasmc::test
