// How far apart two accesses are.
#ifndef WASMC_COMPILER_OPTIMIZE_DISTANCES_H
#define WASMC_COMPILER_OPTIMIZE_DISTANCES_H

#include <llvm/Analysis/ScalarEvolution.h>
#include <llvm/Analysis/ScalarEvolutionExpressions.h>
#include <llvm/IR/Instructions.h>

namespace wasmc::optimize {

// What a load or store touches.
int64_t bytesOf(const llvm::Instruction &access);

// From the first byte of `from` to that of `to`, both loads or stores, at one time; null if that is
// not the same in every iteration.
const llvm::SCEVConstant *distanceOf(const llvm::Instruction &from, const llvm::Instruction &to,
                                     llvm::ScalarEvolution &evolution);

// Whether the accesses touch different bytes in every iteration.
bool areApart(const llvm::Instruction &one, const llvm::Instruction &other,
              llvm::ScalarEvolution &evolution);

} // namespace wasmc::optimize

#endif
