// Calls between guest functions, and the two ends of the calling convention.
#ifndef WASMC_COMPILER_LOWER_CALL_H
#define WASMC_COMPILER_LOWER_CALL_H

#include "compiler/lower/function_builder.h"

#include <span>
#include <vector>

namespace wasmc::lower {

using Values = std::vector<llvm::Value *>;

Values emitCall(FunctionBuilder &b, wasm::FunctionIndex function,
                std::span<llvm::Value *const> arguments);
Values emitCallIndirect(FunctionBuilder &b, wasm::TypeIndex type, wasm::TableIndex table,
                        llvm::Value *index, std::span<llvm::Value *const> arguments);

// A call of any code with that signature: arguments to registers and argbuf, results from registers
// and retbuf.
Values emitSignatureCall(FunctionBuilder &b, const GuestSignature &signature, llvm::Value *code,
                         llvm::Value *calleeContext, std::span<llvm::Value *const> arguments);

// The callee's side: the parameters of the function being built, in the type's order. Must come
// first in the entry block, before anything else can use argbuf.
Values emitParameters(FunctionBuilder &b, const GuestSignature &signature);

// Ends the function: results to registers and retbuf, and returns.
void emitReturn(FunctionBuilder &b, const GuestSignature &signature,
                std::span<llvm::Value *const> results);

} // namespace wasmc::lower

#endif
