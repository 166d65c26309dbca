// What the runtime finds in a static executable (`--emit=exe`): the compiled modules that the
// linker put beside it, and the options that were baked in. The compiler writes it as one object.
#ifndef WASMC_ABI_EXECUTABLE_H
#define WASMC_ABI_EXECUTABLE_H

#include "wasmc/abi/container.h"

typedef struct wasmc_executable {
  // The same module for different CPUs, the most demanding one first; the last is for any machine
  // the executable is for. At least one.
  const wasmc_image_header *const *modules;
  uint32_t module_count;
  // Words as `wasmc run` takes them in front of FILE ("--dir", ".::/data").
  uint32_t option_count;
  const char *const *options;
} wasmc_executable;
WASMC_ABI_ASSERT(sizeof(wasmc_executable) == 24);
WASMC_ABI_ASSERT(offsetof(wasmc_executable, options) == 16);

// The name of the one wasmc_executable of a program.
#define WASMC_EXECUTABLE_SYMBOL "wasmc_executable_contents"

#endif
