#include "compiler/driver/partition.h"

#include "compiler/decode/body.h"
#include "compiler/decode/empty_visitor.h"
#include "compiler/wasm/fnv1a.h"

#include <algorithm>

namespace wasmc::driver {

namespace {

// Bytes of function bodies (BodySize::cost) per part: large enough for inlining to find its
// callees, small enough that passes which are not linear in the size of a module stay cheap, that
// all processors are busy and that an edit costs little of what is cached.
constexpr uint64_t kLeastBytes = 32 * 1024;
constexpr uint64_t kMostBytes = 96 * 1024;

// Where a part that is large enough ends, the bytes of its last function say: one in 16 may be the
// last. So an edit moves the ends of its own part and of none far behind it.
bool mayBeLast(std::span<const uint8_t> body) {
  return wasm::fnv1a(body) >> 60 == 0;
}

// A callee of at most that cost (BodySize::cost) is worth a copy: getters, wrappers, one-line
// helpers. What is larger is rarely inlined, and lowering it twice costs time.
constexpr uint64_t kCopyBytes = 48;
// The same for a callee that a profile calls hot: LLVM inlines much larger ones where they are
// called often.
constexpr uint64_t kHotCopyBytes = 600;

// The callees of a body that are worth a copy.
struct SmallCallees : decode::EmptyVisitor {
  const wasm::Module &module;
  std::span<const BodySize> sizes;
  std::vector<wasm::FunctionIndex> found;

  SmallCallees(const wasm::Module &m, std::span<const BodySize> s) : module(m), sizes(s) {}
  Done onCall(wasm::FunctionIndex f) {
    const BodySize &size = sizes[f.value];
    if (!module.isImported(f) && size.cost() <= (size.isHot ? kHotCopyBytes : kCopyBytes) &&
        size.effort() == Effort::asked)
      found.push_back(f);
    return {};
  }
};
static_assert(decode::OperatorVisitor<SmallCallees>);

void findCopies(const wasm::Module &module, std::span<const BodySize> sizes, Part &part) {
  if (part.functions.empty())
    return;
  SmallCallees callees(module, sizes);
  for (wasm::FunctionIndex f : part.functions) {
    [[maybe_unused]] Result<void> done =
        decode::visitOperators(module.functions[f.value].body, {~uint32_t{0}}, callees);
    assert(done && "a validated body decodes");
  }
  std::vector<wasm::FunctionIndex> &found = callees.found;
  std::ranges::sort(found);
  found.erase(std::ranges::unique(found).begin(), found.end());
  // A part is a run of indices.
  std::erase_if(found, [&](wasm::FunctionIndex f) {
    return f >= part.functions.front() && f <= part.functions.back();
  });
  // A profile may call everything hot: no more than a part of its own of what is not small.
  uint64_t cost = 0;
  for (wasm::FunctionIndex f : found) {
    bool isSmall = sizes[f.value].cost() <= kCopyBytes;
    cost += isSmall ? 0 : sizes[f.value].cost();
    if (isSmall || cost <= kMostBytes)
      part.copies.push_back(f);
  }
}

} // namespace

std::vector<Part> partition(const wasm::Module &module, std::span<const BodySize> sizes,
                            bool withCopies) {
  std::vector<Part> parts(1);
  uint64_t cost = 0;
  bool isFull = false;
  for (uint32_t f = module.importedFunctions; f < module.functions.size(); ++f) {
    Effort effort = sizes[f].effort();
    bool isAlone = effort != Effort::asked || parts.back().effort != Effort::asked;
    if ((isFull || isAlone || cost + sizes[f].cost() > kMostBytes) &&
        !parts.back().functions.empty()) {
      parts.emplace_back();
      cost = 0;
    }
    parts.back().functions.emplace_back(f);
    parts.back().effort = effort;
    cost += sizes[f].cost();
    isFull = cost >= kLeastBytes && mayBeLast(module.functions[f].body.data);
  }
  if (withCopies && parts.size() > 1)
    for (Part &part : parts)
      if (part.effort == Effort::asked)
        findCopies(module, sizes, part);
  return parts;
}

} // namespace wasmc::driver
