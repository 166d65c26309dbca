// Comparisons with memory operands.
#ifndef WASMC_COMPILER_CODEGEN_COMPARE_LOADS_H
#define WASMC_COMPILER_CODEGEN_COMPARE_LOADS_H

#include <llvm/CodeGen/MachineFunctionPass.h>

namespace wasmc::codegen {

// For x86-64, behind the pass named in kBeforeCompareLoads. The pass manager owns it.
llvm::MachineFunctionPass *createCompareLoads();

// LLVM's pass that makes comparisons of subtractions.
inline constexpr char kBeforeCompareLoads[] = "peephole-opt";

} // namespace wasmc::codegen

#endif
