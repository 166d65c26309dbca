// A strict load must trap when any of its bytes lies outside the memory. LLVM 22's code generators
// fold loads, volatile or not, into instructions that read less, and the trap is lost then:
//   - x86-64 extends half a vector or less from memory, from SSE4.1 on and at every level; AArch64
//     loads one lane into all. Which lanes are needed comes of any chain of operators, comparisons
//     and selects, far from the load: no list of the chains held.
//   - AVX-512 loads under a mask, without faulting for lanes that are off: `select mask, x, load`,
//     `select mask, x, (load + y)`, `mask & load`, and selects of floats in the first lane.
// So what a load has read goes through empty assembly, which code generation cannot look into or
// fold a load into: the load becomes an instruction of its own. That holds for every vector that is
// not only stored (target.cpp switches off what would take such a copy apart). On x86-64 it holds
// for scalars that get into a vector, which no code generator was seen to narrow but with masks;
// and with those also for what gets into a select of floats. Why all of them are found:
// instructions are selected block by block, so a load ends up in another instruction only if a
// chain of users within its block leads there. Between scalars a volatile load keeps its width.
//
// For riscv64 nothing of the kind is known but what target.cpp switches off.
// regressions/masked_load, narrowed_vector_load, dropped_lanes and torn_copy of testsuite/wast, and
// testsuite/edges, fail without this.

#include "compiler/codegen/whole_loads.h"

#include "compiler/codegen/cpu.h"

#include <llvm/ADT/SmallPtrSet.h>
#include <llvm/IR/IRBuilder.h>
#include <llvm/IR/InlineAsm.h>
#include <llvm/IR/InstIterator.h>
#include <llvm/IR/IntrinsicInst.h>

namespace wasmc::codegen {

using namespace llvm;

namespace {

constexpr size_t kMaxUsers = 64;

// Which instructions there are that read less than a load.
struct Machine {
  bool isX86;
  bool hasMasks;
};

enum class UserKind { harmless, passesOn, readsLess };

// What may become of a scalar that is loaded in `user` of it, or of what was made of it.
UserKind kindOf(const Instruction &user, bool hasMasks) {
  if (isa<StoreInst, PHINode>(user) || user.isTerminator() ||
      (isa<CallBase>(user) && !isa<IntrinsicInst>(user)))
    return UserKind::harmless;
  if (user.getType()->isVectorTy())
    return UserKind::readsLess;
  if (hasMasks)
    return isa<SelectInst>(user) && user.getType()->isFloatingPointTy() ? UserKind::readsLess
                                                                        : UserKind::passesOn;
  return isa<CastInst, FreezeInst>(user) ? UserKind::passesOn : UserKind::harmless;
}

bool mayReadLess(const LoadInst &load, const Machine &machine) {
  if (load.getType()->isVectorTy())
    return !all_of(load.users(), [](const User *user) { return isa<StoreInst>(user); });
  if (!machine.isX86)
    return false;
  SmallPtrSet<const Instruction *, 16> seen;
  SmallVector<const Instruction *, 16> open{&load};
  while (!open.empty()) {
    for (const User *each : open.pop_back_val()->users()) {
      const auto *user = cast<Instruction>(each);
      if (user->getParent() != load.getParent() || !seen.insert(user).second)
        continue;
      UserKind kind = kindOf(*user, machine.hasMasks);
      if (kind == UserKind::readsLess || seen.size() > kMaxUsers)
        return true;
      if (kind == UserKind::passesOn)
        open.push_back(user);
    }
  }
  return false;
}

bool becomesVector(const LoadInst &load) {
  return load.getType()->isVectorTy() ||
         any_of(load.users(), [](const User *user) { return user->getType()->isVectorTy(); });
}

// A type of the same size that the assembly can have in a register; what becomes a vector is read
// into a vector's register right away.
Type *registerType(const LoadInst &load) {
  Type *type = load.getType();
  if (!becomesVector(load))
    return type;
  switch (type->getPrimitiveSizeInBits().getFixedValue()) {
  case 32:
    return Type::getFloatTy(type->getContext());
  case 64:
    return Type::getDoubleTy(type->getContext());
  default:
    return type;
  }
}

void passThroughAssembly(LoadInst &load, const Machine &machine) {
  IRBuilder<> b(load.getNextNode());
  Type *type = registerType(load);
  bool isInteger = type->isIntegerTy();
  const char *constraint = isInteger ? "=r,0" : machine.isX86 ? "=v,0" : "=w,0";
  auto *assembly = InlineAsm::get(FunctionType::get(type, {type}, false), "", constraint,
                                  /*hasSideEffects=*/false);
  SmallVector<Use *, 4> uses;
  for (Use &use : load.uses())
    uses.push_back(&use);
  CallInst *call =
      b.CreateCall(assembly->getFunctionType(), assembly, {b.CreateBitCast(&load, type)});
  call->setDoesNotAccessMemory();
  call->setDoesNotThrow();
  Value *opaque = b.CreateBitCast(call, load.getType());
  for (Use *use : uses)
    use->set(opaque);
}

} // namespace

void keepLoadsWhole(Module &module, const TargetMachine &target) {
  bool isX86 = target.getTargetTriple().isX86();
  if (!isX86 && !target.getTargetTriple().isAArch64())
    return;
  Machine machine{isX86, isX86 && hasFeature(*target.getMCSubtargetInfo(), "avx512f")};
  SmallVector<LoadInst *, 32> loads;
  for (Function &function : module)
    for (Instruction &instruction : instructions(function))
      if (auto *load = dyn_cast<LoadInst>(&instruction);
          load != nullptr && load->isVolatile() && mayReadLess(*load, machine))
        loads.push_back(load);
  for (LoadInst *load : loads)
    passThroughAssembly(*load, machine);
}

} // namespace wasmc::codegen
