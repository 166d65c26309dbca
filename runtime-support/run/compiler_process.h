// The other program, wasmc-compiler, which has LLVM in it.
#ifndef WASMC_RUNTIME_RUN_COMPILER_PROCESS_H
#define WASMC_RUNTIME_RUN_COMPILER_PROCESS_H

#include <stdint.h>

#include "runtime-support/platform/kernel_types.h"
#include "wasmc/detail/result.h"

namespace wasmc::run {

// Becomes wasmc-compiler with the same arguments. Returns an exit code, with a message written,
// only when that fails.
int becomeCompiler(char **arguments, char **environment);

// Where wasmc-compiler is: beside this program, or in ../libexec/wasmc/ from there.
struct CompilerPath {
  char path[platform::kPATH_MAX];
};
Result<void> findCompiler(CompilerPath &found);

// How to compile a module that is to be run at once; each an option of `wasmc compile`.
struct CompileFlags {
  char level = '2';
  bool boundsChecks = false;
  bool deterministic = false;
  bool instrument = false;
};

// Compiles `source` to `output` in a child process, which writes its own messages. Returns its exit
// code; an error only when it could not be run or was killed.
Result<int> compileModule(const CompilerPath &compiler, const char *source, const char *output,
                          const CompileFlags &flags, char **environment);

} // namespace wasmc::run

#endif
