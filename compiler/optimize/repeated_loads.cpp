// A guest access is volatile, so LLVM takes no two of them for one, not even two loads of one
// address side by side. This pass gives that back where it is exact:
//
//   - A load goes when the same bytes have been read or written as the same type on every path to
//     it, and nothing in between can have changed them. The earlier access did not trap, and a
//     memory never shrinks, so the load could not trap either; what it would read is the value that
//     was read or written then. The earlier access stays where it is, with its trap.
//   - Stores always stay, also those that a later one overwrites: a trap in between shows them.
//   - What can change bytes of a memory is a store, or something that is no simple load or store:
//     a call, assembly, a bulk operation, an atomic access. The latter make everything forgotten;
//     so does a store to where it is not known. A store to a memory makes everything forgotten but
//     what surely lies apart from it: at another constant distance from the same pointer. Two
//     memories may be one and the same, if both are imported, so nothing is apart from a store to
//     another memory.
//   - The context is never inside a memory (compiler/lower/alias_scopes.cpp), so stores to it,
//     globals of the instance and counters of its branches, change nothing that is known here.
//   - Types must be equal, not only sizes, so no value is converted, and NaNs keep their bits. A
//     stored f32 that is loaded as one is what a local would have handed on.
//   - Knowledge goes from a block to those that it alone leads to. What is known in them was
//     accessed in a block that dominates them, and nothing has run since that has not been looked
//     at. Where paths meet, at the heads of loops too, nothing is known.
//   - A load that nobody uses is there for its trap, and goes when an earlier access touched all of
//     its bytes, whatever has changed them since. Lowering puts such loads in front of stores on
//     AArch64 and RISC-V (emitStoreAddress); a store to what has just been read needs none.
//   - Bounds checks in front of a load (checked memories) stay; they are ordinary branches.
//   - Shared memories are not listed (guest_memory.h): other threads write to them at any time.

#include "compiler/optimize/repeated_loads.h"

#include "compiler/optimize/guest_memory.h"
#include "compiler/optimize/preserved.h"

#include <llvm/ADT/DenseMap.h>
#include <llvm/ADT/PostOrderIterator.h>
#include <llvm/Analysis/ValueTracking.h>
#include <llvm/IR/CFG.h>
#include <llvm/IR/Instructions.h>
#include <llvm/Transforms/Utils/Local.h>

namespace wasmc::optimize {

using namespace llvm;

namespace {

// Of a block: an access far behind the first is seldom of the same place, and a value that is kept
// so long costs a register.
constexpr size_t kMostKnown = 16;

// `value` stands at base + offset, modulo 2^64, as `type` has it in memory. Null: that many bytes
// are there, whatever they are by now.
struct Known {
  const Value *base;
  uint64_t offset;
  Type *type;
  Value *value;
};

class LoadMerger {
public:
  explicit LoadMerger(Function &function)
      : function_(function), layout_(function.getDataLayout()),
        memories_(guestMemoriesOf(function)) {}

  // The number of loads that went.
  unsigned run();

private:
  void enter(const BasicBlock &block);
  void leave(const BasicBlock &block);
  void visit(Instruction &instruction);
  void visitLoad(LoadInst &load);
  void visitStore(StoreInst &store);
  bool isGuestPlace(const Value *pointer);
  Known place(Value *pointer, Type *type, Value *value) const;
  bool areApart(const Known &one, const Known &other) const;
  bool givesValue(const Known &one, const Known &wanted) const;
  bool covers(const Known &outer, const Known &inner) const;
  void forgetValues();
  void remember(const Known &access);

