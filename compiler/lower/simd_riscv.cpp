#include "compiler/lower/simd_riscv.h"

#include <llvm/IR/IntrinsicsRISCV.h>

namespace wasmc::lower {

using namespace llvm;

namespace {

// One vector register, whose length the processor knows: the intrinsics of V take no others. V
// promises 128 bits at least.
Value *toRegister(FunctionBuilder &b, Value *vector) {
  auto *type = ScalableVectorType::get(vector->getType()->getScalarType(), 64 / laneBits(vector));
  return b.CreateInsertVector(type, PoisonValue::get(type), vector, uint64_t{0});
}

Value *fromRegister(FunctionBuilder &b, Value *vector, llvm::Type *type) {
  return b.CreateExtractVector(type, vector, uint64_t{0});
}

} // namespace

bool hasRiscvVectors(FunctionBuilder &b) {
  return b.facts().architecture == wasm::Architecture::riscv64 && b.facts().hasVectors;
}

Value *emitRiscvSwizzle(FunctionBuilder &b, Value *bytes, Value *indices) {
  Value *from = toRegister(b, bytes);
  Value *gathered = b.CreateIntrinsic(
      Intrinsic::riscv_vrgather_vv, {from->getType(), b.getInt64Ty()},
      {PoisonValue::get(from->getType()), from, toRegister(b, indices), b.getInt64(16)});
  // A register may be longer than 16 bytes, so indices beyond 15 may find something.
  Value *valid = b.CreateICmpULT(indices, splat(indices->getType(), 16));
  return b.CreateSelect(valid, fromRegister(b, gathered, bytes->getType()),
                        Constant::getNullValue(bytes->getType()));
}

Value *emitRiscvQ15MulrSat(FunctionBuilder &b, Value *left, Value *right) {
  constexpr uint64_t kRoundUp = 0; // vxrm: to nearest, halves upwards
  Value *one = toRegister(b, left);
  Value *product =
      b.CreateIntrinsic(Intrinsic::riscv_vsmul, {one->getType(), one->getType(), b.getInt64Ty()},
                        {PoisonValue::get(one->getType()), one, toRegister(b, right),
                         b.getInt64(kRoundUp), b.getInt64(8)});
  return fromRegister(b, product, left->getType());
}

} // namespace wasmc::lower
