// What all of lowering shares about one LLVM module: declarations, types and facts, made on demand.
#ifndef WASMC_COMPILER_LOWER_MODULE_CONTEXT_H
#define WASMC_COMPILER_LOWER_MODULE_CONTEXT_H

#include "compiler/lower/abi.h"
#include "compiler/lower/alias_scopes.h"
#include "compiler/lower/debug_info.h"
#include "compiler/wasm/call_table.h"
#include "compiler/wasm/code_options.h"
#include "compiler/wasm/instance_layout.h"
#include "compiler/wasm/module.h"
#include "compiler/wasm/profile.h"
#include "compiler/wasm/target_facts.h"

#include <llvm/IR/Module.h>

#include <vector>

namespace wasmc::lower {

class ModuleContext {
public:
  ModuleContext(llvm::Module &module, const wasm::Module &wasm, const wasm::InstanceLayout &layout,
                const wasm::CallTables &callTables, const wasm::TargetFacts &facts,
                const wasm::CodeOptions &options, const wasm::Profile *profile);

  llvm::Module &module;
  const wasm::Module &wasm;
  const wasm::InstanceLayout &layout;
  const wasm::CallTables &callTables;
  const wasm::TargetFacts &facts;
  const wasm::CodeOptions &options;
  const wasm::Profile *const profile; // null: nothing is counted or known
  const AliasScopes aliasScopes;
  DebugInfo debugInfo;

  llvm::LLVMContext &llvm() { return module.getContext(); }
  llvm::Type *i32() { return llvm::Type::getInt32Ty(llvm()); }
  llvm::Type *i64() { return llvm::Type::getInt64Ty(llvm()); }
  llvm::PointerType *ptr() { return llvm::PointerType::getUnqual(llvm()); }

  // The signature of a function type, computed once per type.
  const GuestSignature &signature(wasm::TypeIndex type);
  const GuestSignature &signature(wasm::FunctionIndex f) {
    return signature(wasm.functions[f.value].type);
  }

  // The function of that index, declared if it is not there yet. Only for defined functions.
  llvm::Function *function(wasm::FunctionIndex f);

  // A new function with what every function of an image must have (see addGuestAttributes).
  llvm::Function *createFunction(llvm::FunctionType *type, const llvm::Twine &name,
                                 llvm::GlobalValue::LinkageTypes linkage);

  // The internal function through which compiled code calls builtin `row`: checks the stack, calls
  // through the context's table, raises the trap code that a 't' builtin returns.
  llvm::Function *builtin(wasmc_builtin row);

private:
  std::vector<GuestSignature> signatures_; // by type index; `type` null until asked for
  llvm::Function *builtins_[WASMC_BUILTIN_COUNT] = {};
};

} // namespace wasmc::lower

#endif
