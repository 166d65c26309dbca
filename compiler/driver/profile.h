// Profiles (docs/profile.md): reading what an instrumented module counted, and what that says of
// its functions.
#ifndef WASMC_COMPILER_DRIVER_PROFILE_H
#define WASMC_COMPILER_DRIVER_PROFILE_H

#include "compiler/driver/body_size.h"
#include "compiler/driver/compile.h"
#include "compiler/wasm/profile.h"

#include <llvm/IR/Module.h>
#include <llvm/IR/ProfileSummary.h>

#include <memory>

namespace wasmc::driver {

struct ModuleProfile {
  wasm::Profile numbers;
  std::unique_ptr<llvm::ProfileSummary> summary; // null: nothing was counted

  // Says in a part which counts of the whole module are high and which are low.
  void describe(llvm::Module &part) const;
};

// Null when neither --instrument nor --profile-use was given. Otherwise marks in `sizes` which
// functions are hot. Errors: a profile has not as many counters as the module, which has too many.
Result<std::unique_ptr<ModuleProfile>> makeProfile(std::span<const uint8_t> bytes,
                                                   const wasm::Module &module,
                                                   std::span<BodySize> sizes,
                                                   const CompileOptions &options);

} // namespace wasmc::driver

#endif
