// A strict load must trap when any of its bytes lies outside the memory. LLVM 22's code generators
// fold loads, volatile or not, into instructions that read less, and the trap is lost then:
//   - x86-64, from SSE4.1 on and at every level: half a vector or less, by `pmovsx` and its kind,
//     for the extension of the low part of what was loaded; broadcasts. All come of shuffles, or of
//     a lane that is put into a vector again.
//   - AArch64: one lane, by `ld1r`, where a lane of a loaded vector becomes all lanes of another.
//   - AVX-512: under a mask, without faulting for lanes that are off: `select mask, x, load`,
//     `select mask, x, (load + y)`, `mask & load`, shuffles of a load with another vector, selects
//     of floats.
// So what such a load has read goes through empty assembly, which code generation cannot look into
// or fold a load into: the load becomes an instruction of its own. Why all are found: instructions
// are selected block by block, so a load ends up in another instruction only if a chain of users
// within its block leads there. What is not understood is taken for dangerous.
//
// For riscv64 nothing of the kind is known but what target.cpp switches off.
// regressions/masked_load and narrowed_vector_load of testsuite/wast and testsuite/edges fail
// without this.

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
constexpr unsigned kMaxDepth = 6;

bool isVectorOrFloat(const Type *type) {
  return type->isVectorTy() || type->isFloatingPointTy();
}

// Whether the lanes of `value` may be all ones or zeros, by what made it.
bool mayBeMask(const Value *value, unsigned depth) {
  if (const auto *constant = dyn_cast<Constant>(value))
    return constant->getType()->isVectorTy() && constant->getSplatValue() == nullptr;
  if (depth == 0 || isa<SExtInst, SelectInst, CmpInst>(value))
    return true;
  if (isa<BitCastInst, ShuffleVectorInst, FreezeInst>(value) ||
      (isa<BinaryOperator>(value) && cast<BinaryOperator>(value)->isBitwiseLogicOp()))
    return any_of(cast<User>(value)->operands(),
                  [&](const Use &use) { return mayBeMask(use.get(), depth - 1); });
  return false;
}

bool isSplat(const ShuffleVectorInst &shuffle) {
  return all_equal(shuffle.getShuffleMask());
}

enum class UserKind { harmless, passesOn, readsLess };

// What may become of a load with AVX-512 in `user`, where `value` is what has been made of it.
UserKind kindUnderMasks(const Value *value, const Instruction &user) {
  if (isa<StoreInst, PHINode>(user) || user.isTerminator() ||
      (isa<CallBase>(user) && !isa<IntrinsicInst>(user)))
    return UserKind::harmless;
  if (isa<CmpInst>(user)) // several make one comparison under the mask of another
    return user.getType()->isVectorTy() ? UserKind::passesOn : UserKind::harmless;
  if (isa<SelectInst>(user))
    return isVectorOrFloat(user.getType()) ? UserKind::readsLess : UserKind::harmless;
  if (isa<ShuffleVectorInst>(user)) // of a scalar for all lanes; others are dangerous anyway
    return UserKind::passesOn;
  if (isa<InsertElementInst>(user))
    return user.getOperand(0) == value ? UserKind::readsLess : UserKind::passesOn;
  const auto *binary = dyn_cast<BinaryOperator>(&user);
  if (binary != nullptr && binary->getType()->isVectorTy() && binary->isBitwiseLogicOp())
    for (const Use &operand : binary->operands())
      if (operand.get() != value && mayBeMask(operand.get(), kMaxDepth))
        return UserKind::readsLess;
  return UserKind::passesOn;
}

// Which instructions there are that read less than a load.
struct Machine {
  bool isX86;
  bool hasMasks;
};

UserKind kindOnAArch64(const LoadInst &load, const Instruction &user) {
  if (!load.getType()->isVectorTy())
    return UserKind::harmless;
  if (isa<ShuffleVectorInst, ExtractElementInst>(user))
    return UserKind::readsLess;
  return isa<CastInst>(user) ? UserKind::passesOn : UserKind::harmless;
}

UserKind kindOf(const LoadInst &load, const Value *value, const Instruction &user,
                const Machine &machine) {
  if (!machine.isX86)
    return kindOnAArch64(load, user);
  if (const auto *shuffle = dyn_cast<ShuffleVectorInst>(&user);
      shuffle != nullptr && (load.getType()->isVectorTy() || !isSplat(*shuffle)))
    return UserKind::readsLess;
  bool isVectorLoad = load.getType()->isVectorTy();
  if (isVectorLoad && isa<InsertElementInst>(user) && user.getOperand(1) == value)
    return UserKind::readsLess;
  if (machine.hasMasks)
    return kindUnderMasks(value, user);
  // As far as a shuffle can be, or a lane that is put into a vector again.
  bool isMade = isa<CastInst, BinaryOperator, UnaryOperator, IntrinsicInst, InsertElementInst,
                    ExtractElementInst>(user);
  return isMade && (isVectorLoad || user.getType()->isVectorTy()) ? UserKind::passesOn
                                                                  : UserKind::harmless;
}

bool mayReadLess(const LoadInst &load, const Machine &machine) {
  SmallPtrSet<const Instruction *, 16> seen;
  SmallVector<const Instruction *, 16> open{&load};
  while (!open.empty()) {
    const Instruction *value = open.pop_back_val();
    for (const User *each : value->users()) {
      const auto *user = cast<Instruction>(each);
      if (user->getParent() != load.getParent() || !seen.insert(user).second)
        continue;
      UserKind kind = kindOf(load, value, *user, machine);
      if (kind == UserKind::readsLess || seen.size() > kMaxUsers)
        return true;
      if (kind == UserKind::passesOn)
        open.push_back(user);
    }
  }
  return false;
}

// A type of the same size that the assembly can have in a register: parts of vectors have none.
Type *registerType(Type *type) {
  if (!type->isVectorTy())
    return type;
  switch (type->getPrimitiveSizeInBits().getFixedValue()) {
  case 16:
    return Type::getInt16Ty(type->getContext());
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
  Type *type = registerType(load.getType());
  const char *constraint = !isVectorOrFloat(type) ? "=r,0" : machine.isX86 ? "=v,0" : "=w,0";
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
