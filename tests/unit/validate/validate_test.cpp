// Rules whose modules wabt can assemble, and what the suite does not look at: offsets, details of
// messages, features, threads.
#include "compiler/decode/limits.h"
#include "tests/unit/decode/module_bytes.h"
#include "tests/unit/validate/judge.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace wasmc::test {
namespace {

using testing::IsEmpty;
using testing::StartsWith;
using wasm::Feature;

// What C compilers emit today, whatever the compiler's own default.
constexpr wasm::Features kOld = wasm::Features{}
                                    .with(wasm::Feature::sign_extension)
                                    .with(wasm::Feature::saturating_float_to_int)
                                    .with(wasm::Feature::multi_value)
                                    .with(wasm::Feature::mutable_globals)
                                    .with(wasm::Feature::bulk_memory)
                                    .with(wasm::Feature::reference_types);

TEST(Validate, AcceptsWhatTodaysToolchainsEmit) {
  EXPECT_THAT(judgeText(R"((module
      (import "wasi" "fd_write" (func $write (param i32 i32 i32 i32) (result i32)))
      (memory (export "memory") 2) (table 4 funcref) (elem (i32.const 1) $f $g)
      (global $sp (mut i32) (i32.const 65536)) (data (i32.const 8) "hello")
      (type $binary (func (param i32 i32) (result i32)))
      (func $f (type $binary) (i32.add (local.get 0) (local.get 1)))
      (func $g (type $binary) (local i64 f64)
        (block $done (loop $again
          (br_if $done (i32.eqz (local.get 0)))
          (local.set 2 (i64.extend8_s (i64.load32_u offset=16 (local.get 0))))
          (br_table $again $done (local.get 1))))
        (memory.fill (local.get 0) (i32.const 0) (i32.const 8))
        (call_indirect (type $binary) (i32.trunc_sat_f64_u (local.get 3)) (i32.const 1)
          (i32.const 2)))
      (func (export "_start") (drop (call $write (i32.const 0) (i32.const 0) (i32.const 0)
        (global.get $sp))))))",
                        kOld),
              IsEmpty());
}

TEST(Validate, MessagesTellWhatWasExpectedAndWhatWasFound) {
  EXPECT_EQ(judgeText("(module (func (result i32) (i32.add (i32.const 1) (f64.const 1))))"),
            "type mismatch: expected i32, found f64");
  EXPECT_EQ(judgeText("(module (func (result i32)))"),
            "type mismatch: expected i32, found nothing");
  EXPECT_EQ(judgeText("(module (func (i32.const 1) (i64.const 1)))"),
            "type mismatch: 2 values remain at the end of the block");
  EXPECT_EQ(judgeText("(module (func (call 7)))"), "unknown function 7");
  EXPECT_EQ(judgeText("(module (func (param i32) (drop (local.get 3))))"), "unknown local 3");
  EXPECT_EQ(judgeText("(module (func (br 4)))"), "unknown label 4");
  EXPECT_EQ(judgeText("(module (global i32 (i32.const 0)) (func (global.set 0 (i32.const 1))))"),
            "immutable global: global.set 0");
  EXPECT_EQ(judgeText(R"((module (func (export "a")) (func (export "a"))))"),
            "duplicate export name: a");
  EXPECT_EQ(judgeText("(module (memory 65537))"), "memory size must be at most 65536 pages (4GiB)");
}

TEST(Validate, ErrorsCarryTheOffsetOfTheOperator) {
  ByteVector bytes = functions({{kFunc, 0, 0}}, {{0, 0x01, 0x42, 5, 0x45, 0x1a, kEnd}});
  Error error = judge(bytes);
  EXPECT_STREQ(error.text, "type mismatch: expected i32, found i64");
  EXPECT_EQ(error.offset, bytes.size() - 3);
  EXPECT_EQ(bytes[error.offset], 0x45);
}

