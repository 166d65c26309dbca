// Lane shapes, and the casts between them. For the files that lower vector operators.
#ifndef WASMC_COMPILER_LOWER_SIMD_SHAPE_H
#define WASMC_COMPILER_LOWER_SIMD_SHAPE_H

#include "compiler/lower/function_builder.h"
#include "compiler/wasm/operators.h"

#include <string_view>

namespace wasmc::lower {

// What the 16 bytes of a v128 are taken as (spec 2.4.6, shape).
enum class Shape : uint8_t { i8x16, i16x8, i32x4, i64x2, f32x4, f64x2 };

inline constexpr std::string_view kShapeNames[] = {"i8x16", "i16x8", "i32x4",
                                                   "i64x2", "f32x4", "f64x2"};

// An operator's name tells its shapes: i32x4.trunc_sat_f64x2_s_zero gives i32x4 and takes f64x2.
// Names without a shape (v128.and) work on bits, for which i64x2 does.
constexpr Shape resultShape(wasm::Op op) {
  for (size_t k = 0; k < std::size(kShapeNames); ++k)
    if (wasm::name(op).starts_with(kShapeNames[k]))
      return static_cast<Shape>(k);
  return Shape::i64x2;
}

constexpr Shape operandShape(wasm::Op op) {
  Shape last = Shape::i64x2;
  size_t lastAt = 0;
  for (size_t k = 0; k < std::size(kShapeNames); ++k) {
    size_t at = wasm::name(op).rfind(kShapeNames[k]);
    if (at != std::string_view::npos && at >= lastAt) {
      lastAt = at;
      last = static_cast<Shape>(k);
    }
  }
  return last;
}

static_assert(resultShape(wasm::Op::i32x4_trunc_sat_f64x2_s_zero) == Shape::i32x4);
static_assert(operandShape(wasm::Op::i32x4_trunc_sat_f64x2_s_zero) == Shape::f64x2);
static_assert(operandShape(wasm::Op::i8x16_add) == Shape::i8x16);
static_assert(operandShape(wasm::Op::v128_bitselect) == Shape::i64x2);

llvm::FixedVectorType *typeOf(llvm::LLVMContext &context, Shape shape);

// Bitcasts a v128, folding constants completely: the fix-ups of floating point look for them.
llvm::Value *castTo(FunctionBuilder &b, llvm::Value *vector, llvm::Type *type);
llvm::Value *castTo(FunctionBuilder &b, llvm::Value *vector, Shape shape);

// The integer vector with as many lanes of the same width.
llvm::FixedVectorType *integerType(llvm::Type *vector);
// The vector with the same number of lanes, twice as wide or half as wide each.
llvm::FixedVectorType *widerType(llvm::Type *vector);
llvm::FixedVectorType *narrowerType(llvm::Type *vector);

unsigned laneCount(llvm::Value *vector);
unsigned laneBits(llvm::Value *vector);

// All ones in the lanes where the comparison holds, zeros elsewhere.
llvm::Value *emitLaneMask(FunctionBuilder &b, llvm::CmpInst::Predicate predicate, llvm::Value *left,
                          llvm::Value *right);
// A constant in every lane.
llvm::Constant *splat(llvm::Type *vector, uint64_t value);
llvm::Constant *splatFloat(llvm::Type *vector, double value);

// Lanes [first, first + count) of `vector`, step lanes apart.
llvm::Value *emitLanes(FunctionBuilder &b, llvm::Value *vector, unsigned first, unsigned count,
                       unsigned step = 1);
// A vector of two lanes, and two lanes of zeros behind it.
llvm::Value *emitZeroUpperHalf(FunctionBuilder &b, llvm::Value *vector);

} // namespace wasmc::lower

#endif
