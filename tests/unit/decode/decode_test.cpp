#include "compiler/decode/decode.h"

#include "compiler/decode/limits.h"
#include "tests/unit/decode/module_bytes.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace wasmc::test {
namespace {

using testing::ElementsAre;
using testing::StartsWith;
using wasm::Feature;

// A module points into its input, so the two stay together.
class Decoded {
public:
  explicit Decoded(ByteVector bytes)
      : bytes_(std::move(bytes)), module_(decode::decode(bytes_, wasm::kAllFeatures)) {}

  explicit operator bool() const { return module_.has_value(); }
  const wasm::Module *operator->() const { return &*module_; }
  const ByteVector &bytes() const { return bytes_; }
  const char *error() const { return module_ ? "no error" : module_.error().text; }

private:
  ByteVector bytes_;
  Result<wasm::Module> module_;
};

std::string errorOf(const ByteVector &bytes, wasm::Features features = wasm::kAllFeatures) {
  Result<wasm::Module> result = decode::decode(bytes, features);
  return result ? "no error" : result.error().text;
}

const ByteVector kEmptyFunction = {kFunc, 0, 0};

TEST(Decode, RefusesWhatIsNoModule) {
  EXPECT_THAT(errorOf({}), StartsWith("unexpected end"));
  EXPECT_THAT(errorOf({0, 'a', 's'}), StartsWith("unexpected end"));
  EXPECT_THAT(errorOf({0x7f, 'E', 'L', 'F', 2, 1, 1, 0}), StartsWith("magic header not detected"));
  EXPECT_THAT(errorOf({0, 'a', 's', 'm', 1, 0}), StartsWith("unexpected end"));
  EXPECT_THAT(errorOf({0, 'a', 's', 'm', 13, 0, 1, 0}), StartsWith("unknown binary version"));
  EXPECT_EQ(errorOf(module({})), "no error");
}

TEST(Decode, ChecksTheOrderOfSections) {
  ByteVector types = vectorSection(kTypeSection, {kEmptyFunction});
  ByteVector memories = vectorSection(kMemorySection, {{0, 1}});
  EXPECT_EQ(errorOf(module({types, memories})), "no error");
  EXPECT_THAT(errorOf(module({memories, types})), StartsWith("unexpected content after last"));
  EXPECT_THAT(errorOf(module({types, types})), StartsWith("unexpected content after last"));
  // Tags stand between memories and globals, data count between elements and code.
  ByteVector tags = vectorSection(kTagSection, {{0, 0}});
  EXPECT_EQ(errorOf(module({types, memories, tags, vectorSection(kGlobalSection, {})})),
            "no error");
  EXPECT_THAT(errorOf(module({types, vectorSection(kGlobalSection, {}), tags})),
              StartsWith("unexpected content after last"));
  EXPECT_THAT(errorOf(module({section(14, {})})), StartsWith("malformed section id 14"));
}

TEST(Decode, ChecksTheSizesOfSections) {
  ByteVector truncated = module({section(kTypeSection, {1, kFunc, 0, 0})});
  truncated.pop_back();
  EXPECT_THAT(errorOf(truncated), StartsWith("length out of bounds"));
  EXPECT_THAT(errorOf(module({section(kTypeSection, {1, kFunc, 0, 0, 0})})),
              StartsWith("section size mismatch"));
  EXPECT_THAT(errorOf(module({section(kTypeSection, {2, kFunc, 0, 0})})),
              StartsWith("unexpected end"));
}

TEST(Decode, ComparesFunctionsWithBodies) {
  ByteVector types = vectorSection(kTypeSection, {kEmptyFunction});
  ByteVector two = vectorSection(kFunctionSection, {{0}, {0}});
  ByteVector one = vectorSection(kCodeSection, {sized({0, kEnd})});
  EXPECT_THAT(errorOf(module({types, two, one})),
              StartsWith("function and code section have inconsistent lengths"));
  EXPECT_THAT(errorOf(module({types, two})),
              StartsWith("function and code section have inconsistent lengths"));
  EXPECT_THAT(errorOf(module({types, one})),
              StartsWith("function and code section have inconsistent lengths"));
}

TEST(Decode, KeepsBodiesAsSpansWithOffsets) {
  Decoded decoded(functions({kEmptyFunction}, {{1, 3, kI64, 0x01, kEnd}, {0, kEnd}}));
  ASSERT_TRUE(decoded) << decoded.error();
  ASSERT_EQ(decoded->functions.size(), 2u);
  const wasm::Function &first = decoded->functions[0];
  EXPECT_EQ(first.localCount, 3u);
  ASSERT_EQ(first.locals.size(), 1u);
  EXPECT_EQ(first.locals[0].type, wasm::kI64);
  EXPECT_THAT(first.body.data, ElementsAre(0x01, kEnd));
  EXPECT_EQ(decoded.bytes()[first.body.offset], 0x01);
  EXPECT_EQ(first.body.data.data(), decoded.bytes().data() + first.body.offset);
  EXPECT_EQ(first.body.offset - first.bodyOffset, 3u);
}

TEST(Decode, PutsImportsInFrontOfTheIndexSpaces) {
  ByteVector imports = vectorSection(
      kImportSection,
      {concat({name("m"), name("t"), {1, kFuncRef, 1, 2, 9}}),
       concat({name("m"), name("f"), {0, 0}}), concat({name("m"), name("g"), {3, kF32, 1}}),
       concat({name("m"), name("e"), {4, 0, 0}}), concat({name("m"), name("m"), {2, 0, 7}})});
  Decoded decoded(module({vectorSection(kTypeSection, {kEmptyFunction}), imports,
                          vectorSection(kFunctionSection, {{0}}),
                          vectorSection(kCodeSection, {sized({0, kEnd})})}));
  ASSERT_TRUE(decoded) << decoded.error();
  EXPECT_EQ(decoded->functions.size(), 2u);
  EXPECT_EQ(decoded->importedFunctions, 1u);
  EXPECT_TRUE(decoded->isImported(wasm::FunctionIndex(0)));
  EXPECT_FALSE(decoded->isImported(wasm::FunctionIndex(1)));
  EXPECT_EQ(decoded->tables[0].type.limits.max, 9u);
  EXPECT_FALSE(decoded->memories[0].type.limits.hasMax());
  EXPECT_TRUE(decoded->globals[0].type.isMutable);
  EXPECT_EQ(decoded->tags.size(), 1u);
  EXPECT_EQ(decoded->imports[3].name, "e");
  EXPECT_EQ(decoded->imports[3].kind, wasm::ExternKind::tag);
}

TEST(Decode, ReadsLimitsOfEveryKind) {
  auto memory = [](const ByteVector &bytes) {
    Decoded decoded(module({vectorSection(kMemorySection, {bytes})}));
    EXPECT_TRUE(decoded) << decoded.error();
    return decoded ? decoded->memories.at(0).type : wasm::MemoryType();
  };
  EXPECT_EQ(memory({1, 2, 3}).limits.max, 3u);
  EXPECT_TRUE(memory({3, 2, 3}).isShared);
  EXPECT_TRUE(memory({4, 0x80, 0x80, 0x80, 0x80, 0x80, 0x01}).is64);
  EXPECT_EQ(memory({4, 0x80, 0x80, 0x80, 0x80, 0x80, 0x01}).limits.min, uint64_t{1} << 35);
  EXPECT_EQ(memory({9, 2, 3, 0}).pageSizeLog2, 0u);
  EXPECT_THAT(errorOf(module({vectorSection(kMemorySection, {{0x10, 0}})})),
              StartsWith("malformed limits flags"));
  EXPECT_THAT(errorOf(module({vectorSection(kTableSection, {{kFuncRef, 2, 0, 0}})})),
              StartsWith("malformed limits flags"));
}

// 2^64 - 1 is how a maximum that is not there is told apart.
TEST(Decode, AMaximumOfAllBitsIsNone) {
  const ByteVector kMaximum = {0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0x01};
  auto table = [&](uint8_t flags) {
    return module({vectorSection(kTableSection, {concat({{kFuncRef, flags, 0}, kMaximum})})});
  };
  EXPECT_EQ(errorOf(table(5)), "no error");
  EXPECT_EQ(errorOf(table(1)), "table size must be at most 2^32-1");
  for (uint8_t flags : {1, 5})
    EXPECT_EQ(errorOf(module({vectorSection(kMemorySection, {concat({{flags, 0}, kMaximum})})})),
              "memory size out of range");
}

TEST(Decode, ReadsEveryFormOfElementSegment) {
  const ByteVector kOffset = {0x41, 0, kEnd};
  const ByteVector kRefFunc0 = {0xd2, 0, kEnd};
  ByteVector elements =
      vectorSection(kElementSection, {concat({{0}, kOffset, {1, 0}}),
                                      {1, 0, 1, 0},
                                      concat({{2, 0}, kOffset, {0, 1, 0}}),
                                      {3, 0, 1, 0},
                                      concat({{4}, kOffset, {1}, kRefFunc0}),
                                      concat({{5, kFuncRef, 1}, kRefFunc0}),
                                      concat({{6, 0}, kOffset, {kFuncRef, 1}, kRefFunc0}),
                                      concat({{7, kFuncRef, 1}, kRefFunc0})});
  Decoded decoded(module({elements}));
  ASSERT_TRUE(decoded) << decoded.error();
  ASSERT_EQ(decoded->elements.size(), 8u);
  using enum wasm::SegmentMode;
  const wasm::SegmentMode kModes[] = {active, passive, active, declarative};
  for (size_t i = 0; i < 8; ++i) {
    const wasm::ElementSegment &segment = decoded->elements[i];
    EXPECT_EQ(segment.mode, kModes[i % 4]) << i;
    EXPECT_EQ(segment.isExpressions, i >= 4) << i;
    EXPECT_EQ(segment.size(), 1u) << i;
    EXPECT_EQ(segment.start.data.size(), segment.mode == active ? 3u : 0u) << i;
    EXPECT_EQ(segment.type.isNullable(), i >= 4) << i;
  }
  EXPECT_THAT(errorOf(module({vectorSection(kElementSection, {{8, 0}})})),
              StartsWith("malformed elements segment kind"));
}

TEST(Decode, ReadsEveryFormOfDataSegment) {
  ByteVector data = vectorSection(
      kDataSection, {{0, 0x41, 5, kEnd, 2, 'h', 'i'}, {1, 1, 'x'}, {2, 3, 0x41, 5, kEnd, 0}});
  Decoded decoded(module({data}));
  ASSERT_TRUE(decoded) << decoded.error();
  EXPECT_THAT(decoded->datas[0].bytes.data, ElementsAre('h', 'i'));
  EXPECT_EQ(decoded->datas[1].mode, wasm::SegmentMode::passive);
  EXPECT_EQ(decoded->datas[2].memory, wasm::MemoryIndex(3));
  EXPECT_THAT(errorOf(module({section(kDataCountSection, {2}), data})),
              StartsWith("data count and data section have inconsistent lengths"));
  EXPECT_THAT(errorOf(module({section(kDataCountSection, {1})})),
              StartsWith("data count and data section have inconsistent lengths"));
}

TEST(Decode, ReadsRecursionGroupsAndSubTypes) {
  ByteVector types =
      vectorSection(kTypeSection, {kEmptyFunction,
                                   {kRec, 2, kSub, 0, kStruct, 2, 0x78, 1, kRefNull, 2, 0, //
                                    kSubFinal, 1, 1, kArray, kRef, 0x6e, 1},
                                   {kFunc, 1, kV128, 0}});
  Decoded decoded(module({types}));
  ASSERT_TRUE(decoded) << decoded.error();
  ASSERT_EQ(decoded->types.size(), 4u);
  EXPECT_EQ(decoded->recGroups.size(), 3u);
  EXPECT_EQ(decoded->recGroups[1].count, 2u);
  EXPECT_THAT(decoded->recGroupOfType, ElementsAre(0, 1, 1, 2));
  EXPECT_TRUE(decoded->types[0].isFinal);
  EXPECT_FALSE(decoded->types[1].isFinal);
  EXPECT_EQ(decoded->types[1].fields[0], (wasm::FieldType{wasm::kI8, true}));
  EXPECT_EQ(toString(decoded->types[1].fields[1].type), "(ref null $2)");
  EXPECT_THAT(decoded->types[2].supertypes, ElementsAre(wasm::TypeIndex(1)));
  EXPECT_EQ(toString(decoded->types[2].fields[0].type), "(ref any)");
}

TEST(Decode, TablesMayHaveInitializers) {
  ByteVector table = {0x40, 0, kRef, 0x70, 0, 1, 0xd2, 0, kEnd};
  Decoded decoded(module({vectorSection(kTableSection, {table})}));
  ASSERT_TRUE(decoded) << decoded.error();
  ASSERT_TRUE(decoded->tables[0].init);
  EXPECT_EQ(decoded->tables[0].init->data.size(), 3u);
}

TEST(Decode, NestedBlocksDoNotEndAnExpressionEarly) {
  ByteVector global = {kI32, 0, 0x02, kI32, 0x41, 1, kEnd, kEnd};
  Decoded decoded(module({vectorSection(kGlobalSection, {global})}));
  ASSERT_TRUE(decoded) << decoded.error();
  EXPECT_EQ(decoded->globals[0].init.data.size(), 6u);
}

TEST(Decode, KeepsCustomSectionsAndReadsNames) {
  ByteVector names = concat({name("name"),
                             {0},
                             sized(name("mod")), //
                             {1},
                             sized(concat({{2, 0}, name("first"), {1}, name("second")}))});
  ByteVector bytes = concat({functions({kEmptyFunction}, {{0, kEnd}, {0, kEnd}}), section(0, names),
                             section(0, concat({name("x"), {1, 2}}))});
  Decoded decoded(bytes);
  ASSERT_TRUE(decoded) << decoded.error();
  EXPECT_EQ(decoded->moduleName, "mod");
  EXPECT_THAT(decoded->functionNames, ElementsAre("first", "second"));
  ASSERT_EQ(decoded->customSections.size(), 2u);
  EXPECT_EQ(decoded->customSections[1].name, "x");
  EXPECT_THAT(decoded->customSections[1].contents.data, ElementsAre(1, 2));
}

TEST(Decode, ADamagedNameSectionIsNoError) {
  ByteVector beyond = concat({name("name"), {1}, sized(concat({{1, 5}, name("five")}))});
  ByteVector cut = concat({name("name"), {0, 100, 3}});
  for (const ByteVector &names : {beyond, cut}) {
    Decoded decoded(concat({functions({kEmptyFunction}, {{0, kEnd}}), section(0, names)}));
    ASSERT_TRUE(decoded) << decoded.error();
    EXPECT_EQ(decoded->moduleName, "");
    EXPECT_TRUE(decoded->functionNames.empty());
  }
  EXPECT_THAT(errorOf(module({section(0, {4, 'n', 0xff, 'm', 'e'})})),
              StartsWith("malformed UTF-8 encoding"));
}

TEST(Decode, HasLimits) {
  ByteVector many = {kFunc};
  appendU32(many, decode::kMaxParameters + 1);
  many.insert(many.end(), decode::kMaxParameters + 1, kI32);
  many.push_back(0);
  EXPECT_THAT(errorOf(module({vectorSection(kTypeSection, {many})})),
              StartsWith("too many parameters: 1001, at most 1000"));

  ByteVector locals = {2};
  appendU32(locals, decode::kMaxLocals);
  locals.insert(locals.end(), {kI32, 1, kI32, kEnd});
  EXPECT_THAT(errorOf(functions({kEmptyFunction}, {locals})),
              StartsWith("too many locals: 50001, at most 50000"));
  EXPECT_THAT(errorOf(functions({kEmptyFunction},
                                {{2, 0xff, 0xff, 0xff, 0xff, 0x0f, kI32, 1, kI32, kEnd}})),
              StartsWith("too many locals"));

  // A count that only a lie can make is refused before anything is allocated for it.
  EXPECT_THAT(errorOf(module({section(kFunctionSection, {0xff, 0xff, 0xff, 0x7f, 0})})),
              StartsWith("unexpected end"));
}

TEST(Decode, NamesTheFeatureThatIsNotEnabled) {
  struct Case {
    const char *message;
    Feature missing;
    ByteVector bytes;
  };
  const ByteVector kTypes = vectorSection(kTypeSection, {kEmptyFunction});
  const Case kCases[] = {
      {"SIMD support is not enabled: v128", Feature::simd,
       module({vectorSection(kTypeSection, {{kFunc, 1, kV128, 0}})})},
      {"multi-value support is not enabled", Feature::multi_value,
       module({vectorSection(kTypeSection, {{kFunc, 0, 2, kI32, kI32}})})},
      {"garbage collection types support is not enabled", Feature::gc_types,
       module({vectorSection(kTypeSection, {{kStruct, 0}})})},
      {"exception handling support is not enabled", Feature::exceptions,
       module({kTypes, vectorSection(kTagSection, {{0, 0}})})},
      {"memory64 support is not enabled", Feature::memory64,
       module({vectorSection(kMemorySection, {{4, 0}})})},
      {"threads support is not enabled", Feature::threads,
       module({vectorSection(kMemorySection, {{3, 0, 1}})})},
      {"bulk memory support is not enabled", Feature::bulk_memory,
       module({vectorSection(kDataSection, {{1, 0}})})},
      {"reference types support is not enabled", Feature::reference_types,
       module({vectorSection(kTableSection, {{0x6f, 0, 0}})})},
  };
  for (const Case &test : kCases) {
    wasm::Features without{wasm::kAllFeatures.bits & ~static_cast<uint32_t>(test.missing)};
    EXPECT_THAT(errorOf(test.bytes, without), StartsWith(test.message));
    EXPECT_EQ(errorOf(test.bytes), "no error") << test.message;
  }
}

} // namespace
} // namespace wasmc::test