TEST(Validate, TheErrorAtTheLowestOffsetIsReportedWhateverTheThreads) {
  std::vector<ByteVector> bodies(3000, ByteVector{0, 0x01, kEnd});
  bodies[700] = {0, 0x1a, kEnd};     // drop of nothing
  bodies[701] = {0, 0x10, 99, kEnd}; // unknown function
  bodies[2900] = {0, 0x45, kEnd};
  ByteVector bytes = functions({{kFunc, 0, 0}}, bodies);
  Error single = judge(bytes, wasm::kAllFeatures, 1);
  EXPECT_STREQ(single.text, "type mismatch: expected a value, found nothing");
  EXPECT_EQ(bytes[single.offset], 0x1a);
  for (unsigned threads : {0u, 2u, 3u, 8u})
    for (int attempt = 0; attempt < 5; ++attempt) {
      Error error = judge(bytes, wasm::kAllFeatures, threads);
      EXPECT_STREQ(error.text, single.text) << threads;
      EXPECT_EQ(error.offset, single.offset) << threads;
    }
}

TEST(Validate, BodiesComeBeforeDataSegmentsAndAfterElements) {
  EXPECT_EQ(judgeText("(module (data (i32.const 0) \"x\") (func (result i32)))"),
            "type mismatch: expected i32, found nothing");
  EXPECT_EQ(judgeText("(module (elem (i32.const 0) 0) (func (result i32)))"), "unknown table 0");
}

TEST(Validate, UnreachableCodeIsPolymorphicButNotUnchecked) {
  EXPECT_THAT(judgeText("(module (func (result i32) (unreachable) (i32.add)))"), IsEmpty());
  EXPECT_THAT(judgeText("(module (func (unreachable) (select) (i64.eqz) (drop)))"), IsEmpty());
  EXPECT_THAT(judgeText("(module (func (result i64) (unreachable) (i32.add)))"),
              StartsWith("type mismatch"));
  EXPECT_THAT(judgeText("(module (func (br 0) (i32.const 1)))"), StartsWith("type mismatch"));
  EXPECT_THAT(judgeText("(module (func (unreachable) (local.get 5) (drop)))"),
              StartsWith("unknown local 5"));
}

TEST(Validate, BranchTablesWantLabelsOfOneArity) {
  EXPECT_THAT(judgeText("(module (func (block (result i32) (block (br_table 0 1 (i32.const 0)))"
                        " (i32.const 1)) (drop)))"),
              StartsWith("type mismatch: labels of br_table"));
  EXPECT_THAT(judgeText("(module (func (block (block (br_table 0 1 0 1 0 (i32.const 0))))))"),
              IsEmpty());
}

TEST(Validate, ConstantExpressions) {
  EXPECT_THAT(judgeText("(module (global i32 (i32.const 1)) (global i32 (i32.add (global.get 0)"
                        " (i32.mul (i32.const 2) (i32.const 3)))))"),
              IsEmpty());
  EXPECT_EQ(judgeText("(module (global i32 (i32.div_s (i32.const 4) (i32.const 2))))"),
            "constant expression required: i32.div_s");
  EXPECT_EQ(judgeText("(module (global i32 (global.get 1)) (global i32 (i32.const 1)))"),
            "unknown global 1");
  EXPECT_EQ(judgeText("(module (import \"m\" \"g\" (global (mut i32)))"
                      " (global i32 (global.get 0)))"),
            "constant expression required: global 0 is mutable");
  EXPECT_EQ(judgeText("(module (global i32 (i64.const 1)))"),
            "type mismatch: expected i32, found i64");
  EXPECT_EQ(
      judgeText("(module (global i32 (i32.add (i32.const 1) (i32.const 2))))", wasm::Features{}),
      "constant expression required: i32.add");
}

TEST(Validate, SegmentsAndTables) {
  EXPECT_EQ(judgeText("(module (memory 1) (func (data.drop 0)))"), "unknown data segment 0");
  EXPECT_EQ(judgeText("(module (table 1 externref) (elem (i32.const 0) 0) (func))"),
            "type mismatch: expected externref, found (ref func)");
  EXPECT_EQ(judgeText("(module (table 1 externref) (func (call_indirect (i32.const 0))))"),
            "type mismatch: expected funcref, found externref");
  EXPECT_EQ(judgeText("(module (func (param i32)) (start 0))").substr(0, 14), "start function");
}

