// Vector operators: the v128 of Wasm 2.0 and relaxed SIMD (spec 4.3.5 and 4.4.4).
//
// Between operators a v128 is <2 x i64>. Each operator bitcasts its operands to the lanes it works
// on and its result back, which costs nothing.
#ifndef WASMC_COMPILER_LOWER_SIMD_H
#define WASMC_COMPILER_LOWER_SIMD_H

#include "compiler/decode/operator_visitor.h"
#include "compiler/lower/function_builder.h"

#include <span>

namespace wasmc::lower {

llvm::Constant *vectorConstant(llvm::LLVMContext &context, const decode::V128 &bytes);

// The result of an operator without immediates. `operands` in the order in which they were pushed.
llvm::Value *emitVector(FunctionBuilder &b, wasm::Op op, std::span<llvm::Value *const> operands);
bool isVectorOperator(wasm::Op op);

// extract_lane and replace_lane.
llvm::Value *emitLane(FunctionBuilder &b, wasm::Op op, uint8_t lane,
                      std::span<llvm::Value *const> operands);
llvm::Value *emitShuffle(FunctionBuilder &b, const decode::V128 &lanes, llvm::Value *left,
                         llvm::Value *right);

// --- accesses; all of them volatile and without alignment (memory.cpp says why) ---

// v128.load and its extending, splatting and zeroing forms.
llvm::Value *emitVectorLoad(FunctionBuilder &b, wasm::Op op, const decode::MemArg &arg,
                            llvm::Value *index);
void emitVectorStore(FunctionBuilder &b, const decode::MemArg &arg, llvm::Value *index,
                     llvm::Value *value);
llvm::Value *emitLoadLane(FunctionBuilder &b, wasm::Op op, const decode::MemArg &arg, uint8_t lane,
                          llvm::Value *index, llvm::Value *vector);
void emitStoreLane(FunctionBuilder &b, wasm::Op op, const decode::MemArg &arg, uint8_t lane,
                   llvm::Value *index, llvm::Value *vector);

} // namespace wasmc::lower

#endif
