// From a guest index to a host address: the only place where one is made.
#ifndef WASMC_COMPILER_LOWER_BOUNDS_H
#define WASMC_COMPILER_LOWER_BOUNDS_H

#include "compiler/decode/operator_visitor.h"
#include "compiler/lower/function_builder.h"

namespace wasmc::lower {

// Host address of the access `index` + arg.offset of `size` bytes. Out of bounds it traps, or gives
// an address whose access faults inside the memory's reservation.
llvm::Value *emitAddress(FunctionBuilder &b, const decode::MemArg &arg, llvm::Value *index,
                         uint32_t size);

// Whether such an access needs no inaccessible page to be caught: it is checked before, or inside
// for every size that the memory can have.
bool isSurelyInside(FunctionBuilder &b, const decode::MemArg &arg, llvm::Value *index,
                    uint32_t size);

// Where memory's base and length stand.
llvm::Value *emitMemoryBase(FunctionBuilder &b, wasm::MemoryIndex memory);
llvm::Value *emitMemoryBytes(FunctionBuilder &b, wasm::MemoryIndex memory); // i64, as of now

// The same for a whole range (bulk operations): traps unless [start, start + length) lies within
// the memory's current size, and gives the address of its first byte.
llvm::Value *emitRange(FunctionBuilder &b, wasm::MemoryIndex memory, llvm::Value *start,
                       llvm::Value *length);

} // namespace wasmc::lower

#endif
