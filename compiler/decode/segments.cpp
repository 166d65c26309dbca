// Element and data segments (spec 5.5.12, 5.5.14).
#include "compiler/decode/module_decoder.h"
#include "compiler/decode/type_reader.h"

namespace wasmc::decode {

using wasm::ElementSegment;
using wasm::Feature;
using wasm::SegmentMode;
using wasm::ValueType;

namespace {

// Bits of an element segment's kind.
constexpr uint32_t kNotActive = 1;     // passive or declarative
constexpr uint32_t kExplicitIndex = 2; // active: a table index follows; else: declarative
constexpr uint32_t kExpressions = 4;
constexpr ValueType kNonNullFuncRef = ValueType::ref({wasm::HeapKind::func, {}}, false);

SegmentMode modeOf(uint32_t kind) {
  if ((kind & kNotActive) == 0)
    return SegmentMode::active;
  return (kind & kExplicitIndex) != 0 ? SegmentMode::declarative : SegmentMode::passive;
}

} // namespace

Result<void> ModuleDecoder::elementSection(Cursor &cursor) {
  TRY_ASSIGN(uint32_t size, count(cursor, kMaxElementSegments, "element segments"));
  for (uint32_t i = 0; i < size; ++i)
    TRY(elementSegment(cursor));
  return {};
}

Result<void> ModuleDecoder::elementSegment(Cursor &cursor) {
  ElementSegment segment;
  segment.offset = cursor.offset();
  TRY_ASSIGN(uint32_t kind, cursor.readU32());
  if (kind > (kNotActive | kExplicitIndex | kExpressions))
    return error(segment.offset, "malformed elements segment kind ", kind);
  if (kind != 0 && !features_.has(Feature::bulk_memory))
    return notEnabled(segment.offset, Feature::bulk_memory, "element segment");
  segment.mode = modeOf(kind);
  segment.isExpressions = (kind & kExpressions) != 0;
  if (segment.mode == SegmentMode::active) {
    if ((kind & kExplicitIndex) != 0) {
      TRY_ASSIGN(uint32_t table, cursor.readU32());
      segment.table = wasm::TableIndex(table);
    }
    TRY_ASSIGN(segment.start, expression(cursor));
  }
  // Only the two forms of kind 0 and 4 leave out what the elements are.
  bool hasType = (kind & (kNotActive | kExplicitIndex)) != 0;
  if (segment.isExpressions) {
    segment.type = wasm::kFuncRef;
    if (hasType) {
      TRY_ASSIGN(segment.type, readReferenceType(cursor, features_));
    }
    TRY(elementExpressions(cursor, segment));
  } else {
    segment.type = kNonNullFuncRef;
    uint64_t start = cursor.offset();
    if (hasType) {
      TRY_ASSIGN(uint8_t elementKind, cursor.readByte());
      if (elementKind != 0)
        return error(start, "malformed element kind");
    }
    TRY(elementFunctions(cursor, segment));
  }
  module_.elements.push_back(std::move(segment));
  return {};
}

Result<void> ModuleDecoder::elementFunctions(Cursor &cursor, ElementSegment &segment) {
  TRY_ASSIGN(uint32_t size, count(cursor, kMaxElementsOfSegment, "elements"));
  segment.functions.reserve(size);
  for (uint32_t i = 0; i < size; ++i) {
    TRY_ASSIGN(uint32_t function, cursor.readU32());
    segment.functions.push_back(wasm::FunctionIndex(function));
  }
  return {};
}

Result<void> ModuleDecoder::elementExpressions(Cursor &cursor, ElementSegment &segment) {
  TRY_ASSIGN(uint32_t size, count(cursor, kMaxElementsOfSegment, "elements"));
  for (uint32_t i = 0; i < size; ++i) {
    TRY_ASSIGN(wasm::Expression element, expression(cursor));
    segment.expressions.push_back(element);
  }
  return {};
}

Result<void> ModuleDecoder::dataSection(Cursor &cursor) {
  uint64_t start = cursor.offset();
  TRY_ASSIGN(uint32_t size, count(cursor, kMaxDataSegments, "data segments"));
  if (module_.dataCount && *module_.dataCount != size)
    return error(start,
                 "data count and data section have inconsistent lengths: ", *module_.dataCount,
                 " announced, ", size, " there");
  for (uint32_t i = 0; i < size; ++i)
    TRY(dataSegment(cursor));
  return {};
}

Result<void> ModuleDecoder::dataSegment(Cursor &cursor) {
  constexpr uint32_t kActive = 0;
  constexpr uint32_t kPassive = 1;
  constexpr uint32_t kActiveIndexed = 2;
  wasm::DataSegment segment;
  segment.offset = cursor.offset();
  TRY_ASSIGN(uint32_t kind, cursor.readU32());
  if (kind > kActiveIndexed)
    return error(segment.offset, "malformed data segment kind ", kind);
  if (kind != kActive && !features_.has(Feature::bulk_memory))
    return notEnabled(segment.offset, Feature::bulk_memory, "data segment");
  segment.mode = kind == kPassive ? SegmentMode::passive : SegmentMode::active;
  if (kind == kActiveIndexed) {
    TRY_ASSIGN(uint32_t memory, cursor.readU32());
    segment.memory = wasm::MemoryIndex(memory);
  }
  if (segment.mode == SegmentMode::active) {
    TRY_ASSIGN(segment.start, expression(cursor));
  }
  TRY_ASSIGN(uint32_t size, cursor.readU32());
  if (size > cursor.remaining())
    return cursor.unexpectedEnd();
  TRY_ASSIGN(segment.bytes, cursor.readBytes(size));
  module_.datas.push_back(segment);
  return {};
}

} // namespace wasmc::decode
