// What lowering says about linear memories, in the module's metadata `wasmc.memories`: one node per
// memory, of two lists of offsets, how to load its base and how to load its length in bytes, and of
// the number of bits of its indices. A list is followed from the context (the function's first
// argument): add an offset, load, and so on. Shared memories are not listed.
#ifndef WASMC_COMPILER_OPTIMIZE_GUEST_MEMORY_H
#define WASMC_COMPILER_OPTIMIZE_GUEST_MEMORY_H

#include <llvm/IR/Function.h>
#include <llvm/IR/IRBuilder.h>

namespace wasmc::optimize {

using LoadPath = llvm::SmallVector<uint64_t, 2>;

struct GuestMemory {
  LoadPath base;
  LoadPath bytes;
  // The length is 2^indexBits at most. 32 or 64; the loops of testsuite/loops/model have fewer.
  unsigned indexBits = 32;
};

// The memories of the module that `function` belongs to; empty for one that lowering did not make.
llvm::SmallVector<GuestMemory, 2> guestMemoriesOf(const llvm::Function &function);

// The memory whose base `value` is, or null.
const GuestMemory *memoryWithBase(llvm::ArrayRef<GuestMemory> memories, const llvm::Value *value,
                                  const llvm::Function &function);

// Whether `value` has been loaded as the length of `memory`.
bool isLengthOf(const GuestMemory &memory, const llvm::Value *value,
                const llvm::Function &function);

// Loads along `path`, the last time a value of `type`.
llvm::LoadInst *emitLoadPath(llvm::IRBuilder<> &b, llvm::ArrayRef<uint64_t> path, llvm::Type *type);

} // namespace wasmc::optimize

#endif
