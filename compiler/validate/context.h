// What the checks of one module share. Internal to this room.
#ifndef WASMC_COMPILER_VALIDATE_CONTEXT_H
#define WASMC_COMPILER_VALIDATE_CONTEXT_H

#include "compiler/validate/type_system.h"
#include "compiler/wasm/features.h"
#include "compiler/wasm/module.h"

#include <vector>

namespace wasmc::validate {

// The context C of the specification's rules (3.1.1). Filled by the module's checks, read-only
// while bodies are checked, from many threads.
struct Context {
  Context(const wasm::Module &module, wasm::Features features)
      : module(module), features(features), types(module) {}

  const wasm::Module &module;
  wasm::Features features;
  TypeSystem types;
  // C.refs: functions that occur in the module outside of bodies, so that ref.func may name them.
  std::vector<bool> declaredFunctions;
};

// The type of addresses or indices of a memory or table.
constexpr wasm::ValueType addressType(bool is64) {
  return is64 ? wasm::kI64 : wasm::kI32;
}

} // namespace wasmc::validate

#endif
