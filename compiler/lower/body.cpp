#include "compiler/lower/body.h"

#include "compiler/decode/body.h"
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

namespace {

// The first values of the numbers of `writes`.
SmallVector<Value *, 32> firstOfWritten(std::span<Value *const> first, const LocalWrites &writes) {
  SmallVector<Value *, 32> values(writes.count());
  for (size_t k = 0; k < first.size(); ++k)
    if (writes.numberOf(k) != LocalWrites::kUnwritten)
      values[writes.numberOf(k)] = first[k];
  return values;
}

} // namespace

BodyLowering::BodyLowering(FunctionBuilder &b, std::span<const wasm::ValueType> results,
                           std::span<Value *const> first, const LocalWrites &writes,
                           BranchHints hints, BodyProfile profile, bool inMemory)
    : b_(b), writes_(&writes), values_(firstOfWritten(first, writes)), hints_(hints),
      profile_(profile), control_(b, results, values_) {
  // What is never written needs no more than its value; without that a body of six bytes could
  // declare, and every stage behind us carry, 50000 locals.
  locals_.reserve(first.size());
  for (size_t k = 0; k < first.size(); ++k) {
    bool hasSlot = inMemory && writes.numberOf(k) != LocalWrites::kUnwritten;
    AllocaInst *slot = hasSlot ? b.CreateAlloca(first[k]->getType()) : nullptr;
    if (hasSlot)
      b.CreateStore(first[k], slot);
    locals_.push_back({first[k], slot, writes.numberOf(k)});
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
  BranchProfile profile = branch();
  return ifReachable([&] { control_.brIf(label, profile); });
}

BodyLowering::Done BodyLowering::onBrTable(std::span<const wasm::LabelIndex> labels,
                                           wasm::LabelIndex otherwise) {
  TableProfile profile = profile_.nextTable(labels.size());
  return ifReachable([&] { control_.brTable(labels, otherwise, profile); });
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
  return ifReachable([&] {
    Value *index = control_.pop();
    Values arguments = control_.pop(b_.module().signature(type).params.size());
    for (Value *result : emitIndirectCall(b_, type, table, index, arguments))
      control_.push(result);
  });
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
  BranchProfile profile = branch();
  return ifReachable([&] { control_.brOnNull(label, profile); });
}

BodyLowering::Done BodyLowering::onBrOnNonNull(wasm::LabelIndex label) {
  BranchProfile profile = branch();
  return ifReachable([&] { control_.brOnNonNull(label, profile); });
}

BodyLowering::Done BodyLowering::onDrop() {
  return ifReachable([&] { control_.pop(); });
}

BodyLowering::Done BodyLowering::onSelect(std::span<const wasm::ValueType>) {
  return ifReachable([&] {
    Value *condition = control_.popCondition();
    Values values = control_.pop(2);
    control_.push(b_.CreateSelect(condition, values[0], values[1]));
  });
}

BodyLowering::Done BodyLowering::onLocalGet(wasm::LocalIndex local) {
  return ifReachable([&] {
    const Local &l = locals_[local.value];
    if (l.slot != nullptr)
      control_.push(b_.CreateLoad(l.first->getType(), l.slot));
    else
      control_.push(l.number == LocalWrites::kUnwritten ? l.first : values_.read(l.number));
  });
}

void BodyLowering::writeLocal(wasm::LocalIndex local, Value *value) {
  const Local &l = locals_[local.value];
  if (l.slot != nullptr)
    b_.CreateStore(value, l.slot);
  else
    values_.write(l.number, value);
}

BodyLowering::Done BodyLowering::onLocalSet(wasm::LocalIndex local) {
  return ifReachable([&] { writeLocal(local, control_.pop()); });
}

BodyLowering::Done BodyLowering::onLocalTee(wasm::LocalIndex local) {
  return ifReachable([&] {
    Value *value = control_.pop();
    writeLocal(local, value);
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

// The parameters' values, and zero for all other locals.
Values firstValues(FunctionBuilder &b, const wasm::Function &source,
                   const GuestSignature &signature) {
  Values values = emitParameters(b, signature);
  for (const wasm::LocalGroup &group : source.locals)
    values.insert(values.end(), group.count, zeroOf(b.getContext(), group.type));
  return values;
}

} // namespace

void lowerFunction(ModuleContext &module, wasm::FunctionIndex index, bool localsInMemory) {
  const wasm::Function &source = module.wasm.functions[index.value];
  const GuestSignature &signature = module.signature(index);
  llvm::Function *function = module.function(index);
  module.debugInfo.describe(*function, index, source.bodyOffset);
  FunctionBuilder b(module, *function);
  b.setWasmOffset(source.bodyOffset);
  Values first = firstValues(b, source, signature);
  LocalWrites writes(first.size(), /*byLoop=*/!localsInMemory);
  visit(source.body, writes);
  BodyProfile profile(module, index);
  profile.enter(b);
  BodyLowering lowering(b, signature.results, first, writes, BranchHints(module.wasm, index),
                        profile, localsInMemory);
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
