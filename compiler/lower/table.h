// Tables and references.
#ifndef WASMC_COMPILER_LOWER_TABLE_H
#define WASMC_COMPILER_LOWER_TABLE_H

#include "compiler/lower/function_builder.h"
#include "wasmc/abi/traps.h"

namespace wasmc::lower {

// The element `index` of the table, after a check that it exists (else `code`).
llvm::Value *emitTableElement(FunctionBuilder &b, wasm::TableIndex table, llvm::Value *index,
                              wasmc_trap_code code);

llvm::Value *emitTableGet(FunctionBuilder &b, wasm::TableIndex table, llvm::Value *index);
void emitTableSet(FunctionBuilder &b, wasm::TableIndex table, llvm::Value *index,
                  llvm::Value *reference);
llvm::Value *emitTableSize(FunctionBuilder &b, wasm::TableIndex table);
llvm::Value *emitTableGrow(FunctionBuilder &b, wasm::TableIndex table, llvm::Value *reference,
                           llvm::Value *delta);
void emitTableFill(FunctionBuilder &b, wasm::TableIndex table, llvm::Value *start,
                   llvm::Value *reference, llvm::Value *length);
void emitTableCopy(FunctionBuilder &b, wasm::TableIndex destination, wasm::TableIndex source,
                   llvm::Value *to, llvm::Value *from, llvm::Value *length);
void emitTableInit(FunctionBuilder &b, wasm::TableIndex table, wasm::ElementIndex element,
                   llvm::Value *to, llvm::Value *from, llvm::Value *length);
void emitElemDrop(FunctionBuilder &b, wasm::ElementIndex element);

// A reference to a function of this module: the address of its record in the context.
llvm::Value *emitRefFunc(FunctionBuilder &b, wasm::FunctionIndex function);

} // namespace wasmc::lower

#endif
