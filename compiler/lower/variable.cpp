#include "compiler/lower/variable.h"

namespace wasmc::lower {

using namespace llvm;

namespace {

Value *emitGlobalAddress(FunctionBuilder &b, wasm::GlobalIndex global) {
  const wasm::InstanceLayout &layout = b.module().layout;
  if (global.value < b.module().wasm.importedGlobals)
    return b.loadInvariant(b.getPtrTy(), b.context(),
                           layout.offsets.imported_globals + uint64_t{8} * global.value);
  return b.offsetPointer(b.context(), layout.globals[global.value]);
}

llvm::Type *typeOf(FunctionBuilder &b, wasm::GlobalIndex global) {
  return llvmType(b.getContext(), b.module().wasm.globals[global.value].type.type);
}

} // namespace

Value *emitGlobalGet(FunctionBuilder &b, wasm::GlobalIndex global) {
  return b.ofRuntime(
      b.CreateAlignedLoad(typeOf(b, global), emitGlobalAddress(b, global), Align(4)));
}

void emitGlobalSet(FunctionBuilder &b, wasm::GlobalIndex global, Value *value) {
  // Volatile: `global.set 1; (traps); global.set 2` must leave 1 (decision D5).
  b.ofRuntime(b.CreateAlignedStore(value, emitGlobalAddress(b, global), Align(4),
                                   /*isVolatile=*/true));
}

Constant *zeroOf(LLVMContext &context, wasm::ValueType type) {
  return Constant::getNullValue(llvmType(context, type));
}

} // namespace wasmc::lower
