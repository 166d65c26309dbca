// Loads, stores, memory.size, memory.grow and the bulk memory operators.
#ifndef WASMC_COMPILER_LOWER_MEMORY_H
#define WASMC_COMPILER_LOWER_MEMORY_H

#include "compiler/decode/operator_visitor.h"
#include "compiler/lower/function_builder.h"

namespace wasmc::lower {

llvm::Value *emitLoad(FunctionBuilder &b, wasm::Op op, const decode::MemArg &arg,
                      llvm::Value *index);
void emitStore(FunctionBuilder &b, wasm::Op op, const decode::MemArg &arg, llvm::Value *index,
               llvm::Value *value);

// A volatile access of `type` at a checked address of `memory`; what every guest access comes down
// to.
llvm::Value *emitVolatileLoad(FunctionBuilder &b, wasm::MemoryIndex memory, llvm::Type *type,
                              llvm::Value *address);
void emitVolatileStore(FunctionBuilder &b, wasm::MemoryIndex memory, llvm::Value *value,
                       llvm::Value *address);
// emitAddress for a store, which must write all of its bytes or trap and write none.
llvm::Value *emitStoreAddress(FunctionBuilder &b, const decode::MemArg &arg, llvm::Value *index,
                              uint32_t size);

llvm::Value *emitMemorySize(FunctionBuilder &b, wasm::MemoryIndex memory);
llvm::Value *emitMemoryGrow(FunctionBuilder &b, wasm::MemoryIndex memory, llvm::Value *delta);

struct RangeOperands {
  llvm::Value *destination;
  llvm::Value *source; // the byte to fill with, for memory.fill
  llvm::Value *length;
};
void emitMemoryCopy(FunctionBuilder &b, wasm::MemoryIndex destination, wasm::MemoryIndex source,
                    const RangeOperands &operands);
void emitMemoryFill(FunctionBuilder &b, wasm::MemoryIndex memory, const RangeOperands &operands);
void emitMemoryInit(FunctionBuilder &b, wasm::MemoryIndex memory, wasm::DataIndex data,
                    const RangeOperands &operands);
void emitDataDrop(FunctionBuilder &b, wasm::DataIndex data);

} // namespace wasmc::lower

#endif
