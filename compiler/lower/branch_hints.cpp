#include "compiler/lower/branch_hints.h"

#include <llvm/IR/MDBuilder.h>

#include <algorithm>

namespace wasmc::lower {

using namespace llvm;

namespace {

// What clang makes of __builtin_expect, which is where hints come from: a native build of the same
// source has the same weights. More would be a claim that the program never goes the other way.
constexpr uint32_t kLikelyWeight = 2000;
constexpr uint32_t kUnlikelyWeight = 1;

} // namespace

BranchHints::BranchHints(const wasm::Module &module, wasm::FunctionIndex function)
    : left_(
          std::ranges::equal_range(module.branchHints, function, {}, &wasm::BranchHint::function)),
      bodyOffset_(module.functions[function.value].bodyOffset) {}

MDNode *BranchHints::find(uint64_t offset, LLVMContext &context) {
  // Hints for what is neither an `if` nor a `br_if` are passed over here.
  while (!left_.empty() && bodyOffset_ + left_.front().offset < offset)
    left_ = left_.subspan(1);
  if (left_.empty() || bodyOffset_ + left_.front().offset != offset)
    return nullptr;
  bool isLikely = left_.front().isLikely != 0;
  return MDBuilder(context).createBranchWeights(isLikely ? kLikelyWeight : kUnlikelyWeight,
                                                isLikely ? kUnlikelyWeight : kLikelyWeight);
}

} // namespace wasmc::lower
