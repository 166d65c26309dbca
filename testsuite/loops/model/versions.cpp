#include "testsuite/loops/model/versions.h"

#include "compiler/codegen/pipeline.h"
#include "compiler/codegen/target.h"

#include <llvm/IR/Verifier.h>
#include <llvm/Passes/PassBuilder.h>
#include <llvm/Support/raw_ostream.h>
#include <llvm/Transforms/InstCombine/InstCombine.h>
#include <llvm/Transforms/Scalar/EarlyCSE.h>
#include <llvm/Transforms/Scalar/LICM.h>
#include <llvm/Transforms/Scalar/LoopPassManager.h>
#include <llvm/Transforms/Scalar/LoopRotation.h>
#include <llvm/Transforms/Scalar/SimplifyCFG.h>
#include <llvm/Transforms/Utils/Mem2Reg.h>

#include <cstdlib>

namespace wasmc::model {

using namespace llvm;

namespace {

[[noreturn]] void fail(const std::string &why) {
  errs() << "loop-model: " << why << "\n";
  std::exit(2);
}

void run(FunctionPassManager passes, TargetMachine &machine, Function &function) {
  LoopAnalysisManager loops;
  FunctionAnalysisManager functions;
  CGSCCAnalysisManager components;
  ModuleAnalysisManager modules;
  PassBuilder builder(&machine);
  builder.registerModuleAnalyses(modules);
  builder.registerCGSCCAnalyses(components);
  builder.registerFunctionAnalyses(functions);
  builder.registerLoopAnalyses(loops);
  builder.crossRegisterProxies(loops, functions, components, modules);
  passes.run(function, functions);
}

void verify(const Version &version) {
  if (verifyModule(*version.module, &errs()))
    fail("the passes made an invalid function");
}

} // namespace

TargetMachine &Versions::machineFor(const std::string &cpu, unsigned level) {
  std::string key = cpu + std::to_string(level);
  for (auto &[name, machine] : machines_)
    if (name == key)
      return *machine;
  auto targets = codegen::resolveTargets({"x86_64-unknown-linux-gnu", cpu, ""});
  if (!targets)
    fail("no target for " + cpu);
  machines_.emplace_back(key, codegen::createTargetMachine(targets->front(), level));
  return *machines_.back().second;
}

Version Versions::original(LLVMContext &context, const Request &request) {
  TargetMachine &machine = machineFor("x86-64", 2);
  Version version{"original", makeLoop(context, request)};
  version.module->setTargetTriple(machine.getTargetTriple());
  version.module->setDataLayout(machine.createDataLayout());
  FunctionPassManager passes;
  passes.addPass(PromotePass());
  run(std::move(passes), machine, version.function());
  verify(version);
  return version;
}

Version Versions::versioned(LLVMContext &context, const Request &request) {
  Version version = original(context, request);
  version.name = "versioned";
  FunctionPassManager passes;
  passes.addPass(EarlyCSEPass(/*UseMemorySSA=*/true));
  passes.addPass(InstCombinePass());
  passes.addPass(SimplifyCFGPass());
  LoopPassManager rotate;
  rotate.addPass(LoopRotatePass());
  rotate.addPass(LICMPass(LICMOptions()));
  passes.addPass(createFunctionToLoopPassAdaptor(std::move(rotate), /*UseMemorySSA=*/true));
  optimize::VersioningOptions options;
  options.countEntries = true;
  passes.addPass(optimize::LoopVersioning(&statistics_, options));
  run(std::move(passes), machineFor("x86-64", 2), version.function());
  verify(version);
  return version;
}

Version Versions::optimised(LLVMContext &context, const Request &request, const char *cpu,
                            unsigned level) {
  Version version = original(context, request);
  version.name = std::string(cpu) + " -O" + std::to_string(level);
  optimize::VersioningOptions options;
  options.countEntries = true;
  auto done = codegen::optimize(*version.module, machineFor(cpu, level), level, nullptr, options);
  if (!done)
    fail("the passes failed");
  verify(version);
  return version;
}

} // namespace wasmc::model
