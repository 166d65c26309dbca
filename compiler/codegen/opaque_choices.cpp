// LLVM 22's instruction selection for riscv64 does not end where both halves of a choice between
// two numbers of 64 bits are compared with zero: what wants some of the bits only makes constants
// smaller, and what materialises constants makes them larger again. (`c ? 0 : K`, with `x &
// 0xffffffff` and `x >> 32` compared, for one; vectors are taken apart into such.) So one of the
// constants comes out of empty assembly, of whose result nothing is known.
// testsuite/wast/choices.wast is never done without.
#include "compiler/codegen/opaque_choices.h"

#include <llvm/ADT/SmallVector.h>
#include <llvm/IR/IRBuilder.h>
#include <llvm/IR/InlineAsm.h>
#include <llvm/IR/InstIterator.h>

namespace wasmc::codegen {

using namespace llvm;

namespace {

bool isChoice(const Instruction &instruction) {
  const auto *choice = dyn_cast<SelectInst>(&instruction);
  return choice != nullptr && choice->getType()->getScalarType()->isIntegerTy(64) &&
         isa<Constant>(choice->getTrueValue()) && isa<Constant>(choice->getFalseValue());
}

Value *hidden(IRBuilder<> &b, Constant *value) {
  if (auto *vector = dyn_cast<FixedVectorType>(value->getType())) {
    Value *result = PoisonValue::get(vector);
    for (unsigned lane = 0; lane < vector->getNumElements(); ++lane)
      result = b.CreateInsertElement(result, hidden(b, value->getAggregateElement(lane)),
                                     uint64_t{lane});
    return result;
  }
  auto *type = FunctionType::get(value->getType(), {value->getType()}, false);
  return b.CreateCall(type, InlineAsm::get(type, "", "=r,0", /*hasSideEffects=*/false), {value});
}

} // namespace

void hideChoices(Module &module, const TargetMachine &target) {
  if (!target.getTargetTriple().isRISCV64())
    return;
  for (Function &function : module)
    for (Instruction &instruction : instructions(function))
      if (isChoice(instruction)) {
        IRBuilder<> b(&instruction);
        instruction.setOperand(1, hidden(b, cast<Constant>(instruction.getOperand(1))));
      }
}

} // namespace wasmc::codegen
