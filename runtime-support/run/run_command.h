// `wasmc run`.
#ifndef WASMC_RUNTIME_RUN_RUN_COMMAND_H
#define WASMC_RUNTIME_RUN_RUN_COMMAND_H

#include <span>

namespace wasmc::run {

// `arguments` is what follows "run". Returns the exit code, unless the guest ends the process.
int runCommand(std::span<char *> arguments, char **environment);

} // namespace wasmc::run

#endif
