// The door of lowering: a validated module to LLVM IR.
//
// After this stage no Wasm type is left: only IR whose symbols are named by wasm/symbols.h. Wasm
// byte offsets travel as line numbers of debug locations, trap codes in the trap instructions.
#ifndef WASMC_COMPILER_LOWER_LOWER_H
#define WASMC_COMPILER_LOWER_LOWER_H

#include "compiler/lower/plan.h"

#include <llvm/IR/Module.h>

#include <memory>
#include <span>

namespace wasmc::lower {

// One part of the module: the functions it defines, and whether it carries the thunks and
// `initialize` as well (exactly one part must).
struct Partition {
  std::span<const wasm::FunctionIndex> functions;
  // Functions of other parts that may be inlined here; LLVM drops what is left of them.
  std::span<const wasm::FunctionIndex> copies;
  bool withThunks = false;
  bool localsInMemory = false; // of `functions`; see lowerFunction
};

// Lowers one part into a fresh LLVM module in `context`. Functions of other parts are declared.
// Thread-safe for different contexts. `module` and `plan` are only read.
std::unique_ptr<llvm::Module> lowerPartition(const wasm::ValidatedModule &module,
                                             const ModulePlan &plan, const wasm::TargetFacts &facts,
                                             const Partition &partition,
                                             llvm::LLVMContext &context);

} // namespace wasmc::lower

#endif
