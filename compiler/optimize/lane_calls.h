// Machine instructions that do the same to each 128 bits of a vector.
#ifndef WASMC_COMPILER_OPTIMIZE_LANE_CALLS_H
#define WASMC_COMPILER_OPTIMIZE_LANE_CALLS_H

#include <llvm/Analysis/TargetTransformInfo.h>
#include <llvm/IR/IRBuilder.h>
#include <llvm/IR/IntrinsicInst.h>

namespace wasmc::optimize {

// Whether the intrinsic of x86 has a form for longer vectors that does to each 128 bits of its
// operands what the call does to its own, and the machine has it.
bool hasLongerForm(const llvm::IntrinsicInst &call, const llvm::TargetTransformInfo &target);

// Does so: `operands` are the call's, several behind one another. A power of two of them.
llvm::Value *emitLongerForm(llvm::IRBuilder<> &b, const llvm::IntrinsicInst &call,
                            llvm::ArrayRef<llvm::Value *> operands,
                            const llvm::TargetTransformInfo &target);

} // namespace wasmc::optimize

#endif
