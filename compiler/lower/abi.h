// The calling convention of guest code (docs/abi.md; decisions D3 and D4): C convention, registers
// only. The first parameter is the callee's context. Parameters beyond the registers of the target
// travel in store->argbuf, results beyond the first two in store->retbuf.
#ifndef WASMC_COMPILER_LOWER_ABI_H
#define WASMC_COMPILER_LOWER_ABI_H

#include "compiler/wasm/target_facts.h"
#include "compiler/wasm/types.h"

#include <llvm/IR/DerivedTypes.h>

#include <vector>

namespace wasmc::lower {

// How a value of that type is held in registers and on LLVM's stack slots. v128 is <2 x i64>
// between operators, references are pointers.
llvm::Type *llvmType(llvm::LLVMContext &context, wasm::ValueType type);

// How it crosses a call: one value, or two i64 for a v128 on riscv64, where LLVM's choice would
// depend on whether the code was compiled with V.
std::vector<llvm::Type *> passedTypes(llvm::LLVMContext &context, const wasm::TargetFacts &facts,
                                      wasm::ValueType type);

struct GuestSignature {
  llvm::FunctionType *type = nullptr;
  std::vector<wasm::ValueType> params;
  std::vector<wasm::ValueType> results;
  std::vector<bool> inRegister; // by parameter; the others use argbuf[k]
  uint32_t registerResults = 0; // that many leading results; the others use retbuf[k]
};

GuestSignature makeSignature(llvm::LLVMContext &context, const wasm::TargetFacts &facts,
                             const wasm::SubType &type);

} // namespace wasmc::lower

#endif
