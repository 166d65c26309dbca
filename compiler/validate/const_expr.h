// Constant expressions (spec 3.4.13). Internal to this room.
#ifndef WASMC_COMPILER_VALIDATE_CONST_EXPR_H
#define WASMC_COMPILER_VALIDATE_CONST_EXPR_H

#include "compiler/validate/checker.h"
#include "compiler/validate/context.h"

namespace wasmc::validate {

// Checks that `expression` is constant, names none but the first `visibleGlobals` globals, and
// leaves one value of type `result`.
Result<void> checkConstant(const Context &context, Checker &checker,
                           const wasm::Expression &expression, ValueType result,
                           uint32_t visibleGlobals);

// Adds the functions that `expression` takes references of to `declared`. The expression need not
// be valid.
void collectDeclared(const wasm::Expression &expression, wasm::Features features,
                     std::vector<bool> &declared);

} // namespace wasmc::validate

#endif
