// The type checker of function bodies and constant expressions: the validation algorithm of the
// specification's appendix, with an explicit stack of operand types and of open blocks, so that no
// nesting of the input becomes recursion here. Internal to this room.
#ifndef WASMC_COMPILER_VALIDATE_CHECKER_H
#define WASMC_COMPILER_VALIDATE_CHECKER_H

#include "compiler/decode/limits.h"
#include "compiler/decode/operator_visitor.h"
#include "compiler/validate/context.h"

#include <vector>

namespace wasmc::validate {

using decode::BlockType;
using decode::CatchClause;
using decode::MemArg;
using wasm::Op;
using wasm::ValueType;

// Checks one body after the other; its buffers stay. Not to be shared between threads.
class Checker {
public:
  explicit Checker(const Context &context)
      : context_(context), module_(context.module), types_(context.types) {}

  // A defined function: its locals and its body.
  Result<void> checkFunction(const wasm::Function &function);
  // An expression with one result and no locals. That it is constant is not this one's business.
  Result<void> checkExpression(const wasm::Expression &expression, ValueType result);

  void setOffset(uint64_t offset) { offset_ = offset; }

  // control.cpp
  Result<void> onUnreachable();
  Result<void> onNop() { return {}; }
  Result<void> onBlock(const BlockType &type);
  Result<void> onLoop(const BlockType &type);
  Result<void> onIf(const BlockType &type);
  Result<void> onElse();
  Result<void> onEnd();
  Result<void> onBr(wasm::LabelIndex label);
  Result<void> onBrIf(wasm::LabelIndex label);
  Result<void> onBrTable(std::span<const wasm::LabelIndex> labels, wasm::LabelIndex last);
  Result<void> onReturn();
  Result<void> onThrow(wasm::TagIndex tag);
  Result<void> onThrowRef();
  Result<void> onTryTable(const BlockType &type, std::span<const CatchClause> clauses);
  // call.cpp
  Result<void> onCall(wasm::FunctionIndex function);
  Result<void> onCallIndirect(wasm::TypeIndex type, wasm::TableIndex table);
  Result<void> onReturnCall(wasm::FunctionIndex function);
  Result<void> onReturnCallIndirect(wasm::TypeIndex type, wasm::TableIndex table);
  Result<void> onCallRef(wasm::TypeIndex type);
  Result<void> onReturnCallRef(wasm::TypeIndex type);
  // body.cpp
  Result<void> onDrop();
  Result<void> onSelect(std::span<const ValueType> types);
  Result<void> onLocalGet(wasm::LocalIndex local);
  Result<void> onLocalSet(wasm::LocalIndex local);
  Result<void> onLocalTee(wasm::LocalIndex local);
  Result<void> onGlobalGet(wasm::GlobalIndex global);
  Result<void> onGlobalSet(wasm::GlobalIndex global);
  // reference.cpp
  Result<void> onRefNull(wasm::HeapType heap);
  Result<void> onRefIsNull();
  Result<void> onRefFunc(wasm::FunctionIndex function);
  Result<void> onRefAsNonNull();
  Result<void> onRefEq();
  Result<void> onRefTest(ValueType type);
  Result<void> onRefCast(ValueType type);
  Result<void> onBrOnNull(wasm::LabelIndex label);
  Result<void> onBrOnNonNull(wasm::LabelIndex label);
  Result<void> onBrOnCast(Op op, wasm::LabelIndex label, ValueType from, ValueType to);
  Result<void> onConvert(Op op);
  Result<void> onI31(Op op);
  // table.cpp
  Result<void> onTableGet(wasm::TableIndex table);
  Result<void> onTableSet(wasm::TableIndex table);
  Result<void> onTableSize(wasm::TableIndex table);
  Result<void> onTableGrow(wasm::TableIndex table);
  Result<void> onTableFill(wasm::TableIndex table);
  Result<void> onTableCopy(wasm::TableIndex destination, wasm::TableIndex source);
  Result<void> onTableInit(wasm::TableIndex table, wasm::ElementIndex element);
  Result<void> onElemDrop(wasm::ElementIndex element);
  // memory.cpp
  Result<void> onLoad(Op op, const MemArg &argument);
  Result<void> onStore(Op op, const MemArg &argument);
  Result<void> onLoadLane(Op op, const MemArg &argument, uint8_t lane);
  Result<void> onStoreLane(Op op, const MemArg &argument, uint8_t lane);
  Result<void> onMemorySize(wasm::MemoryIndex memory);
  Result<void> onMemoryGrow(wasm::MemoryIndex memory);
  Result<void> onMemoryInit(wasm::MemoryIndex memory, wasm::DataIndex data);
  Result<void> onDataDrop(wasm::DataIndex data);
  Result<void> onMemoryCopy(wasm::MemoryIndex destination, wasm::MemoryIndex source);
  Result<void> onMemoryFill(wasm::MemoryIndex memory);
  Result<void> onAtomic(Op op, const MemArg &argument);
  Result<void> onAtomicFence() { return {}; }
  // numeric.cpp
  Result<void> onI32Const(int32_t) { return push(wasm::kI32); }
  Result<void> onI64Const(int64_t) { return push(wasm::kI64); }
  Result<void> onF32Const(uint32_t) { return push(wasm::kF32); }
  Result<void> onF64Const(uint64_t) { return push(wasm::kF64); }
  Result<void> onV128Const(const decode::V128 &) { return push(wasm::kV128); }
  Result<void> onNumeric(Op op);
  Result<void> onLane(Op op, uint8_t lane);
  Result<void> onShuffle(const decode::V128 &lanes);
  // gc.cpp
  Result<void> onStructNew(Op op, wasm::TypeIndex type);
  Result<void> onStructGet(Op op, wasm::TypeIndex type, wasm::FieldIndex field);
  Result<void> onStructSet(wasm::TypeIndex type, wasm::FieldIndex field);
  Result<void> onArrayNew(Op op, wasm::TypeIndex type);
  Result<void> onArrayNewFixed(wasm::TypeIndex type, uint32_t count);
  Result<void> onArrayNewData(wasm::TypeIndex type, wasm::DataIndex data);
  Result<void> onArrayNewElem(wasm::TypeIndex type, wasm::ElementIndex element);
  Result<void> onArrayGet(Op op, wasm::TypeIndex type);
  Result<void> onArraySet(wasm::TypeIndex type);
  Result<void> onArrayLen();
  Result<void> onArrayFill(wasm::TypeIndex type);
  Result<void> onArrayCopy(wasm::TypeIndex destination, wasm::TypeIndex source);
  Result<void> onArrayInitData(wasm::TypeIndex type, wasm::DataIndex data);
  Result<void> onArrayInitElem(wasm::TypeIndex type, wasm::ElementIndex element);

private:
  enum class FrameKind : uint8_t { function, block, loop, if_, else_, try_table };
  // An open block. Its types are looked up, not stored: see params() and results().
  struct Frame {
    FrameKind kind = FrameKind::block;
    bool isUnreachable = false;
    BlockType type;
    size_t height = 0;      // of the operand stack below the block's parameters
    size_t initHeight = 0;  // of initialised_
    uint64_t checkedBy = 0; // the br_table that has last checked this label
  };

