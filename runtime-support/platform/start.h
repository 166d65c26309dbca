// Entry of a freestanding program.
#ifndef WASMC_RUNTIME_PLATFORM_START_H
#define WASMC_RUNTIME_PLATFORM_START_H

namespace wasmc::platform {

// What the program defines; its value is the exit code. `arguments` and `environment` end with a
// null pointer and live as long as the process.
int programMain(int argumentCount, char **arguments, char **environment);

} // namespace wasmc::platform

#endif
