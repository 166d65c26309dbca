// fuzz-image DIRECTORY: seeds for fuzz_load that need no compiler: images with every kind of table.
#include "tests/unit/load/image_builder.h"

#include <cstdio>
#include <filesystem>
#include <fstream>

namespace {

using namespace wasmc;

ImageBuilder withEverything() {
  ImageBuilder builder;
  uint32_t type = builder.addGuestType();
  builder.functions = {{type, nullptr}, {type, guest_add}, {type, guest_outer, true}};
  builder.imports = {{"host", "f", WASMC_EXTERN_function}};
  builder.exports = {{"outer", WASMC_EXTERN_function, 2}, {"f", WASMC_EXTERN_function, 1}};
  builder.memories = {{1, 2, 0, 16}};
  builder.tables = {{2, 2, 0, WASMC_VALUE_TYPE_funcref}};
  builder.globals = {{WASMC_VALUE_i32, 1, 0}};
  builder.dataSegments = {"some data"};
  builder.elementSegments = {{1, 0}};
  builder.functionNames = {"host", "add", "outer"};
  builder.wasmOffsets = {{0, 0}, {64, 100}, {128, 80}};
  builder.dataImage = std::string(ImageBuilder::kPage, 'd');
  return builder;
}

// The same without imports: instances of it can be made.
ImageBuilder withoutImports() {
  ImageBuilder builder = withEverything();
  builder.functions.erase(builder.functions.begin());
  builder.imports.clear();
  builder.exports = {{"outer", WASMC_EXTERN_function, 1}, {"f", WASMC_EXTERN_function, 0}};
  builder.functionNames = {"add", "outer"};
  return builder;
}

void write(const std::filesystem::path &path, const std::vector<uint8_t> &bytes) {
  std::ofstream(path, std::ios::binary)
      .write(reinterpret_cast<const char *>(bytes.data()),
             static_cast<std::streamsize>(bytes.size()));
}

} // namespace

int main(int count, char **arguments) {
  if (count != 2) {
    fprintf(stderr, "usage: fuzz-image DIRECTORY\n");
    return 2;
  }
  std::filesystem::path directory = arguments[1];
  std::filesystem::create_directories(directory);
  write(directory / "everything.cwasm", withEverything().bytes());
  write(directory / "no-imports.cwasm", withoutImports().bytes());
  return 0;
}
