// The operators of a function body or constant expression (spec 5.4), one by one, to a visitor.
// A template so that each visitor gets a decoder of its own with its methods inlined.
#ifndef WASMC_COMPILER_DECODE_BODY_H
#define WASMC_COMPILER_DECODE_BODY_H

#include "compiler/decode/cursor.h"
#include "compiler/decode/limits.h"
#include "compiler/decode/operator_visitor.h"
#include "compiler/decode/type_reader.h"
#include "compiler/wasm/features.h"
#include "compiler/wasm/operators.h"

#include <vector>

namespace wasmc::decode {

// The opcode at the cursor, which stands on a byte that is no one-byte opcode: a prefixed one, or
// `illegal opcode`.
Result<wasm::detail::OpcodeEntry> readPrefixedOpcode(Cursor &cursor);
Result<MemArg> readMemArg(Cursor &cursor, wasm::Features features);
Result<CatchClause> readCatchClause(Cursor &cursor);
// The two types of br_on_cast and br_on_cast_fail (spec 5.4.1).
struct CastTypes {
  wasm::LabelIndex label;
  wasm::ValueType from;
  wasm::ValueType to;
};
Result<CastTypes> readCastTypes(Cursor &cursor, wasm::Features features);

// Decodes one operator per call of next(). Keeps its buffers between operators, so that decoding a
// body does not allocate for each.
template <OperatorVisitor V> class OperatorReader {
public:
  OperatorReader(const Cursor &code, wasm::Features features, V &visitor)
      : cursor_(code), features_(features), visitor_(visitor) {}

  bool atEnd() const { return cursor_.atEnd(); }
  const Cursor &cursor() const { return cursor_; }

  // Decodes the next operator and calls the visitor for it. Not at the end.
  [[gnu::always_inline]] Result<void> next() {
    uint64_t offset = cursor_.offset();
    wasm::detail::OpcodeEntry entry = wasm::detail::kOpcodeTables.plain[cursor_.peek()];
    if (entry.op != wasm::detail::kNoOperator) [[likely]] {
      cursor_.skipByte();
    } else {
      TRY_ASSIGN(entry, readPrefixedOpcode(cursor_));
    }
    op_ = static_cast<Op>(entry.op);
    if (!features_.has(entry.feature)) [[unlikely]]
      return notEnabled(offset, entry.feature, wasm::name(op_));
    visitor_.setOffset(offset);
    return dispatch(op_, entry.immediate);
  }
  // The operator that the last next() has decoded.
  Op op() const { return op_; }

private:
  // clang-format off
  [[gnu::always_inline]] Result<void> dispatch(Op op, wasm::Immediate immediate) {
    using wasm::Immediate;
    switch (immediate) {
    case Immediate::numeric:       return visitor_.onNumeric(op);
    case Immediate::local:         return local(op);
    case Immediate::none:          return plain(op);
    case Immediate::i32:           return constI32();
    case Immediate::i64:           return constI64();
    case Immediate::f32:           return constF32();
    case Immediate::f64:           return constF64();
    case Immediate::v128:          return constV128();
    case Immediate::load:          return load(op);
    case Immediate::store:         return store(op);
    case Immediate::atomic:        return atomic(op);
    case Immediate::load_lane:     return loadLane(op);
    case Immediate::store_lane:    return storeLane(op);
    case Immediate::block_type:    return block(op);
    case Immediate::try_table:     return tryTable();
    case Immediate::label:         return label(op);
    case Immediate::labels:        return brTable();
    case Immediate::function:      return function(op);
    case Immediate::global:        return global(op);
    case Immediate::type:          return type(op);
    case Immediate::type_table:    return typeTable(op);
    case Immediate::type_field:    return typeField(op);
    case Immediate::type_count:    return typeCount();
    case Immediate::type_data:     return typeData(op);
    case Immediate::type_element:  return typeElement(op);
    case Immediate::type_type:     return typeType();
    case Immediate::heap_type:     return heapType(op);
    case Immediate::br_on_cast:    return brOnCast(op);
    case Immediate::tag:           return tag();
    case Immediate::value_types:   return valueTypes();
    case Immediate::table:         return table(op);
    case Immediate::table_table:   return tableCopy();
    case Immediate::element_table: return tableInit();
    case Immediate::element:       return elemDrop();
    case Immediate::memory:        return memory(op);
    case Immediate::memory_memory: return memoryCopy();
    case Immediate::data_memory:   return memoryInit();
    case Immediate::data:          return dataDrop();
    case Immediate::zero_byte:     return atomicFence();
    case Immediate::lane:          return lane(op);
    case Immediate::shuffle:       return shuffle();
    }
    return unreachableOperator();
  }

  Result<void> plain(Op op) {
    switch (op) {
    case Op::unreachable:     return visitor_.onUnreachable();
    case Op::nop:             return visitor_.onNop();
    case Op::else_:           return visitor_.onElse();
    case Op::end:             return visitor_.onEnd();
    case Op::return_:         return visitor_.onReturn();
    case Op::throw_ref:       return visitor_.onThrowRef();
    case Op::drop:            return visitor_.onDrop();
    case Op::select:          return visitor_.onSelect({});
    case Op::ref_is_null:     return visitor_.onRefIsNull();
    case Op::ref_eq:          return visitor_.onRefEq();
    case Op::ref_as_non_null: return visitor_.onRefAsNonNull();
    case Op::array_len:       return visitor_.onArrayLen();
    case Op::any_convert_extern:
    case Op::extern_convert_any: return visitor_.onConvert(op);
    case Op::ref_i31:
    case Op::i31_get_s:
    case Op::i31_get_u:       return visitor_.onI31(op);
    default:                  return unreachableOperator();
    }
  }
  // clang-format on

  // Control.

  Result<void> block(Op op) {
    TRY_ASSIGN(BlockType type, readBlockType(cursor_, features_));
    if (op == Op::block)
      return visitor_.onBlock(type);
    return op == Op::loop ? visitor_.onLoop(type) : visitor_.onIf(type);
  }

  Result<void> tryTable() {
    TRY_ASSIGN(BlockType type, readBlockType(cursor_, features_));
    TRY_ASSIGN(uint32_t count, cursor_.readCount());
    clauses_.clear();
    for (uint32_t i = 0; i < count; ++i) {
      TRY_ASSIGN(CatchClause clause, readCatchClause(cursor_));
      clauses_.push_back(clause);
    }
    return visitor_.onTryTable(type, std::span<const CatchClause>(clauses_));
  }

  Result<void> label(Op op) {
    TRY_ASSIGN(auto label, index<wasm::LabelIndex>());
    switch (op) {
    case Op::br:
      return visitor_.onBr(label);
    case Op::br_if:
      return visitor_.onBrIf(label);
    case Op::br_on_null:
      return visitor_.onBrOnNull(label);
    default:
      return visitor_.onBrOnNonNull(label);
    }
  }

  Result<void> brTable() {
    uint64_t start = cursor_.offset();
    TRY_ASSIGN(uint32_t count, cursor_.readCount());
    if (count > kMaxBrTableSize)
      return error(start, "br_table with ", count, " targets, more than ", kMaxBrTableSize);
    labels_.clear();
    for (uint32_t i = 0; i < count; ++i) {
      TRY_ASSIGN(auto label, index<wasm::LabelIndex>());
      labels_.push_back(label);
    }
    TRY_ASSIGN(auto defaultLabel, index<wasm::LabelIndex>());
    return visitor_.onBrTable(std::span<const wasm::LabelIndex>(labels_), defaultLabel);
  }

  Result<void> brOnCast(Op op) {
    TRY_ASSIGN(CastTypes cast, readCastTypes(cursor_, features_));
    return visitor_.onBrOnCast(op, cast.label, cast.from, cast.to);
  }

  Result<void> tag() {
    TRY_ASSIGN(auto tag, index<wasm::TagIndex>());
    return visitor_.onThrow(tag);
  }

  Result<void> function(Op op) {
    TRY_ASSIGN(auto function, index<wasm::FunctionIndex>());
    if (op == Op::call)
      return visitor_.onCall(function);
    return op == Op::return_call ? visitor_.onReturnCall(function) : visitor_.onRefFunc(function);
  }

  Result<void> typeTable(Op op) {
    TRY_ASSIGN(wasm::TypeIndex type, readTypeIndex(cursor_));
    TRY_ASSIGN(auto table, index<wasm::TableIndex>());
    return op == Op::call_indirect ? visitor_.onCallIndirect(type, table)
                                   : visitor_.onReturnCallIndirect(type, table);
  }

  // Parametric and variable.

  Result<void> valueTypes() {
    TRY_ASSIGN(uint32_t count, cursor_.readCount());
    if (count != 1)
      return error(cursor_.offset(), "invalid result arity");
    TRY_ASSIGN(wasm::ValueType type, readValueType(cursor_, features_));
    return visitor_.onSelect(std::span<const wasm::ValueType>(&type, 1));
  }

  Result<void> local(Op op) {
    TRY_ASSIGN(auto local, index<wasm::LocalIndex>());
    if (op == Op::local_get)
      return visitor_.onLocalGet(local);
    return op == Op::local_set ? visitor_.onLocalSet(local) : visitor_.onLocalTee(local);
  }

  Result<void> global(Op op) {
    TRY_ASSIGN(auto global, index<wasm::GlobalIndex>());
    return op == Op::global_get ? visitor_.onGlobalGet(global) : visitor_.onGlobalSet(global);
  }

  // Tables and memories.

  Result<void> table(Op op) {
    TRY_ASSIGN(auto table, index<wasm::TableIndex>());
    switch (op) {
    case Op::table_get:
      return visitor_.onTableGet(table);
    case Op::table_set:
      return visitor_.onTableSet(table);
    case Op::table_grow:
      return visitor_.onTableGrow(table);
    case Op::table_size:
      return visitor_.onTableSize(table);
    default:
      return visitor_.onTableFill(table);
    }
  }

  Result<void> tableCopy() {
    TRY_ASSIGN(auto destination, index<wasm::TableIndex>());
    TRY_ASSIGN(auto source, index<wasm::TableIndex>());
    return visitor_.onTableCopy(destination, source);
  }

  Result<void> tableInit() {
    TRY_ASSIGN(auto element, index<wasm::ElementIndex>());
    TRY_ASSIGN(auto table, index<wasm::TableIndex>());
    return visitor_.onTableInit(table, element);
  }

  Result<void> elemDrop() {
    TRY_ASSIGN(auto element, index<wasm::ElementIndex>());
    return visitor_.onElemDrop(element);
  }

  Result<void> memory(Op op) {
    TRY_ASSIGN(auto memory, index<wasm::MemoryIndex>());
    if (op == Op::memory_size)
      return visitor_.onMemorySize(memory);
    return op == Op::memory_grow ? visitor_.onMemoryGrow(memory) : visitor_.onMemoryFill(memory);
  }

  Result<void> memoryCopy() {
    TRY_ASSIGN(auto destination, index<wasm::MemoryIndex>());
    TRY_ASSIGN(auto source, index<wasm::MemoryIndex>());
    return visitor_.onMemoryCopy(destination, source);
  }

  Result<void> memoryInit() {
    TRY_ASSIGN(auto data, index<wasm::DataIndex>());
    TRY_ASSIGN(auto memory, index<wasm::MemoryIndex>());
    return visitor_.onMemoryInit(memory, data);
  }

  Result<void> dataDrop() {
    TRY_ASSIGN(auto data, index<wasm::DataIndex>());
    return visitor_.onDataDrop(data);
  }

  Result<void> load(Op op) {
    TRY_ASSIGN(MemArg argument, readMemArg(cursor_, features_));
    return visitor_.onLoad(op, argument);
  }

  Result<void> store(Op op) {
    TRY_ASSIGN(MemArg argument, readMemArg(cursor_, features_));
    return visitor_.onStore(op, argument);
  }

  Result<void> atomic(Op op) {
    TRY_ASSIGN(MemArg argument, readMemArg(cursor_, features_));
    return visitor_.onAtomic(op, argument);
  }

  Result<void> loadLane(Op op) {
    TRY_ASSIGN(MemArg argument, readMemArg(cursor_, features_));
    TRY_ASSIGN(uint8_t lane, cursor_.readByte());
    return visitor_.onLoadLane(op, argument, lane);
  }

  Result<void> storeLane(Op op) {
    TRY_ASSIGN(MemArg argument, readMemArg(cursor_, features_));
    TRY_ASSIGN(uint8_t lane, cursor_.readByte());
    return visitor_.onStoreLane(op, argument, lane);
  }

  Result<void> atomicFence() {
    uint64_t start = cursor_.offset();
    TRY_ASSIGN(uint8_t order, cursor_.readByte());
    if (order != 0)
      return error(start, "zero byte expected");
    return visitor_.onAtomicFence();
  }

  // Constants and vectors.

  Result<void> constI32() {
    TRY_ASSIGN(int32_t value, cursor_.readS32());
    return visitor_.onI32Const(value);
  }

  Result<void> constI64() {
    TRY_ASSIGN(int64_t value, cursor_.readS64());
    return visitor_.onI64Const(value);
  }

  Result<void> constF32() {
    TRY_ASSIGN(uint32_t bits, cursor_.readFixed32());
    return visitor_.onF32Const(bits);
  }

  Result<void> constF64() {
    TRY_ASSIGN(uint64_t bits, cursor_.readFixed64());
    return visitor_.onF64Const(bits);
  }

  Result<void> constV128() {
    V128 bytes;
    TRY(cursor_.readRaw(bytes.data(), bytes.size()));
    return visitor_.onV128Const(bytes);
  }

  Result<void> lane(Op op) {
    TRY_ASSIGN(uint8_t lane, cursor_.readByte());
    return visitor_.onLane(op, lane);
  }

  Result<void> shuffle() {
    V128 lanes;
    TRY(cursor_.readRaw(lanes.data(), lanes.size()));
    return visitor_.onShuffle(lanes);
  }

  // References and objects.

  Result<void> heapType(Op op) {
    TRY_ASSIGN(wasm::HeapType heap, readHeapType(cursor_, features_));
    if (op == Op::ref_null)
      return visitor_.onRefNull(heap);
    bool nullable = op == Op::ref_test_null || op == Op::ref_cast_null;
    wasm::ValueType type = wasm::ValueType::ref(heap, nullable);
    return op == Op::ref_test || op == Op::ref_test_null ? visitor_.onRefTest(type)
                                                         : visitor_.onRefCast(type);
  }

  Result<void> type(Op op) {
    TRY_ASSIGN(wasm::TypeIndex type, readTypeIndex(cursor_));
    switch (op) {
    case Op::call_ref:
      return visitor_.onCallRef(type);
    case Op::return_call_ref:
      return visitor_.onReturnCallRef(type);
    case Op::struct_new:
    case Op::struct_new_default:
      return visitor_.onStructNew(op, type);
    case Op::array_new:
    case Op::array_new_default:
      return visitor_.onArrayNew(op, type);
    case Op::array_set:
      return visitor_.onArraySet(type);
    case Op::array_fill:
      return visitor_.onArrayFill(type);
    default:
      return visitor_.onArrayGet(op, type);
    }
  }

  Result<void> typeField(Op op) {
    TRY_ASSIGN(wasm::TypeIndex type, readTypeIndex(cursor_));
    TRY_ASSIGN(auto field, index<wasm::FieldIndex>());
    return op == Op::struct_set ? visitor_.onStructSet(type, field)
                                : visitor_.onStructGet(op, type, field);
  }

  Result<void> typeCount() {
    TRY_ASSIGN(wasm::TypeIndex type, readTypeIndex(cursor_));
    TRY_ASSIGN(uint32_t count, cursor_.readU32());
    return visitor_.onArrayNewFixed(type, count);
  }

  Result<void> typeData(Op op) {
    TRY_ASSIGN(wasm::TypeIndex type, readTypeIndex(cursor_));
    TRY_ASSIGN(auto data, index<wasm::DataIndex>());
    return op == Op::array_new_data ? visitor_.onArrayNewData(type, data)
                                    : visitor_.onArrayInitData(type, data);
  }

  Result<void> typeElement(Op op) {
    TRY_ASSIGN(wasm::TypeIndex type, readTypeIndex(cursor_));
    TRY_ASSIGN(auto element, index<wasm::ElementIndex>());
    return op == Op::array_new_elem ? visitor_.onArrayNewElem(type, element)
                                    : visitor_.onArrayInitElem(type, element);
  }

  Result<void> typeType() {
    TRY_ASSIGN(wasm::TypeIndex destination, readTypeIndex(cursor_));
    TRY_ASSIGN(wasm::TypeIndex source, readTypeIndex(cursor_));
    return visitor_.onArrayCopy(destination, source);
  }

  template <class Index> Result<Index> index() {
    TRY_ASSIGN(uint32_t value, cursor_.readU32());
    return Index(value);
  }

  // A row of operators.def whose immediate nobody reads: our bug.
  static Result<void> unreachableOperator() {
    assert(false && "operator without a reader");
    return {};
  }

  Cursor cursor_;
  wasm::Features features_;
  V &visitor_;
  Op op_ = Op::nop;
  std::vector<wasm::LabelIndex> labels_;
  std::vector<CatchClause> clauses_;
};

// Decodes all of `code` to `visitor`. Whether blocks nest and where the last `end` stands is for
// the visitor to say. The first error, the visitor's or of the format, ends the visit.
template <OperatorVisitor V>
Result<void> visitOperators(const wasm::Expression &code, wasm::Features features, V &visitor) {
  OperatorReader<V> reader(Cursor(code), features, visitor);
  while (!reader.atEnd())
    TRY(reader.next());
  return {};
}

} // namespace wasmc::decode

#endif
