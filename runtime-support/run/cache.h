// `run m.wasm`: the user's cache of compiled modules.
#ifndef WASMC_RUNTIME_RUN_CACHE_H
#define WASMC_RUNTIME_RUN_CACHE_H

#include "runtime-support/load/code_image.h"
#include "runtime-support/run/compiler_process.h"

namespace wasmc::run {

// Loads a .wasm: from the cache when it has been compiled before, else compiles it, into the cache
// or, when there is no home or it cannot be trusted, into a private place that is removed at once.
// Returns an exit code; whatever failed has been reported.
int loadThroughCache(const char *path, const CompileFlags &flags, char **environment,
                     load::CodeImage &image);

} // namespace wasmc::run

#endif
