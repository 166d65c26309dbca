// The program around a module in a static executable (`--emit=exe`): like the front door without a
// C library, and with nothing of it but what runs the module.
#include "wasmc/abi/executable.h"

#include "runtime-support/load/container_reader.h"
#include "runtime-support/platform/output.h"
#include "runtime-support/platform/start.h"
#include "runtime-support/run/exit_codes.h"
#include "runtime-support/run/options.h"
#include "runtime-support/run/program.h"
#include "runtime-support/run/report.h"

// What the compiler put beside this (compiler/container/executable.cpp).
extern "C" const wasmc_executable wasmc_executable_contents;

namespace wasmc {

namespace {

// The module for the best CPU of those that this machine can stand in for; the last when there is
// none, whose use then tells what is missing.
const wasmc_image_header *bestModule() {
  const wasmc_executable &contents = wasmc_executable_contents;
  for (uint32_t k = 0; k + 1 < contents.module_count; ++k)
    if (load::checkCpu(*contents.modules[k]))
      return contents.modules[k];
  return contents.modules[contents.module_count - 1];
}

} // namespace

int platform::programMain(int argumentCount, char **arguments, char **environment) {
  const wasmc_executable &contents = wasmc_executable_contents;
  // A caller may leave out even the name.
  char noName[] = "";
  char *noArguments[] = {noName, nullptr};
  if (argumentCount == 0) {
    arguments = noArguments;
    argumentCount = 1;
  }
  const char *name = arguments[0];
  platform::Arena arena;
  Result<run::RunOptions> options = run::parseExecutableOptions(
      {contents.options, contents.option_count}, {arguments, static_cast<size_t>(argumentCount)},
      environment, arena);
  if (!options) {
    run::reportError(name, options.error());
    platform::Output(platform::kStandardError)
        << "`" << name << " --wasmc-help` tells the options.\n";
    return run::kUsageError;
  }
  if (options->help) {
    platform::Output(platform::kStandardOutput) << run::kExecutableHelp;
    return run::kSuccess;
  }
  Result<std::span<const int32_t>> sockets = run::openListeners(options->listeners, arena);
  if (!sockets) {
    run::reportError(name, sockets.error());
    return run::kFailure;
  }
  options->sockets = *sockets;
  load::CodeImage image;
  if (Result<void> used = image.use(bestModule(), /*isOnly=*/true); !used) {
    run::reportError(name, used.error());
    return run::kFailure;
  }
  run::runImage(*options, image);
}

} // namespace wasmc
