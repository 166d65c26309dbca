// Hostile input: whatever bytes come, the front end says yes or no. Most useful under
// AddressSanitizer; without it, at least nothing may crash, hang or point outside of the input.
#include "tests/unit/decode/module_bytes.h"
#include "tests/unit/validate/judge.h"

#include <gtest/gtest.h>

#include <chrono>
#include <random>

namespace wasmc::test {
namespace {

// One module with something of every section and every family of operators that wabt assembles.
const char *const kRich = R"((module
  (type $t (func (param i32 i64) (result i32)))
  (import "m" "f" (func $f (type $t)))
  (import "m" "g" (global $g i32))
  (tag $e (param i32))
  (table $table 3 9 funcref) (table $other 1 externref)
  (memory $memory 1 2) (memory $second i64 1)
  (global $v (mut v128) (v128.const i32x4 1 2 3 4))
  (global $sum i32 (i32.add (global.get $g) (i32.const 2)))
  (export "run" (func $run)) (export "memory" (memory 0))
  (start $start)
  (elem (table $table) (i32.const 1) func $f $run)
  (elem funcref (ref.func $run) (ref.null func)) (elem declare func $start)
  (data (i32.const 8) "active") (data $passive "passive")
  (func $start)
  (func $run (type $t) (local f32 f64 v128 funcref)
    (block $b (result i32)
      (loop $l (br_if $l (i32.eqz (local.get 0))))
      (if (result i32) (local.get 0)
        (then (call $f (i32.const 123456) (i64.const -5)))
        (else (call_indirect $table (type $t) (i32.const 1) (local.get 1) (i32.const 2))))
      (br_table $b $b $b (i32.const 3)))
    (drop (i64.load32_s offset=70000 (i32.const 4)))
    (i32.store8 $second offset=3 (i64.const 4) (i32.const 5))
    (local.set 4 (i8x16.shuffle 0 1 2 3 4 5 6 7 24 25 26 27 28 29 30 31
      (global.get $v) (v128.load8_lane 3 (i32.const 0) (local.get 4))))
    (drop (i16x8.extract_lane_u 7 (local.get 4)))
    (memory.copy (i32.const 0) (i32.const 1) (i32.const 2))
    (memory.init $passive (i32.const 0) (i32.const 1) (i32.const 2)) (data.drop $passive)
    (table.init $table 1 (i32.const 0) (i32.const 0) (i32.const 1)) (elem.drop 1)
    (drop (table.grow $table (ref.func $start) (i32.const 1)))
    (drop (select (result funcref) (local.get 5) (table.get $table (i32.const 0)) (i32.const 1)))
    (drop (i32.atomic.rmw.add (i32.const 4) (i32.const 1)))
    (drop (f32.add (local.get 2) (f32.demote_f64 (f64.const 1.5))))
    (return_call $f (local.get 0) (local.get 1))))
)";

// What wabt cannot assemble: recursive types, objects, casts, exceptions.
ByteVector objects() {
  ByteVector types =
      vectorSection(kTypeSection, {{kRec,     3, kSub, 0,       kStruct, 2,        0x78, 1,
                                    kRefNull, 2, 0, //
                                    kSub,     1, 0,    kStruct, 3,       0x78,     1,    kRefNull,
                                    2,        0, kI64, 1,       kArray,  kRefNull, 0,    1},
                                   {kFunc, 1, kRefNull, 0x6e, 1, kRef, 1},
                                   {kFunc, 1, kI32, 0}});
  const ByteVector kBody = concat({
      {1, 1, kRef, 1},                                         // (local (ref 1))
      {0x02, kRef, 1, 0x20, 0, 0xfb, 24, 1, 0, 0x6e, 1, 0x1a}, // block, br_on_cast, drop
      {0x41, 1, 0xd0, 2, 0x42, 3, 0xfb, 0, 1, kEnd, 0x21, 1},  // struct.new, end, local.set
      {0x02, 0x40, 0x02, kI32},                                // block, block (result i32)
      {0x1f, 0x40, 2, 0, 0, 0, 2, 1},                          // try_table, catch, catch_all
      {0x41, 5, 0x08, 0, kEnd, 0x0c, 1, kEnd, 0x1a, kEnd},     // throw, br
      {0x20, 1, 0xfb, 3, 1, 0, 0x1a},                          // struct.get_s
      {0x41, 4, 0xfb, 7, 2, 0xfb, 15, 0x1a},                   // array.new_default, array.len
      {0x20, 1, 0x20, 0, 0xd5, 0, 0x1a, 0x0f, kEnd},           // br_on_null, return
  });
  return module({types, vectorSection(kFunctionSection, {{3}}),
                 vectorSection(kTagSection, {{0, 4}}),
                 vectorSection(kGlobalSection, {{kRef, 0x6c, 0, 0x41, 7, 0xfb, 28, 0x0b}}),
                 vectorSection(kCodeSection, {sized(kBody)})});
}

