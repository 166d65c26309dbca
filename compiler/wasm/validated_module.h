// A module of which every rule of the specification's section 3 is known to hold.
#ifndef WASMC_COMPILER_WASM_VALIDATED_MODULE_H
#define WASMC_COMPILER_WASM_VALIDATED_MODULE_H

#include "compiler/wasm/module.h"
#include "wasmc/detail/result.h"

namespace wasmc::validate {
struct ValidatedModuleKey; // only validate() can make one
}

namespace wasmc::wasm {

// Only `validate::validate()` can make one, so whoever holds one need not check: lowering asserts
// where decoding reports.
class ValidatedModule {
public:
  ValidatedModule(const validate::ValidatedModuleKey &, Module &&module)
      : module_(std::move(module)) {}

  const Module &operator*() const { return module_; }
  const Module *operator->() const { return &module_; }

private:
  Module module_;
};

} // namespace wasmc::wasm

#endif
