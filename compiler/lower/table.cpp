#include "compiler/lower/table.h"
#include "compiler/lower/thunks.h"

#include "compiler/lower/trap.h"

namespace wasmc::lower {

using namespace llvm;

namespace {

const wasm::TableType &typeOf(FunctionBuilder &b, wasm::TableIndex table) {
  return b.module().wasm.tables[table.value].type;
}

Value *emitTableDefinition(FunctionBuilder &b, wasm::TableIndex table) {
  const wasm::Module &wasm = b.module().wasm;
  const wasmc_context_layout &at = b.module().layout.offsets;
  if (table.value < wasm.importedTables)
    return b.loadInvariant(b.getPtrTy(), b.context(),
                           at.imported_tables + uint64_t{8} * table.value);
  uint64_t defined = table.value - wasm.importedTables;
  return b.offsetPointer(b.context(), at.tables + sizeof(wasmc_table) * defined);
}

Value *wide(FunctionBuilder &b, Value *v) {
  return b.CreateZExt(v, b.getInt64Ty());
}

// A table index or length as the table's own index type.
Value *narrowFor(FunctionBuilder &b, wasm::TableIndex table, Value *v) {
  return typeOf(b, table).is64 ? v : b.CreateTrunc(v, b.getInt32Ty());
}

// Address of an element, checked. `elements` never moves; `length` may grow at any call.
Value *emitElementAddress(FunctionBuilder &b, wasm::TableIndex table, Value *index,
                          wasmc_trap_code code) {
  Value *definition = emitTableDefinition(b, table);
  Value *at = wide(b, index);
  Value *length = b.loadField(b.getInt64Ty(), definition, offsetof(wasmc_table, length));
  emitTrapIf(b, b.CreateICmpUGE(at, length), code);
  Value *elements = b.loadInvariant(b.getPtrTy(), definition, offsetof(wasmc_table, elements));
  return b.CreateGEP(b.getPtrTy(), elements, at);
}

} // namespace

Value *emitTableElement(FunctionBuilder &b, wasm::TableIndex table, Value *index,
                        wasmc_trap_code code) {
  return b.ofRuntime(b.CreateLoad(b.getPtrTy(), emitElementAddress(b, table, index, code)));
}

Value *emitTableGet(FunctionBuilder &b, wasm::TableIndex table, Value *index) {
  return emitTableElement(b, table, index, WASMC_TRAP_out_of_bounds_table_access);
}

void emitTableSet(FunctionBuilder &b, wasm::TableIndex table, Value *index, Value *reference) {
  Value *address = emitElementAddress(b, table, index, WASMC_TRAP_out_of_bounds_table_access);
  // Volatile for the reason given in memory.cpp: a trap may come before the next table.set.
  b.ofRuntime(b.CreateStore(reference, address, /*isVolatile=*/true));
}

Value *emitTableSize(FunctionBuilder &b, wasm::TableIndex table) {
  Value *length =
      b.loadField(b.getInt64Ty(), emitTableDefinition(b, table), offsetof(wasmc_table, length));
  return narrowFor(b, table, length);
}

Value *emitTableGrow(FunctionBuilder &b, wasm::TableIndex table, Value *reference, Value *delta) {
  // UINT64_MAX (refused) truncates to the -1 of a 32-bit table.
  Value *before =
      emitBuiltinCall(b, WASMC_BUILTIN_table_grow,
                      {b.context(), b.getInt32(table.value), reference, wide(b, delta)});
  return narrowFor(b, table, before);
}

void emitTableFill(FunctionBuilder &b, wasm::TableIndex table, Value *start, Value *reference,
                   Value *length) {
  emitBuiltinCall(
      b, WASMC_BUILTIN_table_fill,
      {b.context(), b.getInt32(table.value), wide(b, start), reference, wide(b, length)});
}

void emitTableCopy(FunctionBuilder &b, wasm::TableIndex destination, wasm::TableIndex source,
                   Value *to, Value *from, Value *length) {
  emitBuiltinCall(b, WASMC_BUILTIN_table_copy,
                  {b.context(), b.getInt32(destination.value), b.getInt32(source.value),
                   wide(b, to), wide(b, from), wide(b, length)});
}

void emitTableInit(FunctionBuilder &b, wasm::TableIndex table, wasm::ElementIndex element,
                   Value *to, Value *from, Value *length) {
  emitBuiltinCall(b, WASMC_BUILTIN_table_init,
                  {b.context(), b.getInt32(table.value), b.getInt32(element.value), wide(b, to),
                   wide(b, from), wide(b, length)});
}

void emitElemDrop(FunctionBuilder &b, wasm::ElementIndex element) {
  emitBuiltinCall(b, WASMC_BUILTIN_elem_drop, {b.context(), b.getInt32(element.value)});
}

Value *emitRefFunc(FunctionBuilder &b, wasm::FunctionIndex function) {
  const wasm::InstanceLayout &layout = b.module().layout;
  uint32_t record = layout.recordOfFunction[function.value];
  assert(record != WASMC_NO_INDEX && "validation: ref.func needs a declaration");
  // Our own context, not a guest's address: told that it does not wrap, LLVM knows that no record
  // is null, and drops the check of a call_ref.
  return b.CreatePtrAdd(b.context(),
                        b.getInt64(layout.offsets.function_records +
                                   uint64_t{record} * sizeof(wasmc_function_record)),
                        "", GEPNoWrapFlags::noUnsignedWrap());
}

} // namespace wasmc::lower
