// Tables that never change, and calls through them.
#ifndef WASMC_COMPILER_LOWER_CALL_TABLE_H
#define WASMC_COMPILER_LOWER_CALL_TABLE_H

#include "compiler/lower/call.h"
#include "compiler/wasm/call_table.h"
#include "compiler/wasm/code_options.h"

namespace wasmc::lower {

wasm::CallTables findCallTables(const wasm::Module &module, const wasm::TableUses &uses,
                                const wasm::CodeOptions &options);

// Whether emitFixedCallee can be used: the table never changes, and the type has no subtypes.
bool isFixedCall(const ModuleContext &module, wasm::TypeIndex type, wasm::TableIndex table);

// What call_indirect calls, with its checks (spec 4.6.10), when the table never changes.
Callee emitFixedCallee(FunctionBuilder &b, wasm::TypeIndex type, wasm::TableIndex table,
                       llvm::Value *index);

// call_indirect as a choice by the index among direct calls of all that the table has of the type;
// none where that is too much.
std::optional<Values> emitFewCallees(FunctionBuilder &b, wasm::TypeIndex type,
                                     wasm::TableIndex table, llvm::Value *index,
                                     std::span<llvm::Value *const> arguments);

} // namespace wasmc::lower

#endif
