// A strict load must trap when any of its bytes lies outside the memory. AVX-512 has instructions
// that read memory under a mask and do not fault for lanes that the mask turns off, and LLVM 22
// folds loads into them, volatile or not: `select mask, x, load`, `select mask, x, (load + y)`,
// `mask & load`, shuffles of a load with another vector, selects of floats. The trap is lost then.
//
// So what such a load has read goes through empty assembly, which code generation cannot look into
// or fold a load into: the load becomes an instruction of its own. Why all are found: instructions
// are selected block by block, so a load ends up in a masked one only if a chain of users within
// its block leads to one of the things that become masks. What is not understood is taken for one.
//
// Other targets: RISC-V's masked loads come of intrinsics only, which lowering does not use;
// AArch64's likewise. testsuite/wast/regressions/masked_load.wast fails without this on machines
// with AVX-512.

#include "compiler/codegen/masked_loads.h"

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

enum class UserKind { harmless, passesOn, becomesMasked };

// What may become of `value` in `user`.
UserKind kindOf(const Value *value, const Instruction &user) {
  if (isa<StoreInst, PHINode>(user) || user.isTerminator() ||
      (isa<CallBase>(user) && !isa<IntrinsicInst>(user)))
    return UserKind::harmless;
  if (isa<CmpInst>(user)) // several make one comparison under the mask of another
    return user.getType()->isVectorTy() ? UserKind::passesOn : UserKind::harmless;
  if (isa<SelectInst>(user))
    return isVectorOrFloat(user.getType()) ? UserKind::becomesMasked : UserKind::harmless;
  if (const auto *shuffle = dyn_cast<ShuffleVectorInst>(&user))
    return isSplat(*shuffle) ? UserKind::passesOn : UserKind::becomesMasked;
  if (isa<InsertElementInst>(user))
    return user.getOperand(0) == value ? UserKind::becomesMasked : UserKind::passesOn;
  const auto *binary = dyn_cast<BinaryOperator>(&user);
  if (binary != nullptr && binary->getType()->isVectorTy() && binary->isBitwiseLogicOp())
    for (const Use &operand : binary->operands())
      if (operand.get() != value && mayBeMask(operand.get(), kMaxDepth))
        return UserKind::becomesMasked;
  return UserKind::passesOn;
}

bool mayBecomeMasked(const LoadInst &load) {
  SmallPtrSet<const Instruction *, 16> seen;
  SmallVector<const Instruction *, 16> open{&load};
  while (!open.empty()) {
    const Instruction *value = open.pop_back_val();
    for (const User *each : value->users()) {
      const auto *user = cast<Instruction>(each);
      if (user->getParent() != load.getParent() || !seen.insert(user).second)
        continue;
      UserKind kind = kindOf(value, *user);
      if (kind == UserKind::becomesMasked || seen.size() > kMaxUsers)
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

void passThroughAssembly(LoadInst &load) {
  IRBuilder<> b(load.getNextNode());
  Type *type = registerType(load.getType());
  const char *constraint = isVectorOrFloat(type) ? "=v,0" : "=r,0";
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

void keepLoadsUnmasked(Module &module, const TargetMachine &machine) {
  if (!machine.getTargetTriple().isX86() || !hasFeature(*machine.getMCSubtargetInfo(), "avx512f"))
    return;
  SmallVector<LoadInst *, 32> loads;
  for (Function &function : module)
    for (Instruction &instruction : instructions(function))
      if (auto *load = dyn_cast<LoadInst>(&instruction);
          load != nullptr && load->isVolatile() && mayBecomeMasked(*load))
        loads.push_back(load);
  for (LoadInst *load : loads)
    passThroughAssembly(*load);
}

} // namespace wasmc::codegen
