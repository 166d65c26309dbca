// The type section (spec 5.3.5 to 5.3.9, 5.5.4).
#include "compiler/decode/module_decoder.h"
#include "compiler/decode/type_reader.h"

namespace wasmc::decode {

using wasm::CompositeKind;
using wasm::Feature;
using wasm::SubType;
using wasm::TypeIndex;
using wasm::ValueType;

namespace {

constexpr uint8_t kFunction = 0x60;
constexpr uint8_t kStruct = 0x5f;
constexpr uint8_t kArray = 0x5e;
constexpr uint8_t kSub = 0x50;
constexpr uint8_t kSubFinal = 0x4f;
constexpr uint8_t kRec = 0x4e;

} // namespace

Result<void> ModuleDecoder::typeSection(Cursor &cursor) {
  TRY_ASSIGN(uint32_t groups, count(cursor, kMaxTypes, "types"));
  for (uint32_t i = 0; i < groups; ++i)
    TRY(recGroup(cursor));
  return {};
}

Result<void> ModuleDecoder::recGroup(Cursor &cursor) {
  uint64_t start = cursor.offset();
  wasm::RecGroup group{TypeIndex(static_cast<uint32_t>(module_.types.size())), 1};
  if (!cursor.atEnd() && cursor.peek() == kRec) {
    cursor.skipByte();
    if (!features_.has(Feature::gc_types))
      return notEnabled(start, Feature::gc_types, "recursion group");
    TRY_ASSIGN(group.count, count(cursor, kMaxTypes, "types"));
  }
  if (group.count > kMaxTypes - group.first.value)
    return error(start, "too many types, at most ", kMaxTypes);
  auto position = static_cast<uint32_t>(module_.recGroups.size());
  for (uint32_t i = 0; i < group.count; ++i) {
    TRY(subType(cursor));
    module_.recGroupOfType.push_back(position);
  }
  module_.recGroups.push_back(group);
  return {};
}

Result<void> ModuleDecoder::subType(Cursor &cursor) {
  uint64_t start = cursor.offset();
  SubType type;
  TRY_ASSIGN(uint8_t form, cursor.readByte());
  if (form == kSub || form == kSubFinal) {
    if (!features_.has(Feature::gc_types))
      return notEnabled(start, Feature::gc_types, "sub type");
    type.isFinal = form == kSubFinal;
    TRY_ASSIGN(uint32_t supertypes, cursor.readCount());
    for (uint32_t i = 0; i < supertypes; ++i) {
      TRY_ASSIGN(TypeIndex supertype, readTypeIndex(cursor));
      type.supertypes.push_back(supertype);
    }
    TRY_ASSIGN(form, cursor.readByte());
  }
  TRY(compositeType(cursor, form, start, type));
  module_.types.push_back(std::move(type));
  module_.typeOffsets.push_back(start);
  return {};
}

Result<void> ModuleDecoder::compositeType(Cursor &cursor, uint8_t form, uint64_t offset,
                                          SubType &type) {
  if (form == kFunction)
    return functionType(cursor, type);
  // Forms are negative numbers of seven bits; the suite has one that spends two bytes on it.
  if ((form & 0x80) != 0)
    return error(offset, "integer representation too long: malformed type form");
  if (form != kStruct && form != kArray)
    return error(offset, "malformed type form ", form);
  if (!features_.has(Feature::gc_types))
    return notEnabled(offset, Feature::gc_types, form == kStruct ? "struct type" : "array type");
  if (form == kStruct)
    return structType(cursor, type);
  type.kind = CompositeKind::array;
  TRY_ASSIGN(wasm::FieldType field, fieldType(cursor));
  type.fields.push_back(field);
  return {};
}

Result<void> ModuleDecoder::functionType(Cursor &cursor, SubType &type) {
  type.kind = CompositeKind::function;
  TRY(valueTypes(cursor, type.params, kMaxParameters, "parameters"));
  uint64_t start = cursor.offset();
  TRY(valueTypes(cursor, type.results, kMaxResults, "results"));
  if (type.results.size() > 1 && !features_.has(Feature::multi_value))
    return notEnabled(start, Feature::multi_value, "function type with ", type.results.size(),
                      " results");
  return {};
}

Result<void> ModuleDecoder::valueTypes(Cursor &cursor, std::vector<ValueType> &types,
                                       uint32_t limit, const char *what) {
  TRY_ASSIGN(uint32_t size, count(cursor, limit, what));
  types.reserve(size);
  for (uint32_t i = 0; i < size; ++i) {
    TRY_ASSIGN(ValueType type, readValueType(cursor, features_));
    types.push_back(type);
  }
  return {};
}

Result<void> ModuleDecoder::structType(Cursor &cursor, SubType &type) {
  type.kind = CompositeKind::struct_;
  TRY_ASSIGN(uint32_t size, count(cursor, kMaxFields, "fields"));
  type.fields.reserve(size);
  for (uint32_t i = 0; i < size; ++i) {
    TRY_ASSIGN(wasm::FieldType field, fieldType(cursor));
    type.fields.push_back(field);
  }
  return {};
}

Result<wasm::FieldType> ModuleDecoder::fieldType(Cursor &cursor) {
  wasm::FieldType field;
  TRY_ASSIGN(field.type, readStorageType(cursor, features_));
  uint64_t start = cursor.offset();
  TRY_ASSIGN(uint8_t mutability, cursor.readByte());
  if (mutability > 1)
    return error(start, "malformed mutability");
  field.isMutable = mutability == 1;
  return field;
}

} // namespace wasmc::decode
