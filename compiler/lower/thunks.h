// The bridges between guest code and C: entry thunks (host to guest), host thunks (guest to host
// function) and builtin thunks (guest to runtime).
#ifndef WASMC_COMPILER_LOWER_THUNKS_H
#define WASMC_COMPILER_LOWER_THUNKS_H

#include "compiler/lower/function_builder.h"
#include "compiler/lower/module_context.h"

namespace wasmc::lower {

// `void entry(code, context, slots)`.
void makeEntryThunk(ModuleContext &module, wasm::TypeIndex type);

// Guest signature outside; calls the wasmc_host_function that its context (a wasmc_host_context)
// names.
void makeHostThunk(ModuleContext &module, wasm::TypeIndex type);

// See ModuleContext::builtin.
llvm::Function *makeBuiltinThunk(ModuleContext &module, wasmc_builtin row);

// Calls a builtin through its thunk. Never a tail call: a trap's backtrace would lack the function
// that called.
llvm::CallInst *emitBuiltinCall(FunctionBuilder &b, wasmc_builtin row,
                                llvm::ArrayRef<llvm::Value *> arguments);

} // namespace wasmc::lower

#endif
