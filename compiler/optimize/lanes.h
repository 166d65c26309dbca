// What passes over vectors ask of instructions.
#ifndef WASMC_COMPILER_OPTIMIZE_LANES_H
#define WASMC_COMPILER_OPTIMIZE_LANES_H

#include <llvm/IR/Instruction.h>

namespace wasmc::optimize {

// Lanes of a type; a scalar is one.
unsigned lanesOf(const llvm::Type *type);

// Whether each lane of the result is made of the same lanes of all operands, whatever their number.
bool isLanewise(const llvm::Instruction &instruction);

// Without the function, of a call.
unsigned operandsOf(const llvm::Instruction &instruction);

} // namespace wasmc::optimize

#endif
