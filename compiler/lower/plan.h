// What is decided about a whole module before the first function is lowered: where things stand in
// an instance, which data can be mapped instead of copied, which types need thunks.
#ifndef WASMC_COMPILER_LOWER_PLAN_H
#define WASMC_COMPILER_LOWER_PLAN_H

#include "compiler/wasm/call_table.h"
#include "compiler/wasm/code_options.h"
#include "compiler/wasm/instance_layout.h"
#include "compiler/wasm/profile.h"
#include "compiler/wasm/symbols.h"
#include "compiler/wasm/target_facts.h"
#include "compiler/wasm/validated_module.h"

namespace wasmc::lower {

struct ModulePlan {
  wasm::CodeOptions options;
  wasm::InstanceLayout layout;
  wasm::DataImage image;
  wasm::ThunkNeeds thunks;
  wasm::CallTables callTables;
  // Whether instantiation has anything to run: globals, segments, the start function.
  bool hasInitialize = false;
  const wasm::Profile *profile = nullptr; // null: nothing is counted or known
};

ModulePlan planModule(const wasm::ValidatedModule &module, const wasm::TableUses &tableUses,
                      const wasm::TargetFacts &facts, const wasm::CodeOptions &options,
                      const wasm::Profile *profile);

} // namespace wasmc::lower

#endif
