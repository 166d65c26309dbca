#include "compiler/optimize/guest_memory.h"

#include <llvm/Analysis/ValueTracking.h>
#include <llvm/IR/Constants.h>
#include <llvm/IR/Module.h>

namespace wasmc::optimize {

using namespace llvm;

namespace {

LoadPath pathOf(const MDNode *node) {
  LoadPath path;
  for (const MDOperand &operand : node->operands())
    path.push_back(mdconst::extract<ConstantInt>(operand)->getZExtValue());
  return path;
}

bool isLoadedAlong(const Value *value, ArrayRef<uint64_t> path, const Function &function) {
  if (path.empty())
    return value == function.getArg(0);
  const auto *load = dyn_cast<LoadInst>(value);
  if (load == nullptr || load->isVolatile())
    return false;
  int64_t offset = 0;
  const Value *from =
      GetPointerBaseWithConstantOffset(load->getPointerOperand(), offset, function.getDataLayout());
  return static_cast<uint64_t>(offset) == path.back() &&
         isLoadedAlong(from, path.drop_back(), function);
}

} // namespace

SmallVector<GuestMemory, 2> guestMemoriesOf(const Function &function) {
  SmallVector<GuestMemory, 2> memories;
  const NamedMDNode *list = function.getParent()->getNamedMetadata("wasmc.memories");
  if (list == nullptr || function.arg_empty() || !function.getArg(0)->getType()->isPointerTy())
    return memories;
  for (const MDNode *node : list->operands())
    memories.push_back({pathOf(cast<MDNode>(node->getOperand(0))),
                        pathOf(cast<MDNode>(node->getOperand(1))),
                        static_cast<unsigned>(
                            mdconst::extract<ConstantInt>(node->getOperand(2))->getZExtValue())});
  return memories;
}

const GuestMemory *memoryWithBase(ArrayRef<GuestMemory> memories, const Value *value,
                                  const Function &function) {
  for (const GuestMemory &memory : memories)
    if (isLoadedAlong(value, memory.base, function))
      return &memory;
  return nullptr;
}

bool isLengthOf(const GuestMemory &memory, const Value *value, const Function &function) {
  return isLoadedAlong(value, memory.bytes, function);
}

LoadInst *emitLoadPath(IRBuilder<> &b, ArrayRef<uint64_t> path, Type *type) {
  Value *from = b.GetInsertBlock()->getParent()->getArg(0);
  if (path.size() > 1)
    from = emitLoadPath(b, path.drop_back(), b.getPtrTy());
  return b.CreateAlignedLoad(type, b.CreateGEP(b.getInt8Ty(), from, b.getInt64(path.back())),
                             Align(8));
}

} // namespace wasmc::optimize