// The error's offset must lie in the input, or one past it.
void check(const ByteVector &bytes) {
  for (wasm::Features features : {wasm::kAllFeatures, wasm::kWasm2}) {
    Error error = judge(bytes, features);
    if (error.text[0] != '\0')
      ASSERT_LE(error.offset, bytes.size()) << error.text;
  }
}

TEST(Robustness, TheModulesToBreakAreWhole) {
  EXPECT_STREQ(judge(assemble(kRich)).text, "");
  EXPECT_STREQ(judge(objects()).text, "");
}

TEST(Robustness, TruncationsAtEveryLength) {
  for (const ByteVector &whole : {assemble(kRich), objects()})
    for (size_t length = 0; length < whole.size(); ++length) {
      // A copy of the exact size, so that AddressSanitizer sees a read beyond.
      ByteVector bytes(whole.begin(), whole.begin() + static_cast<ptrdiff_t>(length));
      check(bytes);
    }
}

TEST(Robustness, EveryValueOfEveryByte) {
  for (const ByteVector &whole : {assemble(kRich), objects()})
    for (size_t at = 0; at < whole.size(); ++at) {
      ByteVector bytes = whole;
      for (unsigned value = 0; value < 256; ++value) {
        bytes[at] = static_cast<uint8_t>(value);
        check(bytes);
      }
    }
}

TEST(Robustness, RandomSplicesOfModules) {
  std::mt19937 random(20240601);
  const ByteVector sources[] = {assemble(kRich), objects()};
  for (int i = 0; i < 20'000; ++i) {
    const ByteVector &from = sources[random() % 2];
    ByteVector bytes = sources[random() % 2];
    for (unsigned edits = 1 + random() % 4; edits > 0; --edits) {
      size_t at = 8 + random() % (bytes.size() - 8);
      size_t source = random() % from.size();
      size_t length = std::min<size_t>(1 + random() % 12, from.size() - source);
      auto begin = from.begin() + static_cast<ptrdiff_t>(source);
      bytes.insert(bytes.begin() + static_cast<ptrdiff_t>(at), begin,
                   begin + static_cast<ptrdiff_t>(length));
      size_t erased = std::min<size_t>(length, bytes.size() - at);
      bytes.erase(bytes.begin() + static_cast<ptrdiff_t>(at),
                  bytes.begin() + static_cast<ptrdiff_t>(at + erased));
    }
    check(bytes);
  }
}

// Small inputs that would take very long if anything were quadratic or recursive in the wrong
// place.
class Bomb : public testing::Test {
protected:
  void TearDown() override {
    auto elapsed = std::chrono::steady_clock::now() - start_;
    EXPECT_LT(elapsed, std::chrono::seconds(60)); // a second or less without sanitizers
  }

private:
  std::chrono::steady_clock::time_point start_ = std::chrono::steady_clock::now();
};

TEST_F(Bomb, ManyFunctionsWithManyLocals) {
  // Nine bytes each that declare 50 000 locals.
  std::vector<ByteVector> bodies(100'000, ByteVector{1, 0xd0, 0x86, 0x03, kI32, kEnd});
  EXPECT_STREQ(judge(functions({{kFunc, 0, 0}}, bodies)).text, "");
}

TEST_F(Bomb, BranchTablesOverDeepNests) {
  ByteVector body = {0};
  for (unsigned i = 0; i < 5000; ++i)
    body.insert(body.end(), {0x02, 0x40});
  for (unsigned table = 0; table < 100; ++table) {
    body.insert(body.end(), {0x00, 0x0e});
    appendU32(body, 5000);
    for (unsigned i = 0; i <= 5000; ++i)
      appendU32(body, i);
  }
  body.insert(body.end(), 5001, kEnd);
  EXPECT_STREQ(judge(functions({{kFunc, 0, 0}}, {body})).text, "");
}

TEST_F(Bomb, ManyEqualRecursionGroups) {
  std::vector<ByteVector> types(100'000, ByteVector{kRec, 2, kStruct, 1, kI32, 0, kArray, kI64, 1});
  EXPECT_STREQ(judge(module({vectorSection(kTypeSection, types)})).text, "");
}

TEST_F(Bomb, ManyNonNullableLocalsSetInManyBlocks) {
  ByteVector body = {1, 0xd0, 0x0f, kRef, 0x6c}; // 2000 locals of type (ref i31)
  for (unsigned i = 0; i < 20'000; ++i) {
    body.insert(body.end(), {0x02, 0x40, 0x41, 1, 0xfb, 28, 0x21});
    appendU32(body, i % 2000);
    body.push_back(kEnd);
  }
  body.push_back(kEnd);
  EXPECT_STREQ(judge(functions({{kFunc, 0, 0}}, {body})).text, "");
}

} // namespace
} // namespace wasmc::test
