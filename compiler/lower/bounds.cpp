// From a guest index to a host address, in one of two forms per memory (wasm::isChecked). Why each
// is safe:
//
// Guard pages, for 32-bit memories with pages of 64 KiB. Such a memory owns a reservation of 4 GiB
// with 16 MiB of inaccessible pages below and 4 GiB + 16 MiB above it. The index is zero-extended
// to 64 bits, never sign-extended, and the static offset, at most 2^32 - 1, is added in 64 bits
// without wrap: the largest first byte is base + 2^33 - 2 and the largest access 16 bytes, so the
// last byte touched is below base + 8 GiB + 16, which the guard covers. Pages beyond the current
// size are inaccessible until memory.grow makes them accessible, so an access out of bounds faults
// inside the reservation, where the runtime's handler turns it into the trap.
//
// Explicit checks, for all other memories, and for all of a module compiled with --bounds-checks.
// Nothing is left to inaccessible pages. An access of `size` bytes is inside when index + offset +
// size <= length, in numbers that do not wrap. `reach` = offset + size is added here, in the
// compiler; when it exceeds 64 bits, no index fits and the access always traps. Then
//   - 32-bit index: reach is below 2^32 + 16, so index + reach cannot wrap in 64 bits; it is
//     compared with the length;
//   - 64-bit index, reach <= the length that the memory has at least: length - reach cannot wrap;
//     the index is compared with it;
//   - 64-bit index, larger reach: index + reach may wrap, and has wrapped exactly when the sum is
//     below reach; either that or a sum beyond the length traps;
//   - constant index, index + reach <= the length that the memory has at least: nothing to compare.
// The length that a memory has at least is the minimum of its type: memories never shrink, and an
// import is bound only to a memory that is as large already. The length is read at each access;
// LLVM may keep it in a register only as long as nothing can have grown the memory. Behind the
// check index + offset is at most the length, so the address does not wrap either.
//
// Both: the access is volatile (memory.cpp), so LLVM neither drops it nor moves it across another
// effect or in front of the branch that guards it. No `inbounds`, `nuw` or `nsw` is put on the
// address: they would let LLVM reason from "in bounds" or reassociate the 32-bit part into 64 bits.
// Ranges of bulk operators are always compared with the length. Shared memories, which another
// thread may grow, end the compiler.

#include "compiler/lower/bounds.h"

#include "compiler/lower/trap.h"

