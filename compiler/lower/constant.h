// Constant expressions whose value is known without running anything.
#ifndef WASMC_COMPILER_LOWER_CONSTANT_H
#define WASMC_COMPILER_LOWER_CONSTANT_H

#include "compiler/wasm/module.h"

namespace wasmc::lower {

// The value of an expression of one constant operator, `X end`.
struct KnownConstant {
  enum class Kind : uint8_t { unknown, integer, null, function } kind = Kind::unknown;
  uint64_t integer = 0; // i32 zero-extended, or i64
  wasm::FunctionIndex function;
};

KnownConstant readConstant(const wasm::Expression &expression);

// The functions that a constant expression refers to by ref.func.
void collectReferences(const wasm::Expression &expression,
                       std::vector<wasm::FunctionIndex> &references);

} // namespace wasmc::lower

#endif
