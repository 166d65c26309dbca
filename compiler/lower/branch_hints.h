// The branch hints of one body, asked for in the order of its operators.
#ifndef WASMC_COMPILER_LOWER_BRANCH_HINTS_H
#define WASMC_COMPILER_LOWER_BRANCH_HINTS_H

#include "compiler/wasm/module.h"

#include <llvm/IR/LLVMContext.h>
#include <llvm/IR/Metadata.h>

#include <span>

namespace wasmc::lower {

class BranchHints {
public:
  BranchHints() = default; // for code without any
  BranchHints(const wasm::Module &module, wasm::FunctionIndex function);

  // Weights for the conditional branch, taken when its condition holds, that the operator at
  // `offset` of the input becomes; null without a hint for it. The offsets asked for ascend.
  llvm::MDNode *weightsAt(uint64_t offset, llvm::LLVMContext &context) {
    return left_.empty() ? nullptr : find(offset, context);
  }

private:
  llvm::MDNode *find(uint64_t offset, llvm::LLVMContext &context);

  std::span<const wasm::BranchHint> left_; // from the last offset asked for on
  uint64_t bodyOffset_ = 0;
};

} // namespace wasmc::lower

#endif
