// Globals (locals are allocas and live in body.cpp).
#ifndef WASMC_COMPILER_LOWER_VARIABLE_H
#define WASMC_COMPILER_LOWER_VARIABLE_H

#include "compiler/lower/function_builder.h"

namespace wasmc::lower {

llvm::Value *emitGlobalGet(FunctionBuilder &b, wasm::GlobalIndex global);
void emitGlobalSet(FunctionBuilder &b, wasm::GlobalIndex global, llvm::Value *value);

// What an uninitialised local or a null reference holds.
llvm::Constant *zeroOf(llvm::LLVMContext &context, wasm::ValueType type);

} // namespace wasmc::lower

#endif
