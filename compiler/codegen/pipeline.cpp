// Pipelines by level. The input has been optimised by its producer, so what pays is to clean up
// what lowering made, to inline what is tiny, and to work on loops; the rest of LLVM's pipelines
// costs several times as much and finds next to nothing.

#include "compiler/codegen/pipeline.h"

#include "compiler/codegen/opaque_choices.h"
#include "compiler/codegen/selected_functions.h"
#include "compiler/codegen/tail_calls.h"
#include "compiler/codegen/vector_conversions.h"
#include "compiler/codegen/whole_loads.h"
#include "compiler/optimize/filled_turns.h"
#include "compiler/optimize/hidden_constants.h"
#include "compiler/optimize/lane_indices.h"
#include "compiler/optimize/lanewise.h"
#include "compiler/optimize/leaf_calls.h"
#include "compiler/optimize/loop_forms.h"
#include "compiler/optimize/mask_choices.h"
#include "compiler/optimize/middle_exits.h"
#include "compiler/optimize/poison.h"
#include "compiler/optimize/repeated_loads.h"
#include "compiler/optimize/unused_contexts.h"

#include <llvm/Analysis/InlineCost.h>
#include <llvm/Analysis/ProfileSummaryInfo.h>
#include <llvm/Analysis/TargetLibraryInfo.h>
#include <llvm/Passes/PassBuilder.h>
#include <llvm/Transforms/IPO/Inliner.h>
#include <llvm/Transforms/InstCombine/InstCombine.h>
#include <llvm/Transforms/Scalar/EarlyCSE.h>
#include <llvm/Transforms/Scalar/IndVarSimplify.h>
#include <llvm/Transforms/Scalar/LICM.h>
#include <llvm/Transforms/Scalar/LoopDeletion.h>
#include <llvm/Transforms/Scalar/LoopPassManager.h>
#include <llvm/Transforms/Scalar/LoopRotation.h>
#include <llvm/Transforms/Scalar/LoopUnrollPass.h>
#include <llvm/Transforms/Scalar/SimplifyCFG.h>
#include <llvm/Transforms/Vectorize/LoopVectorize.h>
#include <llvm/Transforms/Vectorize/SLPVectorizer.h>

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

struct LoopVersioning {
  optimize::VersioningOptions options;
  optimize::LoopStatistics *statistics;
};

// What a callee may cost, in LLVM's units (five per instruction), to be inlined at level 2.
constexpr int kSmallCallee = 60;

// One sweep instead of sweeps until nothing changes: a second one finds next to nothing.
InstCombinePass oneSweep() {
  return InstCombinePass(InstCombineOptions().setMaxIterations(1));
}

// What lowering added, and only that. At level 1 without the form of memory that lets one load
// stand for another across stores: it costs more to make than it finds.
FunctionPassManager cleanUp(bool knowsMemory) {
  FunctionPassManager passes;
  passes.addPass(EarlyCSEPass(/*UseMemorySSA=*/knowsMemory));
  passes.addPass(oneSweep());
  passes.addPass(SimplifyCFGPass());
  return passes;
}

// EarlyCSE folds already.
FunctionPassManager firstCleanUp(bool knowsMemory) {
  FunctionPassManager passes;
  passes.addPass(optimize::HiddenConstants());
  passes.addPass(cleanUp(knowsMemory));
  return passes;
}

// Callees first, so that what is inlined has been cleaned up, and callers again afterwards.
ModulePassManager inlineCallees(const InlineParams &parameters) {
  ModuleInlinerWrapperPass inliner(parameters);
  FunctionPassManager again;
  again.addPass(forFunctions(hasInlinedCode, cleanUp(/*knowsMemory=*/true)));
  inliner.getPM().addPass(
      createCGSCCToFunctionPassAdaptor(std::move(again), /*EagerlyInvalidate=*/true));
  ModulePassManager passes;
  passes.addPass(std::move(inliner));
  return passes;
}

// For functions with loops. What follows works on the fast copies as on any other loop.
FunctionPassManager loopPasses(const LoopVersioning &versioning) {
  LoopPassManager rotate;
  rotate.addPass(LoopRotatePass());
  rotate.addPass(optimize::MiddleExits());
  rotate.addPass(LICMPass(LICMOptions()));
  FunctionPassManager passes;
  passes.addPass(createFunctionToLoopPassAdaptor(std::move(rotate), /*UseMemorySSA=*/true));
  passes.addPass(optimize::SteadyValues());
  passes.addPass(optimize::SteadyDivisors());
  passes.addPass(optimize::LaneIndices());
  passes.addPass(optimize::LoopForms());
  optimize::addLoopVersioning(passes, versioning.statistics, versioning.options);
  return passes;
}

// Makes vectors of what stands side by side.
FunctionPassManager straightPasses() {
  FunctionPassManager passes;
  passes.addPass(SLPVectorizerPass());
  passes.addPass(oneSweep());
  return passes;
}

