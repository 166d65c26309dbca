#include "compiler/lower/bounds.h"
#include "compiler/lower/memory.h"
#include "compiler/lower/simd.h"
#include "compiler/lower/simd_shape.h"

namespace wasmc::lower {

using namespace llvm;
using wasm::Op;

namespace {

enum class Form : uint8_t { whole, sign_extend, zero_extend, splat, zero };

// What a vector load does with the 2^accessLog2 bytes it reads, in lanes of `bits`.
struct LoadShape {
  Form form;
  unsigned bits;
};

LoadShape loadShape(Op op) {
  switch (op) {
  case Op::v128_load:
    return {Form::whole, 64};
  case Op::v128_load8x8_s:
    return {Form::sign_extend, 8};
  case Op::v128_load8x8_u:
    return {Form::zero_extend, 8};
  case Op::v128_load16x4_s:
    return {Form::sign_extend, 16};
  case Op::v128_load16x4_u:
    return {Form::zero_extend, 16};
  case Op::v128_load32x2_s:
    return {Form::sign_extend, 32};
  case Op::v128_load32x2_u:
    return {Form::zero_extend, 32};
  case Op::v128_load8_splat:
    return {Form::splat, 8};
  case Op::v128_load16_splat:
    return {Form::splat, 16};
  case Op::v128_load32_splat:
  case Op::v128_load64_splat:
    return {Form::splat, 8 * wasm::accessBytes(op)};
  case Op::v128_load32_zero:
  case Op::v128_load64_zero:
    return {Form::zero, 8 * wasm::accessBytes(op)};
  default:
    llvm_unreachable("not a vector load");
  }
}

FixedVectorType *lanesOf(FunctionBuilder &b, unsigned bits) {
  return FixedVectorType::get(b.getIntNTy(bits), 128 / bits);
}

// Memory bytes as an integer: LLVM takes a vector narrower than a register apart.
Value *emitScalar(FunctionBuilder &b, Op op, const decode::MemArg &arg, Value *index) {
  uint32_t bytes = wasm::accessBytes(op);
  return emitVolatileLoad(b, arg.memory, b.getIntNTy(8 * bytes), emitAddress(b, arg, index, bytes));
}

Value *emitExtended(FunctionBuilder &b, const LoadShape &shape, Value *scalar) {
  auto *narrow = FixedVectorType::get(b.getIntNTy(shape.bits), 64 / shape.bits);
  FixedVectorType *wide = lanesOf(b, 2 * shape.bits);
  Value *lanes = b.CreateBitCast(scalar, narrow);
  return shape.form == Form::sign_extend ? b.CreateSExt(lanes, wide) : b.CreateZExt(lanes, wide);
}

} // namespace

Value *emitVectorLoad(FunctionBuilder &b, Op op, const decode::MemArg &arg, Value *index) {
  LoadShape shape = loadShape(op);
  if (shape.form == Form::whole)
    return emitVolatileLoad(b, arg.memory, typeOf(b.getContext(), Shape::i64x2),
                            emitAddress(b, arg, index, wasm::accessBytes(op)));
  Value *scalar = emitScalar(b, op, arg, index);
  FixedVectorType *lanes = lanesOf(b, shape.bits);
  Value *result = shape.form == Form::splat ? b.CreateVectorSplat(lanes->getNumElements(), scalar)
                  : shape.form == Form::zero
                      ? b.CreateInsertElement(Constant::getNullValue(lanes), scalar, uint64_t{0})
                      : emitExtended(b, shape, scalar);
  return castTo(b, result, Shape::i64x2);
}

void emitVectorStore(FunctionBuilder &b, const decode::MemArg &arg, Value *index, Value *value) {
  Value *address = emitStoreAddress(b, arg, index, wasm::accessBytes(Op::v128_store));
  if (b.facts().hasVectors) {
    emitVolatileStore(b, arg.memory, value, address);
    return;
  }
  emitVolatileStore(b, arg.memory, b.CreateExtractElement(value, uint64_t{1}),
                    b.offsetPointer(address, 8));
  emitVolatileStore(b, arg.memory, b.CreateExtractElement(value, uint64_t{0}), address);
}

Value *emitLoadLane(FunctionBuilder &b, Op op, const decode::MemArg &arg, uint8_t lane,
                    Value *index, Value *vector) {
  Value *scalar = emitScalar(b, op, arg, index);
  Value *lanes = castTo(b, vector, lanesOf(b, 8 * wasm::accessBytes(op)));
  return castTo(b, b.CreateInsertElement(lanes, scalar, uint64_t{lane}), Shape::i64x2);
}

void emitStoreLane(FunctionBuilder &b, Op op, const decode::MemArg &arg, uint8_t lane, Value *index,
                   Value *vector) {
  uint32_t bytes = wasm::accessBytes(op);
  Value *address = emitStoreAddress(b, arg, index, bytes);
  Value *lanes = castTo(b, vector, lanesOf(b, 8 * bytes));
  emitVolatileStore(b, arg.memory, b.CreateExtractElement(lanes, uint64_t{lane}), address);
}

} // namespace wasmc::lower
