// Every access is volatile and stays so through instruction selection (decision D5). A plain load
// may be deleted when its value is unused, or sunk to the branch that uses it, and the trap with
// it; a plain store may be deleted because a later one overwrites it, although a trap between the
// two makes the first visible. The alignment is 1: the hint of the binary format is no promise.

#include "compiler/lower/memory.h"

#include "compiler/lower/bounds.h"
#include "compiler/lower/thunks.h"

namespace wasmc::lower {

using namespace llvm;
using wasm::Op;

namespace {

enum class Extension { none, sign, zero };

// How a scalar load reads: `bits` of memory (0: the whole result), extended to the result.
struct LoadShape {
  wasm::ValueType result;
  unsigned bits;
  Extension extension;
};

LoadShape loadShape(Op op) {
  switch (op) {
  case Op::i32_load:
    return {wasm::kI32, 32, Extension::none};
  case Op::i64_load:
    return {wasm::kI64, 64, Extension::none};
  case Op::f32_load:
    return {wasm::kF32, 32, Extension::none};
  case Op::f64_load:
    return {wasm::kF64, 64, Extension::none};
  case Op::i32_load8_s:
    return {wasm::kI32, 8, Extension::sign};
  case Op::i32_load8_u:
    return {wasm::kI32, 8, Extension::zero};
  case Op::i32_load16_s:
    return {wasm::kI32, 16, Extension::sign};
  case Op::i32_load16_u:
    return {wasm::kI32, 16, Extension::zero};
  case Op::i64_load8_s:
    return {wasm::kI64, 8, Extension::sign};
  case Op::i64_load8_u:
    return {wasm::kI64, 8, Extension::zero};
  case Op::i64_load16_s:
    return {wasm::kI64, 16, Extension::sign};
  case Op::i64_load16_u:
    return {wasm::kI64, 16, Extension::zero};
  case Op::i64_load32_s:
    return {wasm::kI64, 32, Extension::sign};
  case Op::i64_load32_u:
    return {wasm::kI64, 32, Extension::zero};
  default:
    llvm_unreachable("not a scalar load");
  }
}

// How many bits of its operand a scalar store writes.
unsigned storeBits(Op op) {
  switch (op) {
  case Op::i32_store8:
  case Op::i64_store8:
    return 8;
  case Op::i32_store16:
  case Op::i64_store16:
    return 16;
  case Op::i32_store:
  case Op::f32_store:
  case Op::i64_store32:
    return 32;
  case Op::i64_store:
  case Op::f64_store:
    return 64;
  default:
    llvm_unreachable("not a scalar store");
  }
}

} // namespace

Value *emitVolatileLoad(FunctionBuilder &b, wasm::MemoryIndex memory, llvm::Type *type,
                        Value *address) {
  LoadInst *load = b.CreateAlignedLoad(type, address, Align(1), /*isVolatile=*/true);
  b.module().aliasScopes.markMemories(*load, {memory});
  return load;
}

void emitVolatileStore(FunctionBuilder &b, wasm::MemoryIndex memory, Value *value, Value *address) {
  StoreInst *store = b.CreateAlignedStore(value, address, Align(1), /*isVolatile=*/true);
  b.module().aliasScopes.markMemories(*store, {memory});
}

Value *emitLoad(FunctionBuilder &b, Op op, const decode::MemArg &arg, Value *index) {
  LoadShape shape = loadShape(op);
  Value *address = emitAddress(b, arg, index, shape.bits / 8);
  llvm::Type *result = llvmType(b.getContext(), shape.result);
  if (shape.extension == Extension::none)
    return emitVolatileLoad(b, arg.memory, result, address);
  Value *narrow = emitVolatileLoad(b, arg.memory, b.getIntNTy(shape.bits), address);
  return shape.extension == Extension::sign ? b.CreateSExt(narrow, result)
                                            : b.CreateZExt(narrow, result);
}

// AArch64 and RISC-V permit a store that crosses into an inaccessible page to have written its
// first bytes when it faults (Arm ARM, B2.2; RISC-V unprivileged specification, section 2.6), and
// qemu does so. Reading the last byte first lets such a store trap before it writes: memories start
// at a page and never shrink, so where the last byte can be read the others can be written.
Value *emitStoreAddress(FunctionBuilder &b, const decode::MemArg &arg, Value *index,
                        uint32_t size) {
  Value *address = emitAddress(b, arg, index, size);
  bool isWhole = b.facts().hasWholeStores || size == 1;
  if (!isWhole && !isSurelyInside(b, arg, index, size))
    emitVolatileLoad(b, arg.memory, b.getInt8Ty(), b.offsetPointer(address, size - 1));
  return address;
}

void emitStore(FunctionBuilder &b, Op op, const decode::MemArg &arg, Value *index, Value *value) {
  unsigned bits = storeBits(op);
  Value *address = emitStoreAddress(b, arg, index, bits / 8);
  if (value->getType()->isIntegerTy() && value->getType()->getIntegerBitWidth() != bits)
    value = b.CreateTrunc(value, b.getIntNTy(bits));
  emitVolatileStore(b, arg.memory, value, address);
}

Value *emitMemorySize(FunctionBuilder &b, wasm::MemoryIndex memory) {
  const wasm::MemoryType &type = b.module().wasm.memories[memory.value].type;
  Value *pages = b.CreateLShr(emitMemoryBytes(b, memory), type.pageSizeLog2);
  return type.is64 ? pages : b.CreateTrunc(pages, b.getInt32Ty());
}

Value *emitMemoryGrow(FunctionBuilder &b, wasm::MemoryIndex memory, Value *delta) {
  const wasm::MemoryType &type = b.module().wasm.memories[memory.value].type;
  // A refused request answers UINT64_MAX, which truncates to the -1 of a 32-bit memory.
  Value *before =
      emitBuiltinCall(b, WASMC_BUILTIN_memory_grow,
                      {b.context(), b.getInt32(memory.value), b.CreateZExt(delta, b.getInt64Ty())});
  return type.is64 ? before : b.CreateTrunc(before, b.getInt32Ty());
}

void emitMemoryCopy(FunctionBuilder &b, wasm::MemoryIndex destination, wasm::MemoryIndex source,
                    const RangeOperands &operands) {
  // Both checks come before the first byte is written (spec 4.6.8, memory.copy).
  Value *to = emitRange(b, destination, operands.destination, operands.length);
  Value *from = emitRange(b, source, operands.source, operands.length);
  CallInst *move =
      b.CreateMemMove(to, Align(1), from, Align(1), b.CreateZExt(operands.length, b.getInt64Ty()),
                      /*isVolatile=*/true);
  b.module().aliasScopes.markMemories(*move, {destination, source});
}

void emitMemoryFill(FunctionBuilder &b, wasm::MemoryIndex memory, const RangeOperands &operands) {
  Value *to = emitRange(b, memory, operands.destination, operands.length);
  CallInst *set = b.CreateMemSet(to, b.CreateTrunc(operands.source, b.getInt8Ty()),
                                 b.CreateZExt(operands.length, b.getInt64Ty()), Align(1),
                                 /*isVolatile=*/true);
  b.module().aliasScopes.markMemories(*set, {memory});
}

void emitMemoryInit(FunctionBuilder &b, wasm::MemoryIndex memory, wasm::DataIndex data,
                    const RangeOperands &operands) {
  auto wide = [&](Value *v) { return b.CreateZExt(v, b.getInt64Ty()); };
  emitBuiltinCall(b, WASMC_BUILTIN_memory_init,
                  {b.context(), b.getInt32(memory.value), b.getInt32(data.value),
                   wide(operands.destination), wide(operands.source), wide(operands.length)});
}

void emitDataDrop(FunctionBuilder &b, wasm::DataIndex data) {
  emitBuiltinCall(b, WASMC_BUILTIN_data_drop, {b.context(), b.getInt32(data.value)});
}

} // namespace wasmc::lower
