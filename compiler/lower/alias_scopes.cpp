// Why the scopes are true. What the runtime keeps for an instance (context, memory records, tables,
// globals, store) never lies inside a linear memory, so it has a scope of its own: a guest's store
// cannot change the length of a memory, and the length that a loop compares with need not be read
// again. A memory that the module defines is a reservation of its own: no other index of this
// instance names it, since imports are bound before it exists. Two imported memories, though, may
// be one and the same memory, so all imported ones share a scope. The scopes stay true after
// inlining, since direct calls stay within the instance.

#include "compiler/lower/alias_scopes.h"

#include <llvm/IR/MDBuilder.h>

#include <algorithm>

namespace wasmc::lower {

using namespace llvm;

namespace {

// Each access lists the scopes that are not its own; so that these lists stay short, memories
// beyond this number share a scope.
constexpr size_t kMostScopes = 16;

} // namespace

AliasScopes::AliasScopes(LLVMContext &context, const wasm::Module &wasm) {
  MDBuilder builder(context);
  MDNode *domain = builder.createAnonymousAliasScopeDomain("wasm");
  auto addScope = [&](StringRef name) {
    scopes_.push_back(builder.createAnonymousAliasScope(domain, name));
  };
  addScope("runtime");
  if (wasm.importedMemories != 0)
    addScope("imported memories");
  for (size_t m = 0; m < wasm.memories.size(); ++m) {
    if (m >= wasm.importedMemories && scopes_.size() < kMostScopes)
      addScope("memory " + std::to_string(m));
    scopeOfMemory_.push_back(scopes_.size() - 1);
  }
}

void AliasScopes::mark(Instruction &instruction, ArrayRef<size_t> scopes) const {
  if (scopes_.size() == 1)
    return; // no memory, so nothing to be told apart
  SmallVector<Metadata *, kMostScopes> own;
  SmallVector<Metadata *, kMostScopes> others;
  for (size_t s = 0; s < scopes_.size(); ++s)
    (is_contained(scopes, s) ? own : others).push_back(scopes_[s]);
  LLVMContext &context = instruction.getContext();
  instruction.setMetadata(LLVMContext::MD_alias_scope, MDNode::get(context, own));
  if (!others.empty())
    instruction.setMetadata(LLVMContext::MD_noalias, MDNode::get(context, others));
}

void AliasScopes::markHost(Instruction &instruction) const {
  mark(instruction, {0});
}

void AliasScopes::markMemories(Instruction &instruction,
                               std::initializer_list<wasm::MemoryIndex> memories) const {
  SmallVector<size_t, 2> scopes;
  for (wasm::MemoryIndex memory : memories)
    scopes.push_back(scopeOfMemory_[memory.value]);
  mark(instruction, scopes);
}

} // namespace wasmc::lower
