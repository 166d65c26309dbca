// The deterministic profile (`--deterministic`, spec appendix "Profiles"): every NaN that an
// operator makes is the canonical positive one.
#ifndef WASMC_COMPILER_LOWER_DETERMINISTIC_H
#define WASMC_COMPILER_LOWER_DETERMINISTIC_H

#include "compiler/lower/function_builder.h"
#include "compiler/wasm/operators.h"

namespace wasmc::lower {

inline bool isDeterministic(FunctionBuilder &b) {
  return b.module().options.deterministic;
}

// `result`, the float or vector of floats that `op` gives, with canonical NaNs where the profile
// asks for them.
llvm::Value *emitProfileNan(FunctionBuilder &b, wasm::Op op, llvm::Value *result);

} // namespace wasmc::lower

#endif
