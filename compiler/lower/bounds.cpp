// Guard-page elision.
//
// Why this is safe. A 32-bit memory owns a reservation of 4 GiB with 16 MiB of inaccessible pages
// below and 4 GiB + 16 MiB above it. The index is zero-extended to 64 bits, never sign-extended,
// and the static offset, at most 2^32 - 1, is added in 64 bits without wrap: the largest first byte
// is base + 2^33 - 2 and the largest access 16 bytes, so the last byte touched is below base + 8
// GiB + 16, which the guard covers. Pages beyond the current size are inaccessible until
// memory.grow makes them accessible, so an access out of bounds faults inside the reservation,
// where the runtime's handler turns it into the trap. The access is volatile (memory.cpp), so LLVM
// neither drops it nor moves it across another effect. No `inbounds`, `nuw` or `nsw` is put on the
// address: they would let LLVM reason from "in bounds" or reassociate the 32-bit part into 64 bits.
//
// Only memories for which the runtime makes that reservation come here: 32-bit, not shared, pages
// of 64 KiB. Everything else must be checked explicitly, and ends the compiler until that form
// exists.

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

// Checked in every build: an unguarded memory here would be a hole in the sandbox.
void requireGuarded(FunctionBuilder &b, wasm::MemoryIndex memory) {
  const wasm::MemoryType &type = typeOf(b, memory);
  if (type.is64 || type.isShared || type.pageSizeLog2 != 16)
    report_fatal_error("guard-page elision asked for a memory without a reservation");
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

} // namespace

Value *emitMemoryBase(FunctionBuilder &b, wasm::MemoryIndex memory) {
  if (memory.value == 0)
    return b.loadInvariant(b.getPtrTy(), b.context(), WASMC_CONTEXT_MEMORY0_BASE);
  return b.loadInvariant(b.getPtrTy(), emitMemoryDefinition(b, memory),
                         offsetof(wasmc_memory, base));
}

Value *emitMemoryBytes(FunctionBuilder &b, wasm::MemoryIndex memory) {
  return b.loadField(b.getInt64Ty(), emitMemoryDefinition(b, memory),
                     offsetof(wasmc_memory, bytes));
}

Value *emitAddress(FunctionBuilder &b, const decode::MemArg &arg, Value *index, uint32_t) {
  requireGuarded(b, arg.memory);
  Value *base = emitMemoryBase(b, arg.memory);
  Value *start = b.CreateGEP(b.getInt8Ty(), base, b.CreateZExt(index, b.getInt64Ty()));
  return b.offsetPointer(start, arg.offset);
}

Value *emitRange(FunctionBuilder &b, wasm::MemoryIndex memory, Value *start, Value *length) {
  requireGuarded(b, memory);
  Value *first = b.CreateZExt(start, b.getInt64Ty());
  // Two 32-bit numbers: the sum cannot wrap in 64 bits.
  Value *end = b.CreateAdd(first, b.CreateZExt(length, b.getInt64Ty()));
  emitTrapIf(b, b.CreateICmpUGT(end, emitMemoryBytes(b, memory)),
             WASMC_TRAP_out_of_bounds_memory_access);
  return b.CreateGEP(b.getInt8Ty(), emitMemoryBase(b, memory), first);
}

} // namespace wasmc::lower
