// The door of the compiler: bytes in, artefact out.
#ifndef WASMC_COMPILER_DRIVER_COMPILE_H
#define WASMC_COMPILER_DRIVER_COMPILE_H

#include "compiler/codegen/target.h"
#include "compiler/optimize/loop_versioning.h"
#include "compiler/wasm/code_options.h"
#include "compiler/wasm/features.h"
#include "wasmc/detail/result.h"

#include <functional>
#include <span>
#include <string>
#include <vector>

namespace wasmc::driver {

class TimeReport; // time_report.h

// What earlier runs of the instrumented module counted (readProfile).
struct ProfileCounts {
  std::string name; // of the file, for messages
  std::vector<uint64_t> counts;
};

enum class Emit : uint8_t { cwasm, object, executable, llvm_ir, assembly };

struct CompileOptions {
  codegen::TargetRequest target;
  unsigned optimizationLevel = 2; // 0 to 3
  Emit emit = Emit::cwasm;
  optimize::VersioningOptions loopVersioning;
  unsigned threads = 0; // 0: one per processor
  wasm::Features features;
  wasm::CodeOptions code;
  bool instrument = false;                   // the code counts (docs/profile.md)
  std::vector<ProfileCounts> profiles;       // added up
  std::string sourceName;                    // for messages and backtraces
  std::string headerSymbol = "wasmc_module"; // of an object: how the program finds the module
  // Of an executable: the directory with ARCHITECTURE/libwasmc-executable-runtime.a, and words of
  // options as `wasmc run` takes them, which hold at every run.
  std::string executableRuntimes;
  std::vector<std::string> bakedOptions;
  // Where compiled parts are kept and looked for; empty: nowhere.
  std::string cacheDirectory;
  // Gets the times of all stages, if not null.
  TimeReport *report = nullptr;
  // Called after each part with how many are done and how many there are; from any thread, several
  // at once.
  std::function<void(size_t, size_t)> progress;
};

// Compiles a binary module, for several CPUs where the target names them and the kind of artefact
// can hold them (cwasm, executable). Thread-safe. The bytes that come out do not depend on the
// number of threads. Errors about the input carry its byte offset.
Result<std::string> compile(std::span<const uint8_t> bytes, const CompileOptions &options);

// The counts in a profile of the module with these bytes. The file may be any: errors say what is
// wrong with it.
Result<std::vector<uint64_t>> readProfile(std::span<const uint8_t> file,
                                          std::span<const uint8_t> module);

// The header for C programs that link the module's object, whose names begin with `prefix`.
Result<std::string> writeCHeader(std::span<const uint8_t> bytes, wasm::Features features,
                                 const std::string &prefix, const std::string &sourceName);

// Decodes and validates only.
Result<void> validate(std::span<const uint8_t> bytes, wasm::Features features, unsigned threads);

} // namespace wasmc::driver

#endif
