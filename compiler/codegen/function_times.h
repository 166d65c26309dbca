// How long passes and code generation take for each function: what --time-report prints.
#ifndef WASMC_COMPILER_CODEGEN_FUNCTION_TIMES_H
#define WASMC_COMPILER_CODEGEN_FUNCTION_TIMES_H

#include <llvm/ADT/StringMap.h>
#include <llvm/IR/PassInstrumentation.h>
#include <llvm/Pass.h>

#include <cstdint>

namespace wasmc::codegen {

// Nanoseconds of this thread's processor time.
uint64_t threadNanoseconds();

// Of one part; not thread-safe. Time that no single function causes (inlining among several) is in
// none of them.
class FunctionTimes {
public:
  struct Row {
    uint64_t optimize = 0; // nanoseconds
    uint64_t codegen = 0;
  };

  // Has the function passes of the pipeline timed that is built with `callbacks`.
  void watch(llvm::PassInstrumentationCallbacks &callbacks);

  // A pass to come last in code generation, which takes one function after the other through all
  // its passes.
  llvm::FunctionPass *createLastPass();

  const llvm::StringMap<Row> &rows() const { return rows_; } // by symbol

private:
  friend class LastPass;
  llvm::StringMap<Row> rows_;
  unsigned depth_ = 0; // of function pass managers
  uint64_t start_ = 0;
};

} // namespace wasmc::codegen

#endif
