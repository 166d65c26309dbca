#include "compiler/codegen/function_times.h"

#include <llvm/IR/Function.h>
#include <llvm/IR/PassManager.h>

#include <ctime>

namespace wasmc::codegen {

using namespace llvm;

uint64_t threadNanoseconds() {
  timespec time = {};
  ::clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time);
  return static_cast<uint64_t>(time.tv_sec) * 1'000'000'000 + static_cast<uint64_t>(time.tv_nsec);
}

void FunctionTimes::watch(PassInstrumentationCallbacks &callbacks) {
  // Passes nest: what the outermost one on a function takes is the function's.
  callbacks.registerBeforeNonSkippedPassCallback([this](StringRef, Any unit) {
    if (any_cast<const Function *>(&unit) != nullptr && depth_++ == 0)
      start_ = threadNanoseconds();
  });
  callbacks.registerAfterPassCallback([this](StringRef, Any unit, const PreservedAnalyses &) {
    const Function **function = any_cast<const Function *>(&unit);
    if (function != nullptr && --depth_ == 0)
      rows_[(*function)->getName()].optimize += threadNanoseconds() - start_;
  });
}

class LastPass : public FunctionPass {
public:
  static char ID;
  explicit LastPass(FunctionTimes &times) : FunctionPass(ID), times_(times) {
    times_.start_ = threadNanoseconds();
  }

  bool runOnFunction(Function &function) override {
    uint64_t now = threadNanoseconds();
    times_.rows_[function.getName()].codegen += now - times_.start_;
    times_.start_ = now;
    return false;
  }

  void getAnalysisUsage(AnalysisUsage &usage) const override { usage.setPreservesAll(); }
  StringRef getPassName() const override { return "Time per function"; }

private:
  FunctionTimes &times_;
};

char LastPass::ID = 0;

FunctionPass *FunctionTimes::createLastPass() {
  return new LastPass(*this); // the pass manager owns it
}

} // namespace wasmc::codegen
