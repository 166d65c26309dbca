// wasmc, the front door: runs compiled modules itself, and hands everything else to wasmc-compiler.
// A static program without a C library and without LLVM, because most of what it does takes less
// time than either needs to start.
#include <string_view>

#include "runtime-support/platform/output.h"
#include "runtime-support/platform/start.h"
#include "runtime-support/run/compiler_process.h"
#include "runtime-support/run/exit_codes.h"
#include "runtime-support/run/run_command.h"
#include "wasmc/abi/version.h"

namespace wasmc {

namespace {

constexpr std::string_view kHelp =
    "usage: wasmc COMMAND [OPTIONS] ...\n"
    "\n"
    "  run FILE [ARGS]    run a program: a .cwasm, or a .wasm, which is compiled first\n"
    "  compile FILE       compile a .wasm to native code\n"
    "  validate FILE      check that a .wasm is valid\n"
    "  features           list the proposals that a module may use\n"
    "  targets            list the machines to compile for\n"
    "  settings           tell what a target, a CPU and features mean\n"
    "\n"
    "`wasmc COMMAND --help` tells the options of a command.\n"
    "\n"
    "  --help             print this text\n"
    "  --version          print the version\n";

// What wasmc-compiler can do. Named here, so that a typing error is told without starting it.
constexpr std::string_view kCompilerCommands[] = {"compile", "validate", "features", "targets",
                                                  "settings"};

bool isCompilerCommand(std::string_view command) {
  for (std::string_view known : kCompilerCommands)
    if (command == known)
      return true;
  return false;
}

int misuse(std::string_view message, std::string_view word) {
  platform::Output(platform::kStandardError)
      << "wasmc: " << message << word << "\n`wasmc --help` tells the commands.\n";
  return run::kUsageError;
}

} // namespace

int platform::programMain(int argumentCount, char **arguments, char **environment) {
  if (argumentCount < 2)
    return misuse("no command", "");
  std::string_view command = arguments[1];
  if (command == "run")
    return run::runCommand({arguments + 2, static_cast<size_t>(argumentCount - 2)}, environment);
  if (command == "--help" || command == "-h" || command == "help") {
    platform::Output(platform::kStandardOutput) << kHelp;
    return run::kSuccess;
  }
  if (command == "--version" || command == "-V") {
    platform::Output(platform::kStandardOutput) << "wasmc " << WASMC_VERSION_STRING << "\n";
    return run::kSuccess;
  }
  if (command.starts_with('-'))
    return misuse("unknown option ", command);
  if (!isCompilerCommand(command))
    return misuse("unknown command ", command);
  return run::becomeCompiler(arguments, environment);
}

} // namespace wasmc
