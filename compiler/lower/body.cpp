#include "compiler/lower/body.h"

#include "compiler/decode/body.h"
#include "compiler/decode/empty_visitor.h"
#include "compiler/lower/memory.h"
#include "compiler/lower/numeric.h"
#include "compiler/lower/simd.h"
#include "compiler/lower/table.h"
#include "compiler/lower/trap.h"
#include "compiler/lower/variable.h"

namespace wasmc::lower {

using namespace llvm;
using wasm::Op;

static_assert(decode::OperatorVisitor<BodyLowering>);

BodyLowering::BodyLowering(FunctionBuilder &b, std::span<const wasm::ValueType> results,
                           std::span<const wasm::ValueType> locals,
                           const std::vector<bool> &written, std::span<Value *const> params)
    : b_(b), control_(b, results) {
  // Stack slots, all in the entry block: the first pass of every pipeline turns them into values.
  // What is never written needs none; without that a body of six bytes could declare, and every
  // stage behind us carry, 50000 of them.
  locals_.reserve(locals.size());
  for (size_t k = 0; k < locals.size(); ++k) {
    Value *value = k < params.size() ? params[k] : zeroOf(b.getContext(), locals[k]);
    AllocaInst *slot = written[k] ? b.CreateAlloca(value->getType()) : nullptr;
    if (slot != nullptr)
      b.CreateStore(value, slot);
    locals_.push_back({slot, value});
  }
}

BodyLowering::Done BodyLowering::notLoweredYet() {
  llvm_unreachable("validation refuses features that are not lowered");
}

BodyLowering::Done BodyLowering::onUnreachable() {
  return ifReachable([&] {
    emitTrap(b_, WASMC_TRAP_unreachable);
    control_.setUnreachable();
  });
}

BodyLowering::Done BodyLowering::onBr(wasm::LabelIndex label) {
  return ifReachable([&] { control_.br(label); });
}

BodyLowering::Done BodyLowering::onBrIf(wasm::LabelIndex label) {
  return ifReachable([&] { control_.brIf(label); });
}

BodyLowering::Done BodyLowering::onBrTable(std::span<const wasm::LabelIndex> labels,
                                           wasm::LabelIndex otherwise) {
  return ifReachable([&] { control_.brTable(labels, otherwise); });
}

BodyLowering::Done BodyLowering::onReturn() {
  return ifReachable([&] { control_.brToFunction(); });
}

void BodyLowering::call(const Callee &callee) {
  Values arguments = control_.pop(callee.signature.params.size());
  for (Value *result : emitCall(b_, callee, arguments))
    control_.push(result);
}

void BodyLowering::returnCall(const Callee &callee) {
  Values arguments = control_.pop(callee.signature.params.size());
  emitReturnCall(b_, callee, arguments);
  control_.setUnreachable();
}

BodyLowering::Done BodyLowering::onCall(wasm::FunctionIndex function) {
  return ifReachable([&] { call(emitDirectCallee(b_, function)); });
}

BodyLowering::Done BodyLowering::onCallIndirect(wasm::TypeIndex type, wasm::TableIndex table) {
  return ifReachable([&] { call(emitIndirectCallee(b_, type, table, control_.pop())); });
}

BodyLowering::Done BodyLowering::onCallRef(wasm::TypeIndex type) {
  return ifReachable([&] { call(emitReferencedCallee(b_, type, control_.pop())); });
}

BodyLowering::Done BodyLowering::onReturnCall(wasm::FunctionIndex function) {
  return ifReachable([&] { returnCall(emitDirectCallee(b_, function)); });
}

BodyLowering::Done BodyLowering::onReturnCallIndirect(wasm::TypeIndex type,
                                                      wasm::TableIndex table) {
  return ifReachable([&] { returnCall(emitIndirectCallee(b_, type, table, control_.pop())); });
}

BodyLowering::Done BodyLowering::onReturnCallRef(wasm::TypeIndex type) {
  return ifReachable([&] { returnCall(emitReferencedCallee(b_, type, control_.pop())); });
}

BodyLowering::Done BodyLowering::onBrOnNull(wasm::LabelIndex label) {
  return ifReachable([&] { control_.brOnNull(label); });
}

BodyLowering::Done BodyLowering::onBrOnNonNull(wasm::LabelIndex label) {
  return ifReachable([&] { control_.brOnNonNull(label); });
}

BodyLowering::Done BodyLowering::onDrop() {
  return ifReachable([&] { control_.pop(); });
}

BodyLowering::Done BodyLowering::onSelect(std::span<const wasm::ValueType>) {
  return ifReachable([&] {
    Value *condition = b_.CreateICmpNE(control_.pop(), b_.getInt32(0));
    Values values = control_.pop(2);
    control_.push(b_.CreateSelect(condition, values[0], values[1]));
  });
}

BodyLowering::Done BodyLowering::onLocalGet(wasm::LocalIndex local) {
  return ifReachable([&] {
    const Local &l = locals_[local.value];
    control_.push(l.slot == nullptr ? l.value : b_.CreateLoad(l.value->getType(), l.slot));
  });
}

BodyLowering::Done BodyLowering::onLocalSet(wasm::LocalIndex local) {
  return ifReachable([&] { b_.CreateStore(control_.pop(), locals_[local.value].slot); });
}

BodyLowering::Done BodyLowering::onLocalTee(wasm::LocalIndex local) {
  return ifReachable([&] {
    Value *value = control_.pop();
    b_.CreateStore(value, locals_[local.value].slot);
    control_.push(value);
  });
}

BodyLowering::Done BodyLowering::onGlobalGet(wasm::GlobalIndex global) {
  return ifReachable([&] { control_.push(emitGlobalGet(b_, global)); });
}

BodyLowering::Done BodyLowering::onGlobalSet(wasm::GlobalIndex global) {
  return ifReachable([&] { emitGlobalSet(b_, global, control_.pop()); });
}

BodyLowering::Done BodyLowering::onRefNull(wasm::HeapType) {
  return ifReachable([&] { control_.push(ConstantPointerNull::get(b_.getPtrTy())); });
}

BodyLowering::Done BodyLowering::onRefIsNull() {
  return ifReachable(
      [&] { control_.push(b_.CreateZExt(b_.CreateIsNull(control_.pop()), b_.getInt32Ty())); });
}

BodyLowering::Done BodyLowering::onRefFunc(wasm::FunctionIndex function) {
  return ifReachable([&] { control_.push(emitRefFunc(b_, function)); });
}

BodyLowering::Done BodyLowering::onRefAsNonNull() {
  return ifReachable([&] {
    Value *reference = control_.pop();
    emitTrapIf(b_, b_.CreateIsNull(reference), WASMC_TRAP_null_reference);
    control_.push(reference);
  });
}

BodyLowering::Done BodyLowering::onTableGet(wasm::TableIndex table) {
  return ifReachable([&] { control_.push(emitTableGet(b_, table, control_.pop())); });
}

BodyLowering::Done BodyLowering::onTableSet(wasm::TableIndex table) {
  return ifReachable([&] {
    Value *reference = control_.pop();
    emitTableSet(b_, table, control_.pop(), reference);
  });
}

BodyLowering::Done BodyLowering::onTableSize(wasm::TableIndex table) {
  return ifReachable([&] { control_.push(emitTableSize(b_, table)); });
}

BodyLowering::Done BodyLowering::onTableGrow(wasm::TableIndex table) {
  return ifReachable([&] {
    Values operands = control_.pop(2); // reference, delta
    control_.push(emitTableGrow(b_, table, operands[0], operands[1]));
  });
}

BodyLowering::Done BodyLowering::onTableFill(wasm::TableIndex table) {
  return ifReachable([&] {
    Values operands = popThree();
    emitTableFill(b_, table, operands[0], operands[1], operands[2]);
  });
}

BodyLowering::Done BodyLowering::onTableCopy(wasm::TableIndex destination,
                                             wasm::TableIndex source) {
  return ifReachable([&] {
    Values operands = popThree();
    emitTableCopy(b_, destination, source, operands[0], operands[1], operands[2]);
  });
}

BodyLowering::Done BodyLowering::onTableInit(wasm::TableIndex table, wasm::ElementIndex element) {
  return ifReachable([&] {
    Values operands = popThree();
    emitTableInit(b_, table, element, operands[0], operands[1], operands[2]);
  });
}

BodyLowering::Done BodyLowering::onElemDrop(wasm::ElementIndex element) {
  return ifReachable([&] { emitElemDrop(b_, element); });
}

BodyLowering::Done BodyLowering::onLoad(Op op, const decode::MemArg &arg) {
  return ifReachable([&] {
    Value *index = control_.pop();
    control_.push(isVectorOperator(op) ? emitVectorLoad(b_, op, arg, index)
                                       : emitLoad(b_, op, arg, index));
  });
}

BodyLowering::Done BodyLowering::onStore(Op op, const decode::MemArg &arg) {
  return ifReachable([&] {
    Value *value = control_.pop();
    Value *index = control_.pop();
    if (isVectorOperator(op))
      emitVectorStore(b_, arg, index, value);
    else
      emitStore(b_, op, arg, index, value);
  });
}

BodyLowering::Done BodyLowering::onLoadLane(Op op, const decode::MemArg &arg, uint8_t lane) {
  return ifReachable([&] {
    Values operands = control_.pop(2); // index, vector
    control_.push(emitLoadLane(b_, op, arg, lane, operands[0], operands[1]));
  });
}

BodyLowering::Done BodyLowering::onStoreLane(Op op, const decode::MemArg &arg, uint8_t lane) {
  return ifReachable([&] {
    Values operands = control_.pop(2); // index, vector
    emitStoreLane(b_, op, arg, lane, operands[0], operands[1]);
  });
}

BodyLowering::Done BodyLowering::onMemorySize(wasm::MemoryIndex memory) {
  return ifReachable([&] { control_.push(emitMemorySize(b_, memory)); });
}

BodyLowering::Done BodyLowering::onMemoryGrow(wasm::MemoryIndex memory) {
  return ifReachable([&] { control_.push(emitMemoryGrow(b_, memory, control_.pop())); });
}

BodyLowering::Done BodyLowering::onMemoryInit(wasm::MemoryIndex memory, wasm::DataIndex data) {
  return ifReachable([&] {
    Values operands = popThree();
    emitMemoryInit(b_, memory, data, {operands[0], operands[1], operands[2]});
  });
}

BodyLowering::Done BodyLowering::onDataDrop(wasm::DataIndex data) {
  return ifReachable([&] { emitDataDrop(b_, data); });
}

BodyLowering::Done BodyLowering::onMemoryCopy(wasm::MemoryIndex destination,
                                              wasm::MemoryIndex source) {
  return ifReachable([&] {
    Values operands = popThree();
    emitMemoryCopy(b_, destination, source, {operands[0], operands[1], operands[2]});
  });
}

BodyLowering::Done BodyLowering::onMemoryFill(wasm::MemoryIndex memory) {
  return ifReachable([&] {
    Values operands = popThree();
    emitMemoryFill(b_, memory, {operands[0], operands[1], operands[2]});
  });
}

BodyLowering::Done BodyLowering::onI32Const(int32_t value) {
  return ifReachable([&] { control_.push(b_.getInt32(static_cast<uint32_t>(value))); });
}

BodyLowering::Done BodyLowering::onI64Const(int64_t value) {
  return ifReachable([&] { control_.push(b_.getInt64(static_cast<uint64_t>(value))); });
}

BodyLowering::Done BodyLowering::onF32Const(uint32_t bits) {
  return ifReachable([&] {
    APFloat value(APFloat::IEEEsingle(), APInt(32, bits));
    control_.push(ConstantFP::get(b_.getContext(), value));
  });
}

BodyLowering::Done BodyLowering::onF64Const(uint64_t bits) {
  return ifReachable([&] {
    APFloat value(APFloat::IEEEdouble(), APInt(64, bits));
    control_.push(ConstantFP::get(b_.getContext(), value));
  });
}

BodyLowering::Done BodyLowering::onNumeric(Op op) {
  return ifReachable([&] {
    const wasm::OperatorInfo &info = wasm::info(op);
    Values operands = control_.pop(info.signature.operandCount);
    if (info.feature == wasm::Feature::wide_arithmetic)
      for (Value *half : emitWide(b_, op, operands))
        control_.push(half);
    else
      control_.push(isVectorOperator(op) ? emitVector(b_, op, operands)
                                         : emitNumeric(b_, op, operands));
  });
}

BodyLowering::Done BodyLowering::onV128Const(const decode::V128 &bytes) {
  return ifReachable([&] { control_.push(vectorConstant(b_.getContext(), bytes)); });
}

BodyLowering::Done BodyLowering::onLane(Op op, uint8_t lane) {
  return ifReachable([&] {
    Values operands = control_.pop(wasm::info(op).signature.operandCount);
    control_.push(emitLane(b_, op, lane, operands));
  });
}

BodyLowering::Done BodyLowering::onShuffle(const decode::V128 &lanes) {
  return ifReachable([&] {
    Values operands = control_.pop(2);
    control_.push(emitShuffle(b_, lanes, operands[0], operands[1]));
  });
}

namespace {

// Every feature: what reaches lowering has been validated against the features that were asked for.
constexpr wasm::Features kAnyFeature{~uint32_t{0}};

template <class Visitor> void visit(const wasm::Expression &code, Visitor &visitor) {
  [[maybe_unused]] Result<void> done = decode::visitOperators(code, kAnyFeature, visitor);
  assert(done && "a validated body decodes");
}

struct WrittenLocals : decode::EmptyVisitor {
  std::vector<bool> written;

