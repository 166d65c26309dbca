#include "compiler/lower/call.h"

#include "compiler/lower/call_table.h"
#include "compiler/lower/table.h"
#include "compiler/lower/thunks.h"
#include "compiler/lower/trap.h"

namespace wasmc::lower {

using namespace llvm;

namespace {

uint64_t argumentOffset(size_t k) {
  return WASMC_STORE_ARGBUF + sizeof(wasmc_slot) * k;
}
uint64_t resultOffset(size_t k) {
  return WASMC_STORE_RETBUF + sizeof(wasmc_slot) * k;
}

// Takes a value apart into what crosses the call (see passedTypes).
void appendPassed(FunctionBuilder &b, Values &to, Value *value) {
  if (value->getType()->isVectorTy() && b.facts().architecture == wasm::Architecture::riscv64) {
    to.push_back(b.CreateExtractElement(value, uint64_t{0}));
    to.push_back(b.CreateExtractElement(value, uint64_t{1}));
    return;
  }
  to.push_back(value);
}

// Puts one value together again; `next` gives the passed parts in order.
template <class Next> Value *takePassed(FunctionBuilder &b, wasm::ValueType type, Next next) {
  size_t parts = passedTypes(b.getContext(), b.facts(), type).size();
  if (parts == 1)
    return next();
  Value *vector = PoisonValue::get(llvmType(b.getContext(), type));
  for (uint64_t lane = 0; lane < parts; ++lane)
    vector = b.CreateInsertElement(vector, next(), lane);
  return vector;
}

Values takeResults(FunctionBuilder &b, const GuestSignature &signature, Value *call) {
  Values results;
  unsigned part = 0;
  auto nextPart = [&]() -> Value * {
    return call->getType()->isStructTy() ? b.CreateExtractValue(call, part++) : call;
  };
  for (size_t k = 0; k < signature.results.size(); ++k) {
    wasm::ValueType type = signature.results[k];
    if (k < signature.registerResults)
      results.push_back(takePassed(b, type, nextPart));
    else
      results.push_back(
          b.loadField(llvmType(b.getContext(), type), b.storeOf(b.context()), resultOffset(k)));
  }
  return results;
}

// Where host code finds the memory of whoever called it.
void emitStoreCaller(FunctionBuilder &b) {
  b.storeField(b.context(), b.storeOf(b.context()), WASMC_STORE_CALLER);
}

// Arguments to where the callee looks for them. Those in argbuf may overwrite the parameters of the
// function being built: it has read them all in its entry block.
Values passArguments(FunctionBuilder &b, const Callee &callee, std::span<Value *const> arguments) {
  Values passed = {callee.context};
  for (size_t k = 0; k < arguments.size(); ++k) {
    if (callee.signature.inRegister[k])
      appendPassed(b, passed, arguments[k]);
    else
      b.storeField(arguments[k], b.storeOf(b.context()), argumentOffset(k));
  }
  return passed;
}

CallInst *createCall(FunctionBuilder &b, const Callee &callee, std::span<Value *const> arguments) {
  Values passed = passArguments(b, callee, arguments);
  CallInst *call = b.CreateCall(callee.signature.type, callee.code, passed);
  call->setDoesNotThrow();
  return call;
}

// Traps unless a function of type `actual` can be called as one of `type`, whose id is `expected`.
void emitTypeCheck(FunctionBuilder &b, wasm::TypeIndex type, Value *actual, Value *expected) {
  Value *differ = b.CreateICmpNE(actual, expected);
  if (b.module().wasm.types[type.value].isFinal)
    return emitTrapIf(b, differ, WASMC_TRAP_indirect_call_type_mismatch);
  // A type that may have subtypes: mostly it is the type itself all the same.
  BasicBlock *search = b.createBlock("subtype");
  BasicBlock *next = b.createBlock();
  b.CreateCondBr(differ, search, next, b.unlikely());
  b.SetInsertPoint(search);
  emitBuiltinCall(b, WASMC_BUILTIN_check_function_type, {b.context(), actual, expected});
  b.CreateBr(next);
  b.SetInsertPoint(next);
}

// The callee that a function record names, for a caller that may not know it.
Callee calleeOfRecord(FunctionBuilder &b, wasm::TypeIndex type, Value *record) {
  Value *code = b.loadField(b.getPtrTy(), record, offsetof(wasmc_function_record, code));
  Value *context = b.loadField(b.getPtrTy(), record, offsetof(wasmc_function_record, context));
  emitStoreCaller(b);
  return {b.module().signature(type), code, context};
}

} // namespace

Callee emitDirectCallee(FunctionBuilder &b, wasm::FunctionIndex function) {
  ModuleContext &module = b.module();
  const GuestSignature &signature = module.signature(function);
  if (!module.wasm.isImported(function))
    return {signature, module.function(function), b.context()};
  uint64_t import = module.layout.offsets.imported_functions +
                    uint64_t{function.value} * sizeof(wasmc_function_import);
  Value *code =
      b.loadInvariant(b.getPtrTy(), b.context(), import + offsetof(wasmc_function_import, code));
  Value *context =
      b.loadInvariant(b.getPtrTy(), b.context(), import + offsetof(wasmc_function_import, context));
  emitStoreCaller(b);
  return {signature, code, context};
}

Callee emitIndirectCallee(FunctionBuilder &b, wasm::TypeIndex type, wasm::TableIndex table,
                          Value *index) {
  if (isFixedCall(b.module(), type, table))
    return emitFixedCallee(b, type, table, index);
  Value *record = emitTableElement(b, table, index, WASMC_TRAP_undefined_element);
  // A null reference has no record: the load faults below WASMC_NULL_RECORD_LIMIT and the handler
  // reports "uninitialized element". Volatile, so that it happens here and exactly once.
  Value *actual = b.CreateLoad(
      b.getInt32Ty(), b.offsetPointer(record, WASMC_FUNCTION_RECORD_TYPE_ID), /*isVolatile=*/true);
  Value *expected = b.loadInvariant(b.getInt32Ty(), b.context(),
                                    b.module().layout.offsets.type_ids + uint64_t{4} * type.value);
  emitTypeCheck(b, type, actual, expected);
  return calleeOfRecord(b, type, record);
}

Callee emitReferencedCallee(FunctionBuilder &b, wasm::TypeIndex type, Value *reference) {
  // Validation knows the type, so null is all that can be wrong. Not left to a fault as above,
  // which the handler takes for a table's element.
  emitTrapIf(b, b.CreateIsNull(reference), WASMC_TRAP_null_function_reference);
  return calleeOfRecord(b, type, reference);
}

Values emitCall(FunctionBuilder &b, const Callee &callee, std::span<Value *const> arguments) {
  CallInst *call = createCall(b, callee, arguments);
  // Runaway recursion must exhaust the stack, not become a loop (decision D2).
  call->setTailCallKind(CallInst::TCK_NoTail);
  return takeResults(b, callee.signature, call);
}

Values emitIndirectCall(FunctionBuilder &b, wasm::TypeIndex type, wasm::TableIndex table,
                        Value *index, std::span<Value *const> arguments) {
  if (std::optional<Values> results = emitFewCallees(b, type, table, index, arguments))
    return std::move(*results);
  return emitCall(b, emitIndirectCallee(b, type, table, index), arguments);
}

void emitReturnCall(FunctionBuilder &b, const Callee &callee, std::span<Value *const> arguments) {
  CallInst *call = createCall(b, callee, arguments);
  // A jump on every target: all arguments travel in registers, and both functions return the same
  // LLVM type. Results beyond the registers stay in retbuf, where the callee leaves them.
  call->setTailCallKind(CallInst::TCK_Tail);
  assert(call->getType() == b.function().getReturnType() && "validation: results of a tail call");
  // LLVM makes no jump of it in a function whose stack must be realigned, which spilling vectors of
  // 256 bits may cause; with this attribute it stores those unaligned instead.
  if (b.isX86())
    b.function().addFnAttr("no-realign-stack");
  if (call->getType()->isVoidTy())
    b.CreateRetVoid();
  else
    b.CreateRet(call);
}

Values emitParameters(FunctionBuilder &b, const GuestSignature &signature) {
  Values params;
  unsigned argument = 1;
  auto nextArgument = [&]() -> Value * { return b.function().getArg(argument++); };
  for (size_t k = 0; k < signature.params.size(); ++k) {
    wasm::ValueType type = signature.params[k];
    if (signature.inRegister[k])
      params.push_back(takePassed(b, type, nextArgument));
    else
      params.push_back(
          b.loadField(llvmType(b.getContext(), type), b.storeOf(b.context()), argumentOffset(k)));
  }
  return params;
}

void emitReturn(FunctionBuilder &b, const GuestSignature &signature,
                std::span<Value *const> results) {
  Values passed;
  for (size_t k = 0; k < results.size(); ++k) {
    if (k < signature.registerResults)
      appendPassed(b, passed, results[k]);
    else
      b.storeField(results[k], b.storeOf(b.context()), resultOffset(k));
  }
  if (passed.empty()) {
    b.CreateRetVoid();
    return;
  }
  if (passed.size() == 1) {
    b.CreateRet(passed[0]);
    return;
  }
  Value *all = PoisonValue::get(signature.type->getReturnType());
  for (unsigned part = 0; part < passed.size(); ++part)
    all = b.CreateInsertValue(all, passed[part], part);
  b.CreateRet(all);
}

} // namespace wasmc::lower
