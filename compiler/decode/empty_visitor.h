// A visitor that does nothing: the base of small analyses, which declare only the methods they care
// for (theirs hide the base's).
#ifndef WASMC_COMPILER_DECODE_EMPTY_VISITOR_H
#define WASMC_COMPILER_DECODE_EMPTY_VISITOR_H

#include "compiler/decode/operator_visitor.h"

namespace wasmc::decode {

struct EmptyVisitor {
  using Done = Result<void>;

  void setOffset(uint64_t) {}
  // control
  Done onUnreachable() { return {}; }
  Done onNop() { return {}; }
  Done onBlock(const BlockType &) { return {}; }
  Done onLoop(const BlockType &) { return {}; }
  Done onIf(const BlockType &) { return {}; }
  Done onElse() { return {}; }
  Done onEnd() { return {}; }
  Done onBr(wasm::LabelIndex) { return {}; }
  Done onBrIf(wasm::LabelIndex) { return {}; }
  Done onBrTable(std::span<const wasm::LabelIndex>, wasm::LabelIndex) { return {}; }
  Done onReturn() { return {}; }
  Done onCall(wasm::FunctionIndex) { return {}; }
  Done onCallIndirect(wasm::TypeIndex, wasm::TableIndex) { return {}; }
  Done onReturnCall(wasm::FunctionIndex) { return {}; }
  Done onReturnCallIndirect(wasm::TypeIndex, wasm::TableIndex) { return {}; }
  Done onCallRef(wasm::TypeIndex) { return {}; }
  Done onReturnCallRef(wasm::TypeIndex) { return {}; }
  Done onBrOnNull(wasm::LabelIndex) { return {}; }
  Done onBrOnNonNull(wasm::LabelIndex) { return {}; }
  Done onBrOnCast(Op, wasm::LabelIndex, wasm::ValueType, wasm::ValueType) { return {}; }
  Done onThrow(wasm::TagIndex) { return {}; }
  Done onThrowRef() { return {}; }
  Done onTryTable(const BlockType &, std::span<const CatchClause>) { return {}; }
  // parametric and variable
  Done onDrop() { return {}; }
  Done onSelect(std::span<const wasm::ValueType>) { return {}; }
  Done onLocalGet(wasm::LocalIndex) { return {}; }
  Done onLocalSet(wasm::LocalIndex) { return {}; }
  Done onLocalTee(wasm::LocalIndex) { return {}; }
  Done onGlobalGet(wasm::GlobalIndex) { return {}; }
  Done onGlobalSet(wasm::GlobalIndex) { return {}; }
  // references
  Done onRefNull(wasm::HeapType) { return {}; }
  Done onRefIsNull() { return {}; }
  Done onRefFunc(wasm::FunctionIndex) { return {}; }
  Done onRefAsNonNull() { return {}; }
  Done onRefEq() { return {}; }
  Done onRefTest(wasm::ValueType) { return {}; }
  Done onRefCast(wasm::ValueType) { return {}; }
  // tables
  Done onTableGet(wasm::TableIndex) { return {}; }
  Done onTableSet(wasm::TableIndex) { return {}; }
  Done onTableSize(wasm::TableIndex) { return {}; }
  Done onTableGrow(wasm::TableIndex) { return {}; }
  Done onTableFill(wasm::TableIndex) { return {}; }
  Done onTableCopy(wasm::TableIndex, wasm::TableIndex) { return {}; }
  Done onTableInit(wasm::TableIndex, wasm::ElementIndex) { return {}; }
  Done onElemDrop(wasm::ElementIndex) { return {}; }
  // memory
  Done onLoad(Op, const MemArg &) { return {}; }
  Done onStore(Op, const MemArg &) { return {}; }
  Done onLoadLane(Op, const MemArg &, uint8_t) { return {}; }
  Done onStoreLane(Op, const MemArg &, uint8_t) { return {}; }
  Done onMemorySize(wasm::MemoryIndex) { return {}; }
  Done onMemoryGrow(wasm::MemoryIndex) { return {}; }
  Done onMemoryInit(wasm::MemoryIndex, wasm::DataIndex) { return {}; }
  Done onDataDrop(wasm::DataIndex) { return {}; }
  Done onMemoryCopy(wasm::MemoryIndex, wasm::MemoryIndex) { return {}; }
  Done onMemoryFill(wasm::MemoryIndex) { return {}; }
  Done onAtomic(Op, const MemArg &) { return {}; }
  Done onAtomicFence() { return {}; }
  // constants
  Done onI32Const(int32_t) { return {}; }
  Done onI64Const(int64_t) { return {}; }
  Done onF32Const(uint32_t) { return {}; }
  Done onF64Const(uint64_t) { return {}; }
  Done onV128Const(const V128 &) { return {}; }
  // numeric and vector
  Done onNumeric(Op) { return {}; }
  Done onLane(Op, uint8_t) { return {}; }
  Done onShuffle(const V128 &) { return {}; }
  // garbage-collected objects
  Done onStructNew(Op, wasm::TypeIndex) { return {}; }
  Done onStructGet(Op, wasm::TypeIndex, wasm::FieldIndex) { return {}; }
  Done onStructSet(wasm::TypeIndex, wasm::FieldIndex) { return {}; }
  Done onArrayNew(Op, wasm::TypeIndex) { return {}; }
  Done onArrayNewFixed(wasm::TypeIndex, uint32_t) { return {}; }
  Done onArrayNewData(wasm::TypeIndex, wasm::DataIndex) { return {}; }
  Done onArrayNewElem(wasm::TypeIndex, wasm::ElementIndex) { return {}; }
  Done onArrayGet(Op, wasm::TypeIndex) { return {}; }
  Done onArraySet(wasm::TypeIndex) { return {}; }
  Done onArrayLen() { return {}; }
  Done onArrayFill(wasm::TypeIndex) { return {}; }
  Done onArrayCopy(wasm::TypeIndex, wasm::TypeIndex) { return {}; }
  Done onArrayInitData(wasm::TypeIndex, wasm::DataIndex) { return {}; }
  Done onArrayInitElem(wasm::TypeIndex, wasm::ElementIndex) { return {}; }
  Done onConvert(Op) { return {}; }
  Done onI31(Op) { return {}; }
};
static_assert(OperatorVisitor<EmptyVisitor>);

} // namespace wasmc::decode

#endif
