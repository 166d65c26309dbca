#include "compiler/decode/body.h"

namespace wasmc::decode {

using wasm::Feature;
using wasm::Features;

Result<wasm::detail::OpcodeEntry> readPrefixedOpcode(Cursor &cursor) {
  constexpr char kDigits[] = "0123456789abcdef";
  uint64_t offset = cursor.offset();
  TRY_ASSIGN(uint8_t prefix, cursor.readByte());
  char hex[] = {kDigits[prefix >> 4], kDigits[prefix & 15], '\0'};
  if (!wasm::isPrefix(prefix))
    return error(offset, "illegal opcode ", hex);
  TRY_ASSIGN(uint32_t sub, cursor.readU32());
  std::optional<Op> op = wasm::findOperator(prefix, sub);
  if (!op)
    return error(offset, "illegal opcode ", hex, " ", sub);
  return wasm::detail::kOpcodeTables.prefixed[prefix - 0xfb][sub];
}

Result<MemArg> readMemArg(Cursor &cursor, Features features) {
  // spec 5.4.6: bits 0 to 5 of the flags are the alignment, bit 6 says that a memory index follows.
  constexpr uint32_t kMemoryIndexFollows = 1u << 6;
  uint64_t start = cursor.offset();
  TRY_ASSIGN(uint32_t flags, cursor.readU32());
  MemArg argument;
  if (flags >= 2 * kMemoryIndexFollows)
    return error(start, "malformed memop flags");
  if ((flags & kMemoryIndexFollows) != 0) {
    if (!features.has(Feature::multi_memory))
      return notEnabled(start, Feature::multi_memory, "memory index");
    TRY_ASSIGN(uint32_t memory, cursor.readU32());
    argument.memory = wasm::MemoryIndex(memory);
  }
  argument.align = flags & (kMemoryIndexFollows - 1);
  TRY_ASSIGN(argument.offset, cursor.readU64());
  return argument;
}

Result<CatchClause> readCatchClause(Cursor &cursor) {
  uint64_t start = cursor.offset();
  TRY_ASSIGN(uint8_t kind, cursor.readByte());
  if (kind > 3)
    return error(start, "malformed catch clause");
  CatchClause clause;
  clause.kind = static_cast<CatchClause::Kind>(kind);
  if (clause.kind == CatchClause::Kind::catch_ || clause.kind == CatchClause::Kind::catch_ref) {
    TRY_ASSIGN(uint32_t tag, cursor.readU32());
    clause.tag = wasm::TagIndex(tag);
  }
  TRY_ASSIGN(uint32_t label, cursor.readU32());
  clause.label = wasm::LabelIndex(label);
  return clause;
}

Result<CastTypes> readCastTypes(Cursor &cursor, Features features) {
  uint64_t start = cursor.offset();
  TRY_ASSIGN(uint8_t flags, cursor.readByte());
  if (flags > 3)
    return error(start, "malformed br_on_cast flags");
  TRY_ASSIGN(uint32_t label, cursor.readU32());
  TRY_ASSIGN(wasm::HeapType from, readHeapType(cursor, features));
  TRY_ASSIGN(wasm::HeapType to, readHeapType(cursor, features));
  return CastTypes{wasm::LabelIndex(label), wasm::ValueType::ref(from, (flags & 1) != 0),
                   wasm::ValueType::ref(to, (flags & 2) != 0)};
}

} // namespace wasmc::decode
