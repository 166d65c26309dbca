// What a user decides about the code of a module, beside the machine it is for.
#ifndef WASMC_COMPILER_WASM_CODE_OPTIONS_H
#define WASMC_COMPILER_WASM_CODE_OPTIONS_H

#include "compiler/wasm/types.h"

namespace wasmc::wasm {

struct CodeOptions {
  // Compare every access with the memory's length, so that no memory needs a large reservation.
  bool boundsChecks = false;
  // The deterministic profile: canonical NaNs, and of the relaxed vector operators the results of
  // the plain ones.
  bool deterministic = false;
  // Whether indirect calls name their callees where those are few, for the optimiser to inline;
  // what it makes of them is larger.
  bool namesCallees = false;
};

// Whether the code compares each access to a memory of this type with its length, and leaves
// nothing to inaccessible pages around it. The artefact records the answer per memory, and the
// runtime reserves accordingly.
inline bool isChecked(const MemoryType &type, const CodeOptions &options) {
  return options.boundsChecks || type.is64 || type.pageSizeLog2 != 16;
}

} // namespace wasmc::wasm

#endif