TEST(Validate, FeaturesAreNamedWhenTheyAreNotEnabled) {
  EXPECT_EQ(judgeText("(module (memory 1) (func (drop (v128.load (i32.const 0)))))", kOld),
            "SIMD support is not enabled: v128.load");
  EXPECT_EQ(judgeText("(module (memory 1) (memory 1))", kOld),
            "multiple memories: multi-memory support is not enabled");
  EXPECT_EQ(judgeText("(module (table 1 funcref) (table 1 funcref))", wasm::Features{}),
            "multiple tables: reference types support is not enabled");
  EXPECT_EQ(judgeText("(module (import \"m\" \"g\" (global (mut i32))))", wasm::Features{}),
            "mutable globals support is not enabled: import of a mutable global");
}

TEST(Validate, MemoriesKeepToTheirAddressType) {
  EXPECT_THAT(judgeText("(module (memory i64 1) (func (drop (i32.load (i64.const 0)))))"),
              IsEmpty());
  EXPECT_EQ(judgeText("(module (memory i64 1) (func (drop (i32.load (i32.const 0)))))"),
            "type mismatch: expected i64, found i32");
  EXPECT_THAT(judgeText("(module (memory i64 0x1000000000000))"), IsEmpty());
  EXPECT_THAT(judgeText("(module (memory i64 0x1000000000001))"),
              StartsWith("memory size must be at most 281474976710656 pages"));
  EXPECT_EQ(judgeText("(module (memory 1) (func (drop (i32.load align=8 (i32.const 0)))))"),
            "alignment must not be larger than natural");
  EXPECT_EQ(judgeText("(module (memory 1 1 shared) (func (drop (i32.atomic.load8_u align=1 "
                      "(i32.const 0))) (drop (i64.atomic.load align=4 (i32.const 0)))))"),
            "atomic alignment must be natural");
}

TEST(Validate, DeepNestingIsNoRecursion) {
  ByteVector body = {0};
  constexpr unsigned kDepth = decode::kMaxNesting;
  for (unsigned i = 0; i < kDepth; ++i)
    body.insert(body.end(), {0x02, 0x40});
  body.insert(body.end(), kDepth + 1, kEnd);
  EXPECT_STREQ(judge(functions({{kFunc, 0, 0}}, {body})).text, "");
  body.pop_back();
  EXPECT_STREQ(judge(functions({{kFunc, 0, 0}}, {body})).text,
               "unexpected end of section or function: END opcode expected");
  body.insert(body.end(), {kEnd, kEnd});
  EXPECT_THAT(judge(functions({{kFunc, 0, 0}}, {body})).text,
              StartsWith("unexpected end of section or function"));
}

TEST(Validate, ManyLocalsAreFoundByTheirRuns) {
  // Beyond those that are written out one by one.
  ByteVector body = {3, 0xe8, 0x07, kI32, 0xe8, 0x07, kI64, 1, kF32};
  auto get = [&](uint32_t local, uint8_t checkedBy) {
    ByteVector code = concat({body, {0x20}});
    appendU32(code, local);
    return std::string(
        judge(functions({{kFunc, 0, 0}}, {concat({code, {checkedBy, 0x1a, kEnd}})})).text);
  };
  EXPECT_THAT(get(999, 0x45), IsEmpty());  // i32.eqz
  EXPECT_THAT(get(1000, 0x50), IsEmpty()); // i64.eqz
  EXPECT_THAT(get(1999, 0x50), IsEmpty());
  EXPECT_THAT(get(2000, 0x8b), IsEmpty()); // f32.abs
  EXPECT_THAT(get(1000, 0x45), StartsWith("type mismatch: expected i32, found i64"));
  EXPECT_THAT(get(2001, 0x45), StartsWith("unknown local 2001"));
}

} // namespace
} // namespace wasmc::test
