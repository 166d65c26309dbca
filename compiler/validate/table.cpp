// Tables and element segments (spec 3.4.5).
#include "compiler/validate/checker.h"

namespace wasmc::validate {

Result<const wasm::TableType *> Checker::table(wasm::TableIndex index) const {
  if (index.value >= module_.tables.size())
    return fail("unknown table ", index.value);
  return &module_.tables[index.value].type;
}

Result<const wasm::ElementSegment *> Checker::element(wasm::ElementIndex index) const {
  if (index.value >= module_.elements.size())
    return fail("unknown elem segment ", index.value);
  return &module_.elements[index.value];
}

Result<void> Checker::checkElementFits(wasm::ElementIndex index, ValueType type) const {
  TRY_ASSIGN(const wasm::ElementSegment *segment, element(index));
  if (!types_.isSubtype(segment->type, type))
    return mismatch(type, segment->type);
  return {};
}

Result<void> Checker::onTableGet(wasm::TableIndex index) {
  TRY_ASSIGN(const wasm::TableType *type, table(index));
  TRY(pop(addressType(type->is64)));
  return push(type->element);
}

Result<void> Checker::onTableSet(wasm::TableIndex index) {
  TRY_ASSIGN(const wasm::TableType *type, table(index));
  TRY(pop(type->element));
  return pop(addressType(type->is64));
}

Result<void> Checker::onTableSize(wasm::TableIndex index) {
  TRY_ASSIGN(const wasm::TableType *type, table(index));
  return push(addressType(type->is64));
}

Result<void> Checker::onTableGrow(wasm::TableIndex index) {
  TRY_ASSIGN(const wasm::TableType *type, table(index));
  TRY(pop(addressType(type->is64)));
  TRY(pop(type->element));
  return push(addressType(type->is64));
}

Result<void> Checker::onTableFill(wasm::TableIndex index) {
  TRY_ASSIGN(const wasm::TableType *type, table(index));
  TRY(pop(addressType(type->is64)));
  TRY(pop(type->element));
  return pop(addressType(type->is64));
}

// The length is 64-bit only when both tables are.
Result<void> Checker::onTableCopy(wasm::TableIndex destination, wasm::TableIndex source) {
  TRY_ASSIGN(const wasm::TableType *to, table(destination));
  TRY_ASSIGN(const wasm::TableType *from, table(source));
  if (!types_.isSubtype(from->element, to->element))
    return mismatch(to->element, from->element);
  TRY(pop(addressType(to->is64 && from->is64)));
  TRY(pop(addressType(from->is64)));
  return pop(addressType(to->is64));
}

Result<void> Checker::onTableInit(wasm::TableIndex index, wasm::ElementIndex segment) {
  TRY_ASSIGN(const wasm::TableType *type, table(index));
  TRY(checkElementFits(segment, type->element));
  TRY(pop(wasm::kI32));
  TRY(pop(wasm::kI32));
  return pop(addressType(type->is64));
}

Result<void> Checker::onElemDrop(wasm::ElementIndex index) {
  TRY(element(index));
  return {};
}

} // namespace wasmc::validate