  explicit WrittenLocals(size_t count) : written(count) {}
  Done onLocalSet(wasm::LocalIndex local) {
    written[local.value] = true;
    return {};
  }
  Done onLocalTee(wasm::LocalIndex local) { return onLocalSet(local); }
};
static_assert(decode::OperatorVisitor<WrittenLocals>);

} // namespace

void lowerFunction(ModuleContext &module, wasm::FunctionIndex index) {
  const wasm::Function &source = module.wasm.functions[index.value];
  const GuestSignature &signature = module.signature(index);
  llvm::Function *function = module.function(index);
  module.debugInfo.describe(*function, index, source.bodyOffset);
  FunctionBuilder b(module, *function);
  b.setWasmOffset(source.bodyOffset);
  Values params = emitParameters(b, signature);
  std::vector<wasm::ValueType> locals = signature.params;
  for (const wasm::LocalGroup &group : source.locals)
    locals.insert(locals.end(), group.count, group.type);
  WrittenLocals writes(locals.size());
  visit(source.body, writes);
  BodyLowering lowering(b, signature.results, locals, writes.written, params);
  visit(source.body, lowering);
  if (lowering.reachable())
    emitReturn(b, signature, lowering.takeResults(signature.results.size()));
}

Value *lowerConstantExpression(FunctionBuilder &b, const wasm::Expression &expression) {
  // All but the final `end`: there is no block to leave.
  BodyLowering lowering(b);
  visit({expression.data.first(expression.data.size() - 1), expression.offset}, lowering);
  return lowering.takeResults(1)[0];
}

} // namespace wasmc::lower
