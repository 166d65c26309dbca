#include "compiler/decode/type_reader.h"

namespace wasmc::decode {

using wasm::Feature;
using wasm::Features;
using wasm::HeapKind;
using wasm::HeapType;
using wasm::TypeIndex;
using wasm::ValueType;

namespace {

constexpr uint8_t kRef = 0x64;
constexpr uint8_t kRefNull = 0x63;
constexpr uint8_t kEmptyBlock = 0x40;

struct AbstractHeapType {
  uint8_t code;
  HeapKind kind;
  Feature feature;
};

// spec 5.3.3
constexpr AbstractHeapType kAbstractHeapTypes[] = {
    {0x74, HeapKind::noexn, Feature::exceptions},
    {0x73, HeapKind::nofunc, Feature::gc_types},
    {0x72, HeapKind::noextern, Feature::gc_types},
    {0x71, HeapKind::none, Feature::gc_types},
    {0x70, HeapKind::func, Feature::reference_types},
    {0x6f, HeapKind::extern_, Feature::reference_types},
    {0x6e, HeapKind::any, Feature::gc_types},
    {0x6d, HeapKind::eq, Feature::gc_types},
    {0x6c, HeapKind::i31, Feature::gc_types},
    {0x6b, HeapKind::struct_, Feature::gc_types},
    {0x6a, HeapKind::array, Feature::gc_types},
    {0x69, HeapKind::exn, Feature::exceptions},
};

const AbstractHeapType *findAbstract(uint8_t code) {
  for (const AbstractHeapType &entry : kAbstractHeapTypes)
    if (entry.code == code)
      return &entry;
  return nullptr;
}

Result<TypeIndex> checkedTypeIndex(uint64_t offset, int64_t value) {
  // readS33 gives no more than 2^32 - 1.
  if (value >= kMaxTypes)
    return error(offset, "unknown type ", static_cast<uint64_t>(value));
  return TypeIndex(static_cast<uint32_t>(value));
}

// A number or vector type, if `code` is one; kBottom otherwise.
constexpr ValueType numberType(uint8_t code) {
  switch (code) {
  case 0x7f:
    return wasm::kI32;
  case 0x7e:
    return wasm::kI64;
  case 0x7d:
    return wasm::kF32;
  case 0x7c:
    return wasm::kF64;
  case 0x7b:
    return wasm::kV128;
  default:
    return wasm::kBottom;
  }
}

// Whether the byte can start a value type (all of them are negative one-byte s33).
bool startsValueType(uint8_t code) {
  return !numberType(code).isBottom() || code == kRef || code == kRefNull ||
         findAbstract(code) != nullptr;
}

} // namespace

Result<TypeIndex> readTypeIndex(Cursor &cursor) {
  uint64_t offset = cursor.offset();
  TRY_ASSIGN(uint32_t value, cursor.readU32());
  return checkedTypeIndex(offset, value);
}

Result<HeapType> readHeapType(Cursor &cursor, Features features) {
  uint64_t offset = cursor.offset();
  if (cursor.atEnd())
    return cursor.unexpectedEnd();
  if (const AbstractHeapType *abstract = findAbstract(cursor.peek())) {
    cursor.skipByte();
    if (!features.has(abstract->feature))
      return notEnabled(offset, abstract->feature, "heap type");
    return HeapType{abstract->kind, {}};
  }
  TRY_ASSIGN(int64_t value, cursor.readS33());
  if (value < 0)
    return error(offset, "malformed heap type");
  if (!features.has(Feature::function_references))
    return notEnabled(offset, Feature::function_references, "heap type");
  TRY_ASSIGN(TypeIndex index, checkedTypeIndex(offset, value));
  return HeapType::defined(index);
}

Result<ValueType> readReferenceType(Cursor &cursor, Features features) {
  uint64_t offset = cursor.offset();
  TRY_ASSIGN(uint8_t code, cursor.readByte());
  if (code == kRef || code == kRefNull) {
    if (!features.has(Feature::function_references))
      return notEnabled(offset, Feature::function_references, "reference type");
    TRY_ASSIGN(HeapType heap, readHeapType(cursor, features));
    return ValueType::ref(heap, code == kRefNull);
  }
  const AbstractHeapType *abstract = findAbstract(code);
  if (abstract == nullptr)
    return error(offset, "malformed reference type");
  if (abstract->kind != HeapKind::func && !features.has(abstract->feature))
    return notEnabled(offset, abstract->feature, "reference type");
  return ValueType::ref({abstract->kind, {}}, true);
}

Result<ValueType> readValueType(Cursor &cursor, Features features) {
  uint64_t offset = cursor.offset();
  if (cursor.atEnd())
    return cursor.unexpectedEnd();
  ValueType number = numberType(cursor.peek());
  if (!number.isBottom()) {
    cursor.skipByte();
    if (number.isVector() && !features.has(Feature::simd))
      return notEnabled(offset, Feature::simd, "v128");
    return number;
  }
  if (!startsValueType(cursor.peek()))
    return error(offset, "malformed value type");
  if (!features.has(Feature::reference_types))
    return notEnabled(offset, Feature::reference_types, "value type");
  return readReferenceType(cursor, features);
}

Result<ValueType> readStorageType(Cursor &cursor, Features features) {
  if (!cursor.atEnd() && (cursor.peek() == 0x78 || cursor.peek() == 0x77)) {
    TRY_ASSIGN(uint8_t code, cursor.readByte());
    return code == 0x78 ? wasm::kI8 : wasm::kI16;
  }
  return readValueType(cursor, features);
}

Result<BlockType> readBlockType(Cursor &cursor, Features features) {
  uint64_t offset = cursor.offset();
  if (cursor.atEnd())
    return cursor.unexpectedEnd();
  BlockType block;
  if (cursor.peek() == kEmptyBlock) {
    cursor.skipByte();
    return block;
  }
  if (startsValueType(cursor.peek())) {
    block.kind = BlockType::Kind::value;
    TRY_ASSIGN(block.value, readValueType(cursor, features));
    return block;
  }
  TRY_ASSIGN(int64_t value, cursor.readS33());
  if (value < 0)
    return error(offset, "malformed block type");
  if (!features.has(Feature::multi_value))
    return notEnabled(offset, Feature::multi_value, "block type");
  block.kind = BlockType::Kind::function;
  TRY_ASSIGN(block.function, checkedTypeIndex(offset, value));
  return block;
}

} // namespace wasmc::decode
