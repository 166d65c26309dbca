#include "compiler/cli/commands.h"

#include "compiler/cli/files.h"
#include "compiler/cli/input.h"
#include "compiler/cli/progress.h"
#include "compiler/container/c_header.h"
#include "compiler/driver/compile.h"
#include "compiler/driver/time_report.h"

#include <CLI/CLI.hpp>

#include <cstdio>
#include <map>
#include <thread>

namespace wasmc::cli {

namespace {

constexpr int kFailure = 1;
constexpr int kUsageError = 2;

const std::map<std::string, driver::Emit> kEmit = {
    {"cwasm", driver::Emit::cwasm},    {"obj", driver::Emit::object},
    {"exe", driver::Emit::executable}, {"llvm-ir", driver::Emit::llvm_ir},
    {"asm", driver::Emit::assembly},
};

const char *extensionOf(driver::Emit emit) {
  switch (emit) {
  case driver::Emit::cwasm:
    return ".cwasm";
  case driver::Emit::object:
    return ".o";
  case driver::Emit::executable:
    return "";
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

int misuse(const char *message) {
  std::fprintf(stderr, "wasmc: %s\n", message);
  return kUsageError;
}

} // namespace

void CompileCommand::addTo(CLI::App &app) {
  app.add_option("FILE", input_, "The module (.wasm or .wat)")->required();
  app.add_option("-o,--output", output_, "Where to write the result");
  app.add_option("-O,--opt-level", level_, "Optimisation level: 0, 1, 2 or 3 (default 2)")
      ->check(CLI::IsMember({"0", "1", "2", "3"}));
  app.add_option("--emit", emit_, "What to write: cwasm (default), obj, exe, llvm-ir, asm")
      ->check(CLI::IsMember({"cwasm", "obj", "exe", "llvm-ir", "asm"}));
  app.add_option("--target", target_, "Target triple (default: this machine)");
  app.add_option(
      "--cpu", cpu_,
      "CPU to compile for (default: native, this machine's); several with commas: the loader "
      "takes the best");
  app.add_option("--cpu-features", cpuFeatures_, "Features on top of the CPU's: +a,-b");
  // One value each time; without that, the FILE behind it would be the next.
  app.add_option("--bake-dir", bakedDirectories_, "exe: HOST[::GUEST[::ro]], granted at every run")
      ->allow_extra_args(false);
  app.add_option("--bake-env", bakedVariables_, "exe: NAME[=VALUE], set at every run")
      ->allow_extra_args(false);
  app.add_flag("--bounds-checks", code_.boundsChecks,
               "Check every memory access in the code, for hosts with little address space");
  app.add_flag("--deterministic", code_.deterministic,
               "Canonical NaNs, and relaxed vector operators like their plain ones");
  app.add_option("--emit-header", header_, "obj: write a C header of the module to this file too");
  app.add_option("--prefix", prefix_,
                 "obj: what its C names begin with (default: the file's name "
                 "with --emit-header, else wasmc)");
  app.add_option("-j,--threads", threads_, "Threads to use (default: one per processor)");
  app.add_option("--cache", cache_, "Directory that keeps compiled parts for the next time");
  // A flag, so that the word after it is the module.
  app.add_flag("--time-report{text}", timeReport_,
               "Print where the time went: text (default) or, with =json, one line of JSON")
      ->check(CLI::IsMember({"text", "json"}));
  app.add_option(
         "--loop-versioning", loopVersioning_,
         "Plain copies of loops behind a range check: on (default), off, or count, for tests")
      ->check(CLI::IsMember({"on", "off", "count"}));
  app.add_flag("--instrument", instrument_,
               "Count calls and branches: `wasmc run` then writes a profile");
  app.add_option("--profile-use", profiles_,
                 "Optimise for what these profiles counted; several with commas are added up")
      ->delimiter(',')
      ->allow_extra_args(false);
  app.add_flag("-q,--quiet", quiet_, "No progress line");
}

int CompileCommand::readExecutableOptions(driver::CompileOptions &options) {
  options.executableRuntimes = programDirectory() + "/runtime";
  // The runtime parses them at every run: what it would always refuse is refused now.
  for (const std::string &directory : bakedDirectories_) {
    if (directory.empty() || directory.starts_with("::") || directory.ends_with("::"))
      return misuse("--bake-dir is HOST[::GUEST[::ro]], and no name is empty");
    options.bakedOptions.insert(options.bakedOptions.end(), {"--dir", directory});
  }
  for (const std::string &variable : bakedVariables_) {
    if (variable.empty() || variable[0] == '=')
      return misuse("--bake-env is NAME[=VALUE], and the name is not empty");
    options.bakedOptions.insert(options.bakedOptions.end(), {"--env", variable});
  }
  if (!options.bakedOptions.empty() && options.emit != driver::Emit::executable)
    return misuse("--bake-dir and --bake-env are for --emit=exe");
  return 0;
}

int CompileCommand::readObjectOptions(driver::CompileOptions &options) {
  if (header_.empty() && prefix_.empty())
    return 0;
  if (options.emit != driver::Emit::object)
    return misuse("--emit-header and --prefix are for --emit=obj");
  if (prefix_.empty()) {
    std::string name = baseName(input_);
    prefix_ = container::cIdentifier(name.substr(0, name.find('.')));
  } else if (container::cIdentifier(prefix_) != prefix_) {
    return misuse("--prefix is a name in C: letters, digits and underscores");
  }
  options.headerSymbol = prefix_ + "_module";
  return 0;
}

int CompileCommand::readProfiles(std::span<const uint8_t> module, driver::CompileOptions &options) {
  for (const std::string &path : profiles_) {
    Result<std::vector<uint8_t>> file = readInput(path);
    Result<std::vector<uint64_t>> counts =
        file ? driver::readProfile(*file, module) : std::unexpected(file.error());
    if (!counts) {
      report(path, counts.error());
      return kFailure;
    }
    options.profiles.push_back({path, std::move(*counts)});
  }
  return 0;
}

int CompileCommand::run() {
  driver::CompileOptions options;
  options.target = {target_, cpu_, cpuFeatures_};
  options.optimizationLevel = static_cast<unsigned>(level_[0] - '0');
  options.emit = kEmit.at(emit_);
  options.loopVersioning = {.isOn = loopVersioning_ != "off",
                            .countEntries = loopVersioning_ == "count"};
  options.threads = threads_;
  options.features = wasm::kDefault;
  options.code = code_;
  options.sourceName = baseName(input_);
  if (int wrong = readExecutableOptions(options); wrong != 0)
    return wrong;
  if (int wrong = readObjectOptions(options); wrong != 0)
    return wrong;

  options.instrument = instrument_;
  if (instrument_ && !profiles_.empty())
    return misuse("--instrument and --profile-use exclude each other");

  options.cacheDirectory = cache_;
  driver::TimeReport timeReport;
  if (!timeReport_.empty())
    options.report = &timeReport;

  ModuleInput input(input_);
  if (!input.read())
    return kFailure;
  if (int wrong = readProfiles(input.bytes(), options); wrong != 0)
    return wrong;
  std::string header;
  if (!header_.empty()) {
    Result<std::string> text =
        driver::writeCHeader(input.bytes(), options.features, prefix_, options.sourceName);
    if (!text) {
      input.reportError(text.error());
      return kFailure;
    }
    header = std::move(*text);
  }
  Result<std::string> artefact = [&] {
    Progress progress(quiet_);
    options.progress = [&](size_t done, size_t total) { progress.update(done, total); };
    return driver::compile(input.bytes(), options);
  }();
  if (!artefact) {
    input.reportError(artefact.error());
    return kFailure;
  }
  bool isProgram = options.emit == driver::Emit::executable;
  std::string output = output_.empty() ? defaultOutput(input_, options.emit) : output_;
  std::vector<Output> outputs = {{output, *artefact, isProgram}};
  if (!header_.empty())
    outputs.push_back({header_, header});
  if (!writeOutputs(outputs))
    return kFailure;
  if (options.report != nullptr)
    std::fputs((timeReport_ == "json" ? timeReport.json() : timeReport.text()).c_str(), stderr);
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
