// Calls between guest functions, and the two ends of the calling convention.
#ifndef WASMC_COMPILER_LOWER_CALL_H
#define WASMC_COMPILER_LOWER_CALL_H

#include "compiler/lower/function_builder.h"

#include <span>
#include <vector>

namespace wasmc::lower {

using Values = std::vector<llvm::Value *>;

// Code to call: a function's, wherever it was found.
struct Callee {
  const GuestSignature &signature;
  llvm::Value *code;
  llvm::Value *context;
};

// What call, call_indirect and call_ref call, with the checks that each makes. Code that may belong
// to another instance or to the host is told who calls (store->caller).
Callee emitDirectCallee(FunctionBuilder &b, wasm::FunctionIndex function);
Callee emitIndirectCallee(FunctionBuilder &b, wasm::TypeIndex type, wasm::TableIndex table,
                          llvm::Value *index);
Callee emitReferencedCallee(FunctionBuilder &b, wasm::TypeIndex type, llvm::Value *reference);

// Calls it: arguments to registers and argbuf, results from registers and retbuf.
Values emitCall(FunctionBuilder &b, const Callee &callee, std::span<llvm::Value *const> arguments);

// call_indirect to its end: the checks and the call.
Values emitIndirectCall(FunctionBuilder &b, wasm::TypeIndex type, wasm::TableIndex table,
                        llvm::Value *index, std::span<llvm::Value *const> arguments);

// Calls it in place of the function being built, whose results it gives; ends the block. The frame
// is gone before the callee runs (docs/abi.md, "Tail calls").
void emitReturnCall(FunctionBuilder &b, const Callee &callee,
                    std::span<llvm::Value *const> arguments);

// The callee's side: the parameters of the function being built, in the type's order. Must come
// first in the entry block, before anything else can use argbuf.
Values emitParameters(FunctionBuilder &b, const GuestSignature &signature);

// Ends the function: results to registers and retbuf, and returns.
void emitReturn(FunctionBuilder &b, const GuestSignature &signature,
                std::span<llvm::Value *const> results);

} // namespace wasmc::lower

#endif
