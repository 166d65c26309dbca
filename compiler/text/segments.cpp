// Element and data segments (spec 6.6.11, 6.6.12).
#include "compiler/text/module_reader.h"

namespace wasmc::text {

using wasm::Op;
using wasm::ValueType;

namespace {

// Bits of an element segment's kind (spec 5.5.12).
constexpr uint32_t kActive = 0;
constexpr uint32_t kPassive = 1;
constexpr uint32_t kDeclarative = 3;
constexpr uint32_t kExplicitTable = 2; // active ones only
constexpr uint32_t kExpressions = 4;

// `i32.const 0` or `i64.const 0`, and `end`.
void writeZero(ByteWriter &to, bool is64) {
  writeOpcode(to, is64 ? Op::i64_const : Op::i32_const);
  to.signedLeb(0);
  writeOpcode(to, Op::end);
}

} // namespace

// `(offset instr*)`, or one folded instruction.
Result<void> ModuleReader::segmentOffset(ByteWriter &to) {
  if (!tokens_.acceptForm("offset"))
    return expressions_.single(to);
  TRY(expressions_.sequence(to));
  return tokens_.expect(TokenKind::right);
}

Result<void> ModuleReader::elementIndices(ElementList &list) {
  for (; tokens_.atIndex(); ++list.count) {
    list.items.mark(tokens_.offset());
    TRY_ASSIGN(uint32_t function, types_.index(state_.functions));
    // The short form means non-nullable functions; elements of other types are expressions.
    if (list.isExpressions)
      writeOpcode(list.items, Op::ref_func);
    list.items.unsignedLeb(function);
    if (list.isExpressions)
      writeOpcode(list.items, Op::end);
  }
  return {};
}

Result<void> ModuleReader::elementExpressions(ElementList &list) {
  for (; tokens_.at(TokenKind::left); ++list.count) {
    if (!tokens_.acceptForm("item")) {
      TRY(expressions_.single(list.items));
      continue;
    }
    TRY(expressions_.sequence(list.items));
    TRY(tokens_.expect(TokenKind::right));
  }
  return {};
}

// A type and expressions, `func` and functions, or functions alone where they may stand alone.
Result<ModuleReader::ElementList> ModuleReader::elementList(bool isBareAllowed) {
  ElementList list;
  if (types_.atReferenceType()) {
    list.isExpressions = true;
    TRY_ASSIGN(list.type, types_.referenceType());
    TRY(elementExpressions(list));
    return list;
  }
  if (!tokens_.acceptKeyword("func") && !isBareAllowed)
    return tokens_.unexpected();
  TRY(elementIndices(list));
  return list;
}

void ModuleReader::addElements(uint32_t offset, uint32_t mode, uint32_t table,
                               const ByteWriter &start, const ElementList &list) {
  constexpr uint8_t kFunctionKind = 0;
  uint32_t kind = mode | (list.isExpressions ? kExpressions : 0);
  bool isShort = mode == kActive && table == 0 && list.type == wasm::kFuncRef;
  if (mode == kActive && !isShort)
    kind |= kExplicitTable;
  ByteWriter &to = state_.section(SectionId::element).add(offset);
  to.unsignedLeb(kind);
  if (mode == kActive && !isShort)
    to.unsignedLeb(table);
  to.append(start);
  if (!isShort && list.isExpressions)
    writeValueType(to, list.type);
  else if (!isShort)
    to.byte(kFunctionKind);
  to.unsignedLeb(list.count);
  to.append(list.items);
}

Result<void> ModuleReader::readElements() {
  uint32_t offset = tokens_.offset();
  TRY(itemName());
  uint32_t mode = kPassive;
  uint32_t table = 0;
  ByteWriter start;
  if (tokens_.acceptKeyword("declare")) {
    mode = kDeclarative;
  } else if (tokens_.acceptForm("table")) {
    mode = kActive;
    TRY_ASSIGN(table, types_.index(state_.tables));
    TRY(tokens_.expect(TokenKind::right));
  } else if (tokens_.at(TokenKind::number)) {
    // The MVP had no keyword around the table.
    mode = kActive;
    TRY_ASSIGN(table, types_.index(state_.tables));
  } else if (tokens_.at(TokenKind::left) && !types_.atReferenceType()) {
    mode = kActive;
  }
  if (mode == kActive)
    TRY(segmentOffset(start));
  TRY_ASSIGN(ElementList list, elementList(mode == kActive));
  addElements(offset, mode, table, start, list);
  return tokens_.expect(TokenKind::right);
}

// `(table reftype (elem ...))` from its type on.
Result<void> ModuleReader::inlineElements(uint32_t table, uint32_t offset, bool is64) {
  ElementList list;
  TRY_ASSIGN(list.type, types_.referenceType());
  uint32_t segment = tokens_.offset();
  TRY(tokens_.expectForm("elem"));
  list.isExpressions = tokens_.at(TokenKind::left) || list.type != wasm::kFuncRef;
  if (tokens_.at(TokenKind::left))
    TRY(elementExpressions(list));
  else
    TRY(elementIndices(list));
  TRY(tokens_.expect(TokenKind::right));
  ByteWriter &to = state_.section(SectionId::table).add(offset);
  writeValueType(to, list.type);
  writeLimits(to, {is64, list.count, list.count}, 0);
  ByteWriter start;
  writeZero(start, is64);
  addElements(segment, kActive, table, start, list);
  return tokens_.expect(TokenKind::right);
}

Result<void> ModuleReader::readData() {
  constexpr uint32_t kActiveIndexed = 2;
  uint32_t offset = tokens_.offset();
  TRY(itemName());
  ByteWriter &to = state_.section(SectionId::data).add(offset);
  uint32_t memory = 0;
  bool isActive = !tokens_.at(TokenKind::string) && !tokens_.at(TokenKind::right);
  if (tokens_.acceptForm("memory")) {
    TRY_ASSIGN(memory, types_.index(state_.memories));
    TRY(tokens_.expect(TokenKind::right));
  } else if (tokens_.at(TokenKind::number)) {
    // The MVP had no keyword around the memory.
    TRY_ASSIGN(memory, types_.index(state_.memories));
  }
  if (!isActive) {
    to.unsignedLeb(kPassive);
  } else if (memory == 0) {
    to.unsignedLeb(kActive);
  } else {
    to.unsignedLeb(kActiveIndexed);
    to.unsignedLeb(memory);
  }
  if (isActive)
    TRY(segmentOffset(to));
  to.name(tokens_.strings());
  return tokens_.expect(TokenKind::right);
}

// `(memory (data "..."))` from its `(data` on.
Result<void> ModuleReader::inlineData(uint32_t memory, uint32_t offset, bool is64,
                                      uint64_t pageSizeLog2) {
  constexpr uint32_t kActiveIndexed = 2;
  uint32_t segment = tokens_.offset();
  TRY(tokens_.expectForm("data"));
  std::string contents = tokens_.strings();
  TRY(tokens_.expect(TokenKind::right));
  uint64_t rest = contents.size() & ((uint64_t{1} << pageSizeLog2) - 1);
  uint64_t pages = (contents.size() >> pageSizeLog2) + (rest != 0 ? 1 : 0);
  bool isCustom = pageSizeLog2 != kDefaultPageSizeLog2;
  ByteWriter &to = state_.section(SectionId::memory).add(offset);
  writeLimits(to, {is64, pages, pages}, isCustom ? kLimitsPageSize : 0);
  if (isCustom)
    to.unsignedLeb(pageSizeLog2);
  ByteWriter &data = state_.section(SectionId::data).add(segment);
  data.unsignedLeb(memory == 0 ? kActive : kActiveIndexed);
  if (memory != 0)
    data.unsignedLeb(memory);
  writeZero(data, is64);
  data.name(contents);
  return tokens_.expect(TokenKind::right);
}

} // namespace wasmc::text
