#include "compiler/optimize/lanes.h"

#include <llvm/ADT/STLExtras.h>
#include <llvm/Analysis/VectorUtils.h>
#include <llvm/IR/IRBuilder.h>
#include <llvm/IR/InstrTypes.h>
#include <llvm/IR/Instructions.h>
#include <llvm/IR/IntrinsicInst.h>

namespace wasmc::optimize {

using namespace llvm;

unsigned lanesOf(const Type *type) {
  const auto *vector = dyn_cast<FixedVectorType>(type);
  return vector == nullptr ? 1 : vector->getNumElements();
}

bool isLanewise(const Instruction &instruction) {
  if (const auto *call = dyn_cast<IntrinsicInst>(&instruction))
    return isTriviallyVectorizable(call->getIntrinsicID()) &&
           none_of(seq(call->arg_size()), [&](unsigned k) {
             return isVectorIntrinsicWithScalarOpAtArg(call->getIntrinsicID(), k, nullptr);
           });
  if (isa<BitCastInst>(instruction))
    return lanesOf(instruction.getType()) == lanesOf(instruction.getOperand(0)->getType());
  if (isa<SelectInst>(instruction))
    return instruction.getOperand(0)->getType()->isVectorTy();
  return isa<BinaryOperator, UnaryOperator, CmpInst, FreezeInst, CastInst>(instruction);
}

unsigned operandsOf(const Instruction &instruction) {
  const auto *call = dyn_cast<CallBase>(&instruction);
  return call == nullptr ? instruction.getNumOperands() : call->arg_size();
}

Instruction *makeOfLanes(Instruction &instruction, Type *type, ArrayRef<Value *> operands) {
  IRBuilder<> b(&instruction);
  if (auto *call = dyn_cast<IntrinsicInst>(&instruction)) {
    auto *made = cast<Instruction>(b.CreateIntrinsic(type, call->getIntrinsicID(), operands));
    made->copyIRFlags(call);
    return made;
  }
  Instruction *made = instruction.clone();
  made->dropUnknownNonDebugMetadata();
  made->mutateType(type);
  for (auto [k, operand] : enumerate(operands))
    made->setOperand(static_cast<unsigned>(k), operand);
  return b.Insert(made);
}

} // namespace wasmc::optimize
