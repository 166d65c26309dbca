// The command line of `wasmc run`.
#ifndef WASMC_RUNTIME_RUN_OPTIONS_H
#define WASMC_RUNTIME_RUN_OPTIONS_H

#include <stdint.h>

#include <span>
#include <string_view>

#include "runtime-support/object/store.h"
#include "runtime-support/platform/arena.h"
#include "runtime-support/run/compiler_process.h"
#include "runtime-support/run/listen.h"
#include "runtime-support/wasi/wasi.h"
#include "wasmc/detail/result.h"

namespace wasmc::run {

// Points into the command line, the environment and the arena it was parsed with.
struct RunOptions {
  bool help = false;
  bool verify = false;
  const char *invoke = nullptr;
  const char *profile = nullptr;            // where to write it; null: where the default says
  CompileFlags compile;                     // for a module that must be compiled first
  std::span<const char *const> program;     // FILE and the guest's arguments
  std::span<const char *const> environment; // "NAME=VALUE"
  std::span<const wasi::Preopen> preopens;
  std::span<const Listener> listeners;
  std::span<const int32_t> sockets; // the listeners' descriptors, once they are open
  wasi::ResolverKind resolver = wasi::ResolverKind::automatic;
  object::StoreLimits limits;
};

// The error is a message for exit code 2. `arguments` is what follows "run"; `environment` the
// host's, from which `--env NAME` takes its value.
Result<RunOptions> parseRunOptions(std::span<char *> arguments, char **environment,
                                   platform::Arena &arena);

// The options of a static executable: those that were baked in, then those in front of its own
// arguments with "--wasmc-" for "--". `arguments` begins with the program's name and is not empty;
// its words are rearranged.
Result<RunOptions> parseExecutableOptions(std::span<const char *const> baked,
                                          std::span<char *> arguments, char **environment,
                                          platform::Arena &arena);

extern constinit const std::string_view kRunHelp;
extern constinit const std::string_view kExecutableHelp;

// The value of a variable in an environment, or null.
const char *environmentValue(const char *const *environment, std::string_view name);

} // namespace wasmc::run

#endif
