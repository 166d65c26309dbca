#include "compiler/lower/loop_facts.h"

#include <llvm/IR/Constants.h>
#include <llvm/IR/Metadata.h>

#include <optional>

namespace wasmc::lower {

using namespace llvm;

namespace {

MDNode *offsets(LLVMContext &context, ArrayRef<uint64_t> path) {
  SmallVector<Metadata *, 2> operands;
  for (uint64_t offset : path)
    operands.push_back(
        ConstantAsMetadata::get(ConstantInt::get(llvm::Type::getInt64Ty(context), offset)));
  return MDNode::get(context, operands);
}

// From the context to the wasmc_memory's field at `field`.
MDNode *pathTo(ModuleContext &module, uint32_t memory, uint64_t field) {
  const wasmc_context_layout &at = module.layout.offsets;
  uint32_t imported = module.wasm.importedMemories;
  if (memory < imported)
    return offsets(module.llvm(), {at.imported_memories + uint64_t{8} * memory, field});
  return offsets(module.llvm(),
                 {at.memories + sizeof(wasmc_memory) * uint64_t{memory - imported} + field});
}

// As emitMemoryBase does it (bounds.cpp).
MDNode *basePath(ModuleContext &module, uint32_t memory) {
  if (memory == 0)
    return offsets(module.llvm(), {WASMC_CONTEXT_MEMORY0_BASE});
  return pathTo(module, memory, offsetof(wasmc_memory, base));
}

void describeMemories(ModuleContext &module) {
  NamedMDNode *list = module.module.getOrInsertNamedMetadata("wasmc.memories");
  for (uint32_t k = 0; k < module.wasm.memories.size(); ++k) {
    const wasm::MemoryType &type = module.wasm.memories[k].type;
    if (type.isShared)
      continue;
    auto *bits = ConstantInt::get(llvm::Type::getInt32Ty(module.llvm()), type.is64 ? 64 : 32);
    list->addOperand(MDNode::get(module.llvm(), {basePath(module, k),
                                                 pathTo(module, k, offsetof(wasmc_memory, bytes)),
                                                 ConstantAsMetadata::get(bits)}));
  }
}

// Offset of the module's own mutable i64 global that is exported as `name`.
std::optional<uint64_t> counterNamed(ModuleContext &module, std::string_view name) {
  for (const wasm::Export &e : module.wasm.exports) {
    if (e.kind != wasm::ExternKind::global || e.name != name ||
        e.index < module.wasm.importedGlobals)
      continue;
    const wasm::GlobalType &type = module.wasm.globals[e.index].type;
    if (type.isMutable && type.type == wasm::kI64)
      return module.layout.globals[e.index];
  }
  return std::nullopt;
}

} // namespace

void describeLoopFacts(ModuleContext &module) {
  describeMemories(module);
  std::optional<uint64_t> fast = counterNamed(module, "wasmc.fast_loops");
  std::optional<uint64_t> strict = counterNamed(module, "wasmc.strict_loops");
  if (fast && strict)
    module.module.getOrInsertNamedMetadata("wasmc.loop_counters")
        ->addOperand(offsets(module.llvm(), {*fast, *strict}));
}

} // namespace wasmc::lower
