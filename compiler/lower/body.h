// One function body (or constant expression) from operators to IR: the visitor that hands each
// operator to its family.
#ifndef WASMC_COMPILER_LOWER_BODY_H
#define WASMC_COMPILER_LOWER_BODY_H

#include "compiler/decode/operator_visitor.h"
#include "compiler/lower/branch_hints.h"
#include "compiler/lower/control.h"
#include "compiler/lower/local_writes.h"
#include "compiler/lower/profile.h"

#include <vector>

namespace wasmc::lower {

class BodyLowering {
public:
  // `first` are the first values of all locals; those that are written become slots of the stack
  // frame where `inMemory` says so.
  BodyLowering(FunctionBuilder &b, std::span<const wasm::ValueType> results,
               std::span<llvm::Value *const> first, const LocalWrites &writes, BranchHints hints,
               BodyProfile profile, bool inMemory);

  // For a constant expression.
  explicit BodyLowering(FunctionBuilder &b) : b_(b), writes_(nullptr), values_({}), control_(b) {}

  // After the last operator: the results of the body, if its end can be reached.
  bool reachable() const { return control_.reachable(); }
  Values takeResults(size_t count) { return control_.pop(count); }

  using Done = Result<void>;
  void setOffset(uint64_t offset) {
    offset_ = offset;
    b_.setWasmOffset(offset);
  }

