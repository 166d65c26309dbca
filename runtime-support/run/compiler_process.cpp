#include "runtime-support/run/compiler_process.h"

#include <string.h>

#include <string_view>

#include "runtime-support/platform/file.h"
#include "runtime-support/platform/process.h"
#include "runtime-support/platform/syscall.h"
#include "runtime-support/run/exit_codes.h"
#include "runtime-support/run/report.h"

namespace wasmc::run {

namespace {

constexpr int kX_OK = 1;

// `directory` is the first `length` bytes of the buffer, with its slash; puts `rest` behind it.
bool append(CompilerPath &buffer, size_t length, std::string_view rest) {
  if (length + rest.size() + 1 > sizeof(buffer.path))
    return false;
  memcpy(buffer.path + length, rest.data(), rest.size());
  buffer.path[length + rest.size()] = '\0';
  return true;
}

} // namespace

Result<void> findCompiler(CompilerPath &found) {
  intptr_t size = platform::systemCall(platform::SystemCall::readlinkat, platform::kAT_FDCWD,
                                       "/proc/self/exe", found.path, sizeof(found.path));
  if (size <= 0 || size == static_cast<intptr_t>(sizeof(found.path)))
    return error(Error::kNoOffset, "cannot tell where this program lies (/proc is missing?)");
  size_t directory = static_cast<size_t>(size);
  while (directory > 0 && found.path[directory - 1] != '/')
    --directory;
  for (std::string_view place : {"wasmc-compiler", "../libexec/wasmc/wasmc-compiler"})
    if (append(found, directory, place) &&
        platform::systemCall(platform::SystemCall::faccessat, platform::kAT_FDCWD, found.path,
                             kX_OK) == 0)
      return {};
  found.path[directory] = '\0';
  return error(Error::kNoOffset, "wasmc-compiler is neither in ", std::string_view(found.path),
               " nor in ../libexec/wasmc from there; without it only compiled modules (.cwasm) can "
               "be run");
}

int becomeCompiler(char **arguments, char **environment) {
  CompilerPath compiler;
  Result<void> found = findCompiler(compiler);
  if (!found) {
    reportError("", found.error());
    return kFailure;
  }
  int failure = platform::executeProgram(compiler.path, arguments, environment);
  reportError(
      compiler.path,
      error(Error::kNoOffset, "cannot be executed: ", platform::errnoText(failure)).error());
  return kFailure;
}

Result<int> compileModule(const CompilerPath &compiler, const char *source, const char *output,
                          const CompileFlags &flags, char **environment) {
  const char level[] = {'-', 'O', flags.level, '\0'};
  const char *arguments[12] = {"wasmc", "compile", level, "-o", output};
  size_t count = 5;
  if (flags.boundsChecks)
    arguments[count++] = "--bounds-checks";
  if (flags.deterministic)
    arguments[count++] = "--deterministic";
  if (flags.instrument)
    arguments[count++] = "--instrument";
  arguments[count++] = "--";
  arguments[count++] = source;
  intptr_t status = platform::runChild(compiler.path, arguments, environment);
  if (platform::isError(status))
    return error(Error::kNoOffset,
                 "cannot run wasmc-compiler: ", platform::errnoText(static_cast<int>(-status)));
  if ((status & 0x7f) != 0)
    return error(Error::kNoOffset, "wasmc-compiler was ended by signal ",
                 static_cast<uint64_t>(status & 0x7f));
  return static_cast<int>(status >> 8 & 0xff);
}

} // namespace wasmc::run
