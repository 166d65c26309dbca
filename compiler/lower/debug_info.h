// Wasm byte offsets on their way through LLVM: as line numbers of a line table that is later
// squeezed into the artefact's offset map (container/offset_map.h).
#ifndef WASMC_COMPILER_LOWER_DEBUG_INFO_H
#define WASMC_COMPILER_LOWER_DEBUG_INFO_H

#include <llvm/IR/DIBuilder.h>
#include <llvm/IR/Module.h>

namespace wasmc::lower {

class DebugInfo {
public:
  DebugInfo(llvm::Module &module, llvm::StringRef sourceName);

  // Gives `function` a scope, without which its instructions cannot carry offsets.
  void describe(llvm::Function &function, uint64_t wasmOffset);

  // The location of one operator within a described function.
  llvm::DebugLoc location(llvm::Function &function, uint64_t wasmOffset);

  // Call once, when the module is complete.
  void finish() { builder_.finalize(); }

private:
  llvm::DIBuilder builder_;
  llvm::DIFile *file_;
  llvm::DISubroutineType *type_;
};

} // namespace wasmc::lower

#endif
