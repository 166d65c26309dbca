// 128-bit arithmetic in halves of 64 bits (proposal wide-arithmetic): LLVM makes add with carry and
// the widening multiplication of it, and calls nothing.

#include "compiler/lower/numeric.h"

namespace wasmc::lower {

using namespace llvm;
using wasm::Op;

namespace {

Value *join(FunctionBuilder &b, Value *low, Value *high) {
  llvm::Type *wide = b.getInt128Ty();
  return b.CreateOr(b.CreateZExt(low, wide), b.CreateShl(b.CreateZExt(high, wide), 64));
}

Value *emitWhole(FunctionBuilder &b, Op op, std::span<Value *const> v) {
  llvm::Type *wide = b.getInt128Ty();
  switch (op) {
  case Op::i64_add128:
    return b.CreateAdd(join(b, v[0], v[1]), join(b, v[2], v[3]));
  case Op::i64_sub128:
    return b.CreateSub(join(b, v[0], v[1]), join(b, v[2], v[3]));
  case Op::i64_mul_wide_s:
    return b.CreateMul(b.CreateSExt(v[0], wide), b.CreateSExt(v[1], wide));
  case Op::i64_mul_wide_u:
    return b.CreateMul(b.CreateZExt(v[0], wide), b.CreateZExt(v[1], wide));
  default:
    llvm_unreachable("not an operator of wide arithmetic");
  }
}

} // namespace

std::array<Value *, 2> emitWide(FunctionBuilder &b, Op op, std::span<Value *const> operands) {
  Value *whole = emitWhole(b, op, operands);
  return {b.CreateTrunc(whole, b.getInt64Ty()),
          b.CreateTrunc(b.CreateLShr(whole, 64), b.getInt64Ty())};
}

} // namespace wasmc::lower
