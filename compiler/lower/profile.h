// Counting what a function's branches do, and telling LLVM what was counted: both walk the same
// numbers (wasm/profile.h).
#ifndef WASMC_COMPILER_LOWER_PROFILE_H
#define WASMC_COMPILER_LOWER_PROFILE_H

#include "compiler/lower/function_builder.h"

#include <optional>
#include <span>

namespace wasmc::lower {

// What is to be done with a conditional branch, taken when its condition holds.
struct BranchProfile {
  llvm::MDNode *weights = nullptr;  // null: nothing is known
  std::optional<uint64_t> counters; // where its counters stand in the context, if it is counted

  // Where the branch is about to be built.
  void count(FunctionBuilder &b, llvm::Value *condition) const;
};

// What is to be done with a br_table.
struct TableProfile {
  std::span<const uint64_t> counts; // by label, then the default; empty: nothing is known
  std::optional<uint64_t> counters;

  // `index` is the operand, of any value.
  void count(FunctionBuilder &b, llvm::Value *index, size_t labels) const;
};

// The metadata `branch_weights` for what was counted; null when nothing was.
llvm::MDNode *weightsOf(llvm::LLVMContext &context, std::span<const uint64_t> counts);

// The profile of one body. It is asked for each operator that is counted, in their order, also for
// those that cannot be reached.
class BodyProfile {
public:
  BodyProfile() = default; // for code that is neither counted nor known
  BodyProfile(const ModuleContext &module, wasm::FunctionIndex function);

  // Where the body begins: counts the entry, or says how often it was counted.
  void enter(FunctionBuilder &b) const;
  BranchProfile nextBranch(llvm::LLVMContext &context);
  TableProfile nextTable(size_t labels);

private:
  std::span<const uint64_t> takeCounts(uint64_t count);
  std::optional<uint64_t> takeCounters(uint64_t count);

  std::span<const uint64_t> counts_; // that are not taken yet
  std::optional<uint64_t> counters_; // offset in the context of the next one
  std::span<const uint64_t> entries_;
  std::optional<uint64_t> entryCounter_;
};

} // namespace wasmc::lower

#endif
