// What several turns of a loop do, at once, in vectors that hold the values of all of them.
#ifndef WASMC_COMPILER_OPTIMIZE_WIDE_BODY_H
#define WASMC_COMPILER_OPTIMIZE_WIDE_BODY_H

#include "compiler/optimize/lane_calls.h"
#include "compiler/optimize/unrolled_loop.h"

#include <llvm/IR/IRBuilder.h>
#include <llvm/IR/IntrinsicInst.h>

namespace wasmc::optimize {

// How a value that one turn hands to the next may be had for several turns at once.
struct CarriedKind {
  // linear: grows by what does not change. sum: of an associative and commutative operator, over
  // values that do not depend on it. passed: a value that the turn before has made without it.
  enum class Kind { linear, sum, passed } kind;
  llvm::Instruction *last;     // of the first turn: what becomes of the phi
  llvm::Value *step = nullptr; // linear
};

using CarriedKinds = llvm::MapVector<llvm::PHINode *, CarriedKind>;

// Kinds of everything that is carried; none if something is of no such kind.
std::optional<CarriedKinds> findCarriedKinds(const UnrolledLoop &turns, llvm::Loop &loop);

// Whether all that a turn does can be done to the values of several. The accesses' order is not
// looked at.
bool isWidenable(const UnrolledLoop &turns, const llvm::Loop &loop, const CarriedKinds &kinds,
                 const llvm::TargetTransformInfo &target);

// Whether a phi for which `isWanted` holds is in what the value, of the first turn, is made of.
bool isMadeOf(const llvm::Instruction &value, const UnrolledLoop &turns,
              llvm::function_ref<bool(const llvm::PHINode &)> isWanted);

// Of what the instruction makes or stores.
llvm::Type *valueType(const llvm::Instruction &instruction);

// Builds the body. In a wide value, the lanes of the first of its turns come first.
class WideBody {
public:
  // `preheader` gets what does not change; `counter`, an i64, counts iterations of the new loop,
  // from 0, each of `width` turns. `starts` are the linear values' in the first turn of all.
  WideBody(const UnrolledLoop &turns, const CarriedKinds &kinds, unsigned width,
           const llvm::TargetTransformInfo &target, llvm::BasicBlock &preheader,
           llvm::BasicBlock &body, llvm::Value *counter,
           llvm::DenseMap<llvm::Value *, llvm::Value *> starts);

  // `order` are the first turn's instructions, each behind what it needs; what is passed on is
  // needed where its phi is used.
  void build(llvm::ArrayRef<llvm::Instruction *> order);

  // Behind the loop: what was carried out of its last turn.
  llvm::Value *carriedOut(llvm::IRBuilder<> &b, llvm::PHINode &phi);
  // Behind the loop: what `first`, of the first turn, is in its last turn.
  llvm::Value *ofLastTurn(llvm::IRBuilder<> &b, llvm::Instruction &first);

private:
  llvm::Type *wideType(const llvm::Type *type) const;
  llvm::Value *wide(llvm::Value *value);
  void makePhi(llvm::PHINode &phi, const CarriedKind &kind);
  llvm::Value *startOf(llvm::PHINode &phi, const CarriedKind &kind);
  void closePhi(llvm::PHINode &phi, const CarriedKind &kind);
  void shiftIn(llvm::PHINode &phi, const CarriedKind &kind);
  llvm::Value *create(llvm::Instruction &instruction);
  llvm::Value *createLoad(llvm::LoadInst &load);
  llvm::Value *createStore(llvm::StoreInst &store);
  llvm::Value *createShuffle(llvm::ShuffleVectorInst &shuffle);
  llvm::Value *createExtract(llvm::ExtractElementInst &extract);
  llvm::Value *createInsert(llvm::InsertElementInst &insert);
  llvm::Value *createLongerCall(llvm::IntrinsicInst &call);
  llvm::Instruction *createCall(llvm::IntrinsicInst &call);
  llvm::Value *address(llvm::Value *pointer, unsigned turn);
  bool isContiguous(llvm::Value *pointer, llvm::Type *type) const;
  llvm::Value *part(llvm::IRBuilder<> &b, llvm::Value *wide, llvm::Type *type, unsigned turn);
  llvm::Value *join(llvm::IRBuilder<> &b, llvm::ArrayRef<llvm::Value *> parts);
  llvm::AAMDNodes memoryFacts(llvm::Instruction &access) const;

  const UnrolledLoop &turns_;
  const CarriedKinds &kinds_;
  unsigned width_;
  const llvm::TargetTransformInfo &target_;
  llvm::BasicBlock &preheader_;
  llvm::BasicBlock &body_;
  llvm::Value *counter_;
  llvm::DenseMap<llvm::Value *, llvm::Value *> starts_;
  llvm::IRBuilder<> b_;
  llvm::DenseMap<llvm::Value *, llvm::Value *> wide_;
  llvm::DenseMap<llvm::PHINode *, llvm::PHINode *> phis_;
};

} // namespace wasmc::optimize

#endif
