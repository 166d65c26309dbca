#include "compiler/lower/lower.h"

#include "compiler/lower/body.h"
#include "compiler/lower/initialize.h"
#include "compiler/lower/thunks.h"

namespace wasmc::lower {

namespace {

void makeThunks(ModuleContext &module, const wasm::ThunkNeeds &needs) {
  for (uint32_t t = 0; t < module.wasm.types.size(); ++t) {
    if (needs.entry[t])
      makeEntryThunk(module, wasm::TypeIndex(t));
    if (needs.host[t])
      makeHostThunk(module, wasm::TypeIndex(t));
  }
}

} // namespace

std::unique_ptr<llvm::Module> lowerPartition(const wasm::ValidatedModule &module,
                                             const ModulePlan &plan, const wasm::TargetFacts &facts,
                                             const Partition &partition,
                                             std::string_view sourceName,
                                             llvm::LLVMContext &context) {
  auto result = std::make_unique<llvm::Module>("wasm", context);
  result->setTargetTriple(llvm::Triple(facts.triple));
  result->setDataLayout(facts.dataLayout);
  ModuleContext lowering(*result, *module, plan.layout, facts, plan.options, sourceName);
  // Declared first, so that they stand in the text in the order of the module.
  for (wasm::FunctionIndex function : partition.functions)
    lowering.function(function);
  for (wasm::FunctionIndex function : partition.functions)
    lowerFunction(lowering, function);
  for (wasm::FunctionIndex function : partition.copies) {
    lowerFunction(lowering, function);
    lowering.function(function)->setLinkage(llvm::GlobalValue::AvailableExternallyLinkage);
  }
  if (partition.withThunks) {
    makeThunks(lowering, plan.thunks);
    if (plan.hasInitialize)
      makeInitialize(lowering, plan.image);
  }
  lowering.debugInfo.finish();
  return result;
}

} // namespace wasmc::lower
