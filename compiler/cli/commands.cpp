#include "compiler/cli/commands.h"

#include "compiler/cli/files.h"
#include "compiler/cli/input.h"
#include "compiler/cli/progress.h"
#include "compiler/driver/compile.h"

#include <CLI/CLI.hpp>

#include <map>
#include <thread>

namespace wasmc::cli {

namespace {

constexpr int kFailure = 1;

const std::map<std::string, driver::Emit> kEmit = {
    {"cwasm", driver::Emit::cwasm},
    {"obj", driver::Emit::object},
    {"llvm-ir", driver::Emit::llvm_ir},
    {"asm", driver::Emit::assembly},
};

const char *extensionOf(driver::Emit emit) {
  switch (emit) {
  case driver::Emit::cwasm:
    return ".cwasm";
  case driver::Emit::object:
    return ".o";
  case driver::Emit::llvm_ir:
    return ".ll";
  case driver::Emit::assembly:
    return ".s";
  }
  return "";
}

std::string baseName(const std::string &path) {
  size_t slash = path.find_last_of('/');
  return slash == std::string::npos ? path : path.substr(slash + 1);
}

// "dir/m.wasm" -> "m" + extension, in the current directory.
std::string defaultOutput(const std::string &input, driver::Emit emit) {
  std::string name = baseName(input);
  size_t dot = name.find_last_of('.');
  if (dot != std::string::npos && dot != 0)
    name.resize(dot);
  return name + extensionOf(emit);
}

} // namespace

void CompileCommand::addTo(CLI::App &app) {
  app.add_option("FILE", input_, "The module (.wasm or .wat)")->required();
  app.add_option("-o,--output", output_, "Where to write the result");
  app.add_option("-O,--opt-level", level_, "Optimisation level: 0, 1, 2 or 3 (default 2)")
      ->check(CLI::IsMember({"0", "1", "2", "3"}));
  app.add_option("--emit", emit_, "What to write: cwasm (default), obj, llvm-ir, asm")
      ->check(CLI::IsMember({"cwasm", "obj", "llvm-ir", "asm"}));
  app.add_option("--target", target_, "Target triple (default: this machine)");
  app.add_option("--cpu", cpu_, "CPU to compile for (default: native, this machine's)");
  app.add_option("-j,--threads", threads_, "Threads to use (default: one per processor)");
  app.add_flag("-q,--quiet", quiet_, "No progress line");
}

int CompileCommand::run() {
  driver::CompileOptions options;
  options.target = {target_, cpu_};
  options.optimizationLevel = static_cast<unsigned>(level_[0] - '0');
  options.emit = kEmit.at(emit_);
  options.threads = threads_;
  options.features = wasm::kDefault;
  options.sourceName = baseName(input_);

  ModuleInput input(input_);
  if (!input.read())
    return kFailure;
  Result<std::string> artefact = [&] {
    Progress progress(quiet_);
    options.progress = [&](size_t done, size_t total) { progress.update(done, total); };
    return driver::compile(input.bytes(), options);
  }();
  if (!artefact) {
    input.reportError(artefact.error());
    return kFailure;
  }
  std::string output = output_.empty() ? defaultOutput(input_, options.emit) : output_;
  if (Result<void> written = writeOutput(output, *artefact); !written) {
    report(output, written.error());
    return kFailure;
  }
  return 0;
}

void ValidateCommand::addTo(CLI::App &app) {
  app.add_option("FILE", input_, "The module (.wasm or .wat)")->required();
  app.add_option("-j,--threads", threads_, "Threads to use (default: one per processor)");
}

int ValidateCommand::run() {
  ModuleInput input(input_);
  if (!input.read())
    return kFailure;
  unsigned threads = threads_ != 0 ? threads_ : std::thread::hardware_concurrency();
  if (Result<void> valid = driver::validate(input.bytes(), wasm::kDefault, threads); !valid) {
    input.reportError(valid.error());
    return kFailure;
  }
  return 0;
}

} // namespace wasmc::cli