namespace wasmc::lower {

using namespace llvm;

namespace {

static_assert(WASMC_MEMORY_RESERVATION + WASMC_MEMORY_GUARD_ABOVE >=
                  0xffffffffull + 0xffffffffull + 16,
              "largest index + largest offset + largest access");

const wasm::MemoryType &typeOf(FunctionBuilder &b, wasm::MemoryIndex memory) {
  return b.module().wasm.memories[memory.value].type;
}

// What the arguments above rest on, checked in every build.
void require(bool condition) {
  if (!condition)
    report_fatal_error("an access to memory for which no bounds check is known");
}

bool isChecked(FunctionBuilder &b, const decode::MemArg &arg) {
  const wasm::MemoryType &type = typeOf(b, arg.memory);
  require(!type.isShared && (type.is64 || arg.offset <= UINT32_MAX));
  bool isChecked = wasm::isChecked(type, b.module().options);
  require(isChecked || (!type.is64 && type.pageSizeLog2 == 16));
  return isChecked;
}

// What the memory's length cannot be below. No such memory exists when the product does not fit.
uint64_t leastBytes(const wasm::MemoryType &type) {
  uint64_t min = type.limits.min;
  return min <= UINT64_MAX >> type.pageSizeLog2 ? min << type.pageSizeLog2 : 0;
}

// The wasmc_memory of `memory`: in the context, or where the import points.
Value *emitMemoryDefinition(FunctionBuilder &b, wasm::MemoryIndex memory) {
  const wasm::Module &wasm = b.module().wasm;
  const wasmc_context_layout &at = b.module().layout.offsets;
  if (memory.value < wasm.importedMemories)
    return b.loadInvariant(b.getPtrTy(), b.context(),
                           at.imported_memories + uint64_t{8} * memory.value);
  uint64_t defined = memory.value - wasm.importedMemories;
  return b.offsetPointer(b.context(), at.memories + sizeof(wasmc_memory) * defined);
}

Value *widen(FunctionBuilder &b, Value *number) {
  return b.CreateZExt(number, b.getInt64Ty());
}

void emitOutOfBoundsIf(FunctionBuilder &b, Value *condition) {
  emitTrapIf(b, condition, WASMC_TRAP_out_of_bounds_memory_access);
}

// Whether index + reach <= least holds for a constant index.
bool isSurelyBelow(Value *index, uint64_t reach, uint64_t least) {
  auto *constant = dyn_cast<ConstantInt>(index);
  return constant != nullptr && reach <= least && constant->getZExtValue() <= least - reach;
}

// Traps unless `size` bytes at index + offset lie within the memory.
void emitCheck(FunctionBuilder &b, const decode::MemArg &arg, Value *index, uint32_t size) {
  const wasm::MemoryType &type = typeOf(b, arg.memory);
  uint64_t reach;
  if (__builtin_add_overflow(arg.offset, uint64_t{size}, &reach))
    return emitOutOfBoundsIf(b, b.getTrue());
  uint64_t least = leastBytes(type);
  if (isSurelyBelow(index, reach, least))
    return;
  Value *length = emitMemoryBytes(b, arg.memory);
  if (type.is64 && reach <= least)
    return emitOutOfBoundsIf(b, b.CreateICmpUGT(index, b.CreateSub(length, b.getInt64(reach))));
  Value *end = b.CreateAdd(widen(b, index), b.getInt64(reach));
  Value *beyond = b.CreateICmpUGT(end, length);
  if (type.is64)
    beyond = b.CreateOr(b.CreateICmpULT(end, b.getInt64(reach)), beyond);
  emitOutOfBoundsIf(b, beyond);
}

} // namespace

bool isSurelyInside(FunctionBuilder &b, const decode::MemArg &arg, Value *index, uint32_t size) {
  uint64_t reach;
  return isChecked(b, arg) || (!__builtin_add_overflow(arg.offset, uint64_t{size}, &reach) &&
                               isSurelyBelow(index, reach, leastBytes(typeOf(b, arg.memory))));
}

Value *emitMemoryBase(FunctionBuilder &b, wasm::MemoryIndex memory) {
  if (memory.value == 0)
    return b.memoryBase();
  return b.loadInvariant(b.getPtrTy(), emitMemoryDefinition(b, memory),
                         offsetof(wasmc_memory, base));
}

Value *emitMemoryBytes(FunctionBuilder &b, wasm::MemoryIndex memory) {
  return b.loadField(b.getInt64Ty(), emitMemoryDefinition(b, memory),
                     offsetof(wasmc_memory, bytes));
}

Value *emitAddress(FunctionBuilder &b, const decode::MemArg &arg, Value *index, uint32_t size) {
  if (isChecked(b, arg))
    emitCheck(b, arg, index, size);
  Value *base = emitMemoryBase(b, arg.memory);
  Value *start = b.CreateGEP(b.getInt8Ty(), base, widen(b, index));
  return b.offsetPointer(start, arg.offset);
}

Value *emitRange(FunctionBuilder &b, wasm::MemoryIndex memory, Value *start, Value *length) {
  require(!typeOf(b, memory).isShared);
  Value *bytes = emitMemoryBytes(b, memory);
  Value *first = widen(b, start);
  Value *count = widen(b, length);
  if (start->getType()->isIntegerTy(32) && length->getType()->isIntegerTy(32)) {
    // Two 32-bit numbers: the sum cannot wrap in 64 bits.
    emitOutOfBoundsIf(b, b.CreateICmpUGT(b.CreateAdd(first, count), bytes));
  } else {
    // Where the difference wraps, the first comparison has found out.
    Value *tooLong = b.CreateICmpUGT(count, bytes);
    Value *tooFar = b.CreateICmpUGT(first, b.CreateSub(bytes, count));
    emitOutOfBoundsIf(b, b.CreateOr(tooLong, tooFar));
  }
  return b.CreateGEP(b.getInt8Ty(), emitMemoryBase(b, memory), first);
}

} // namespace wasmc::lower
