// Loops over linear memory at full speed, with exact traps (the argument: loop_versioning.cpp).
#ifndef WASMC_COMPILER_OPTIMIZE_LOOP_VERSIONING_H
#define WASMC_COMPILER_OPTIMIZE_LOOP_VERSIONING_H

#include <llvm/IR/PassManager.h>

#include <array>

namespace wasmc::optimize {

// Why a loop keeps its strict accesses. The text for people: describe().
enum class Refusal : uint8_t {
  none,
  no_access,
  call,
  atomic,
  unknown_base,
  irregular_index,
  step_varies,
  large_offset,
  uncountable,
  inner_count_varies,
  not_expandable,
  too_many_accesses,
  too_many_groups,
  few_iterations,
  search,
  little_gain,
  irregular_shape,
};
constexpr size_t kRefusals = static_cast<size_t>(Refusal::irregular_shape) + 1;
const char *describe(Refusal refusal);

// What became of the loops. A nest is versioned as one; its inner loops are counted only when the
// nest as a whole was refused. Not synchronised: one per thread.
struct LoopStatistics {
  unsigned versioned = 0;
  unsigned accesses = 0; // guest accesses in versioned loops
  unsigned rolled = 0;   // versioned loops that had been unrolled
  unsigned widened = 0;  // versioned loops over vectors that do several turns at once
  unsigned searches = 0; // loops that search memory, and look at several elements at once
  std::array<unsigned, kRefusals> refused = {};
  unsigned mergedLoads = 0; // in loops or not (repeated_loads.h)
};

struct VersioningOptions {
  bool isOn = true;
  // For tests: count entries into the copies, fast and strict, in the two globals that the module's
  // metadata `wasmc.loop_counters` names, and version loops that gain nothing, too.
  bool countEntries = false;
};

// Versions the outermost loops that qualify, in a function whose loops are rotated and whose
// invariants have been hoisted. What is left to do for the fast copies is LICM, promotion, dead
// store elimination, vectorising, unrolling.
class LoopVersioning : public llvm::PassInfoMixin<LoopVersioning> {
public:
  // `statistics` may be null; if not, it outlives the pass.
  explicit LoopVersioning(LoopStatistics *statistics = nullptr, VersioningOptions options = {})
      : statistics_(statistics), options_(options) {}
  llvm::PreservedAnalyses run(llvm::Function &function, llvm::FunctionAnalysisManager &analyses);

private:
  LoopStatistics *statistics_;
  VersioningOptions options_;
};

// Appends the pass, and the one that rolls fast copies up again, behind passes on loops: they have
// rotated them, hoisted their invariants, and left them in simple and in LCSSA form.
void addLoopVersioning(llvm::FunctionPassManager &passes, LoopStatistics *statistics,
                       VersioningOptions options);

} // namespace wasmc::optimize

#endif
