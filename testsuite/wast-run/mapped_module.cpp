#include "testsuite/wast-run/compiled_module.h"

#include <cstdio>
#include <unistd.h>

namespace wasmc::wast {

namespace {

Result<void> writeFile(const std::string &path, const std::string &contents) {
  FILE *file = fopen(path.c_str(), "wbe");
  if (file == nullptr)
    return error(Error::kNoOffset, "cannot create ", path);
  bool isWritten = fwrite(contents.data(), 1, contents.size(), file) == contents.size();
  if (fclose(file) != 0 || !isWritten)
    return error(Error::kNoOffset, "cannot write ", path);
  return {};
}

} // namespace

Result<std::unique_ptr<load::CodeImage>> compileAndMap(std::span<const uint8_t> bytes,
                                                       const CompileSettings &settings) {
  TRY_ASSIGN(std::string artefact, compileModule(bytes, settings));

  std::string path = settings.scratchDirectory + "/module-" + std::to_string(getpid()) + ".cwasm";
  TRY(writeFile(path, artefact));
  TRY_ASSIGN(platform::File file, platform::File::openForReading(path.c_str()));
  unlink(path.c_str());
  auto image = std::make_unique<load::CodeImage>();
  TRY(image->load(std::move(file), {.verify = true}));
  return image;
}

} // namespace wasmc::wast
