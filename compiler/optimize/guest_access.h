// The accesses of a loop, each as a linear function of iteration numbers.
#ifndef WASMC_COMPILER_OPTIMIZE_GUEST_ACCESS_H
#define WASMC_COMPILER_OPTIMIZE_GUEST_ACCESS_H

#include "compiler/optimize/guest_memory.h"
#include "compiler/optimize/loop_versioning.h"

#include <llvm/ADT/SmallPtrSet.h>
#include <llvm/Analysis/LoopInfo.h>
#include <llvm/Analysis/ScalarEvolution.h>

namespace wasmc::optimize {

// `step` times the number of the iteration of `loop`, counted from 0.
struct Term {
  const llvm::Loop *loop;
  const llvm::SCEV *step;
  bool operator==(const Term &other) const { return loop == other.loop && step == other.step; }
};

// One volatile load or store. Its address is the memory's base plus its place,
//   zext(start + inner + terms + v) + outer     if `wraps`: computed modulo 2^32, then extended, or
//   start + terms + v + outer                   if not: i64 throughout, and inner is 0.
// start and steps do not change in the loop, and start has no constant summand. v is whatever the
// loop makes of it, a place in a table say, from 0 up to and with `spread`. 32 stands here, and in
// range_check.cpp, for the bits of an index, or of what is extended to one of 64 bits.
// Or a bounds check: a branch that leaves the loop if  place >u length of the memory - size.
struct GuestAccess {
  llvm::Instruction *instruction = nullptr;
  uint64_t size = 0; // with the spread: of what it may touch at one place; 0 only for checks
  uint64_t spread = 0;
  const llvm::SCEV *start = nullptr;
  bool wraps = false;
  bool wrapsBelowLength = false; // of a memory with 64-bit indices, which may be larger
  int64_t inner = 0;
  int64_t outer = 0;
  llvm::SmallVector<Term, 4> terms; // innermost loop first
  bool isBounded = true;            // start is near 0, whatever the arguments
  bool isCheck = false;
};

struct LoopAccesses {
  const GuestMemory *memory = nullptr;      // the only one that the loop touches
  llvm::SmallVector<GuestAccess, 16> guest; // the checks last
  // What the checks compare with: the memory's length, loaded before the loop, maybe long before,
  // or in it.
  llvm::SmallVector<llvm::Value *, 2> lengths;
  llvm::SmallVector<llvm::Instruction *, 2> lengthLoads;
  // Blocks that end in a check.
  llvm::SmallPtrSet<const llvm::BasicBlock *, 16> checked;
  // Stores to globals of the instance and bulk operations on memory: they cannot trap (a bulk
  // operation stands behind a check of its own), so the fast copy may treat them as plain.
  llvm::SmallVector<llvm::Instruction *, 8> harmless;
};

class AccessCollector {
public:
  AccessCollector(llvm::Function &function, llvm::ScalarEvolution &evolution,
                  llvm::ArrayRef<GuestMemory> memories)
      : function_(function), evolution_(evolution), memories_(memories) {}

  // Everything that `loop` (with its inner loops) does to memory, or why it cannot be versioned.
  Refusal collect(const llvm::Loop &loop, LoopAccesses &accesses);

private:
  Refusal add(llvm::Instruction &instruction, const llvm::Loop &loop, LoopAccesses &accesses);
  Refusal addAccess(llvm::Instruction &instruction, llvm::Value *pointer, const llvm::Loop &loop,
                    LoopAccesses &accesses);
  bool isLength(const llvm::Value *value, const llvm::Loop &loop,
                const LoopAccesses &accesses) const;
  void addCheck(llvm::BranchInst &branch, const llvm::Loop &loop, LoopAccesses &accesses);
  Refusal decompose(const llvm::SCEV *offset, const llvm::Loop &loop, unsigned indexBits,
                    GuestAccess &access);
  void narrowConstants(GuestAccess &access, unsigned indexBits) const;
  Refusal splitTerms(const llvm::SCEV *value, const llvm::Loop &loop, GuestAccess &access);
  bool isLinearInside(const llvm::SCEV *value, const llvm::Loop &loop,
                      const llvm::Instruction &access) const;
  const llvm::SCEV *takeSpread(const llvm::SCEV *value, const llvm::Loop &loop,
                               GuestAccess &access);
  // S = rest + constant.
  std::pair<const llvm::SCEV *, int64_t> splitConstant(const llvm::SCEV *value);

  llvm::Function &function_;
  llvm::ScalarEvolution &evolution_;
  llvm::ArrayRef<GuestMemory> memories_;
};

} // namespace wasmc::optimize

#endif
