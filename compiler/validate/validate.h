// The door of the validator (spec section 3).
#ifndef WASMC_COMPILER_VALIDATE_VALIDATE_H
#define WASMC_COMPILER_VALIDATE_VALIDATE_H

#include "compiler/wasm/features.h"
#include "compiler/wasm/validated_module.h"
#include "wasmc/detail/result.h"

namespace wasmc::validate {

// Checks the module and every function body, the bodies on up to `threads` threads. Whatever the
// number of threads, the error reported is the one at the lowest byte offset.
Result<wasm::ValidatedModule> validate(wasm::Module &&module, wasm::Features features,
                                       unsigned threads);

} // namespace wasmc::validate

#endif
