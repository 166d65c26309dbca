// Why host code cannot overflow the guest's stack: C and C++ are entered from here only, and both
// ways first compare the stack pointer with the store's limit plus the headroom. Host code that
// keeps within the headroom never touches the guard, so a fault there always belongs to guest code.

#include "compiler/lower/thunks.h"

#include "compiler/lower/call.h"
#include "compiler/lower/trap.h"
#include "compiler/wasm/symbols.h"

namespace wasmc::lower {

using namespace llvm;

namespace {

const char *stackPointerName(wasm::Architecture architecture) {
  return architecture == wasm::Architecture::x86_64 ? "rsp" : "sp";
}

void emitHeadroomCheck(FunctionBuilder &b, Value *store) {
  auto &context = b.getContext();
  auto *name =
      MDNode::get(context, MDString::get(context, stackPointerName(b.facts().architecture)));
  Value *sp = b.CreateIntrinsic(Intrinsic::read_register, {b.getInt64Ty()},
                                {MetadataAsValue::get(context, name)});
  Value *limit = b.loadInvariant(b.getInt64Ty(), store, WASMC_STORE_STACK_LIMIT);
  Value *lowest = b.CreateAdd(limit, b.getInt64(WASMC_HOST_STACK_HEADROOM));
  emitTrapIf(b, b.CreateICmpULT(sp, lowest), WASMC_TRAP_call_stack_exhausted);
}

Value *loadSlot(FunctionBuilder &b, Value *slots, size_t k, wasm::ValueType type) {
  return b.loadField(llvmType(b.getContext(), type), slots, sizeof(wasmc_slot) * k);
}

Value *loadBuiltin(FunctionBuilder &b, wasmc_builtin row) {
  Value *table = b.loadInvariant(b.getPtrTy(), b.context(), WASMC_CONTEXT_BUILTINS);
  return b.loadInvariant(b.getPtrTy(), table, sizeof(wasmc_builtin_function) * row);
}

// Leaves the guest with a code that is known only now. Ends the block.
void emitRaise(FunctionBuilder &b, Value *code) {
  auto *type = FunctionType::get(b.getVoidTy(), {b.getPtrTy(), b.getInt32Ty()}, false);
  CallInst *call = b.CreateCall(type, loadBuiltin(b, WASMC_BUILTIN_raise), {b.context(), code});
  call->setDoesNotReturn();
  call->setTailCallKind(CallInst::TCK_NoTail);
  b.CreateUnreachable();
}

void emitRaiseUnlessZero(FunctionBuilder &b, Value *code) {
  BasicBlock *raise = b.createBlock("raise");
  BasicBlock *next = b.createBlock();
  b.CreateCondBr(b.CreateIsNotNull(code), raise, next, b.unlikely());
  b.SetInsertPoint(raise);
  emitRaise(b, code);
  b.SetInsertPoint(next);
}

struct BuiltinRow {
  const char *name;
  char result;
  const char *params;
};

constexpr BuiltinRow kBuiltins[] = {
#define STRING_(x) #x
#define WASMC_BUILTIN(name, result, params) {#name, STRING_(result)[0], params},
#include "wasmc/abi/builtins.def"
#undef WASMC_BUILTIN
#undef STRING_
};

FunctionType *builtinType(LLVMContext &context, const BuiltinRow &row, bool asThunk) {
  IRBuilder<> types(context);
  std::vector<llvm::Type *> params;
  for (const char *p = row.params; *p != '\0'; ++p)
    params.push_back(*p == 'p'   ? static_cast<llvm::Type *>(types.getPtrTy())
                     : *p == 'l' ? types.getInt64Ty()
                                 : types.getInt32Ty());
  llvm::Type *result = row.result == 'l'               ? types.getInt64Ty()
                       : row.result == 't' && !asThunk ? types.getInt32Ty()
                                                       : types.getVoidTy();
  return FunctionType::get(result, params, false);
}

} // namespace

llvm::Function *makeBuiltinThunk(ModuleContext &module, wasmc_builtin row) {
  const BuiltinRow &builtin = kBuiltins[row];
  llvm::Function *function =
      module.createFunction(builtinType(module.llvm(), builtin, /*asThunk=*/true),
                            std::string("wb_") + builtin.name, GlobalValue::InternalLinkage);
  // One copy: the cold path of many sites.
  function->addFnAttr(Attribute::NoInline);
  FunctionBuilder b(module, *function);
  emitHeadroomCheck(b, b.storeOf(b.context()));
  Values arguments;
  for (Argument &argument : function->args())
    arguments.push_back(&argument);
  CallInst *call = b.CreateCall(builtinType(module.llvm(), builtin, /*asThunk=*/false),
                                loadBuiltin(b, row), arguments);
  call->setTailCallKind(CallInst::TCK_NoTail);
  call->setDoesNotThrow();
  if (builtin.result == 't')
    emitRaiseUnlessZero(b, call);
  if (builtin.result == 'l')
    b.CreateRet(call);
  else
    b.CreateRetVoid();
  return function;
}

CallInst *emitBuiltinCall(FunctionBuilder &b, wasmc_builtin row, ArrayRef<Value *> arguments) {
  CallInst *call = b.CreateCall(b.module().builtin(row), arguments);
  call->setTailCallKind(CallInst::TCK_NoTail);
  return call;
}

void makeEntryThunk(ModuleContext &module, wasm::TypeIndex type) {
  std::string name = wasm::entryThunkSymbol(module.wasm.types[type.value]);
  if (module.module.getFunction(name) != nullptr)
    return;
  llvm::Type *pointer = module.ptr();
  auto *signatureOfThunk =
      FunctionType::get(llvm::Type::getVoidTy(module.llvm()), {pointer, pointer, pointer}, false);
  llvm::Function *function =
      module.createFunction(signatureOfThunk, name, GlobalValue::ExternalLinkage);
  FunctionBuilder b(module, *function);
  Value *code = function->getArg(0);
  Value *context = function->getArg(1);
  b.setContext(context);
  Value *slots = function->getArg(2);
  const GuestSignature &signature = module.signature(type);
  Values arguments;
  for (size_t k = 0; k < signature.params.size(); ++k)
    arguments.push_back(loadSlot(b, slots, k, signature.params[k]));
  Values results = emitCall(b, {signature, code, context}, arguments);
  for (size_t k = 0; k < results.size(); ++k)
    b.storeField(results[k], slots, sizeof(wasmc_slot) * k);
  b.CreateRetVoid();
}

void makeHostThunk(ModuleContext &module, wasm::TypeIndex type) {
  std::string name = wasm::hostThunkSymbol(module.wasm.types[type.value]);
  if (module.module.getFunction(name) != nullptr)
    return;
  const GuestSignature &signature = module.signature(type);
  llvm::Function *function =
      module.createFunction(signature.type, name, GlobalValue::ExternalLinkage);
  FunctionBuilder b(module, *function);
  Values params = emitParameters(b, signature);
  size_t count = std::max({signature.params.size(), signature.results.size(), size_t{1}});
  AllocaInst *slots = b.CreateAlloca(ArrayType::get(b.getInt8Ty(), count * sizeof(wasmc_slot)));
  slots->setAlignment(Align(16));
  Value *store = b.storeOf(b.context());
  emitHeadroomCheck(b, store);
  for (size_t k = 0; k < params.size(); ++k)
    b.storeField(params[k], slots, sizeof(wasmc_slot) * k);

  Value *host = b.loadInvariant(b.getPtrTy(), b.context(), WASMC_HOST_CONTEXT_FUNCTION);
  Value *env = b.loadInvariant(b.getPtrTy(), b.context(), WASMC_HOST_CONTEXT_ENV);
  auto *hostType =
      FunctionType::get(b.getInt32Ty(), {b.getPtrTy(), b.getPtrTy(), b.getPtrTy()}, false);
  CallInst *code = b.CreateCall(hostType, host, {env, store, slots});
  code->setTailCallKind(CallInst::TCK_NoTail);
  code->setDoesNotThrow();
  emitRaiseUnlessZero(b, code);
  Values results;
  for (size_t k = 0; k < signature.results.size(); ++k)
    results.push_back(loadSlot(b, slots, k, signature.results[k]));
  emitReturn(b, signature, results);
}

} // namespace wasmc::lower
