#include "compiler/text/immediate_reader.h"

#include "compiler/text/literals.h"
#include "compiler/text/number.h"

#include <bit>
#include <cassert>

namespace wasmc::text {

using wasm::Immediate;
using wasm::Op;

void writeOpcode(ByteWriter &to, Op op) {
  uint32_t opcode = wasm::info(op).opcode;
  if (opcode < 0x100) {
    to.byte(static_cast<uint8_t>(opcode));
    return;
  }
  to.byte(static_cast<uint8_t>(opcode >> 16));
  to.unsignedLeb(opcode & 0xffff);
}

Result<void> ImmediateReader::instruction(ByteWriter &to, Op op) {
  switch (op) {
  case Op::select:
    return select(to);
  case Op::ref_test:
  case Op::ref_cast:
    return heapType(to, op); // which of two opcodes depends on the type
  default:
    writeOpcode(to, op);
    return immediates(to, op);
  }
}

// clang-format off
Result<void> ImmediateReader::immediates(ByteWriter &to, Op op) {
  switch (wasm::info(op).immediate) {
  case Immediate::none:
  case Immediate::numeric:       return {};
  case Immediate::zero_byte:     to.byte(0); return {};
  case Immediate::label:         return label(to);
  case Immediate::labels:        return labels(to);
  case Immediate::function:      return index(to, state_.functions);
  case Immediate::type:          return index(to, state_.types);
  case Immediate::type_table:    return typeTable(to);
  case Immediate::type_field:    return typeField(to);
  case Immediate::type_count: {
    TRY(index(to, state_.types));
    TRY_ASSIGN(uint32_t count, tokens_.naturalU32());
    to.unsignedLeb(count);
    return {};
  }
  case Immediate::type_data:     TRY(index(to, state_.types)); return dataIndex(to);
  case Immediate::type_element:  TRY(index(to, state_.types)); return index(to, state_.elements);
  case Immediate::type_type:     TRY(index(to, state_.types)); return index(to, state_.types);
  case Immediate::heap_type: {
    TRY_ASSIGN(wasm::HeapType heap, types_.heapType());
    writeHeapType(to, heap);
    return {};
  }
  case Immediate::br_on_cast:    return castBranch(to);
  case Immediate::tag:           return index(to, state_.tags);
  case Immediate::local:         return index(to, locals_);
  case Immediate::global:        return index(to, state_.globals);
  case Immediate::table:         return optionalIndex(to, state_.tables);
  case Immediate::table_table:   return optionalPair(to, state_.tables);
  case Immediate::element_table: return segmentAndPlace(to, state_.elements, state_.tables);
  case Immediate::element:       return index(to, state_.elements);
  case Immediate::memory:        return optionalIndex(to, state_.memories);
  case Immediate::memory_memory: return optionalPair(to, state_.memories);
  case Immediate::data_memory:
    state_.usesDataCount = true;
    return segmentAndPlace(to, state_.datas, state_.memories);
  case Immediate::data:          return dataIndex(to);
  case Immediate::load:
  case Immediate::store:
  case Immediate::atomic:        return memArg(to, op, false);
  case Immediate::load_lane:
  case Immediate::store_lane:    TRY(memArg(to, op, true)); return lane(to);
  case Immediate::i32:           return integer(to, 32);
  case Immediate::i64:           return integer(to, 64);
  case Immediate::f32: {
    TRY_ASSIGN(uint64_t bits, readFloatLiteral(tokens_, 32));
    to.fixed(bits, 4);
    return {};
  }
  case Immediate::f64: {
    TRY_ASSIGN(uint64_t bits, readFloatLiteral(tokens_, 64));
    to.fixed(bits, 8);
    return {};
  }
  case Immediate::v128:          return v128(to);
  case Immediate::lane:          return lane(to);
  case Immediate::shuffle:       return shuffle(to);
  // Blocks have a reader of their own, and select looked for its types before its opcode.
  case Immediate::block_type:
  case Immediate::try_table:
  case Immediate::value_types:   break;
  }
  assert(false && "operator without a reader");
  return {};
}
// clang-format on

Result<void> ImmediateReader::index(ByteWriter &to, const IndexSpace &space) {
  TRY_ASSIGN(uint32_t index, types_.index(space));
  to.unsignedLeb(index);
  return {};
}

Result<void> ImmediateReader::label(ByteWriter &to) {
  uint32_t offset = tokens_.offset();
  std::optional<std::string> name = tokens_.acceptIdentifier();
  if (!name)
    return index(to, IndexSpace("label"));
  if (std::optional<uint32_t> depth = labels_.find(*name)) {
    to.unsignedLeb(*depth);
    return {};
  }
  return error(offset, "unknown label $", *name);
}

Result<void> ImmediateReader::labels(ByteWriter &to) {
  ByteWriter targets;
  uint64_t count = 0;
  do {
    TRY(label(targets));
    ++count;
  } while (tokens_.atIndex());
  to.unsignedLeb(count - 1); // the last is the default label, and is not counted
  to.append(targets);
  return {};
}

Result<void> ImmediateReader::typeTable(ByteWriter &to) {
  uint32_t table = 0;
  if (tokens_.atIndex()) {
    TRY_ASSIGN(table, types_.index(state_.tables));
  }
  TRY_ASSIGN(TypeUse use, types_.typeUse(TypeReader::Names::refused));
  TRY_ASSIGN(uint32_t type, types_.resolve(use));
  to.unsignedLeb(type);
  to.unsignedLeb(table);
  return {};
}

Result<void> ImmediateReader::typeField(ByteWriter &to) {
  TRY_ASSIGN(uint32_t type, types_.index(state_.types));
  to.unsignedLeb(type);
  if (type >= state_.definedTypes.size())
    return index(to, IndexSpace("field"));
  return index(to, state_.definedTypes[type].fields);
}

Result<void> ImmediateReader::select(ByteWriter &to) {
  if (!tokens_.atForm("result")) {
    writeOpcode(to, Op::select);
    return {};
  }
  std::vector<wasm::ValueType> types;
  while (tokens_.acceptForm("result"))
    TRY(types_.valueTypes(types));
  writeOpcode(to, Op::select_t);
  to.unsignedLeb(types.size());
  for (wasm::ValueType type : types)
    writeValueType(to, type);
  return {};
}

Result<void> ImmediateReader::heapType(ByteWriter &to, Op op) {
  TRY_ASSIGN(wasm::ValueType type, types_.referenceType());
  if (op == Op::ref_test)
    writeOpcode(to, type.isNullable() ? Op::ref_test_null : Op::ref_test);
  else
    writeOpcode(to, type.isNullable() ? Op::ref_cast_null : Op::ref_cast);
  writeHeapType(to, type.heap());
  return {};
}

Result<void> ImmediateReader::castBranch(ByteWriter &to) {
  ByteWriter target;
  TRY(label(target));
  TRY_ASSIGN(wasm::ValueType from, types_.referenceType());
  TRY_ASSIGN(wasm::ValueType into, types_.referenceType());
  to.byte((from.isNullable() ? 1 : 0) | (into.isNullable() ? 2 : 0));
  to.append(target);
  writeHeapType(to, from.heap());
  writeHeapType(to, into.heap());
  return {};
}

Result<void> ImmediateReader::optionalIndex(ByteWriter &to, const IndexSpace &space) {
  if (tokens_.atIndex())
    return index(to, space);
  to.unsignedLeb(0);
  return {};
}

Result<void> ImmediateReader::optionalPair(ByteWriter &to, const IndexSpace &space) {
  if (tokens_.atIndex()) {
    TRY(index(to, space));
    return index(to, space);
  }
  to.unsignedLeb(0);
  to.unsignedLeb(0);
  return {};
}

// memory.init and table.init: the text has the memory or table first and may leave it out, the
// binary has it last.
Result<void> ImmediateReader::segmentAndPlace(ByteWriter &to, const IndexSpace &segments,
                                              const IndexSpace &places) {
  uint32_t place = 0;
  if (tokens_.atIndex(1)) {
    TRY_ASSIGN(place, types_.index(places));
  }
  TRY(index(to, segments));
  to.unsignedLeb(place);
  return {};
}

Result<void> ImmediateReader::dataIndex(ByteWriter &to) {
  state_.usesDataCount = true;
  return index(to, state_.datas);
}

bool ImmediateReader::atAssignment(uint32_t ahead) const {
  return tokens_.peek(ahead).kind == TokenKind::keyword &&
         (tokens_.word(ahead).starts_with("offset=") || tokens_.word(ahead).starts_with("align="));
}

// `key` and the number that follows it, all one keyword.
Result<uint64_t> ImmediateReader::assignment(std::string_view key, uint64_t otherwise) {
  if (!tokens_.at(TokenKind::keyword) || !tokens_.word().starts_with(key))
    return otherwise;
  uint64_t value = 0;
  switch (readNatural(tokens_.word().substr(key.size()), 64, value)) {
  case NumberResult::ok:
    tokens_.next();
    return value;
  case NumberResult::out_of_range:
    return error(tokens_.offset(), "i64 constant out of range");
  case NumberResult::malformed:
    break;
  }
  return tokens_.unexpected();
}

Result<void> ImmediateReader::memArg(ByteWriter &to, Op op, bool hasLane) {
  constexpr uint64_t kMemoryIndexFollows = 1u << 6;
  uint32_t memory = 0;
  // Before a lane, a lone number is the lane.
  bool isMemory = tokens_.atIndex() && (!hasLane || tokens_.at(TokenKind::identifier) ||
                                        tokens_.atIndex(1) || atAssignment(1));
  if (isMemory) {
    TRY_ASSIGN(memory, types_.index(state_.memories));
  }
  TRY_ASSIGN(uint64_t offset, assignment("offset=", 0));
  uint32_t position = tokens_.offset();
  TRY_ASSIGN(uint64_t align, assignment("align=", wasm::accessBytes(op)));
  if (!std::has_single_bit(align))
    return error(position, "alignment must be a power of two");
  to.unsignedLeb(static_cast<uint64_t>(std::countr_zero(align)) |
                 (memory != 0 ? kMemoryIndexFollows : 0));
  if (memory != 0)
    to.unsignedLeb(memory);
  to.unsignedLeb(offset);
  return {};
}

Result<void> ImmediateReader::integer(ByteWriter &to, unsigned bits) {
  TRY_ASSIGN(uint64_t value, readIntegerLiteral(tokens_, bits));
  auto narrow = static_cast<int32_t>(value);
  to.signedLeb(bits == 32 ? narrow : static_cast<int64_t>(value));
  return {};
}

Result<void> ImmediateReader::v128(ByteWriter &to) {
  TRY_ASSIGN(V128 bytes, readV128Literal(tokens_));
  to.raw(std::span(bytes));
  return {};
}

Result<void> ImmediateReader::lane(ByteWriter &to) {
  TRY_ASSIGN(uint64_t lane, tokens_.natural(8));
  to.byte(static_cast<uint8_t>(lane));
  return {};
}

Result<void> ImmediateReader::shuffle(ByteWriter &to) {
  constexpr uint32_t kLanes = 16;
  if (!tokens_.atNumbers(kLanes))
    return error(tokens_.offset(), "invalid lane length");
  for (uint32_t i = 0; i < kLanes; ++i) {
    // Signs and points count as out of range here, as the suite has it.
    if (formOf(tokens_.word()) != NumberForm::natural)
      return error(tokens_.offset(), "i8 constant out of range");
    TRY(lane(to));
  }
  return {};
}

Result<void> ImmediateReader::blockType(ByteWriter &to) {
  constexpr uint8_t kEmpty = 0x40;
  TRY_ASSIGN(TypeUse use, types_.typeUse(TypeReader::Names::refused));
  if (!use.index && use.function.params.empty() && use.function.results.size() <= 1) {
    if (use.function.results.empty())
      to.byte(kEmpty);
    else
      writeValueType(to, use.function.results[0]);
    return {};
  }
  TRY_ASSIGN(uint32_t type, types_.resolve(use));
  to.signedLeb(type);
  return {};
}

Result<void> ImmediateReader::catchClauses(ByteWriter &to) {
  static constexpr std::string_view kClauses[] = {"catch", "catch_ref", "catch_all",
                                                  "catch_all_ref"};
  ByteWriter clauses;
  uint64_t count = 0;
  for (;; ++count) {
    uint8_t kind = 0;
    while (kind < std::size(kClauses) && !tokens_.acceptForm(kClauses[kind]))
      ++kind;
    if (kind == std::size(kClauses))
      break;
    clauses.byte(kind);
    if (kind < 2)
      TRY(index(clauses, state_.tags));
    TRY(label(clauses));
    TRY(tokens_.expect(TokenKind::right));
  }
  to.unsignedLeb(count);
  to.append(clauses);
  return {};
}

} // namespace wasmc::text