  // control
  Done onUnreachable();
  Done onNop() { return {}; }
  Done onBlock(const decode::BlockType &type) { return (control_.enterBlock(type), Done()); }
  Done onLoop(const decode::BlockType &type) {
    return (control_.enterLoop(type, writes_->inLoop(loop_++)), Done());
  }
  Done onIf(const decode::BlockType &type) { return (control_.enterIf(type, branch()), Done()); }
  Done onElse() { return (control_.enterElse(), Done()); }
  Done onEnd() { return (control_.leave(), Done()); }
  Done onBr(wasm::LabelIndex label);
  Done onBrIf(wasm::LabelIndex label);
  Done onBrTable(std::span<const wasm::LabelIndex> labels, wasm::LabelIndex otherwise);
  Done onReturn();
  Done onCall(wasm::FunctionIndex function);
  Done onCallIndirect(wasm::TypeIndex type, wasm::TableIndex table);
  Done onReturnCall(wasm::FunctionIndex function);
  Done onReturnCallIndirect(wasm::TypeIndex type, wasm::TableIndex table);
  Done onCallRef(wasm::TypeIndex type);
  Done onReturnCallRef(wasm::TypeIndex type);
  Done onBrOnNull(wasm::LabelIndex label);
  Done onBrOnNonNull(wasm::LabelIndex label);
  Done onBrOnCast(wasm::Op, wasm::LabelIndex, wasm::ValueType, wasm::ValueType) {
    return notLoweredYet();
  }
  Done onThrow(wasm::TagIndex) { return notLoweredYet(); }
  Done onThrowRef() { return notLoweredYet(); }
  Done onTryTable(const decode::BlockType &, std::span<const decode::CatchClause>) {
    return notLoweredYet();
  }
  // parametric and variable
  Done onDrop();
  Done onSelect(std::span<const wasm::ValueType>);
  Done onLocalGet(wasm::LocalIndex local);
  Done onLocalSet(wasm::LocalIndex local);
  Done onLocalTee(wasm::LocalIndex local);
  Done onGlobalGet(wasm::GlobalIndex global);
  Done onGlobalSet(wasm::GlobalIndex global);
  // references
  Done onRefNull(wasm::HeapType);
  Done onRefIsNull();
  Done onRefFunc(wasm::FunctionIndex function);
  Done onRefAsNonNull();
  Done onRefEq() { return notLoweredYet(); }
  Done onRefTest(wasm::ValueType) { return notLoweredYet(); }
  Done onRefCast(wasm::ValueType) { return notLoweredYet(); }
  // tables
  Done onTableGet(wasm::TableIndex table);
  Done onTableSet(wasm::TableIndex table);
  Done onTableSize(wasm::TableIndex table);
  Done onTableGrow(wasm::TableIndex table);
  Done onTableFill(wasm::TableIndex table);
  Done onTableCopy(wasm::TableIndex destination, wasm::TableIndex source);
  Done onTableInit(wasm::TableIndex table, wasm::ElementIndex element);
  Done onElemDrop(wasm::ElementIndex element);
  // memory
  Done onLoad(wasm::Op op, const decode::MemArg &arg);
  Done onStore(wasm::Op op, const decode::MemArg &arg);
  Done onLoadLane(wasm::Op op, const decode::MemArg &arg, uint8_t lane);
  Done onStoreLane(wasm::Op op, const decode::MemArg &arg, uint8_t lane);
  Done onMemorySize(wasm::MemoryIndex memory);
  Done onMemoryGrow(wasm::MemoryIndex memory);
  Done onMemoryInit(wasm::MemoryIndex memory, wasm::DataIndex data);
  Done onDataDrop(wasm::DataIndex data);
  Done onMemoryCopy(wasm::MemoryIndex destination, wasm::MemoryIndex source);
  Done onMemoryFill(wasm::MemoryIndex memory);
  Done onAtomic(wasm::Op, const decode::MemArg &) { return notLoweredYet(); }
  Done onAtomicFence() { return notLoweredYet(); }
  // constants
  Done onI32Const(int32_t value);
  Done onI64Const(int64_t value);
  Done onF32Const(uint32_t bits);
  Done onF64Const(uint64_t bits);
  Done onV128Const(const decode::V128 &bytes);
  // numeric and vector
  Done onNumeric(wasm::Op op);
  Done onLane(wasm::Op op, uint8_t lane);
  Done onShuffle(const decode::V128 &lanes);
  // garbage-collected objects
  Done onStructNew(wasm::Op, wasm::TypeIndex) { return notLoweredYet(); }
  Done onStructGet(wasm::Op, wasm::TypeIndex, wasm::FieldIndex) { return notLoweredYet(); }
  Done onStructSet(wasm::TypeIndex, wasm::FieldIndex) { return notLoweredYet(); }
  Done onArrayNew(wasm::Op, wasm::TypeIndex) { return notLoweredYet(); }
  Done onArrayNewFixed(wasm::TypeIndex, uint32_t) { return notLoweredYet(); }
  Done onArrayNewData(wasm::TypeIndex, wasm::DataIndex) { return notLoweredYet(); }
  Done onArrayNewElem(wasm::TypeIndex, wasm::ElementIndex) { return notLoweredYet(); }
  Done onArrayGet(wasm::Op, wasm::TypeIndex) { return notLoweredYet(); }
  Done onArraySet(wasm::TypeIndex) { return notLoweredYet(); }
  Done onArrayLen() { return notLoweredYet(); }
  Done onArrayFill(wasm::TypeIndex) { return notLoweredYet(); }
  Done onArrayCopy(wasm::TypeIndex, wasm::TypeIndex) { return notLoweredYet(); }
  Done onArrayInitData(wasm::TypeIndex, wasm::DataIndex) { return notLoweredYet(); }
  Done onArrayInitElem(wasm::TypeIndex, wasm::ElementIndex) { return notLoweredYet(); }
  Done onConvert(wasm::Op) { return notLoweredYet(); }
  Done onI31(wasm::Op) { return notLoweredYet(); }

private:
  // Runs `emit` unless the operator cannot be reached.
  template <class Emit> Done ifReachable(Emit emit) {
    if (control_.reachable())
      emit();
    return {};
  }
  // Of the operator at hand; once for each that is counted, reachable or not. What was counted goes
  // before what the module says.
  BranchProfile branch() {
    BranchProfile branch = profile_.nextBranch(b_.getContext());
    if (branch.weights == nullptr)
      branch.weights = hints_.weightsAt(offset_, b_.getContext());
    return branch;
  }
  void writeLocal(wasm::LocalIndex local, llvm::Value *value);
  void call(const Callee &callee);
  void returnCall(const Callee &callee);
  // Pops the operands (destination, source, length) of a bulk operator.
  Values popThree() { return control_.pop(3); }
  // Operators of features that validation does not let through yet.
  static Done notLoweredYet();

  FunctionBuilder &b_;
  const LocalWrites *writes_; // null in a constant expression
  LocalValues values_;        // of the written locals, by number
  BranchHints hints_;
  BodyProfile profile_;
  ControlStack control_;
  struct Local {
    llvm::Value *first;     // where it is never written: all the time
    llvm::AllocaInst *slot; // null: not in memory
    uint32_t number;        // of `writes_`
  };
  std::vector<Local> locals_;
  size_t loop_ = 0;     // how many have begun
  uint64_t offset_ = 0; // of the operator at hand, in the input
};

// Lowers a defined function into its declaration. `localsInMemory`: without values for its locals,
// because merging them would be more than can be compiled.
void lowerFunction(ModuleContext &module, wasm::FunctionIndex function, bool localsInMemory);

// Lowers a constant expression at the place where `b` stands; gives its value.
llvm::Value *lowerConstantExpression(FunctionBuilder &b, const wasm::Expression &expression);

} // namespace wasmc::lower

#endif
