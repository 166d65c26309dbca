// The branch hint section: taken whole, or as if it were not there.
#include "compiler/decode/decode.h"
#include "tests/unit/decode/module_bytes.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <tuple>

namespace wasmc::test {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;
using Hint = std::tuple<uint32_t, uint32_t, bool>; // function, offset, whether likely

constexpr uint8_t kIf = 0x04, kBrIf = 0x0d, kI32Const = 0x41, kVoid = 0x40;

// Locals in bytes 0 to 2, the `if` at 5, the `br_if` at 10, the last `end` at 12.
const ByteVector kBody = {1, 1, kI32, kI32Const, 0, kIf, kVoid, kEnd, kI32Const, 0, kBrIf, 0, kEnd};

ByteVector hintSection(const ByteVector &contents) {
  return section(0, concat({name("metadata.code.branch_hint"), contents}));
}

// The hints of a module with one imported function and two defined ones, 1 and 2.
std::vector<Hint> hintsOf(const std::vector<ByteVector> &before,
                          const std::vector<ByteVector> &after = {}) {
  ByteVector bytes =
      module({vectorSection(kTypeSection, {{kFunc, 0, 0}}),
              vectorSection(kImportSection, {concat({name("m"), name("f"), {0, 0}})}),
              vectorSection(kFunctionSection, {{0}, {0}})});
  for (const ByteVector &part : before)
    bytes.insert(bytes.end(), part.begin(), part.end());
  bytes = concat({bytes, vectorSection(kCodeSection, {sized(kBody), sized(kBody)})});
  for (const ByteVector &part : after)
    bytes.insert(bytes.end(), part.begin(), part.end());
  Result<wasm::Module> decoded = decode::decode(bytes, wasm::kAllFeatures);
  EXPECT_TRUE(decoded) << decoded.error().text;
  std::vector<Hint> hints;
  if (decoded)
    for (const wasm::BranchHint &hint : decoded->branchHints)
      hints.emplace_back(hint.function.value, hint.offset, hint.isLikely != 0);
  return hints;
}

std::vector<Hint> hintsOf(const ByteVector &contents) {
  return hintsOf(std::vector<ByteVector>{hintSection(contents)});
}

const ByteVector kGood = {2, 1, 2, 5, 1, 1, 10, 1, 0, 2, 1, 10, 1, 1};

TEST(BranchHints, AreKeptInOrder) {
  EXPECT_THAT(hintsOf(kGood), ElementsAre(Hint{1, 5, true}, Hint{1, 10, false}, Hint{2, 10, true}));
  EXPECT_THAT(hintsOf(ByteVector{0}), IsEmpty());
  // A function without hints, and one that is left out.
  EXPECT_THAT(hintsOf({2, 1, 0, 2, 1, 5, 1, 0}), ElementsAre(Hint{2, 5, false}));
  EXPECT_THAT(hintsOf({1, 2, 1, 5, 1, 0}), ElementsAre(Hint{2, 5, false}));
  // Other custom sections around it do not matter.
  EXPECT_THAT(hintsOf({section(0, name("a")), hintSection({1, 2, 1, 5, 1, 0}),
                       section(0, name("metadata.code.trace_inst"))}),
              ElementsAre(Hint{2, 5, false}));
}

TEST(BranchHints, AreNoneWhereTheSectionStandsInAWrongPlaceOrTwice) {
  EXPECT_THAT(hintsOf({}, {hintSection(kGood)}), IsEmpty());
  EXPECT_THAT(hintsOf({hintSection(kGood), hintSection(kGood)}), IsEmpty());
  EXPECT_THAT(hintsOf({hintSection(kGood)}, {hintSection(kGood)}), IsEmpty());
}

TEST(BranchHints, AreNoneWhereTheSectionIsCutOrTooLong) {
  for (size_t size = 0; size < kGood.size(); ++size)
    EXPECT_THAT(hintsOf(ByteVector(kGood.begin(), kGood.begin() + static_cast<ptrdiff_t>(size))),
                IsEmpty())
        << size << " bytes";
  EXPECT_THAT(hintsOf(concat({kGood, {0}})), IsEmpty());
}

TEST(BranchHints, AreNoneWhereNumbersAreOutOfOrder) {
  EXPECT_THAT(hintsOf({1, 1, 2, 10, 1, 0, 5, 1, 1}), IsEmpty());
  EXPECT_THAT(hintsOf({1, 1, 2, 5, 1, 0, 5, 1, 1}), IsEmpty()) << "one branch twice";
  EXPECT_THAT(hintsOf({2, 2, 1, 5, 1, 0, 1, 1, 5, 1, 1}), IsEmpty());
  EXPECT_THAT(hintsOf({2, 1, 1, 5, 1, 0, 1, 1, 10, 1, 1}), IsEmpty()) << "one function twice";
  EXPECT_THAT(hintsOf({2, 1, 0, 1, 0}), IsEmpty());
}

TEST(BranchHints, AreNoneWhereOneIsOutOfRange) {
  EXPECT_THAT(hintsOf({1, 0, 1, 5, 1, 0}), IsEmpty()) << "an imported function";
  EXPECT_THAT(hintsOf({1, 0, 0}), IsEmpty()) << "an imported function";
  // The first hint is good.
  EXPECT_THAT(hintsOf({2, 1, 1, 5, 1, 0, 3, 1, 5, 1, 0}), IsEmpty()) << "no such function";
  EXPECT_THAT(hintsOf({1, 0xff, 0xff, 0xff, 0xff, 0x0f, 1, 5, 1, 0}), IsEmpty());
  EXPECT_THAT(hintsOf({1, 1, 1, 2, 1, 0}), IsEmpty()) << "among the locals";
  EXPECT_THAT(hintsOf({1, 1, 1, 3, 1, 0}), ElementsAre(Hint{1, 3, false}));
  EXPECT_THAT(hintsOf({1, 1, 1, 12, 1, 0}), ElementsAre(Hint{1, 12, false}));
  EXPECT_THAT(hintsOf({1, 1, 1, 13, 1, 0}), IsEmpty()) << "behind the body";
  EXPECT_THAT(hintsOf({1, 1, 1, 0xff, 0xff, 0xff, 0xff, 0x0f, 1, 0}), IsEmpty());
  EXPECT_THAT(hintsOf({1, 1, 1, 0x85, 0x80, 0x80, 0x80, 0x08, 1, 0}), IsEmpty())
      << "5, were the offset cut to 31 bits";
}

TEST(BranchHints, AreNoneWhereOneHasNoMeaning) {
  EXPECT_THAT(hintsOf({1, 1, 1, 5, 1, 2}), IsEmpty());
  EXPECT_THAT(hintsOf({1, 1, 1, 5, 0}), IsEmpty());
  EXPECT_THAT(hintsOf({1, 1, 1, 5, 2, 0, 0}), IsEmpty());
  EXPECT_THAT(hintsOf({1, 1, 1, 5, 0xff, 0xff, 0xff, 0xff, 0x0f, 0}), IsEmpty());
}

// Counts are believed only as far as the section can hold so many.
TEST(BranchHints, AreNoneWhereACountIsALie) {
  EXPECT_THAT(hintsOf({0xff, 0xff, 0xff, 0xff, 0x0f, 1, 1, 5, 1, 0}), IsEmpty());
  EXPECT_THAT(hintsOf({1, 1, 0xff, 0xff, 0xff, 0xff, 0x0f, 5, 1, 0}), IsEmpty());
}

TEST(BranchHints, AreNoneInAModuleWithoutCode) {
  ByteVector bytes = module({hintSection({1, 0, 1, 5, 1, 0})});
  Result<wasm::Module> decoded = decode::decode(bytes, wasm::kAllFeatures);
  ASSERT_TRUE(decoded) << decoded.error().text;
  EXPECT_TRUE(decoded->branchHints.empty());
}

} // namespace
} // namespace wasmc::test
