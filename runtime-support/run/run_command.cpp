#include "runtime-support/run/run_command.h"

#include "runtime-support/load/container_reader.h"
#include "runtime-support/platform/output.h"
#include "runtime-support/run/cache.h"
#include "runtime-support/run/exit_codes.h"
#include "runtime-support/run/options.h"
#include "runtime-support/run/program.h"
#include "runtime-support/run/report.h"

namespace wasmc::run {

namespace {

// Functions of their own, because an Output's buffer on the stack of what every start goes through
// would cost it a page.
[[gnu::noinline]] int misuse(const Error &error) {
  reportError("run", error);
  platform::Output(platform::kStandardError) << "`wasmc run --help` tells the options.\n";
  return kUsageError;
}

[[gnu::noinline]] int help() {
  platform::Output(platform::kStandardOutput) << kRunHelp;
  return kSuccess;
}

int fail(const RunOptions &options, const Error &error) {
  reportError(options.program[0], error);
  return kFailure;
}

load::FileKind kindOf(const char *path) {
  uint8_t head[64];
  Result<platform::File> file = platform::File::openForReading(path);
  if (!file || !file->size())
    return load::FileKind::other;
  Result<size_t> got = file->readAt(head, sizeof(head), 0);
  return load::fileKind({head, got ? *got : 0});
}

// Loads FILE, whatever kind it is; a .wasm is compiled. Returns an exit code: what could not be
// loaded has been reported.
int loadProgram(const RunOptions &options, char **environment, load::CodeImage &image) {
  const char *path = options.program[0];
  load::LoadOptions loadOptions = {options.verify};
  Result<platform::File> file = platform::File::openForReading(path);
  if (!file)
    return fail(options, file.error());
  Result<void> loaded = image.load(std::move(*file), loadOptions);
  if (loaded)
    return kSuccess;
  // Only now: a file that is ready to run needs no second look.
  switch (kindOf(path)) {
  case load::FileKind::wasm:
  case load::FileKind::text:
    return loadThroughCache(path, options.compile, environment, image);
  default:
    return fail(options, loaded.error());
  }
}

} // namespace

int runCommand(std::span<char *> arguments, char **environment) {
  platform::Arena arena;
  Result<RunOptions> options = parseRunOptions(arguments, environment, arena);
  if (!options)
    return misuse(options.error());
  if (options->help)
    return help();
  // Before anything else is opened.
  Result<std::span<const int32_t>> sockets = openListeners(options->listeners, arena);
  if (!sockets)
    return fail(*options, sockets.error());
  options->sockets = *sockets;
  load::CodeImage image;
  if (int exitCode = loadProgram(*options, environment, image); exitCode != kSuccess)
    return exitCode;
  runImage(*options, image);
}

} // namespace wasmc::run
