// The middle of a compilation: a module's parts through lowering, passes and instruction selection.
#ifndef WASMC_COMPILER_DRIVER_COMPILE_PARTS_H
#define WASMC_COMPILER_DRIVER_COMPILE_PARTS_H

#include "compiler/codegen/target.h"
#include "compiler/driver/body_size.h"
#include "compiler/driver/compile.h"
#include "compiler/driver/object_cache.h"
#include "compiler/driver/profile.h"
#include "compiler/lower/plan.h"

#include <string>
#include <vector>

namespace wasmc::driver {

// One module for one target; everything is only read.
struct Compilation {
  const wasm::ValidatedModule &module;
  std::span<const BodySize> sizes; // by function
  const lower::ModulePlan &plan;
  const codegen::Target &target;
  const wasm::TargetFacts &facts;
  const CompileOptions &options;
  const std::string &headerSymbol;
  const ObjectCache *cache;     // or null
  const ModuleProfile *profile; // or null
};

// How many threads may work at once, at least one.
unsigned threadsOf(const CompileOptions &options);

// The object (or text) of each part, in the order of the module, whatever order they are made in.
Result<std::vector<std::string>> compileParts(const Compilation &compilation);

} // namespace wasmc::driver

#endif
