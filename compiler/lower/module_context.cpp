#include "compiler/lower/module_context.h"

#include "compiler/lower/thunks.h"
#include "compiler/wasm/symbols.h"

namespace wasmc::lower {

using namespace llvm;

ModuleContext::ModuleContext(llvm::Module &module, const wasm::Module &wasm,
                             const wasm::InstanceLayout &layout, const wasm::CallTables &callTables,
                             const wasm::TargetFacts &facts, const wasm::CodeOptions &options,
                             const wasm::Profile *profile)
    : module(module), wasm(wasm), layout(layout), callTables(callTables), facts(facts),
      options(options), profile(profile), aliasScopes(module.getContext(), wasm), debugInfo(module),
      signatures_(wasm.types.size()) {}

const GuestSignature &ModuleContext::signature(wasm::TypeIndex type) {
  GuestSignature &signature = signatures_[type.value];
  if (signature.type == nullptr)
    signature = makeSignature(llvm(), facts, wasm.types[type.value]);
  return signature;
}

llvm::Function *ModuleContext::function(wasm::FunctionIndex f) {
  assert(!wasm.isImported(f));
  std::string name = wasm::functionSymbol(f);
  if (llvm::Function *existing = module.getFunction(name))
    return existing;
  return createFunction(signature(f).type, name, GlobalValue::ExternalLinkage);
}

llvm::Function *ModuleContext::createFunction(FunctionType *type, const Twine &name,
                                              GlobalValue::LinkageTypes linkage) {
  auto *function = llvm::Function::Create(type, linkage, name, module);
  if (linkage != GlobalValue::InternalLinkage)
    function->setVisibility(GlobalValue::HiddenVisibility);
  function->setDSOLocal(true);
  function->setDoesNotThrow();
  // Backtraces walk the frame pointers from the trap to the entry thunk.
  function->addFnAttr("frame-pointer", "all");
  // A frame larger than the guard must touch the guard, not jump over it.
  function->addFnAttr("probe-stack", "inline-asm");
  function->addFnAttr("stack-probe-size", std::to_string(WASMC_STACK_PROBE_SIZE));
  // Reading the record of a null funcref is how call_indirect finds out: without this attribute
  // LLVM may assume that the pointer was not null.
  function->addFnAttr(Attribute::NullPointerIsValid);
  return function;
}

llvm::Function *ModuleContext::builtin(wasmc_builtin row) {
  if (builtins_[row] == nullptr)
    builtins_[row] = makeBuiltinThunk(*this, row);
  return builtins_[row];
}

} // namespace wasmc::lower
