#include "compiler/lower/lower.h"

#include "compiler/lower/body.h"
#include "compiler/lower/initialize.h"
#include "compiler/lower/loop_facts.h"
#include "compiler/lower/thunks.h"

#include <llvm/IR/InstIterator.h>
#include <llvm/IR/Instructions.h>

#include <algorithm>
#include <functional>
#include <iterator>

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

bool hasReturnCall(const llvm::Function &function) {
  for (const llvm::Instruction &instruction : llvm::instructions(function))
    if (auto *call = llvm::dyn_cast<llvm::CallInst>(&instruction);
        call != nullptr && call->isTailCall())
      return true;
  return false;
}

// Inlined at an ordinary call, a tail call would stand for both: it would jump where the ordinary
// call must take stack, so runaway recursion through the two would never end; or it would lie in
// the middle of its new function and be no jump. Inlined at another tail call it is right.
void keepReturnCallsInPlace(llvm::Module &module) {
  for (llvm::Function &function : module) {
    if (!hasReturnCall(function))
      continue;
    for (llvm::User *user : function.users())
      if (auto *call = llvm::dyn_cast<llvm::CallInst>(user);
          call != nullptr && call->isNoTailCall())
        call->setIsNoInline();
  }
}

// In the order of the module, but what a profile never saw called behind the rest: what runs then
// shares its pages with less that does not.
std::vector<wasm::FunctionIndex> inTextOrder(std::span<const wasm::FunctionIndex> functions,
                                             const wasm::Profile *profile) {
  auto isCalled = [&](wasm::FunctionIndex function) {
    return profile == nullptr || profile->counts.empty() ||
           profile->counts[profile->first[function.value]] != 0;
  };
  std::vector<wasm::FunctionIndex> order;
  std::ranges::copy_if(functions, std::back_inserter(order), isCalled);
  std::ranges::copy_if(functions, std::back_inserter(order), std::not_fn(isCalled));
  return order;
}

} // namespace

std::unique_ptr<llvm::Module> lowerPartition(const wasm::ValidatedModule &module,
                                             const ModulePlan &plan, const wasm::TargetFacts &facts,
                                             const Partition &partition,
                                             llvm::LLVMContext &context) {
  auto result = std::make_unique<llvm::Module>("wasm", context);
  result->setTargetTriple(llvm::Triple(facts.triple));
  result->setDataLayout(facts.dataLayout);
  ModuleContext lowering(*result, *module, plan.layout, plan.callTables, facts, plan.options,
                         plan.profile);
  // Declared first: they stand in the text in that order.
  for (wasm::FunctionIndex function : inTextOrder(partition.functions, plan.profile))
    lowering.function(function);
  for (wasm::FunctionIndex function : partition.functions)
    lowerFunction(lowering, function, partition.localsInMemory);
  for (wasm::FunctionIndex function : partition.copies) {
    lowerFunction(lowering, function, /*localsInMemory=*/false);
    lowering.function(function)->setLinkage(llvm::GlobalValue::AvailableExternallyLinkage);
  }
  if (partition.withThunks) {
    makeThunks(lowering, plan.thunks);
    if (plan.hasInitialize)
      makeInitialize(lowering, plan.image);
  }
  keepReturnCallsInPlace(*result);
  describeLoopFacts(lowering);
  lowering.debugInfo.finish();
  return result;
}

} // namespace wasmc::lower
