#include "compiler/codegen/pipeline.h"

#include <llvm/Analysis/TargetLibraryInfo.h>
#include <llvm/Passes/PassBuilder.h>
#include <llvm/Transforms/InstCombine/InstCombine.h>
#include <llvm/Transforms/Scalar/EarlyCSE.h>
#include <llvm/Transforms/Scalar/SROA.h>
#include <llvm/Transforms/Scalar/SimplifyCFG.h>
#include <llvm/Transforms/Utils/Mem2Reg.h>

namespace wasmc::codegen {

using namespace llvm;

namespace {

// What the optimiser may turn loops and intrinsics into: only what every image carries. Without
// this, idiom recognition calls strlen and friends, which nothing defines.
TargetLibraryInfoImpl libraryOf(const Triple &triple) {
  TargetLibraryInfoImpl library(triple);
  library.disableAllFunctions();
  for (LibFunc function : {LibFunc_memcpy, LibFunc_memmove, LibFunc_memset})
    library.setAvailable(function);
  return library;
}

// Level 1: the input has been optimised by its producer, so what lowering added is what is left.
FunctionPassManager minimalPasses() {
  FunctionPassManager passes;
  passes.addPass(SROAPass(SROAOptions::ModifyCFG));
  passes.addPass(EarlyCSEPass(/*UseMemorySSA=*/true));
  passes.addPass(InstCombinePass());
  passes.addPass(SimplifyCFGPass());
  return passes;
}

ModulePassManager passesOf(PassBuilder &builder, unsigned level) {
  ModulePassManager passes;
  switch (level) {
  case 0:
    passes.addPass(createModuleToFunctionPassAdaptor(PromotePass()));
    return passes;
  case 1:
    passes.addPass(createModuleToFunctionPassAdaptor(minimalPasses()));
    return passes;
  case 2:
    return builder.buildPerModuleDefaultPipeline(OptimizationLevel::O2);
  default:
    return builder.buildPerModuleDefaultPipeline(OptimizationLevel::O3);
  }
}

} // namespace

void optimize(Module &module, TargetMachine &machine, unsigned level) {
  LoopAnalysisManager loops;
  FunctionAnalysisManager functions;
  CGSCCAnalysisManager components;
  ModuleAnalysisManager modules;
  PassBuilder builder(&machine);
  // Ours first: the first registration of an analysis wins.
  functions.registerPass(
      [&] { return TargetLibraryAnalysis(libraryOf(machine.getTargetTriple())); });
  builder.registerModuleAnalyses(modules);
  builder.registerCGSCCAnalyses(components);
  builder.registerFunctionAnalyses(functions);
  builder.registerLoopAnalyses(loops);
  builder.crossRegisterProxies(loops, functions, components, modules);
  passesOf(builder, level).run(module, modules);
}

} // namespace wasmc::codegen
