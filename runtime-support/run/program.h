// Running a compiled program from its start to its exit code, wherever it was loaded from.
#ifndef WASMC_RUNTIME_RUN_PROGRAM_H
#define WASMC_RUNTIME_RUN_PROGRAM_H

#include "runtime-support/load/code_image.h"
#include "runtime-support/run/options.h"

namespace wasmc::run {

// Instantiates the module with WASI as the options grant it, and runs it (or the function to
// invoke). Ends the process with the guest's exit code, or with kFailure when the program could not
// be run, which has been reported.
[[noreturn]] void runImage(const RunOptions &options, const load::CodeImage &image);

} // namespace wasmc::run

#endif
