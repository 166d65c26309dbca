// An IRBuilder that knows which guest function it fills: its context argument, the operator's
// offset, and how to reach the fields of context and store.
#ifndef WASMC_COMPILER_LOWER_FUNCTION_BUILDER_H
#define WASMC_COMPILER_LOWER_FUNCTION_BUILDER_H

#include "compiler/lower/local_values.h"
#include "compiler/lower/module_context.h"

#include <llvm/IR/IRBuilder.h>

namespace wasmc::lower {

class FunctionBuilder : public llvm::IRBuilder<> {
public:
  // Starts the function's entry block. `function`'s first argument is its context.
  FunctionBuilder(ModuleContext &module, llvm::Function &function);

  ModuleContext &module() { return module_; }
  const wasm::TargetFacts &facts() const { return module_.facts; }
  llvm::Function &function() { return function_; }
  // The context in whose name the code runs: the first argument, unless set otherwise (entry
  // thunks).
  llvm::Value *context() { return context_; }
  void setContext(llvm::Value *context) { context_ = context; }
  bool isX86() const { return facts().architecture == wasm::Architecture::x86_64; }

  // The address of memory 0, which never moves.
  llvm::Value *memoryBase();

  // Everything built from now on belongs to the operator at that offset.
  void setWasmOffset(uint64_t offset);

  llvm::BasicBlock *createBlock(const llvm::Twine &name = "");

  // Address of the byte `offset` behind `base`, without any promise about bounds.
  llvm::Value *offsetPointer(llvm::Value *base, uint64_t offset);

  // A field of the context that never changes while guest code runs: LLVM may load it once.
  llvm::Value *loadInvariant(llvm::Type *type, llvm::Value *base, uint64_t offset);
  llvm::Value *loadField(llvm::Type *type, llvm::Value *base, uint64_t offset);
  void storeField(llvm::Value *value, llvm::Value *base, uint64_t offset);

  // Says that the access touches nothing but what belongs to the runtime; gives it back.
  template <class Access> Access *ofRuntime(Access *access) {
    module_.aliasScopes.markHost(*access);
    return access;
  }

  // The store (thread state) that any context's prefix names.
  llvm::Value *storeOf(llvm::Value *context);

  // Branch weights for a condition that is all but never true.
  llvm::MDNode *unlikely();

private:
  ModuleContext &module_;
  llvm::Function &function_;
  llvm::Value *context_;
  llvm::Value *memoryBase_ = nullptr; // once it has been asked for
};

} // namespace wasmc::lower

#endif
