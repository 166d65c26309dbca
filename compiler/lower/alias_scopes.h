// What guest accesses can and cannot touch, in the words of LLVM's scoped alias metadata.
#ifndef WASMC_COMPILER_LOWER_ALIAS_SCOPES_H
#define WASMC_COMPILER_LOWER_ALIAS_SCOPES_H

#include "compiler/wasm/module.h"

#include <llvm/IR/Instruction.h>

#include <initializer_list>
#include <vector>

namespace wasmc::lower {

// The scopes of one LLVM module. Cheap to make.
class AliasScopes {
public:
  AliasScopes(llvm::LLVMContext &context, const wasm::Module &wasm);

  // The instruction accesses what belongs to the runtime: context, store, globals, tables.
  void markHost(llvm::Instruction &instruction) const;
  // The instruction accesses these memories of the guest and nothing else.
  void markMemories(llvm::Instruction &instruction,
                    std::initializer_list<wasm::MemoryIndex> memories) const;

private:
  void mark(llvm::Instruction &instruction, llvm::ArrayRef<size_t> scopes) const;

  // Scope 0 is the runtime's.
  std::vector<llvm::Metadata *> scopes_;
  std::vector<size_t> scopeOfMemory_;
};

} // namespace wasmc::lower

#endif
