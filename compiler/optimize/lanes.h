// What passes over vectors ask of instructions.
#ifndef WASMC_COMPILER_OPTIMIZE_LANES_H
#define WASMC_COMPILER_OPTIMIZE_LANES_H

#include <llvm/ADT/ArrayRef.h>
#include <llvm/IR/Instruction.h>

namespace wasmc::optimize {

// Lanes of a type; a scalar is one.
unsigned lanesOf(const llvm::Type *type);

// Whether each lane of the result is made of the same lanes of all operands, whatever their number.
bool isLanewise(const llvm::Instruction &instruction);

// Without the function, of a call.
unsigned operandsOf(const llvm::Instruction &instruction);

// In front of a lanewise instruction: the same of other operands, whose number of lanes `type` has.
// Flags hold for each lane, so they stay; metadata goes.
llvm::Instruction *makeOfLanes(llvm::Instruction &instruction, llvm::Type *type,
                               llvm::ArrayRef<llvm::Value *> operands);

} // namespace wasmc::optimize

#endif
