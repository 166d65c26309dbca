// Recursive types, subtyping, objects, casts and exceptions: what wabt cannot assemble, byte by
// byte.
#include "compiler/validate/type_system.h"
#include "tests/unit/decode/module_bytes.h"
#include "tests/unit/validate/judge.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace wasmc::test {
namespace {

using testing::IsEmpty;
using testing::StartsWith;
using wasm::HeapKind;

constexpr uint8_t kAny = 0x6e, kEq = 0x6d, kI31 = 0x6c, kStructHeap = 0x6b, kArrayHeap = 0x6a,
                  kExtern = 0x6f, kNone = 0x71, kExn = 0x69;
constexpr uint8_t kGc = 0xfb;

// A function of the last of `types` with this body, after the other types.
std::string judgeFunction(const std::vector<ByteVector> &groups, uint8_t type,
                          const ByteVector &body) {
  return judge(
             module({vectorSection(kTypeSection, groups), vectorSection(kFunctionSection, {{type}}),
                     vectorSection(kCodeSection, {sized(body)})}))
      .text;
}

std::string judgeTypes(const std::vector<ByteVector> &groups) {
  return judge(module({vectorSection(kTypeSection, groups)})).text;
}

const ByteVector kGet0 = {0, 0x20, 0, kEnd};
const ByteVector kStructI32 = {kStruct, 1, kI32, 0};

ByteVector convert(const ByteVector &from, const ByteVector &to) {
  return concat({{kFunc, 1}, from, {1}, to});
}

TEST(Types, EqualRecursionGroupsAreEqual) {
  EXPECT_THAT(judgeFunction({kStructI32, kStructI32, convert({kRef, 1}, {kRef, 0})}, 2, kGet0),
              IsEmpty());
  // The same structure in another place of a group, or in a larger group, is another type.
  const ByteVector kPair = concat({{kRec, 2}, kStructI32, kStructI32});
  EXPECT_THAT(judgeFunction({kStructI32, kPair, convert({kRef, 1}, {kRef, 0})}, 3, kGet0),
              StartsWith("type mismatch: expected (ref $0), found (ref $1)"));
  EXPECT_THAT(judgeFunction({kPair, kPair, convert({kRef, 2}, {kRef, 0})}, 4, kGet0), IsEmpty());
  EXPECT_THAT(judgeFunction({kPair, kPair, convert({kRef, 3}, {kRef, 0})}, 4, kGet0),
              StartsWith("type mismatch"));
  // References into the group itself are compared by place, others by what they mean.
  const ByteVector kSelf0 = {kRec, 1, kStruct, 1, kRefNull, 0, 0};
  const ByteVector kSelf1 = {kRec, 1, kStruct, 1, kRefNull, 1, 0};
  const ByteVector kOther1 = {kRec, 1, kStruct, 1, kRefNull, 0, 0};
  EXPECT_THAT(judgeFunction({kSelf0, kSelf1, convert({kRef, 1}, {kRef, 0})}, 2, kGet0), IsEmpty());
  EXPECT_THAT(judgeFunction({kSelf0, kOther1, convert({kRef, 1}, {kRef, 0})}, 2, kGet0),
              StartsWith("type mismatch"));
}

TEST(Types, SubtypesMustMatchTheirSupertypes) {
  const ByteVector kOpen = {kSub, 0, kStruct, 1, kI32, 0};
  EXPECT_THAT(judgeTypes({kOpen, {kSub, 1, 0, kStruct, 2, kI32, 0, kI64, 1}}), IsEmpty());
  EXPECT_THAT(judgeTypes({kOpen, {kSub, 1, 0, kStruct, 0}}),
              StartsWith("sub type 1 does not match"));
  EXPECT_THAT(judgeTypes({kOpen, {kSub, 1, 0, kStruct, 1, kI32, 1}}),
              StartsWith("sub type 1 does not match"));
  EXPECT_THAT(judgeTypes({kOpen, {kSub, 1, 0, kArray, kI32, 0}}),
              StartsWith("sub type 1 does not match"));
  EXPECT_THAT(judgeTypes({kStructI32, {kSub, 1, 0, kStruct, 1, kI32, 0}}),
              StartsWith("sub type 1 does not match super type 0, which is final"));
  EXPECT_THAT(judgeTypes({{kSub, 1, 0, kStruct, 0}}), StartsWith("unknown type 0"));
  EXPECT_THAT(judgeTypes({kOpen, kOpen, {kSub, 2, 0, 1, kStruct, 1, kI32, 0}}),
              StartsWith("sub type: type 2 has more than one supertype"));
  // Functions: parameters the other way round.
  const ByteVector kBase = {kSub, 0, kFunc, 1, kRefNull, kStructHeap, 1, kRefNull, kEq};
  EXPECT_THAT(judgeTypes({kBase, {kSub, 1, 0, kFunc, 1, kRefNull, kEq, 1, kRef, kStructHeap}}),
              IsEmpty());
  EXPECT_THAT(judgeTypes({kBase, {kSub, 1, 0, kFunc, 1, kRefNull, kNone, 1, kRef, kStructHeap}}),
              StartsWith("sub type 1 does not match"));
}

TEST(Types, ChainsOfSubtypesAreBounded) {
  std::vector<ByteVector> chain = {{kSub, 0, kStruct, 0}};
  for (uint8_t i = 0; i < 63; ++i)
    chain.push_back({kSub, 1, i, kStruct, 0});
  EXPECT_THAT(judgeTypes(chain), IsEmpty());
  chain.push_back({kSub, 1, 63, kStruct, 0});
  EXPECT_THAT(judgeTypes(chain), StartsWith("sub type 64 has more than 63 supertypes"));
}

TEST(Types, AbstractHeapTypesFormFourHierarchies) {
  using enum HeapKind;
  const std::vector<HeapKind> kKinds = {func, nofunc,  extern_, noextern, any, eq,
                                        i31,  struct_, array,   none,     exn, noexn};
  // Every pair (sub, super) of different types that holds.
  const std::set<std::pair<HeapKind, HeapKind>> kSubtypes = {
      {nofunc, func}, {noextern, extern_}, {noexn, exn},   {eq, any},       {i31, eq},
      {i31, any},     {struct_, eq},       {struct_, any}, {array, eq},     {array, any},
      {none, any},    {none, eq},          {none, i31},    {none, struct_}, {none, array}};
  wasm::Module module;
  validate::TypeSystem types(module);
  for (HeapKind sub : kKinds)
    for (HeapKind super : kKinds)
      EXPECT_EQ(types.isSubtype(wasm::HeapType{sub, {}}, wasm::HeapType{super, {}}),
                sub == super || kSubtypes.contains({sub, super}))
          << toString(wasm::HeapType{sub, {}}) << " " << toString(wasm::HeapType{super, {}});
}

TEST(Types, DefinedTypesHangBelowTheAbstractOnes) {
  auto accepts = [](const ByteVector &from, const ByteVector &to) {
    return judgeFunction({kStructI32, {kArray, kI32, 0}, convert(from, to)}, 2, kGet0).empty();
  };
  EXPECT_TRUE(accepts({kRef, 0}, {kRefNull, kStructHeap}));
  EXPECT_TRUE(accepts({kRef, 0}, {kRef, kAny}));
  EXPECT_TRUE(accepts({kRef, 1}, {kRef, kArrayHeap}));
  EXPECT_TRUE(accepts({kRef, 1}, {kRef, kEq}));
  EXPECT_TRUE(accepts({kRefNull, kNone}, {kRefNull, 0}));
  EXPECT_TRUE(accepts({kRef, 2}, {kRef, kFuncRef}));
  EXPECT_TRUE(accepts({kRefNull, 0x73}, {kRefNull, 2}));
  EXPECT_FALSE(accepts({kRef, 0}, {kRef, kArrayHeap}));
  EXPECT_FALSE(accepts({kRef, 0}, {kRef, 1}));
  EXPECT_FALSE(accepts({kRef, 2}, {kRef, kAny}));
  EXPECT_FALSE(accepts({kRefNull, 0x73}, {kRefNull, 0}));
  EXPECT_FALSE(accepts({kRefNull, 0}, {kRef, 0}));
  EXPECT_FALSE(accepts({kRef, kStructHeap}, {kRef, 0}));
}

TEST(Objects, FieldsArePackedMutableAndInRange) {
  const ByteVector kType = {kStruct, 2, 0x78, 1, kI64, 0}; // (mut i8), i64
  auto get = [&](uint8_t op, uint8_t field, uint8_t result) {
    return judgeFunction({kType, {kFunc, 1, kRefNull, 0, 1, result}}, 1,
                         {0, 0x20, 0, kGc, op, 0, field, kEnd});
  };
  EXPECT_THAT(get(3, 0, kI32), IsEmpty()); // get_s
  EXPECT_THAT(get(2, 0, kI32), StartsWith("type mismatch: field of type i8 is packed"));
  EXPECT_THAT(get(2, 1, kI64), IsEmpty());
  EXPECT_THAT(get(4, 1, kI64), StartsWith("type mismatch: field of type i64 is not packed"));
  EXPECT_THAT(get(2, 2, kI64), StartsWith("unknown field 2"));
  auto set = [&](uint8_t field, const ByteVector &value) {
    return judgeFunction({kType, {kFunc, 1, kRefNull, 0, 0}}, 1,
                         concat({{0, 0x20, 0}, value, {kGc, 5, 0, field, kEnd}}));
  };
  EXPECT_THAT(set(0, {0x41, 7}), IsEmpty());
  EXPECT_THAT(set(0, {0x42, 7}), StartsWith("type mismatch: expected i32, found i64"));
  EXPECT_THAT(set(1, {0x42, 7}), StartsWith("immutable field 1"));
}

TEST(Objects, AreMadeOfTheirFields) {
  const ByteVector kType = {kStruct, 2, 0x77, 0, kRef, kAny, 0};
  const ByteVector kMake = {kFunc, 1, kRef, kAny, 1, kRef, 0};
  EXPECT_THAT(judgeFunction({kType, kMake}, 1, {0, 0x41, 1, 0x20, 0, kGc, 0, 0, kEnd}), IsEmpty());
  EXPECT_THAT(judgeFunction({kType, kMake}, 1, {0, 0x20, 0, 0x41, 1, kGc, 0, 0, kEnd}),
              StartsWith("type mismatch"));
  EXPECT_THAT(judgeFunction({kType, kMake}, 1, {0, kGc, 1, 0, kEnd}),
              StartsWith("type mismatch: field 1 has no default value"));
  EXPECT_THAT(judgeFunction({kType, kMake}, 1, {0, 0x41, 1, kGc, 6, 0, kEnd}),
              StartsWith("type mismatch: type 0 is not an array type"));
}

TEST(Objects, ArraysAreCopiedBetweenMatchingTypesOnly) {
  const std::vector<ByteVector> kTypes = {{kArray, 0x78, 1},
                                          {kArray, 0x78, 0},
                                          {kArray, 0x77, 1},
                                          {kFunc, 3, kRef, 0, kRef, 1, kRef, 2, 0}};
  auto copy = [&](uint8_t destination, uint8_t source) {
    return judgeFunction(kTypes, 3,
                         {0, 0x20, destination, 0x41, 0, 0x20, source, 0x41, 0, 0x41, 0, kGc, 17,
                          destination, source, kEnd});
  };
  EXPECT_THAT(copy(0, 1), IsEmpty());
  EXPECT_THAT(copy(1, 0), StartsWith("immutable array"));
  EXPECT_THAT(copy(0, 2), StartsWith("array types do not match: i8 and i16"));
  EXPECT_THAT(judgeFunction({{kArray, kI32, 0}, {kFunc, 0, 1, kRef, 0}}, 1,
                            {0, 0x00, kGc, 8, 0, 0xff, 0xff, 0xff, 0xff, 0x0f, kEnd}),
              StartsWith("array.new_fixed with 4294967295 elements"));
}

TEST(Locals, WithoutADefaultMustBeSetBeforeTheyAreRead) {
  const std::vector<ByteVector> kTypes = {{kFunc, 1, kRef, kAny, 0}};
  // One local of type (ref any) after the parameter.
  auto body = [&](const ByteVector &code) {
    return judgeFunction(kTypes, 0, concat({{1, 1, kRef, kAny}, code, {kEnd}}));
  };
  EXPECT_THAT(body({0x20, 1, 0x1a}), StartsWith("uninitialized local 1"));
  EXPECT_THAT(body({0x20, 0, 0x21, 1, 0x20, 1, 0x1a}), IsEmpty());
  EXPECT_THAT(body({0x20, 0, 0x21, 1, 0x02, 0x40, 0x20, 1, 0x1a, kEnd}), IsEmpty());
  // What a block sets is forgotten at its end, and at its else.
  EXPECT_THAT(body({0x02, 0x40, 0x20, 0, 0x21, 1, kEnd, 0x20, 1, 0x1a}),
              StartsWith("uninitialized local 1"));
  EXPECT_THAT(body({0x41, 0, 0x04, 0x40, 0x20, 0, 0x21, 1, 0x05, 0x20, 1, 0x1a, kEnd}),
              StartsWith("uninitialized local 1"));
}

TEST(Locals, OfOneFunctionSayNothingOfTheNext) {
  ByteVector sets = {1, 1, kRef, kAny, 0x20, 0, 0x21, 1, kEnd};
  ByteVector gets = {1, 1, kRef, kAny, 0x20, 1, 0x1a, kEnd};
  EXPECT_STREQ(judge(functions({{kFunc, 1, kRef, kAny, 0}}, {sets, gets})).text,
               "uninitialized local 1");
}

TEST(Casts, BranchWithTheTargetTypeAndLeaveTheRest) {
  // func (param anyref) (result (ref i31)): block (result (ref i31)), br_on_cast 0 anyref (ref i31)
  auto cast = [](uint8_t op, uint8_t flags, uint8_t to, const ByteVector &after) {
    return judgeFunction({{kFunc, 1, kRefNull, kAny, 1, kRef, kI31}}, 0,
                         concat({{0, 0x02, kRef, kI31, 0x20, 0, kGc, op, flags, 0, kAny, to},
                                 after,
                                 {0x00, kEnd, kEnd}}));
  };
  EXPECT_THAT(cast(24, 1, kI31, {0x1a}), IsEmpty());
  EXPECT_THAT(cast(24, 3, kI31, {0x1a}),
              StartsWith("type mismatch: expected (ref i31), found (ref null i31)"));
  EXPECT_THAT(cast(24, 1, kExtern, {0x1a}), StartsWith("type mismatch"));
  EXPECT_THAT(cast(24, 2, kI31, {0x1a}), StartsWith("type mismatch")); // null to, from without
  EXPECT_THAT(cast(25, 1, kI31, {0x1a}), StartsWith("type mismatch"));
}

TEST(Casts, StayWithinTheirHierarchy) {
  auto test = [](uint8_t parameter, const ByteVector &target) {
    return judgeFunction({{kFunc, 1, kRefNull, parameter, 1, kI32}}, 0,
                         concat({{0, 0x20, 0, kGc, 20}, target, {kEnd}}));
  };
  EXPECT_THAT(test(kAny, {kI31}), IsEmpty());
  EXPECT_THAT(test(kFuncRef, {0}), IsEmpty());
  EXPECT_THAT(test(kExtern, {kI31}), StartsWith("type mismatch"));
  EXPECT_THAT(test(kAny, {0}), StartsWith("type mismatch"));
}

TEST(References, InUnreachableCodeAreOfEveryType) {
  // unreachable, ref.as_non_null, br_on_null 0, drop, ref.is_null, drop, any.convert_extern, drop
  EXPECT_THAT(judgeFunction({{kFunc, 0, 0}}, 0,
                            {0, 0x00, 0xd4, 0xd5, 0, 0x1a, 0xd1, 0x1a, kGc, 26, 0x1a, kEnd}),
              IsEmpty());
  EXPECT_THAT(judgeFunction({{kFunc, 0, 0}}, 0, {0, 0x00, 0xd4, 0x45, 0x1a, kEnd}),
              StartsWith("type mismatch"));
  EXPECT_THAT(judgeFunction({{kFunc, 0, 0}}, 0, {0, 0x00, 0xd4, 0x41, 0, 0x1b, 0x1a, kEnd}),
              StartsWith("type mismatch: select without a type"));
}

TEST(References, ToFunctionsMustBeDeclared) {
  auto refFunc = [](const std::vector<ByteVector> &between) {
    ByteVector sections;
    for (const ByteVector &section : between)
      sections.insert(sections.end(), section.begin(), section.end());
    return std::string(
        judge(module({vectorSection(kTypeSection, {{kFunc, 0, 0}}),
                      vectorSection(kFunctionSection, {{0}}), sections,
                      vectorSection(kCodeSection, {sized({0, 0xd2, 0, 0x1a, kEnd})})}))
            .text);
  };
  EXPECT_THAT(refFunc({}), StartsWith("undeclared function reference 0"));
  EXPECT_THAT(refFunc({section(kStartSection, {0})}), StartsWith("undeclared function reference"));
  EXPECT_THAT(refFunc({vectorSection(kExportSection, {concat({name("f"), {0, 0}})})}), IsEmpty());
  EXPECT_THAT(refFunc({vectorSection(kElementSection, {{3, 0, 1, 0}})}), IsEmpty());
  EXPECT_THAT(refFunc({vectorSection(kGlobalSection, {{kFuncRef, 0, 0xd2, 0, kEnd}})}), IsEmpty());
}

TEST(References, CallsKnowTheirTypes) {
  const std::vector<ByteVector> kTypes = {{kFunc, 1, kI32, 1, kI64},
                                          {kFunc, 1, kRefNull, 0, 1, kI64},
                                          {kFunc, 1, kRefNull, 0, 1, kI32}};
  const ByteVector kCall = {0, 0x41, 1, 0x20, 0, 0x14, 0, kEnd};
  const ByteVector kTailCall = {0, 0x41, 1, 0x20, 0, 0x15, 0, kEnd};
  EXPECT_THAT(judgeFunction(kTypes, 1, kCall), IsEmpty());
  EXPECT_THAT(judgeFunction(kTypes, 1, kTailCall), IsEmpty());
  EXPECT_THAT(judgeFunction(kTypes, 2, kTailCall), StartsWith("type mismatch: the callee"));
  EXPECT_THAT(judgeFunction(kTypes, 1, {0, 0x41, 1, 0x20, 0, 0x14, 1, kEnd}),
              StartsWith("type mismatch"));
  EXPECT_THAT(judgeFunction(kTypes, 1, {0, 0x14, 9, kEnd}), StartsWith("unknown type 9"));
}

TEST(Exceptions, LabelsTakeWhatIsCaught) {
  // Tag 0 carries an i32. `kind` of clause to label 0, a block of `block` type around a try_table.
  auto caught = [](const ByteVector &block, const ByteVector &clause) {
    return std::string(
        judge(module(
                  {vectorSection(
                       kTypeSection,
                       {{kFunc, 0, 0}, {kFunc, 1, kI32, 0}, {kFunc, 0, 2, kI32, kRef, kExn}}),
                   vectorSection(kFunctionSection, {{0}}), vectorSection(kTagSection, {{0, 1}}),
                   vectorSection(kCodeSection, {sized(concat({{0, 0x02},
                                                              block,
                                                              {0x1f, 0x40, 1},
                                                              clause,
                                                              {kEnd, 0x00, kEnd, 0x00, kEnd}}))})}))
            .text);
  };
  EXPECT_THAT(caught({kI32}, {0, 0, 0}), IsEmpty());
  EXPECT_THAT(caught({2}, {1, 0, 0}), IsEmpty());
  EXPECT_THAT(caught({0x40}, {2, 0}), IsEmpty());
  EXPECT_THAT(caught({kRefNull, kExn}, {3, 0}), IsEmpty());
  EXPECT_THAT(caught({kI64}, {0, 0, 0}), StartsWith("type mismatch: label 0"));
  EXPECT_THAT(caught({kI32}, {1, 0, 0}), StartsWith("type mismatch: label 0"));
  EXPECT_THAT(caught({kI32}, {0, 1, 0}), StartsWith("unknown tag 1"));
  EXPECT_THAT(caught({kI32}, {0, 0, 9}), StartsWith("unknown label 9"));
}

TEST(Constants, MayMakeObjects) {
  auto global = [](const ByteVector &type, const ByteVector &init) {
    return std::string(
        judge(module({vectorSection(kTypeSection, {kStructI32, {kArray, kI64, 1}}),
                      vectorSection(kGlobalSection, {concat({type, {0}, init, {kEnd}})})}))
            .text);
  };
  EXPECT_THAT(global({kRef, 0}, {0x41, 5, kGc, 0, 0}), IsEmpty());
  EXPECT_THAT(global({kRef, 1}, {0x42, 1, 0x42, 2, kGc, 8, 1, 2}), IsEmpty());
  EXPECT_THAT(global({kRef, kI31}, {0x41, 5, kGc, 28}), IsEmpty());
  EXPECT_THAT(global({kRef, 0}, {0x42, 5, kGc, 0, 0}), StartsWith("type mismatch"));
  EXPECT_THAT(global({kI32}, {0x41, 5, kGc, 28, kGc, 29}),
              StartsWith("constant expression required: i31.get_s"));
}

TEST(Tables, OfNonNullableReferencesNeedAnInitializer) {
  const ByteVector kTypes = vectorSection(kTypeSection, {{kFunc, 0, 0}});
  EXPECT_STREQ(judge(module({kTypes, vectorSection(kTableSection, {{kRef, kI31, 0, 1}})})).text,
               "type mismatch: a table of non-nullable references needs an initializer");
  EXPECT_STREQ(judge(module({kTypes, vectorSection(kTableSection, {{0x40, 0, kRef, kI31, 0, 1, 0x41,
                                                                    1, kGc, 28, kEnd}})}))
                   .text,
               "");
  EXPECT_THAT(judge(module({kTypes, vectorSection(kTableSection, {{kRefNull, 1, 0, 1}})})).text,
              StartsWith("unknown type 1"));
}

} // namespace
} // namespace wasmc::test
