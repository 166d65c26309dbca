// Prologues that stand at the function's entry.
#ifndef WASMC_COMPILER_CODEGEN_ENTRY_PROLOGUES_H
#define WASMC_COMPILER_CODEGEN_ENTRY_PROLOGUES_H

#include <llvm/CodeGen/MachineFunctionPass.h>

namespace wasmc::codegen {

// Undoes LLVM's shrink wrapping of functions whose prologue may probe the stack. Stands behind the
// pass named in kBeforeEntryPrologues. The pass manager owns it.
llvm::MachineFunctionPass *createEntryPrologues();

// LLVM's pass that moves prologues behind early returns.
inline constexpr char kBeforeEntryPrologues[] = "shrink-wrap";

} // namespace wasmc::codegen

#endif
