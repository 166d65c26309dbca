// One function as generated, and what the passes make of it.
#ifndef WASMC_TESTSUITE_LOOPS_MODEL_VERSIONS_H
#define WASMC_TESTSUITE_LOOPS_MODEL_VERSIONS_H

#include "compiler/optimize/loop_versioning.h"
#include "testsuite/loops/model/generator.h"

#include <llvm/Target/TargetMachine.h>

namespace wasmc::model {

struct Version {
  std::string name;
  std::unique_ptr<llvm::Module> module;
  llvm::Function &function() const { return *module->getFunction("f"); }
};

class Versions {
public:
  // The function alone, with values instead of stack slots: the reference.
  Version original(llvm::LLVMContext &context, const Request &request);
  // After the pass alone, and what has to come before it.
  Version versioned(llvm::LLVMContext &context, const Request &request);
  // After all passes of a level for a CPU.
  Version optimised(llvm::LLVMContext &context, const Request &request, const char *cpu,
                    unsigned level);

  const optimize::LoopStatistics &statistics() const { return statistics_; }

private:
  llvm::TargetMachine &machineFor(const std::string &cpu, unsigned level);

  std::vector<std::pair<std::string, std::unique_ptr<llvm::TargetMachine>>> machines_;
  optimize::LoopStatistics statistics_; // of `versioned`
};

} // namespace wasmc::model

#endif
