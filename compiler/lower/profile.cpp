#include "compiler/lower/profile.h"

#include <llvm/IR/MDBuilder.h>

#include <algorithm>
#include <limits>

namespace wasmc::lower {

using namespace llvm;

namespace {

// Plain accesses to the instance's own data: the code around them is improved as any other.
void increment(FunctionBuilder &b, Value *counter) {
  Value *before = b.ofRuntime(b.CreateAlignedLoad(b.getInt64Ty(), counter, Align(8)));
  b.ofRuntime(b.CreateAlignedStore(b.CreateAdd(before, b.getInt64(1)), counter, Align(8)));
}

} // namespace

void BranchProfile::count(FunctionBuilder &b, Value *condition) const {
  if (!counters)
    return;
  // Chosen by address and not by a branch: no block is added.
  Value *offset =
      b.CreateSelect(condition, b.getInt64(*counters), b.getInt64(*counters + sizeof(uint64_t)));
  increment(b, b.CreateGEP(b.getInt8Ty(), b.context(), offset));
}

void TableProfile::count(FunctionBuilder &b, Value *index, size_t labels) const {
  if (!counters)
    return;
  // Whatever is beyond the labels is the default.
  Value *number =
      b.CreateBinaryIntrinsic(Intrinsic::umin, index, b.getInt32(static_cast<uint32_t>(labels)));
  Value *first = b.offsetPointer(b.context(), *counters);
  increment(b, b.CreateGEP(b.getInt64Ty(), first, b.CreateZExt(number, b.getInt64Ty())));
}

MDNode *weightsOf(LLVMContext &context, std::span<const uint64_t> counts) {
  uint64_t most = counts.empty() ? 0 : *std::ranges::max_element(counts);
  if (most == 0)
    return nullptr;
  // Weights have 32 bits: all are made as much smaller as the largest needs.
  uint64_t scale = most / std::numeric_limits<uint32_t>::max() + 1;
  SmallVector<uint32_t, 8> weights;
  for (uint64_t count : counts)
    weights.push_back(static_cast<uint32_t>(count / scale));
  return MDBuilder(context).createBranchWeights(weights);
}

BodyProfile::BodyProfile(const ModuleContext &module, wasm::FunctionIndex function) {
  if (module.profile == nullptr)
    return;
  uint32_t first = module.profile->first[function.value];
  if (module.profile->isCounted)
    counters_ = module.layout.offsets.counters + sizeof(uint64_t) * uint64_t{first};
  if (!module.profile->counts.empty())
    counts_ = std::span(module.profile->counts).subspan(first);
  entries_ = takeCounts(wasm::kEntryCounters);
  entryCounter_ = takeCounters(wasm::kEntryCounters);
}

std::span<const uint64_t> BodyProfile::takeCounts(uint64_t count) {
  if (counts_.empty())
    return {};
  assert(count <= counts_.size() && "as many as the survey of the bodies found");
  std::span<const uint64_t> taken = counts_.first(count);
  counts_ = counts_.subspan(count);
  return taken;
}

std::optional<uint64_t> BodyProfile::takeCounters(uint64_t count) {
  std::optional<uint64_t> taken = counters_;
  if (counters_)
    *counters_ += sizeof(uint64_t) * count;
  return taken;
}

void BodyProfile::enter(FunctionBuilder &b) const {
  if (entryCounter_)
    increment(b, b.offsetPointer(b.context(), *entryCounter_));
  if (entries_.empty())
    return;
  b.function().setEntryCount(entries_[0]);
  if (entries_[0] == 0)
    b.function().addFnAttr(Attribute::Cold);
}

BranchProfile BodyProfile::nextBranch(LLVMContext &context) {
  return {weightsOf(context, takeCounts(wasm::kBranchCounters)),
          takeCounters(wasm::kBranchCounters)};
}

TableProfile BodyProfile::nextTable(size_t labels) {
  uint64_t count = wasm::tableCounters(labels);
  return {takeCounts(count), takeCounters(count)};
}

} // namespace wasmc::lower