  Function &function_;
  const DataLayout &layout_;
  SmallVector<GuestMemory, 2> memories_;
  DenseMap<const Value *, bool> isBase_;
  DenseMap<const BasicBlock *, SmallVector<Known, 0>> atEnd_;
  SmallVector<Known, kMostKnown> known_; // oldest first
  unsigned merged_ = 0;
};

unsigned LoadMerger::run() {
  if (memories_.empty())
    return 0;
  // A block that alone leads to another comes before it.
  for (BasicBlock *block : ReversePostOrderTraversal<Function *>(&function_)) {
    enter(*block);
    for (Instruction &instruction : make_early_inc_range(*block))
      visit(instruction);
    leave(*block);
  }
  return merged_;
}

void LoadMerger::enter(const BasicBlock &block) {
  known_.clear();
  const BasicBlock *before = block.getUniquePredecessor();
  if (auto found = atEnd_.find(before); before != nullptr && found != atEnd_.end())
    known_.assign(found->second.begin(), found->second.end());
}

void LoadMerger::leave(const BasicBlock &block) {
  bool isWanted = any_of(successors(&block), [](const BasicBlock *next) {
    return next->getUniquePredecessor() != nullptr;
  });
  if (isWanted && !known_.empty())
    atEnd_[&block].assign(known_.begin(), known_.end());
}

void LoadMerger::visit(Instruction &instruction) {
  auto *load = dyn_cast<LoadInst>(&instruction);
  auto *store = dyn_cast<StoreInst>(&instruction);
  if (load != nullptr && !load->isAtomic())
    visitLoad(*load);
  else if (store != nullptr && !store->isAtomic())
    visitStore(*store);
  else if (instruction.mayWriteToMemory())
    forgetValues();
}

void LoadMerger::visitLoad(LoadInst &load) {
  if (!load.isVolatile() || !isGuestPlace(load.getPointerOperand()))
    return;
  Known wanted = place(load.getPointerOperand(), load.getType(), &load);
  const Known *found = find_if(known_, [&](const Known &one) {
    return load.use_empty() ? covers(one, wanted) : givesValue(one, wanted);
  });
  if (found == known_.end())
    return remember(wanted);
  if (!load.use_empty()) {
    // What metadata says of one of the two loads need not hold for the other.
    if (auto *first = dyn_cast<LoadInst>(found->value))
      combineMetadataForCSE(first, &load, /*DoesKMove=*/false);
    load.replaceAllUsesWith(found->value);
  }
  load.eraseFromParent();
  ++merged_;
}

void LoadMerger::visitStore(StoreInst &store) {
  Value *pointer = store.getPointerOperand();
  if (getUnderlyingObject(pointer) == function_.getArg(0))
    return;
  if (!isGuestPlace(pointer))
    return forgetValues();
  Value *value = store.getValueOperand();
  Known written = place(pointer, value->getType(), value);
  for (Known &one : known_)
    if (!areApart(one, written))
      one.value = nullptr;
  if (store.isVolatile())
    remember(written);
}

bool LoadMerger::isGuestPlace(const Value *pointer) {
  const Value *base = getUnderlyingObject(pointer);
  auto [entry, isNew] = isBase_.try_emplace(base, false);
  if (isNew)
    entry->second = memoryWithBase(memories_, base, function_) != nullptr;
  return entry->second;
}

Known LoadMerger::place(Value *pointer, Type *type, Value *value) const {
  APInt offset(layout_.getIndexTypeSizeInBits(pointer->getType()), 0);
  const Value *base =
      pointer->stripAndAccumulateConstantOffsets(layout_, offset, /*AllowNonInbounds=*/true);
  return {base, offset.getZExtValue(), type, value};
}

// Distances modulo 2^64, as addresses are computed.
bool LoadMerger::areApart(const Known &one, const Known &other) const {
  return one.base == other.base &&
         other.offset - one.offset >= layout_.getTypeStoreSize(one.type) &&
         one.offset - other.offset >= layout_.getTypeStoreSize(other.type);
}

bool LoadMerger::givesValue(const Known &one, const Known &wanted) const {
  return one.base == wanted.base && one.offset == wanted.offset && one.type == wanted.type &&
         one.value != nullptr;
}

// Whether all bytes of `inner` are among those of `outer`.
bool LoadMerger::covers(const Known &outer, const Known &inner) const {
  uint64_t size = layout_.getTypeStoreSize(outer.type);
  uint64_t innerSize = layout_.getTypeStoreSize(inner.type);
  return outer.base == inner.base && innerSize <= size &&
         inner.offset - outer.offset <= size - innerSize;
}

void LoadMerger::forgetValues() {
  for (Known &one : known_)
    one.value = nullptr;
}

void LoadMerger::remember(const Known &access) {
  erase_if(known_, [&](const Known &one) { return one.value == nullptr && covers(access, one); });
  if (known_.size() == kMostKnown)
    known_.erase(known_.begin());
  known_.push_back(access);
}

} // namespace

PreservedAnalyses RepeatedLoads::run(Function &function, FunctionAnalysisManager &) {
  unsigned merged = LoadMerger(function).run();
  if (merged_ != nullptr)
    *merged_ += merged;
  return withSameBlocks(merged != 0);
}

} // namespace wasmc::optimize
