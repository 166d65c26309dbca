// What SQLite's shell calls and WASI has no notion of. Included before every source of the Wasm
// build.
#ifndef WASMC_TEST_WASI_SHIM_H
#define WASMC_TEST_WASI_SHIM_H

#include <sys/types.h>

int chmod(const char *path, mode_t mode);
char *realpath(const char *path, char *resolved);

#endif
