#include "compiler/optimize/loop_copies.h"

#include "compiler/optimize/outer_values.h"
#include "compiler/optimize/poison.h"

#include <llvm/Analysis/DomTreeUpdater.h>
#include <llvm/Analysis/ScalarEvolutionExpressions.h>
#include <llvm/IR/InlineAsm.h>
#include <llvm/IR/IntrinsicInst.h>
#include <llvm/IR/MDBuilder.h>
#include <llvm/IR/Module.h>
#include <llvm/TargetParser/Triple.h>
#include <llvm/Transforms/Utils/BasicBlockUtils.h>
#include <llvm/Transforms/Utils/Cloning.h>
#include <llvm/Transforms/Utils/LoopUtils.h>

namespace wasmc::optimize {

using namespace llvm;

namespace {

constexpr const char *kVersioned = "wasmc.versioned";
constexpr const char *kInRange = "wasmc.in_range";

// The exits now have a second set of predecessors, and every value that leaves the loop a second
// form.
void extendExitPhis(Loop &loop, const ValueToValueMapTy &clones, ScalarEvolution &evolution) {
  SmallVector<BasicBlock *, 4> exits;
  loop.getUniqueExitBlocks(exits);
  for (BasicBlock *exit : exits) {
    for (PHINode &phi : exit->phis()) {
      unsigned count = phi.getNumIncomingValues();
      for (unsigned k = 0; k < count; ++k) {
        BasicBlock *from = phi.getIncomingBlock(k);
        if (!loop.contains(from))
          continue;
        Value *value = phi.getIncomingValue(k);
        if (Value *clone = clones.lookup(value))
          value = clone;
        phi.addIncoming(value, cast<BasicBlock>(clones.lookup(from)));
      }
      evolution.forgetValue(&phi);
    }
  }
}

// Whether what the range check says of the access holds where the program does not make it, too: of
// a poisonous place it says nothing (range_check.cpp), and computations that move in front of their
// condition may be poison (regressions/straight_turns.wast, "no leading zeros"). Where turns are
// far apart, no vectors come of it.
bool isSound(const GuestAccess &access) {
  constexpr uint64_t kFar = 16; // times the size
  const auto *step =
      access.terms.empty() ? nullptr : dyn_cast<SCEVConstant>(access.terms.front().step);
  if (step != nullptr && step->getAPInt().abs().ugt(kFar * access.size))
    return false;
  return isNeverPoison(access.start) &&
         all_of(access.terms, [](const Term &term) { return isNeverPoison(term.step); });
}

void setPlain(Instruction &instruction) {
  if (auto *load = dyn_cast<LoadInst>(&instruction))
    load->setVolatile(false);
  else if (auto *store = dyn_cast<StoreInst>(&instruction))
    store->setVolatile(false);
  else
    cast<MemIntrinsic>(instruction).setVolatile(ConstantInt::getFalse(instruction.getContext()));
}

// How far the iterations have moved the access, in i64. It may promise not to wrap: the check has
// proved it (range_check.cpp).
const SCEV *movedInLoop(const GuestAccess &access, ScalarEvolution &evolution) {
  const SCEV *moved = evolution.getZero(Type::getInt64Ty(evolution.getContext()));
  for (const Term &term : reverse(access.terms)) // the outermost loop first
    moved = evolution.getAddRecExpr(moved, RangeCheck::wideStep(evolution, term), term.loop,
                                    SCEV::FlagNSW);
  return moved;
}

// Reads `kStackReserve` below the stack pointer: faults in the guard of the guest's stack, which is
// exhaustion, where a call of a routine of the image's own might.
static_assert(kStackReserve == 128, "is written into the instructions");
const char *touchStack(const Triple &triple) {
  switch (triple.getArch()) {
  case Triple::x86_64:
    return "testb $$0, -128(%rsp)";
  case Triple::aarch64:
    return "ldurb wzr, [sp, #-128]";
  case Triple::riscv64:
    return "lbu zero, -128(sp)";
  default:
    report_fatal_error("no instruction is known that touches this machine's stack");
  }
}

// `asm volatile(text : : "r"(pointer), ... : "memory")`, said to touch nothing but what its
// operands point to: memory must be in order, but the loads of the instance's own data may move
// across.
void emitBarrier(IRBuilder<> &b, StringRef text, ArrayRef<Value *> pointers) {
  SmallVector<Type *, 3> types(pointers.size(), b.getPtrTy());
  auto *type = FunctionType::get(b.getVoidTy(), types, false);
  std::string constraints;
  for (size_t k = 0; k < pointers.size(); ++k)
    constraints += "r,";
  constraints += "~{memory},~{flags}";
  auto *assembly = InlineAsm::get(type, text, constraints, /*hasSideEffects=*/true);
  CallInst *call = b.CreateCall(type, assembly, pointers);
  call->setMemoryEffects(MemoryEffects::argMemOnly());
  call->setDoesNotThrow();
  call->addFnAttr(Attribute::WillReturn);
}

// The barrier at the entry also makes sure of the stack. Its operand in the frame pointer keeps the
// function's prologue, which may exhaust the stack as well, in front of it.
void emitEntryBarrier(IRBuilder<> &b, ArrayRef<Value *> pointers) {
  const Module *module = b.GetInsertBlock()->getModule();
  SmallVector<Value *, 3> operands(pointers);
  operands.push_back(b.CreateIntrinsic(Intrinsic::frameaddress, {b.getPtrTy()}, {b.getInt32(0)}));
  emitBarrier(b, touchStack(module->getTargetTriple()), operands);
}

// Where the groups' lowest bytes are, in iteration 0. Through an integer, so that LLVM takes groups
// for different objects that may overlap, and compares them once in front of a loop that it
// vectorises. But where it may know which comes first, it may know as well that this is in order.
SmallVector<Value *, 8> emitStarts(const LoopCopies &copies, Value *base,
                                   ArrayRef<AccessGroup> groups, ScalarEvolution &evolution,
                                   const DominatorTree &dominators, SCEVExpander &expander) {
  Instruction *entry = copies.fastPreheader->getTerminator();
  IRBuilder<> b(entry);
  auto expand = [&](const SCEV *value) {
    return expander.expandCodeFor(withOuterValues(value, *copies.fast, evolution, dominators),
                                  b.getInt64Ty(), entry);
  };
  Value *number = b.CreatePtrToInt(base, b.getInt64Ty());
  SmallVector<Value *, 8> starts;
  for (const AccessGroup &group : groups) {
    if (group.fromNeighbour == nullptr) {
      Value *start = expand(group.placeOf(evolution));
      Value *lowest = b.CreateAdd(b.CreateAdd(number, start), b.getInt64(group.least));
      starts.push_back(b.CreateIntToPtr(lowest, b.getPtrTy()));
      continue;
    }
    starts.push_back(b.CreatePtrAdd(starts[group.neighbour], expand(group.fromNeighbour)));
  }
  return starts;
}

} // namespace

LoopCopies splitLoop(Loop &loop, Value *inRange, LoopInfo &loops, DominatorTree &dominators,
                     ScalarEvolution &evolution) {
  BasicBlock *check = loop.getLoopPreheader();
  BasicBlock *fast = SplitBlock(check, check->getTerminator(), &dominators, &loops, nullptr,
                                loop.getHeader()->getName() + ".fast");
  ValueToValueMapTy clones;
  SmallVector<BasicBlock *, 16> blocks;
  Loop *strict =
      cloneLoopWithPreheader(fast, check, &loop, clones, ".strict", &loops, &dominators, blocks);
  remapInstructionsInBlocks(blocks, clones);
  auto *strictPreheader = cast<BasicBlock>(clones.lookup(fast));
  Instruction *old = check->getTerminator();
  IRBuilder<> b(old);
  b.CreateCondBr(inRange, fast, strictPreheader,
                 MDBuilder(b.getContext()).createBranchWeights(1000, 1));
  old->eraseFromParent();
  extendExitPhis(loop, clones, evolution);
  dominators.recalculate(*check->getParent());
  return {fast, strictPreheader, &loop, strict};
}

void removeChecks(const LoopCopies &copies, const LoopAccesses &accesses, Value *bytes,
                  LoopInfo &loops, DominatorTree &dominators, ScalarEvolution &evolution,
                  SmallVectorImpl<WeakTrackingVH> &dead) {
  if (accesses.checked.empty())
    return;
  for (Instruction *load : accesses.lengthLoads) {
    load->replaceAllUsesWith(bytes);
    load->eraseFromParent();
  }
  SmallVector<BasicBlock *, 16> behind;
  for (const GuestAccess &access : accesses.guest) {
    if (!access.isCheck)
      continue;
    auto *branch = cast<BranchInst>(access.instruction);
    unsigned inside = copies.fast->contains(branch->getSuccessor(0)) ? 0 : 1;
    // Phis stay even where they have one value left: LCSSA form.
    branch->getSuccessor(1 - inside)
        ->removePredecessor(branch->getParent(), /*KeepOneInputPHIs=*/true);
    behind.push_back(branch->getSuccessor(inside));
    dead.emplace_back(branch->getCondition());
    IRBuilder<>(branch).CreateBr(branch->getSuccessor(inside));
    branch->eraseFromParent();
  }
  dominators.recalculate(*copies.fastPreheader->getParent());
  // The pass that rolls loops up, for one, wants bodies of one block.
  DomTreeUpdater updater(dominators, DomTreeUpdater::UpdateStrategy::Eager);
  for (BasicBlock *block : behind)
    MergeBlockIntoPredecessor(block, &updater, &loops);
  evolution.forgetBlockAndLoopDispositions();
}

void makeAccessesPlain(const LoopCopies &copies, Value *base, ArrayRef<AccessGroup> groups,
                       const LoopAccesses &accesses, ScalarEvolution &evolution,
                       const DominatorTree &dominators, SCEVExpander &expander) {
  Type *number = Type::getInt64Ty(evolution.getContext());
  SmallVector<Value *, 8> starts =
      emitStarts(copies, base, groups, evolution, dominators, expander);
  SCEVExpander recurrences(evolution, "step");
  recurrences.disableCanonicalMode();
  for (const auto &[group, first] : zip_equal(groups, starts)) {
    bool hasSymbolicStep =
        any_of(group.terms, [](const Term &term) { return !isa<SCEVConstant>(term.step); });
    SCEVExpander &inLoop = hasSymbolicStep ? recurrences : expander;
    for (const GuestAccess *access : group.members) {
      if (access->isCheck)
        continue;
      setPlain(*access->instruction);
      // Where it is varies: the address stays as it is. Ahead of its condition it may be any.
      if (access->spread > 0)
        continue;
      Value *moved =
          inLoop.expandCodeFor(movedInLoop(*access, evolution), number, access->instruction);
      IRBuilder<> here(access->instruction);
      // The constant last: what differs by a constant only is then seen to, by whoever puts
      // accesses side by side into one vector.
      Value *current = here.CreateInBoundsGEP(here.getInt8Ty(), first, moved);
      uint64_t further = static_cast<uint64_t>(group.distanceOf(*access) - group.least);
      Value *address = here.CreateInBoundsGEP(here.getInt8Ty(), current, here.getInt64(further));
      access->instruction->setOperand(isa<LoadInst>(access->instruction) ? 0 : 1, address);
      // In one block there is nothing to do ahead.
      if (copies.fast->getNumBlocks() > 1 && isSound(*access))
        markInRange(*access->instruction);
    }
  }
  for (Instruction *instruction : accesses.harmless)
    setPlain(*instruction);
}

void leaveAfter(const LoopCopies &copies, Value *count, ScalarEvolution &evolution,
                SmallVectorImpl<WeakTrackingVH> &dead) {
  BasicBlock *header = copies.fast->getHeader(), *latch = copies.fast->getLoopLatch();
  IRBuilder<> b(header, header->begin());
  PHINode *taken = b.CreatePHI(b.getInt64Ty(), 2, "taken");
  auto *branch = cast<BranchInst>(latch->getTerminator());
  b.SetInsertPoint(branch);
  Value *next = b.CreateNUWAdd(taken, b.getInt64(1));
  bool leavesIfTrue = branch->getSuccessor(0) != header;
  dead.emplace_back(branch->getCondition());
  branch->setCondition(
      b.CreateICmp(leavesIfTrue ? CmpInst::ICMP_EQ : CmpInst::ICMP_NE, taken, count));
  taken->addIncoming(b.getInt64(0), copies.fastPreheader);
  taken->addIncoming(next, latch);
  evolution.forgetLoop(copies.fast);
}

void addBarriers(const LoopCopies &copies, Value *base, const LoopAccesses &accesses,
                 LoopInfo &loops, DominatorTree &dominators) {
  formDedicatedExitBlocks(copies.fast, &dominators, &loops, nullptr, /*PreserveLCSSA=*/true);
  SmallVector<Value *, 2> pointers{base};
  if (!accesses.harmless.empty())
    pointers.push_back(copies.fastPreheader->getParent()->getArg(0));
  SmallVector<BasicBlock *, 4> exits;
  copies.fast->getUniqueExitBlocks(exits);
  for (BasicBlock *exit : exits) {
    IRBuilder<> b(exit, exit->getFirstInsertionPt());
    emitBarrier(b, "", pointers);
  }
  IRBuilder<> b(copies.fastPreheader->getTerminator());
  emitEntryBarrier(b, pointers);
}

void addToLoopId(Loop &loop, ArrayRef<const char *> names) {
  LLVMContext &context = loop.getHeader()->getContext();
  SmallVector<Metadata *, 4> operands{nullptr};
  if (const MDNode *old = loop.getLoopID())
    append_range(operands, drop_begin(old->operands()));
  for (const char *name : names)
    operands.push_back(MDNode::get(context, MDString::get(context, name)));
  MDNode *id = MDNode::getDistinct(context, operands);
  id->replaceOperandWith(0, id);
  loop.setLoopID(id);
}

void markVersioned(const LoopCopies &copies, ArrayRef<Loop *> keptWhole) {
  for (Loop *loop : keptWhole)
    addToLoopId(*loop, {"llvm.loop.unroll.runtime.disable"});
  for (Loop *loop : copies.fast->getLoopsInPreorder())
    addToLoopId(*loop, {kVersioned});
  for (Loop *loop : copies.strict->getLoopsInPreorder())
    addToLoopId(*loop, {kVersioned, "llvm.loop.disable_nonforced"});
}

void markInRange(Instruction &access) {
  access.setMetadata(kInRange, MDNode::get(access.getContext(), {}));
}

bool isInRange(const Instruction &access) {
  return isa<LoadInst, StoreInst>(access) && !access.isVolatile() && !access.isAtomic() &&
         access.hasMetadata(kInRange);
}

bool isVersioned(const Loop &loop) {
  return loop.getLoopID() != nullptr &&
         findOptionMDForLoopID(loop.getLoopID(), kVersioned) != nullptr;
}

std::optional<EntryCounters> countersOf(const Function &function) {
  const NamedMDNode *node = function.getParent()->getNamedMetadata("wasmc.loop_counters");
  if (node == nullptr)
    return std::nullopt;
  auto offset = [&](unsigned k) {
    return mdconst::extract<ConstantInt>(node->getOperand(0)->getOperand(k))->getZExtValue();
  };
  return EntryCounters{offset(0), offset(1)};
}

void countEntries(BasicBlock *block, uint64_t offset) {
  IRBuilder<> b(block->getTerminator());
  Value *counter = b.CreateGEP(b.getInt8Ty(), block->getParent()->getArg(0), b.getInt64(offset));
  Value *before = b.CreateAlignedLoad(b.getInt64Ty(), counter, Align(4), /*isVolatile=*/true);
  b.CreateAlignedStore(b.CreateAdd(before, b.getInt64(1)), counter, Align(4), /*isVolatile=*/true);
}

} // namespace wasmc::optimize
