#include "compiler/lower/simd_aarch64.h"

#include <llvm/IR/IntrinsicsAArch64.h>

namespace wasmc::lower {

using namespace llvm;

bool isAarch64(FunctionBuilder &b) {
  return b.facts().architecture == wasm::Architecture::aarch64;
}

Value *emitAarch64Swizzle(FunctionBuilder &b, Value *bytes, Value *indices) {
  return b.CreateIntrinsic(Intrinsic::aarch64_neon_tbl1, {bytes->getType()}, {bytes, indices});
}

Value *emitAarch64Q15MulrSat(FunctionBuilder &b, Value *left, Value *right) {
  return b.CreateIntrinsic(Intrinsic::aarch64_neon_sqrdmulh, {left->getType()}, {left, right});
}

Value *emitAarch64PairwiseSum(FunctionBuilder &b, Value *vector, bool isSigned) {
  auto *wide = FixedVectorType::get(b.getIntNTy(2 * laneBits(vector)), laneCount(vector) / 2);
  Intrinsic::ID id = isSigned ? Intrinsic::aarch64_neon_saddlp : Intrinsic::aarch64_neon_uaddlp;
  return b.CreateIntrinsic(id, {wide, vector->getType()}, {vector});
}

Value *emitAarch64TruncateDoubles(FunctionBuilder &b, Value *vector, bool isSigned) {
  FixedVectorType *wide = integerType(vector->getType());
  Value *integers = b.CreateIntrinsic(isSigned ? Intrinsic::fptosi_sat : Intrinsic::fptoui_sat,
                                      {wide, vector->getType()}, {vector});
  if (isSigned) {
    Value *most = splat(wide, 0x7fffffff);
    integers = b.CreateBinaryIntrinsic(Intrinsic::smin, integers, most);
    integers = b.CreateBinaryIntrinsic(Intrinsic::smax, integers, b.CreateNot(most));
  } else {
    integers = b.CreateBinaryIntrinsic(Intrinsic::umin, integers, splat(wide, 0xffffffff));
  }
  return emitZeroUpperHalf(b, b.CreateTrunc(integers, narrowerType(wide)));
}

} // namespace wasmc::lower
