// Structures and arrays (spec 3.4.7).
#include "compiler/validate/checker.h"

namespace wasmc::validate {

using wasm::CompositeKind;
using wasm::FieldType;
using wasm::HeapType;
using wasm::TypeIndex;

namespace {

constexpr bool isPacked(ValueType type) {
  return type == wasm::kI8 || type == wasm::kI16;
}

// What a field of the storage type `type` looks like on the operand stack.
constexpr ValueType unpacked(ValueType type) {
  return isPacked(type) ? wasm::kI32 : type;
}

constexpr ValueType reference(TypeIndex type, bool nullable) {
  return ValueType::ref(HeapType::defined(type), nullable);
}

} // namespace

Result<const wasm::SubType *> Checker::structType(TypeIndex type) const {
  if (!types_.isKnown(type))
    return fail("unknown type ", type.value);
  if (!types_.is(type, CompositeKind::struct_))
    return fail("type mismatch: type ", type.value, " is not a struct type");
  return &types_.type(type);
}

Result<FieldType> Checker::arrayElement(TypeIndex type) const {
  if (!types_.isKnown(type))
    return fail("unknown type ", type.value);
  if (!types_.is(type, CompositeKind::array))
    return fail("type mismatch: type ", type.value, " is not an array type");
  return types_.type(type).fields[0];
}

Result<FieldType> Checker::mutableElement(TypeIndex type) const {
  TRY_ASSIGN(FieldType element, arrayElement(type));
  if (!element.isMutable)
    return fail("immutable array: type ", type.value);
  return element;
}

Result<FieldType> Checker::structField(TypeIndex type, wasm::FieldIndex field) const {
  TRY_ASSIGN(const wasm::SubType *structure, structType(type));
  if (field.value >= structure->fields.size())
    return fail("unknown field ", field.value);
  return structure->fields[field.value];
}

// get_s and get_u are for packed fields, get for the others.
Result<void> Checker::checkPacked(FieldType field, bool wantsExtension) const {
  if (isPacked(field.type) != wantsExtension)
    return fail("type mismatch: field of type ", toString(field.type),
                wantsExtension ? " is not packed" : " is packed");
  return {};
}

Result<void> Checker::popI32(unsigned count) {
  for (unsigned i = 0; i < count; ++i)
    TRY(pop(wasm::kI32));
  return {};
}

Result<void> Checker::onStructNew(Op op, TypeIndex type) {
  TRY_ASSIGN(const wasm::SubType *structure, structType(type));
  for (size_t i = structure->fields.size(); i-- > 0;) {
    ValueType field = unpacked(structure->fields[i].type);
    if (op == Op::struct_new) {
      TRY(pop(field));
    } else if (!field.isDefaultable()) {
      return fail("type mismatch: field ", i, " has no default value");
    }
  }
  return push(reference(type, false));
}

Result<void> Checker::onStructGet(Op op, TypeIndex type, wasm::FieldIndex index) {
  TRY_ASSIGN(FieldType field, structField(type, index));
  TRY(checkPacked(field, op != Op::struct_get));
  TRY(pop(reference(type, true)));
  return push(unpacked(field.type));
}

Result<void> Checker::onStructSet(TypeIndex type, wasm::FieldIndex index) {
  TRY_ASSIGN(FieldType field, structField(type, index));
  if (!field.isMutable)
    return fail("immutable field ", index.value);
  TRY(pop(unpacked(field.type)));
  return pop(reference(type, true));
}

Result<void> Checker::onArrayNew(Op op, TypeIndex type) {
  TRY_ASSIGN(FieldType element, arrayElement(type));
  TRY(popI32(1));
  if (op == Op::array_new) {
    TRY(pop(unpacked(element.type)));
  } else if (!element.type.isDefaultable()) {
    return fail("type mismatch: the elements have no default value");
  }
  return push(reference(type, false));
}

Result<void> Checker::onArrayNewFixed(TypeIndex type, uint32_t count) {
  // As in V8. Without a limit, four bytes of unreachable code could ask for 2^32 pops.
  constexpr uint32_t kMaxFixed = 10'000;
  TRY_ASSIGN(FieldType element, arrayElement(type));
  if (count > kMaxFixed)
    return fail("array.new_fixed with ", count, " elements, at most ", kMaxFixed);
  for (uint32_t i = 0; i < count; ++i)
    TRY(pop(unpacked(element.type)));
  return push(reference(type, false));
}

Result<void> Checker::checkDataFits(wasm::DataIndex data, FieldType field) const {
  if (field.type.isRef())
    return fail("array type is not numeric or vector");
  return checkData(data);
}

Result<void> Checker::onArrayNewData(TypeIndex type, wasm::DataIndex data) {
  TRY_ASSIGN(FieldType element, arrayElement(type));
  TRY(checkDataFits(data, element));
  TRY(popI32(2));
  return push(reference(type, false));
}

Result<void> Checker::onArrayNewElem(TypeIndex type, wasm::ElementIndex segment) {
  TRY_ASSIGN(FieldType element, arrayElement(type));
  TRY(checkElementFits(segment, element.type));
  TRY(popI32(2));
  return push(reference(type, false));
}

Result<void> Checker::onArrayGet(Op op, TypeIndex type) {
  TRY_ASSIGN(FieldType element, arrayElement(type));
  TRY(checkPacked(element, op != Op::array_get));
  TRY(popI32(1));
  TRY(pop(reference(type, true)));
  return push(unpacked(element.type));
}

Result<void> Checker::onArraySet(TypeIndex type) {
  TRY_ASSIGN(FieldType element, mutableElement(type));
  TRY(pop(unpacked(element.type)));
  TRY(popI32(1));
  return pop(reference(type, true));
}

Result<void> Checker::onArrayLen() {
  TRY(pop(ValueType::ref({wasm::HeapKind::array, {}}, true)));
  return push(wasm::kI32);
}

Result<void> Checker::onArrayFill(TypeIndex type) {
  TRY_ASSIGN(FieldType element, mutableElement(type));
  TRY(popI32(1));
  TRY(pop(unpacked(element.type)));
  TRY(popI32(1));
  return pop(reference(type, true));
}

Result<void> Checker::onArrayCopy(TypeIndex destination, TypeIndex source) {
  TRY_ASSIGN(FieldType to, mutableElement(destination));
  TRY_ASSIGN(FieldType from, arrayElement(source));
  if (!types_.isSubtype(from.type, to.type))
    return fail("array types do not match: ", toString(to.type), " and ", toString(from.type));
  TRY(popI32(2));
  TRY(pop(reference(source, true)));
  TRY(popI32(1));
  return pop(reference(destination, true));
}

Result<void> Checker::onArrayInitData(TypeIndex type, wasm::DataIndex data) {
  TRY_ASSIGN(FieldType element, mutableElement(type));
  TRY(checkDataFits(data, element));
  TRY(popI32(3));
  return pop(reference(type, true));
}

Result<void> Checker::onArrayInitElem(TypeIndex type, wasm::ElementIndex segment) {
  TRY_ASSIGN(FieldType element, mutableElement(type));
  TRY(checkElementFits(segment, element.type));
  TRY(popI32(3));
  return pop(reference(type, true));
}

} // namespace wasmc::validate
