#include "testsuite/wast-run/compiled_module.h"

#include "compiler/driver/compile.h"

#include <array>
#include <csignal>
#include <cstdio>
#include <fcntl.h>
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

// LLVM takes the signals that kill programs when lld writes its first file, and gives none of them
// back; without their handlers no trap of the guest would end only the guest's call.
class SignalKeeper {
public:
  SignalKeeper() {
    for (size_t i = 0; i < kSignals.size(); ++i)
      sigaction(kSignals[i], nullptr, &actions_[i]);
  }
  ~SignalKeeper() {
    for (size_t i = 0; i < kSignals.size(); ++i)
      sigaction(kSignals[i], &actions_[i], nullptr);
  }
  SignalKeeper(const SignalKeeper &) = delete;
  SignalKeeper &operator=(const SignalKeeper &) = delete;

private:
  static constexpr std::array<int, 5> kSignals = {SIGSEGV, SIGBUS, SIGILL, SIGFPE, SIGTRAP};

  struct sigaction actions_[kSignals.size()];
};

Result<std::string> compile(std::span<const uint8_t> bytes, const CompileSettings &settings) {
  SignalKeeper signals;
  driver::CompileOptions options;
  options.target.cpu = settings.cpu;
  options.optimizationLevel = settings.level;
  options.threads = 1; // scripts run side by side already
  options.features = wasm::kDefault;
  options.code = settings.code;
  return driver::compile(bytes, options);
}

} // namespace

Result<std::unique_ptr<load::CodeImage>> compileAndMap(std::span<const uint8_t> bytes,
                                                       const CompileSettings &settings) {
  TRY_ASSIGN(std::string artefact, compile(bytes, settings));

  std::string path = settings.scratchDirectory + "/module-" + std::to_string(getpid()) + ".cwasm";
  TRY(writeFile(path, artefact));
  TRY_ASSIGN(platform::File file, platform::File::openForReading(path.c_str()));
  unlink(path.c_str());
  auto image = std::make_unique<load::CodeImage>();
  TRY(image->load(std::move(file), {.verify = true}));
  return image;
}

} // namespace wasmc::wast
