// Loads, stores, atomic accesses and whole memories (spec 3.4.6).
#include "compiler/validate/checker.h"

namespace wasmc::validate {

Result<const wasm::MemoryType *> Checker::memory(wasm::MemoryIndex index) const {
  if (index.value >= module_.memories.size())
    return fail("unknown memory ", index.value);
  return &module_.memories[index.value].type;
}

Result<void> Checker::checkMemArg(Op op, const MemArg &argument,
                                  const wasm::MemoryType &memory) const {
  const wasm::OperatorInfo &info = wasm::info(op);
  if (argument.align > info.accessLog2)
    return fail("alignment must not be larger than natural");
  if (info.immediate == wasm::Immediate::atomic && argument.align != info.accessLog2)
    return fail("atomic alignment must be natural");
  if (!memory.is64 && argument.offset > UINT32_MAX)
    return fail("offset out of range: ", argument.offset);
  return {};
}

Result<void> Checker::onLoad(Op op, const MemArg &argument) {
  TRY_ASSIGN(const wasm::MemoryType *type, memory(argument.memory));
  TRY(checkMemArg(op, argument, *type));
  TRY(pop(addressType(type->is64)));
  return push(wasm::info(op).signature.resultTypes());
}

// Of stores, lane accesses and atomic operators the operands lie above the address.
Result<void> Checker::onStore(Op op, const MemArg &argument) {
  TRY_ASSIGN(const wasm::MemoryType *type, memory(argument.memory));
  TRY(checkMemArg(op, argument, *type));
  const wasm::Signature &signature = wasm::info(op).signature;
  TRY(pop(signature.operandTypes()));
  TRY(pop(addressType(type->is64)));
  return push(signature.resultTypes());
}

Result<void> Checker::onAtomic(Op op, const MemArg &argument) {
  return onStore(op, argument);
}

Result<void> Checker::onLoadLane(Op op, const MemArg &argument, uint8_t lane) {
  TRY(checkLane(lane, 16 / wasm::accessBytes(op)));
  return onStore(op, argument);
}

Result<void> Checker::onStoreLane(Op op, const MemArg &argument, uint8_t lane) {
  return onLoadLane(op, argument, lane);
}

Result<void> Checker::onMemorySize(wasm::MemoryIndex index) {
  TRY_ASSIGN(const wasm::MemoryType *type, memory(index));
  return push(addressType(type->is64));
}

Result<void> Checker::onMemoryGrow(wasm::MemoryIndex index) {
  TRY_ASSIGN(const wasm::MemoryType *type, memory(index));
  TRY(pop(addressType(type->is64)));
  return push(addressType(type->is64));
}

Result<void> Checker::onMemoryFill(wasm::MemoryIndex index) {
  TRY_ASSIGN(const wasm::MemoryType *type, memory(index));
  TRY(pop(addressType(type->is64)));
  TRY(pop(wasm::kI32));
  return pop(addressType(type->is64));
}

// The length is 64-bit only when both memories are.
Result<void> Checker::onMemoryCopy(wasm::MemoryIndex destination, wasm::MemoryIndex source) {
  TRY_ASSIGN(const wasm::MemoryType *to, memory(destination));
  TRY_ASSIGN(const wasm::MemoryType *from, memory(source));
  TRY(pop(addressType(to->is64 && from->is64)));
  TRY(pop(addressType(from->is64)));
  return pop(addressType(to->is64));
}

Result<void> Checker::onMemoryInit(wasm::MemoryIndex index, wasm::DataIndex data) {
  TRY_ASSIGN(const wasm::MemoryType *type, memory(index));
  TRY(checkData(data));
  TRY(pop(wasm::kI32));
  TRY(pop(wasm::kI32));
  return pop(addressType(type->is64));
}

Result<void> Checker::onDataDrop(wasm::DataIndex data) {
  return checkData(data);
}

// The data section comes after the code section, so the data count section must have announced it
// (spec 5.5.17).
Result<void> Checker::checkData(wasm::DataIndex index) const {
  if (index.value >= module_.datas.size())
    return fail("unknown data segment ", index.value);
  if (!module_.dataCount)
    return fail("data count section required");
  return {};
}

} // namespace wasmc::validate
