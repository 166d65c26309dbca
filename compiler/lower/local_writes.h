// Which locals a body writes, and which each of its loops: what must be known before lowering
// begins.
#ifndef WASMC_COMPILER_LOWER_LOCAL_WRITES_H
#define WASMC_COMPILER_LOWER_LOCAL_WRITES_H

#include "compiler/decode/empty_visitor.h"

#include <llvm/ADT/BitVector.h>

#include <vector>

namespace wasmc::lower {

class LocalWrites : public decode::EmptyVisitor {
public:
  static constexpr uint32_t kUnwritten = ~uint32_t{0};

  // Without `byLoop`, which costs a bit per loop and local, inLoop() is empty for every loop.
  LocalWrites(size_t locals, bool byLoop) : numbers_(locals, kUnwritten), byLoop_(byLoop) {}

  // Those that are written are numbered without gaps.
  uint32_t numberOf(size_t local) const { return numbers_[local]; }
  uint32_t count() const { return count_; }
  // The numbers that are written in the k-th loop of the body. May be shorter than `count`.
  const llvm::BitVector &inLoop(size_t k) const { return loops_[k]; }

  Done onBlock(const decode::BlockType &) { return enter(innermost()); }
  Done onIf(const decode::BlockType &) { return enter(innermost()); }
  Done onTryTable(const decode::BlockType &, std::span<const decode::CatchClause>) {
    return enter(innermost());
  }
  Done onLoop(const decode::BlockType &) {
    loops_.emplace_back();
    return enter(static_cast<uint32_t>(loops_.size() - 1));
  }
  Done onEnd() {
    uint32_t ended = innermost();
    open_.pop_back();
    // Handed on once per loop, not once per write and loop around it.
    if (!open_.empty() && ended != innermost() && innermost() != kNoLoop)
      loops_[innermost()] |= loops_[ended];
    return {};
  }
  Done onLocalSet(wasm::LocalIndex local) {
    uint32_t &number = numbers_[local.value];
    if (number == kUnwritten)
      number = count_++;
    if (innermost() == kNoLoop || !byLoop_)
      return {};
    llvm::BitVector &written = loops_[innermost()];
    if (written.size() <= number)
      written.resize(number + 1);
    written.set(number);
    return {};
  }
  Done onLocalTee(wasm::LocalIndex local) { return onLocalSet(local); }

private:
  static constexpr uint32_t kNoLoop = ~uint32_t{0};

  uint32_t innermost() const { return open_.back(); }
  Done enter(uint32_t loop) {
    open_.push_back(loop);
    return {};
  }

  std::vector<uint32_t> numbers_; // by local
  bool byLoop_;
  uint32_t count_ = 0;
  std::vector<llvm::BitVector> loops_;
  std::vector<uint32_t> open_ = {kNoLoop}; // by open block, the body's own first: the loop it is in
};
static_assert(decode::OperatorVisitor<LocalWrites>);

} // namespace wasmc::lower

#endif