  // body.cpp
  Result<void> checkCode(const wasm::Expression &code, const BlockType &type);
  Result<void> setLocals(const wasm::Function &function);
  Result<ValueType> localType(wasm::LocalIndex local) const;
  bool isInitialised(wasm::LocalIndex local, ValueType type) const;
  void initialise(wasm::LocalIndex local, ValueType type);
  void forgetInitialised(size_t height);
  Result<const wasm::GlobalType *> global(wasm::GlobalIndex index) const;

  // The operand stack (body.cpp). A pop below the innermost block's height gives `bottom` in
  // unreachable code and is an error elsewhere.
  Result<void> push(ValueType type) {
    operands_.push_back(type);
    return {};
  }
  Result<void> push(std::span<const ValueType> types) {
    if (types.size() > 1 && operands_.size() + types.size() > decode::kMaxOperands) [[unlikely]]
      return fail("more than ", decode::kMaxOperands, " operands on the stack");
    operands_.insert(operands_.end(), types.begin(), types.end());
    return {};
  }
  Result<void> pop(ValueType expected) {
    if (operands_.size() > frames_.back().height && operands_.back() == expected) [[likely]] {
      operands_.pop_back();
      return {};
    }
    return popSlow(expected);
  }
  Result<void> pop(std::span<const ValueType> types) {
    for (size_t i = types.size(); i-- > 0;)
      TRY(pop(types[i]));
    return {};
  }
  // Pops the types and pushes them again, as what was expected (not what was there).
  Result<void> popAndPush(std::span<const ValueType> types) {
    TRY(pop(types));
    return push(types);
  }
  Result<void> popSlow(ValueType expected);
  Result<ValueType> popAny();
  Result<ValueType> popRef();
  // Whether the top of the stack matches `types`, without a change.
  Result<void> checkTop(std::span<const ValueType> types);
  std::unexpected<Error> mismatch(ValueType expected, ValueType found) const;
  std::unexpected<Error> missing(ValueType expected) const;

