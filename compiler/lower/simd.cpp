#include "compiler/lower/simd.h"

#include "compiler/lower/deterministic.h"
#include "compiler/lower/simd_families.h"

namespace wasmc::lower {

using namespace llvm;
using wasm::Op;

Constant *vectorConstant(LLVMContext &context, const decode::V128 &bytes) {
  uint64_t halves[2] = {};
  for (size_t k = 0; k < bytes.size(); ++k)
    halves[k / 8] |= uint64_t{bytes[k]} << (k % 8 * 8);
  return ConstantDataVector::get(context, halves);
}

bool isVectorOperator(Op op) {
  wasm::Feature feature = wasm::info(op).feature;
  return feature == wasm::Feature::simd || feature == wasm::Feature::relaxed_simd;
}

namespace {

Value *emitInline(FunctionBuilder &b, Op op, Operands operands) {
  SmallVector<Value *, 3> lanes;
  for (Value *operand : operands)
    lanes.push_back(operand->getType()->isVectorTy() ? castTo(b, operand, operandShape(op))
                                                     : operand);
  for (auto *family : {emitVectorBitwise, emitVectorInteger, emitVectorSaturating, emitVectorShift,
                       emitVectorEquality, emitVectorOrder, emitVectorTest, emitVectorWiden,
                       emitVectorMultiplyWide, emitVectorFloat, emitVectorConvert, emitVectorLanes,
                       emitVectorRelaxed})
    if (Value *result = family(b, op, lanes))
      return result->getType()->isVectorTy()
                 ? castTo(b, emitProfileNan(b, op, result), Shape::i64x2)
                 : result;
  llvm_unreachable("not a vector operator");
}

bool isNarrow(Shape shape) {
  return shape == Shape::i8x16 || shape == Shape::i16x8;
}

// Without vector registers every lane is a few instructions of its own: 30 to 500 for the operators
// named here. They are worth a call; all others are shorter, or cost less than passing a v128.
bool isLongWithoutVectors(Op op) {
  switch (op) {
  case Op::f32x4_min:
  case Op::f32x4_max:
  case Op::f32x4_pmin:
  case Op::f32x4_pmax:
  case Op::f32x4_ceil:
  case Op::f32x4_floor:
  case Op::f32x4_trunc:
  case Op::f32x4_nearest:
  case Op::f64x2_min:
  case Op::f64x2_max:
  case Op::f64x2_ceil:
  case Op::f64x2_floor:
  case Op::f64x2_trunc:
  case Op::f64x2_nearest:
  case Op::i32x4_trunc_sat_f32x4_s:
  case Op::i32x4_trunc_sat_f32x4_u:
  case Op::f32x4_relaxed_min:
  case Op::f32x4_relaxed_max:
  case Op::i32x4_relaxed_trunc_f32x4_s:
  case Op::i32x4_relaxed_trunc_f32x4_u:
    return true;
  default:
    return isNarrow(operandShape(op)) || isNarrow(resultShape(op));
  }
}

// Whether the operator goes through a function of its own.
bool isOutlined(FunctionBuilder &b, Op op, Operands operands) {
  if (!operands[0]->getType()->isVectorTy())
    return false;
  if (!b.facts().hasVectors)
    return isLongWithoutVectors(op);
  bool isSwizzle = op == Op::i8x16_swizzle || op == Op::i8x16_relaxed_swizzle;
  return isSwizzle && b.isX86() && !b.facts().hasSsse3;
}

// One body per operator and module, called from wherever the operator stands.
llvm::Function *outlined(ModuleContext &module, Op op, Operands operands) {
  std::string name = "wv_" + std::string(wasm::name(op));
  if (llvm::Function *existing = module.module.getFunction(name))
    return existing;
  SmallVector<llvm::Type *, 3> types;
  for (Value *operand : operands)
    types.push_back(operand->getType());
  const wasm::Signature &signature = wasm::info(op).signature;
  auto *type = FunctionType::get(llvmType(module.llvm(), signature.results[0]), types, false);
  llvm::Function *function = module.createFunction(type, name, GlobalValue::InternalLinkage);
  function->addFnAttr(Attribute::NoInline);
  FunctionBuilder b(module, *function);
  SmallVector<Value *, 3> arguments;
  for (Argument &argument : function->args())
    arguments.push_back(&argument);
  b.CreateRet(emitInline(b, op, arguments));
  return function;
}

} // namespace

Value *emitVector(FunctionBuilder &b, Op op, Operands operands) {
  if (!isOutlined(b, op, operands))
    return emitInline(b, op, operands);
  CallInst *call = b.CreateCall(outlined(b.module(), op, operands), operands);
  call->setTailCallKind(CallInst::TCK_NoTail);
  call->setDoesNotThrow();
  return call;
}

} // namespace wasmc::lower
