// One decoder for function bodies and constant expressions, two visits: validation and lowering.
//
// A visitor has one method per immediate shape or family, about forty, not one per opcode. Within a
// family the method switches on `Op`. Each returns Result<void>: validation reports through it,
// lowering always succeeds.
#ifndef WASMC_COMPILER_DECODE_OPERATOR_VISITOR_H
#define WASMC_COMPILER_DECODE_OPERATOR_VISITOR_H

#include "compiler/wasm/operators.h"
#include "compiler/wasm/types.h"
#include "wasmc/detail/result.h"

#include <array>
#include <span>

namespace wasmc::decode {

using wasm::Op;

// spec 2.4.8: empty, one result, or a function type.
struct BlockType {
  enum class Kind : uint8_t { empty, value, function } kind = Kind::empty;
  wasm::ValueType value;
  wasm::TypeIndex function;
};

struct MemArg {
  uint32_t align = 0; // log2
  wasm::MemoryIndex memory;
  uint64_t offset = 0;
};

struct CatchClause {
  enum class Kind : uint8_t { catch_, catch_ref, catch_all, catch_all_ref } kind = Kind::catch_;
  wasm::TagIndex tag; // not for catch_all*
  wasm::LabelIndex label;
};

using V128 = std::array<uint8_t, 16>;

// What a visitor must offer. Every visitor has a `static_assert(OperatorVisitor<...>)` beside it.
// Before each call the decoder sets the operator's byte offset through `setOffset`.
template <class V>
concept OperatorVisitor =
    requires(V v, Op op, BlockType block, MemArg arg, uint8_t lane, wasm::LabelIndex label,
             std::span<const wasm::LabelIndex> labels, wasm::FunctionIndex function,
             wasm::TypeIndex type, wasm::TableIndex table, wasm::MemoryIndex memory,
             wasm::LocalIndex local, wasm::GlobalIndex global, wasm::TagIndex tag,
             wasm::DataIndex data, wasm::ElementIndex element, wasm::FieldIndex field,
             wasm::HeapType heap, wasm::ValueType value, std::span<const wasm::ValueType> values,
             std::span<const CatchClause> clauses, const V128 &bytes, uint64_t offset,
             uint32_t bits32, uint64_t bits64, int32_t i32, int64_t i64, uint32_t count) {
      v.setOffset(offset);
      // control
      v.onUnreachable();
      v.onNop();
      v.onBlock(block);
      v.onLoop(block);
      v.onIf(block);
      v.onElse();
      v.onEnd();
      v.onBr(label);
      v.onBrIf(label);
      v.onBrTable(labels, label); // targets, default
      v.onReturn();
      v.onCall(function);
      v.onCallIndirect(type, table);
      v.onReturnCall(function);
      v.onReturnCallIndirect(type, table);
      v.onCallRef(type);
      v.onReturnCallRef(type);
      v.onBrOnNull(label);
      v.onBrOnNonNull(label);
      v.onBrOnCast(op, label, value, value); // br_on_cast, br_on_cast_fail: from, to
      v.onThrow(tag);
      v.onThrowRef();
      v.onTryTable(block, clauses);
      // parametric and variable
      v.onDrop();
      v.onSelect(values); // empty: the untyped form
      v.onLocalGet(local);
      v.onLocalSet(local);
      v.onLocalTee(local);
      v.onGlobalGet(global);
      v.onGlobalSet(global);
      // references
      v.onRefNull(heap);
      v.onRefIsNull();
      v.onRefFunc(function);
      v.onRefAsNonNull();
      v.onRefEq();
      v.onRefTest(value); // the type tested for
      v.onRefCast(value);
      // tables
      v.onTableGet(table);
      v.onTableSet(table);
      v.onTableSize(table);
      v.onTableGrow(table);
      v.onTableFill(table);
      v.onTableCopy(table, table); // destination, source
      v.onTableInit(table, element);
      v.onElemDrop(element);
      // memory
      v.onLoad(op, arg);  // scalar and v128 loads: i32.load ... v128.load64_zero
      v.onStore(op, arg); // scalar and v128 stores
      v.onLoadLane(op, arg, lane);
      v.onStoreLane(op, arg, lane);
      v.onMemorySize(memory);
      v.onMemoryGrow(memory);
      v.onMemoryInit(memory, data);
      v.onDataDrop(data);
      v.onMemoryCopy(memory, memory); // destination, source
      v.onMemoryFill(memory);
      v.onAtomic(
          op, arg); // every atomic operator with a memarg: load, store, rmw, cmpxchg, wait, notify
      v.onAtomicFence();
      // constants
      v.onI32Const(i32);
      v.onI64Const(i64);
      v.onF32Const(bits32);
      v.onF64Const(bits64);
      v.onV128Const(bytes);
      // numeric and vector operators without immediates, whose signature stands in operators.def
      v.onNumeric(op);
      v.onLane(op, lane); // extract_lane, replace_lane
      v.onShuffle(bytes);
      // garbage-collected objects
      v.onStructNew(op, type);        // struct.new, struct.new_default
      v.onStructGet(op, type, field); // struct.get, get_s, get_u
      v.onStructSet(type, field);
      v.onArrayNew(op, type); // array.new, array.new_default
      v.onArrayNewFixed(type, count);
      v.onArrayNewData(type, data);
      v.onArrayNewElem(type, element);
      v.onArrayGet(op, type); // array.get, get_s, get_u
      v.onArraySet(type);
      v.onArrayLen();
      v.onArrayFill(type);
      v.onArrayCopy(type, type); // destination, source
      v.onArrayInitData(type, data);
      v.onArrayInitElem(type, element);
      v.onConvert(op); // any.convert_extern, extern.convert_any
      v.onI31(op);     // ref.i31, i31.get_s, i31.get_u
    };

} // namespace wasmc::decode

#endif
