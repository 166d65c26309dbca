#include "compiler/wasm/operators.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <set>
#include <string>

namespace wasmc::wasm {
namespace {

std::optional<Op> findByOpcode(uint32_t opcode) {
  if (opcode < 256)
    return findOperator(static_cast<uint8_t>(opcode));
  return findOperator(static_cast<uint8_t>(opcode >> 16), opcode & 0xffff);
}

TEST(Operators, EveryRowIsFoundByItsOpcodeAndByItsName) {
  std::set<uint32_t> opcodes;
  for (uint16_t i = 0; i < kOperatorCount; ++i) {
    Op op = static_cast<Op>(i);
    EXPECT_TRUE(opcodes.insert(info(op).opcode).second) << name(op);
    EXPECT_EQ(findByOpcode(info(op).opcode), op) << name(op);
    std::optional<Op> byName = findOperatorByName(name(op));
    ASSERT_TRUE(byName) << name(op);
    EXPECT_EQ(name(*byName), name(op));
    EXPECT_LE(info(*byName).opcode, info(op).opcode);
  }
}

TEST(Operators, WhatNoRowHasIsNotFound) {
  EXPECT_FALSE(findOperator(0x06)); // try of the legacy exceptions
  EXPECT_FALSE(findOperator(0xfb));
  EXPECT_FALSE(findOperator(0xfd, 154));
  EXPECT_FALSE(findOperator(0xfe, 0x4f));
  EXPECT_FALSE(findOperator(0xfc, 0xffffffff));
  EXPECT_FALSE(findOperatorByName("i32.frobnicate"));
  EXPECT_FALSE(findOperatorByName(""));
}

TEST(Operators, OpcodesAreTheSpecifications) {
  EXPECT_EQ(info(Op::if_).opcode, 0x04u);
  EXPECT_EQ(info(Op::i32_add).opcode, 0x6au);
  EXPECT_EQ(info(Op::f64_reinterpret_i64).opcode, 0xbfu);
  EXPECT_EQ(info(Op::i64_extend32_s).opcode, 0xc4u);
  EXPECT_EQ(info(Op::i31_get_u).opcode, 0xfb001eu);
  EXPECT_EQ(info(Op::table_fill).opcode, 0xfc0011u);
  EXPECT_EQ(info(Op::f64x2_convert_low_i32x4_u).opcode, 0xfd00ffu);
  EXPECT_EQ(info(Op::i32x4_relaxed_dot_i8x16_i7x16_add_s).opcode, 0xfd0113u);
  EXPECT_EQ(info(Op::i64_atomic_rmw32_cmpxchg_u).opcode, 0xfe004eu);
}

TEST(Operators, SignaturesAreParsed) {
  const Signature &select = info(Op::v128_bitselect).signature;
  EXPECT_THAT(select.operandTypes(), testing::ElementsAre(kV128, kV128, kV128));
  EXPECT_THAT(select.resultTypes(), testing::ElementsAre(kV128));
  const Signature &add = info(Op::i64_add128).signature;
  EXPECT_THAT(add.operandTypes(), testing::ElementsAre(kI64, kI64, kI64, kI64));
  EXPECT_THAT(add.resultTypes(), testing::ElementsAre(kI64, kI64));
  const Signature &store = info(Op::f32_store).signature;
  EXPECT_THAT(store.operandTypes(), testing::ElementsAre(kF32));
  EXPECT_THAT(store.resultTypes(), testing::IsEmpty());
}

TEST(Operators, AccessesAreAsWideAsTheirNamesSay) {
  EXPECT_EQ(accessBytes(Op::i32_load), 4u);
  EXPECT_EQ(accessBytes(Op::i64_load8_u), 1u);
  EXPECT_EQ(accessBytes(Op::f64_store), 8u);
  EXPECT_EQ(accessBytes(Op::v128_load), 16u);
  EXPECT_EQ(accessBytes(Op::v128_load8x8_s), 8u);
  EXPECT_EQ(accessBytes(Op::v128_load32_zero), 4u);
  EXPECT_EQ(accessBytes(Op::i64_atomic_rmw16_xchg_u), 2u);
  EXPECT_EQ(accessBytes(Op::memory_atomic_wait64), 8u);
}

TEST(Operators, EveryFeatureHasAName) {
  std::set<std::string_view> names;
  for (unsigned bit = 0; (kAllFeatures.bits >> bit) != 0; ++bit)
    EXPECT_TRUE(names.insert(toString(static_cast<Feature>(1u << bit))).second) << bit;
  EXPECT_FALSE(names.contains(""));
}

TEST(Types, AreWrittenAsInTheTextFormat) {
  EXPECT_EQ(toString(kI32), "i32");
  EXPECT_EQ(toString(kV128), "v128");
  EXPECT_EQ(toString(kI8), "i8");
  EXPECT_EQ(toString(kFuncRef), "funcref");
  EXPECT_EQ(toString(kExternRef), "externref");
  EXPECT_EQ(toString(ValueType::ref({HeapKind::eq, {}}, true)), "(ref null eq)");
  EXPECT_EQ(toString(ValueType::ref(HeapType::defined(TypeIndex(7)), false)), "(ref $7)");
  EXPECT_EQ(toString(kBottom), "bot");
}

TEST(Types, KeepWhatTheyAreMadeOf) {
  ValueType type = ValueType::ref(HeapType::defined(TypeIndex(999'999)), true);
  EXPECT_TRUE(type.isRef());
  EXPECT_TRUE(type.isNullable());
  EXPECT_EQ(type.heap(), HeapType::defined(TypeIndex(999'999)));
  EXPECT_FALSE(ValueType::ref(type.heap(), false).isDefaultable());
  EXPECT_NE(type, ValueType::ref(HeapType::defined(TypeIndex(999'998)), true));
}

} // namespace
} // namespace wasmc::wasm
