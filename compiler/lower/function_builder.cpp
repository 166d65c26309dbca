#include "compiler/lower/function_builder.h"

#include <llvm/IR/MDBuilder.h>

namespace wasmc::lower {

using namespace llvm;

// Slots and fields are 8-byte aligned, a v128's too.
static Align fieldAlign(llvm::Type *type) {
  return Align(
      type->isVectorTy() || type->isPointerTy() || type->getPrimitiveSizeInBits() == 64 ? 8 : 4);
}

FunctionBuilder::FunctionBuilder(ModuleContext &module, llvm::Function &function)
    : IRBuilder(module.llvm()), module_(module), function_(function), context_(function.getArg(0)) {
  SetInsertPoint(BasicBlock::Create(module.llvm(), "entry", &function));
}

void FunctionBuilder::setWasmOffset(uint64_t offset) {
  if (function_.getSubprogram() != nullptr)
    SetCurrentDebugLocation(module_.debugInfo.location(function_, offset));
}

BasicBlock *FunctionBuilder::createBlock(const Twine &name) {
  return BasicBlock::Create(getContext(), name, &function_);
}

Value *FunctionBuilder::offsetPointer(Value *base, uint64_t offset) {
  // No inbounds, nuw or nsw: LLVM must not learn anything from guest addresses.
  return offset == 0 ? base : CreateGEP(getInt8Ty(), base, getInt64(offset));
}

Value *FunctionBuilder::loadInvariant(llvm::Type *type, Value *base, uint64_t offset) {
  auto *load = cast<LoadInst>(loadField(type, base, offset));
  load->setMetadata(LLVMContext::MD_invariant_load, MDNode::get(getContext(), {}));
  return load;
}

// Once in the entry block: what is loaded in a loop first and used behind it reaches there through
// phis, and the range check of versioned loops does not know a memory by a phi.
Value *FunctionBuilder::memoryBase() {
  if (memoryBase_ == nullptr) {
    InsertPointGuard guard(*this);
    BasicBlock &entry = function_.getEntryBlock();
    SetInsertPoint(&entry, entry.getFirstNonPHIOrDbgOrAlloca());
    SetCurrentDebugLocation({});
    memoryBase_ = loadInvariant(getPtrTy(), context(), WASMC_CONTEXT_MEMORY0_BASE);
  }
  return memoryBase_;
}

Value *FunctionBuilder::loadField(llvm::Type *type, Value *base, uint64_t offset) {
  return ofRuntime(CreateAlignedLoad(type, offsetPointer(base, offset), fieldAlign(type)));
}

void FunctionBuilder::storeField(Value *value, Value *base, uint64_t offset) {
  ofRuntime(CreateAlignedStore(value, offsetPointer(base, offset), fieldAlign(value->getType())));
}

Value *FunctionBuilder::storeOf(Value *context) {
  return loadInvariant(getPtrTy(), context, WASMC_CONTEXT_STORE);
}

MDNode *FunctionBuilder::unlikely() {
  return MDBuilder(getContext()).createBranchWeights(1, (1u << 20) - 1);
}

} // namespace wasmc::lower
