// Wasm byte offsets on their way through LLVM: as line numbers of a line table that is later
// squeezed into the artefact's offset map (container/offset_map.h). A line counts from the start of
// its function, and the function is named as the file (container/code_object.h puts the two
// together again), so that an edit of one function leaves the IR of all others as it was.
#ifndef WASMC_COMPILER_LOWER_DEBUG_INFO_H
#define WASMC_COMPILER_LOWER_DEBUG_INFO_H

#include "compiler/wasm/index.h"

#include <llvm/IR/DIBuilder.h>
#include <llvm/IR/Module.h>

#include <optional>

namespace wasmc::lower {

class DebugInfo {
public:
  explicit DebugInfo(llvm::Module &module);

  // Gives `function` a scope, without which its instructions cannot carry offsets, and counts what
  // follows from `wasmOffset`, the start of the Wasm function `index`. Without an index offsets
  // count from the start of the module: what instantiation computes.
  void describe(llvm::Function &function, std::optional<wasm::FunctionIndex> index,
                uint64_t wasmOffset);

  // The location of one operator of `function`, the one described last.
  llvm::DebugLoc location(llvm::Function &function, uint64_t wasmOffset);

  // Call once, when the module is complete.
  void finish() { builder_.finalize(); }

private:
  llvm::DIBuilder builder_;
  llvm::DIFile *noFunction_;
  llvm::DISubroutineType *type_;
  uint64_t start_ = 0;
};

} // namespace wasmc::lower

#endif