  // Blocks (control.cpp).
  std::span<const ValueType> params(const BlockType &type) const;
  std::span<const ValueType> results(const BlockType &type) const;
  std::span<const ValueType> labelTypes(const Frame &frame) const {
    return frame.kind == FrameKind::loop ? params(frame.type) : results(frame.type);
  }
  Result<void> checkBlockType(const BlockType &type) const;
  Result<void> pushBlock(FrameKind kind, const BlockType &type);
  void pushFrame(FrameKind kind, const BlockType &type);
  Result<Frame> popFrame();
  Result<void> setUnreachable();
  // The frame that a label means. The pointer holds until the next block opens or closes.
  Result<Frame *> target(wasm::LabelIndex label);
  Result<void> checkCatch(const CatchClause &clause);

  // Calls (call.cpp).
  Result<void> call(const wasm::SubType &type);
  Result<void> returnCall(const wasm::SubType &type);
  Result<const wasm::SubType *> calledType(wasm::FunctionIndex function) const;
  Result<const wasm::SubType *> functionType(wasm::TypeIndex type) const;
  Result<const wasm::SubType *> indirectType(wasm::TypeIndex type, wasm::TableIndex table);
  Result<const wasm::SubType *> referencedType(wasm::TypeIndex type);

  // Lookups that report what the module does not have.
  Result<const wasm::TableType *> table(wasm::TableIndex index) const;
  Result<const wasm::MemoryType *> memory(wasm::MemoryIndex index) const;
  Result<const wasm::ElementSegment *> element(wasm::ElementIndex index) const;
  Result<void> checkData(wasm::DataIndex index) const;
  Result<void> checkType(ValueType type) const;
  Result<void> checkMemArg(Op op, const MemArg &argument, const wasm::MemoryType &memory) const;
  Result<void> checkLane(uint8_t lane, uint32_t lanes) const;
  Result<const wasm::SubType *> structType(wasm::TypeIndex type) const;
  Result<wasm::FieldType> arrayElement(wasm::TypeIndex type) const;
  Result<wasm::FieldType> mutableElement(wasm::TypeIndex type) const;
  Result<wasm::FieldType> structField(wasm::TypeIndex type, wasm::FieldIndex field) const;
  Result<void> checkPacked(wasm::FieldType field, bool wantsExtension) const;
  Result<void> checkElementFits(wasm::ElementIndex element, ValueType type) const;
  Result<void> checkDataFits(wasm::DataIndex data, wasm::FieldType field) const;
  // Pops the i32 operands above the reference to an object, then the reference.
  Result<void> popI32(unsigned count);

  template <class... Parts> std::unexpected<Error> fail(const Parts &...parts) const {
    return error(offset_, parts...);
  }

  const Context &context_;
  const wasm::Module &module_;
  const TypeSystem &types_;
  uint64_t offset_ = 0; // of the operator being checked

  std::vector<ValueType> operands_;
  std::vector<Frame> frames_;
  uint64_t brTables_ = 0; // how many this checker has seen

  // Locals. Only the first kFlatLocals are written out: a tiny body may declare tens of thousands.
  static constexpr uint32_t kFlatLocals = 512;
  struct LocalRun {
    uint32_t end; // one past the last local of the run
    ValueType type;
  };
  std::vector<ValueType> flatLocals_;
  std::vector<LocalRun> localRuns_;
  uint32_t paramCount_ = 0;
  uint32_t localCount_ = 0; // parameters included
  // Locals without a default value: by local, the serial number of the body that has set it.
  std::vector<uint64_t> initialisedIn_;
  std::vector<uint32_t> initialised_; // in the order in which they were set
  uint64_t serial_ = 0;
};
static_assert(decode::OperatorVisitor<Checker>);

} // namespace wasmc::validate

#endif