// For functions with loops that may become vectors or be unrolled.
FunctionPassManager wideLoopPasses(bool isThorough) {
  LoopPassManager invariants; // now also of memory
  invariants.addPass(LICMPass(LICMOptions()));
  LoopPassManager canonical;
  canonical.addPass(IndVarSimplifyPass());
  canonical.addPass(LoopDeletionPass());
  canonical.addPass(LoopFullUnrollPass());
  FunctionPassManager passes;
  passes.addPass(createFunctionToLoopPassAdaptor(std::move(invariants), /*UseMemorySSA=*/true));
  passes.addPass(createFunctionToLoopPassAdaptor(std::move(canonical), /*UseMemorySSA=*/false));
  passes.addPass(optimize::FilledTurns());
  passes.addPass(LoopVectorizePass());
  passes.addPass(LoopUnrollPass(LoopUnrollOptions(isThorough ? 3 : 2)));
  passes.addPass(EarlyCSEPass(/*UseMemorySSA=*/true));
  passes.addPass(oneSweep());
  // Rows of vectors stay in registers while a loop runs around an unrolled one: once the turns are
  // one block, or not all of them do.
  passes.addPass(SimplifyCFGPass());
  LoopPassManager rows;
  rows.addPass(LICMPass(LICMOptions()));
  passes.addPass(createFunctionToLoopPassAdaptor(std::move(rows), /*UseMemorySSA=*/true));
  // Producers unroll short inner loops to the end: only so they become vectors still.
  if (!isThorough)
    passes.addPass(forFunctions(hasModestBlocks, straightPasses()));
  return passes;
}

unsigned *mergedLoads(optimize::LoopStatistics *statistics) {
  return statistics == nullptr ? nullptr : &statistics->mergedLoads;
}

// Inlining comes before loops: none with a call is versioned.
ModulePassManager cleanUpAndInline(const InlineParams &parameters) {
  ModulePassManager passes;
  FunctionPassManager first;
  first.addPass(firstCleanUp(/*knowsMemory=*/true));
  passes.addPass(createModuleToFunctionPassAdaptor(std::move(first)));
  passes.addPass(optimize::LeafCalls());
  passes.addPass(inlineCallees(parameters));
  passes.addPass(optimize::UnusedContexts());
  return passes;
}

ModulePassManager defaultPasses(const LoopVersioning &versioning, const InlineParams &parameters,
                                bool isThorough) {
  ModulePassManager passes = cleanUpAndInline(parameters);
  FunctionPassManager second;
  second.addPass(optimize::RepeatedLoads(mergedLoads(versioning.statistics)));
  second.addPass(optimize::MaskChoices());
  second.addPass(optimize::Lanewise());
  second.addPass(forFunctions(hasLoops, loopPasses(versioning)));
  second.addPass(forFunctions(hasWideLoops, wideLoopPasses(isThorough)));
  if (isThorough) // in functions without loops, too
    second.addPass(forFunctions(hasModestBlocks, straightPasses()));
  second.addPass(SimplifyCFGPass());
  passes.addPass(createModuleToFunctionPassAdaptor(std::move(second)));
  return passes;
}

ModulePassManager passesOf(unsigned level, const LoopVersioning &versioning) {
  ModulePassManager passes;
  FunctionPassManager minimal;
  switch (level) {
  case 0:
    return passes;
  case 1:
    minimal.addPass(firstCleanUp(/*knowsMemory=*/false));
    passes.addPass(createModuleToFunctionPassAdaptor(std::move(minimal)));
    return passes;
  case 2:
    return defaultPasses(versioning, getInlineParams(kSmallCallee), /*isThorough=*/false);
  default:
    return defaultPasses(versioning, getInlineParams(/*OptLevel=*/3, /*SizeOptLevel=*/0),
                         /*isThorough=*/true);
  }
}

} // namespace

Result<void> optimize(Module &module, TargetMachine &machine, unsigned level, FunctionTimes *times,
                      optimize::VersioningOptions versioning,
                      optimize::LoopStatistics *statistics) {
  PassInstrumentationCallbacks callbacks;
  if (times != nullptr)
    times->watch(callbacks);
  LoopAnalysisManager loops;
  FunctionAnalysisManager functions;
  CGSCCAnalysisManager components;
  ModuleAnalysisManager modules;
  PassBuilder builder(&machine, PipelineTuningOptions(), std::nullopt, &callbacks);
  // Ours first: the first registration of an analysis wins.
  functions.registerPass(
      [&] { return TargetLibraryAnalysis(libraryOf(machine.getTargetTriple())); });
  builder.registerModuleAnalyses(modules);
  builder.registerCGSCCAnalyses(components);
  builder.registerFunctionAnalyses(functions);
  builder.registerLoopAnalyses(loops);
  builder.crossRegisterProxies(loops, functions, components, modules);
  // Passes over functions only use what has been made before them.
  modules.getResult<ProfileSummaryAnalysis>(module);
  passesOf(level, {versioning, statistics}).run(module, modules);
  if (level > 0) // for the code generator's passes over loops; InstCombine may have taken them away
    createModuleToFunctionPassAdaptor(optimize::SteadyDivisors()).run(module, modules);
  convertByVectors(module, machine);
  keepLoadsWhole(module, machine);
  hideChoices(module, machine);
  return restoreTailCalls(module);
}

} // namespace wasmc::codegen
