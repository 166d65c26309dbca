#include "compiler/decode/body.h"

#include "compiler/decode/decode.h"
#include "compiler/decode/empty_visitor.h"
#include "tests/unit/decode/module_bytes.h"
#include "tests/unit/validate/wabt.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <string>

namespace wasmc::test {
namespace {

using decode::BlockType;
using decode::MemArg;
using testing::ElementsAre;
using testing::StartsWith;
using wasm::Op;

// What C compilers emit today, whatever the compiler's own default.
constexpr wasm::Features kOld = wasm::Features{}
                                    .with(wasm::Feature::sign_extension)
                                    .with(wasm::Feature::saturating_float_to_int)
                                    .with(wasm::Feature::multi_value)
                                    .with(wasm::Feature::mutable_globals)
                                    .with(wasm::Feature::bulk_memory)
                                    .with(wasm::Feature::reference_types);

// Writes down the calls that the tests below are about.
struct Recorder : decode::EmptyVisitor {
  std::vector<uint64_t> offsets;
  std::vector<std::string> calls;

  void setOffset(uint64_t offset) { offsets.push_back(offset); }
  Done add(std::string call) {
    calls.push_back(std::move(call));
    return {};
  }
  Done onBlock(const BlockType &type) {
    return add("block " + (type.kind == BlockType::Kind::value ? toString(type.value)
                           : type.kind == BlockType::Kind::function
                               ? std::to_string(type.function.value)
                               : "empty"));
  }
  Done onEnd() { return add("end"); }
  Done onBrTable(std::span<const wasm::LabelIndex> labels, wasm::LabelIndex last) {
    std::string call = "br_table";
    for (wasm::LabelIndex label : labels)
      call += " " + std::to_string(label.value);
    return add(call + " default " + std::to_string(last.value));
  }
  Done onI32Const(int32_t value) { return add("i32 " + std::to_string(value)); }
  Done onI64Const(int64_t value) { return add("i64 " + std::to_string(value)); }
  Done onF32Const(uint32_t bits) { return add("f32 " + std::to_string(bits)); }
  Done onLoad(Op op, const MemArg &argument) {
    return add(std::string(wasm::name(op)) + " " + std::to_string(argument.memory.value) + " " +
               std::to_string(argument.offset) + " " + std::to_string(argument.align));
  }
  Done onTableInit(wasm::TableIndex table, wasm::ElementIndex element) {
    return add("table.init " + std::to_string(table.value) + " " + std::to_string(element.value));
  }
  Done onMemoryInit(wasm::MemoryIndex memory, wasm::DataIndex data) {
    return add("memory.init " + std::to_string(memory.value) + " " + std::to_string(data.value));
  }
  Done onSelect(std::span<const wasm::ValueType> types) {
    return add(types.empty() ? "select" : "select " + toString(types[0]));
  }
  Done onRefTest(wasm::ValueType type) { return add("ref.test " + toString(type)); }
  Done onRefCast(wasm::ValueType type) { return add("ref.cast " + toString(type)); }
  Done onBrOnCast(Op op, wasm::LabelIndex label, wasm::ValueType from, wasm::ValueType to) {
    return add(std::string(wasm::name(op)) + " " + std::to_string(label.value) + " " +
               toString(from) + " " + toString(to));
  }
  Done onTryTable(const BlockType &, std::span<const decode::CatchClause> clauses) {
    std::string call = "try_table";
    for (const decode::CatchClause &clause : clauses)
      call += " " + std::to_string(static_cast<int>(clause.kind)) + ":" +
              std::to_string(clause.tag.value) + ":" + std::to_string(clause.label.value);
    return add(call);
  }
  Done onNumeric(Op op) { return add(std::string(wasm::name(op))); }
  Done onLane(Op op, uint8_t lane) {
    return add(std::string(wasm::name(op)) + " " + std::to_string(lane));
  }
};
static_assert(decode::OperatorVisitor<Recorder>);

Result<void> visit(const ByteVector &code, Recorder &recorder,
                   wasm::Features features = wasm::kAllFeatures) {
  return decode::visitOperators(wasm::Expression{code, 1000}, features, recorder);
}

std::vector<std::string> callsOf(const ByteVector &code) {
  Recorder recorder;
  Result<void> result = visit(code, recorder);
  EXPECT_TRUE(result) << result.error().text;
  return recorder.calls;
}

std::string errorOf(const ByteVector &code, wasm::Features features = wasm::kAllFeatures) {
  Recorder recorder;
  Result<void> result = visit(code, recorder, features);
  return result ? "no error" : result.error().text;
}

TEST(Body, GivesOperatorsWithTheirOffsets) {
  Recorder recorder;
  ASSERT_TRUE(visit({0x02, 0x40, 0x41, 0xff, 0x7e, 0x1a, 0xfc, 0x00, 0x0b, 0x0b}, recorder));
  EXPECT_THAT(recorder.offsets, ElementsAre(1000, 1002, 1005, 1006, 1008, 1009));
  EXPECT_THAT(recorder.calls,
              ElementsAre("block empty", "i32 -129", "i32.trunc_sat_f32_s", "end", "end"));
}

TEST(Body, ReadsImmediates) {
  EXPECT_THAT(callsOf({0x02, kI64}), ElementsAre("block i64"));
  EXPECT_THAT(callsOf({0x02, 0x85, 0x01}), ElementsAre("block 133"));
  EXPECT_THAT(callsOf({0x02, kRefNull, 0x6e}), ElementsAre("block (ref null any)"));
  EXPECT_THAT(callsOf({0x0e, 2, 7, 8, 9}), ElementsAre("br_table 7 8 default 9"));
  EXPECT_THAT(callsOf({0x42, 0x7f}), ElementsAre("i64 -1"));
  EXPECT_THAT(callsOf({0x43, 0x00, 0x00, 0xc0, 0x7f}), ElementsAre("f32 2143289344"));
  EXPECT_THAT(callsOf({0x28, 2, 0x90, 0x01}), ElementsAre("i32.load 0 144 2"));
  EXPECT_THAT(callsOf({0x28, 0x42, 3, 5}), ElementsAre("i32.load 3 5 2"));
  EXPECT_THAT(callsOf({0x1b, 0x1c, 1, kF64}), ElementsAre("select", "select f64"));
  EXPECT_THAT(callsOf({0xfd, 21, 9}), ElementsAre("i8x16.extract_lane_s 9"));
  // The binary format has the segment first, the operators' names have it last.
  EXPECT_THAT(callsOf({0xfc, 12, 4, 1}), ElementsAre("table.init 1 4"));
  EXPECT_THAT(callsOf({0xfc, 8, 4, 1}), ElementsAre("memory.init 1 4"));
  EXPECT_THAT(callsOf({0xfb, 20, 0x6e, 0xfb, 21, 0x6e, 0xfb, 22, 5, 0xfb, 23, 5}),
              ElementsAre("ref.test (ref any)", "ref.test (ref null any)", "ref.cast (ref $5)",
                          "ref.cast (ref null $5)"));
  EXPECT_THAT(callsOf({0xfb, 24, 1, 3, 0x6e, 0x6b}),
              ElementsAre("br_on_cast 3 (ref null any) (ref struct)"));
  EXPECT_THAT(callsOf({0x1f, 0x40, 3, 0, 5, 1, 1, 6, 2, 2, 3}),
              ElementsAre("try_table 0:5:1 1:6:2 2:0:3"));
}

TEST(Body, RefusesMalformedOperators) {
  EXPECT_THAT(errorOf({0xff}), StartsWith("illegal opcode ff"));
  EXPECT_THAT(errorOf({0x06}), StartsWith("illegal opcode 06"));
  EXPECT_THAT(errorOf({0xfc, 99}), StartsWith("illegal opcode fc 99"));
  EXPECT_THAT(errorOf({0xfd}), StartsWith("unexpected end"));
  EXPECT_THAT(errorOf({0x41}), StartsWith("unexpected end"));
  EXPECT_THAT(errorOf({0x0e, 5, 0, 0}), StartsWith("unexpected end"));
  EXPECT_THAT(errorOf({0x28, 0x80, 0x01, 0}), StartsWith("malformed memop flags"));
  EXPECT_THAT(errorOf({0x1c, 2, kI32, kI32}), StartsWith("invalid result arity"));
  EXPECT_THAT(errorOf({0x02, 0x41}), StartsWith("malformed block type"));
  EXPECT_THAT(errorOf({0x1f, 0x40, 1, 4, 0}), StartsWith("malformed catch clause"));
  EXPECT_THAT(errorOf({0xfb, 24, 4, 0, 0x6e, 0x6e}), StartsWith("malformed br_on_cast flags"));
  EXPECT_THAT(errorOf({0xfe, 3, 1}), StartsWith("zero byte expected"));
  EXPECT_THAT(errorOf({0xd0, 0xc0, 0x84, 0x3d}), StartsWith("unknown type 1000000"));
}

TEST(Body, LimitsBranchTables) {
  ByteVector code = {0x0e};
  appendU32(code, decode::kMaxBrTableSize + 1);
  code.insert(code.end(), decode::kMaxBrTableSize + 2, 0);
  EXPECT_THAT(errorOf(code), StartsWith("br_table with 65521 targets"));
}

TEST(Body, NamesTheFeatureThatIsNotEnabled) {
  EXPECT_THAT(errorOf({0xfd, 0, 0, 0}, kOld), StartsWith("SIMD support is not enabled: v128.load"));
  EXPECT_THAT(errorOf({0x12, 0}, kOld),
              StartsWith("tail calls support is not enabled: return_call"));
  EXPECT_THAT(errorOf({0xc0}, wasm::Features{}),
              StartsWith("sign extension support is not enabled: i32.extend8_s"));
  EXPECT_THAT(errorOf({0x28, 0x40, 0, 0}, kOld), StartsWith("multi-memory support is not enabled"));
  EXPECT_THAT(errorOf({0x02, 0}, wasm::Features{}),
              StartsWith("multi-value support is not enabled"));
}

TEST(Body, AVisitorsErrorEndsTheVisit) {
  struct Refuser : decode::EmptyVisitor {
    int seen = 0;
    Done onNop() { return ++seen == 2 ? Done(error(7, "enough")) : Done(); }
  } refuser;
  ByteVector code = {0x01, 0x01, 0x01};
  Result<void> result =
      decode::visitOperators(wasm::Expression{code, 0}, wasm::kAllFeatures, refuser);
  ASSERT_FALSE(result);
  EXPECT_STREQ(result.error().text, "enough");
  EXPECT_EQ(refuser.seen, 2);
}

// wabt is a second opinion on opcodes and names.
TEST(Body, AgreesWithWabtOnTheOpcodesOfAllNumericOperators) {
  std::vector<std::string> expected;
  std::string text = "(module (func";
  for (uint16_t i = 0; i < wasm::kOperatorCount; ++i) {
    const wasm::OperatorInfo &info = wasm::kOperators[i];
    // wabt 1.0.32 does not know wide arithmetic, and the relaxed dot products by another name.
    if (info.immediate != wasm::Immediate::numeric ||
        info.feature == wasm::Feature::wide_arithmetic ||
        info.name.find("relaxed_dot") != std::string_view::npos)
      continue;
    expected.emplace_back(info.name);
    text += "\n " + std::string(info.name);
  }
  ByteVector bytes = assemble(text + "))");
  Result<wasm::Module> decoded = decode::decode(bytes, wasm::kAllFeatures);
  ASSERT_TRUE(decoded) << decoded.error().text;
  Recorder recorder;
  Result<void> result =
      decode::visitOperators(decoded->functions[0].body, wasm::kAllFeatures, recorder);
  ASSERT_TRUE(result) << result.error().text;
  expected.push_back("end");
  EXPECT_EQ(recorder.calls, expected);
  EXPECT_GT(expected.size(), 350u);
}

} // namespace
} // namespace wasmc::test
