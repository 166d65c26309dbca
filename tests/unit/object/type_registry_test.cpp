#include "runtime-support/object/type_registry.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <set>
#include <thread>
#include <vector>

namespace wasmc::object {
namespace {

constexpr uint32_t kI32 = WASMC_VALUE_i32;
constexpr uint32_t kI64 = WASMC_VALUE_i64;

uint32_t refTo(uint32_t index, bool nullable = true) {
  return WASMC_VALUE_ref | (nullable ? WASMC_VALUE_NULLABLE_BIT : 0) |
         (uint32_t{WASMC_HEAP_defined} << WASMC_VALUE_HEAP_SHIFT) |
         index << WASMC_VALUE_INDEX_SHIFT;
}

// The types of one module.
struct Types {
  std::vector<wasmc_type> types;
  std::vector<uint32_t> values;
  std::vector<uint32_t> ids;

  Types &add(std::vector<uint32_t> parameters, std::vector<uint32_t> results,
             uint32_t supertype = WASMC_NO_INDEX, bool final = true) {
    wasmc_type type = {};
    type.flags = final ? WASMC_TYPE_FLAG_FINAL : 0;
    type.supertype = supertype;
    type.group_start = static_cast<uint32_t>(types.size());
    type.group_size = 1;
    type.values = static_cast<uint32_t>(values.size());
    type.param_count = static_cast<uint32_t>(parameters.size());
    type.result_count = static_cast<uint32_t>(results.size());
    values.insert(values.end(), parameters.begin(), parameters.end());
    values.insert(values.end(), results.begin(), results.end());
    types.push_back(type);
    return *this;
  }
  // Makes the last `size` types one recursion group.
  Types &group(uint32_t size) {
    uint32_t start = static_cast<uint32_t>(types.size()) - size;
    for (uint32_t i = start; i < types.size(); ++i) {
      types[i].group_start = start;
      types[i].group_size = size;
    }
    return *this;
  }
  const std::vector<uint32_t> &canonical() {
    ids.assign(types.size(), 0);
    Result<void> done = canonicalizeTypes(types, values, ids);
    EXPECT_TRUE(done) << done.error().text;
    return ids;
  }
  bool refused() {
    ids.assign(types.size(), 0);
    return !canonicalizeTypes(types, values, ids);
  }
};

TEST(TypeRegistry, EqualTypesHaveEqualIds) {
  Types one;
  one.add({kI32}, {kI64}).add({kI32, kI32}, {}).add({kI32}, {kI64});
  Types two;
  two.add({kI32, kI32}, {}).add({kI32}, {kI64});
  auto a = one.canonical();
  auto b = two.canonical();
  EXPECT_NE(a[0], 0u);
  EXPECT_EQ(a[0], a[2]);
  EXPECT_EQ(a[0], b[1]);
  EXPECT_EQ(a[1], b[0]);
  EXPECT_NE(a[0], a[1]);
}

TEST(TypeRegistry, ParametersAndResultsAreNotOneList) {
  Types types;
  types.add({kI32, kI32}, {}).add({kI32}, {kI32}).add({}, {kI32, kI32});
  auto ids = types.canonical();
  EXPECT_EQ(std::set<uint32_t>(ids.begin(), ids.end()).size(), 3u);
}

TEST(TypeRegistry, FinalAndSupertypeCount) {
  Types types;
  types.add({kI32}, {})
      .add({kI32}, {}, WASMC_NO_INDEX, false)
      .add({kI32}, {}, 1)
      .add({kI32}, {}, 1, false);
  auto ids = types.canonical();
  EXPECT_EQ(std::set<uint32_t>(ids.begin(), ids.end()).size(), 4u);
  EXPECT_TRUE(isSubtype(ids[2], ids[1]));
  EXPECT_TRUE(isSubtype(ids[1], ids[1]));
  EXPECT_FALSE(isSubtype(ids[1], ids[2]));
  EXPECT_FALSE(isSubtype(ids[2], ids[0]));
}

TEST(TypeRegistry, ReferencesInsideTheGroupAreByPosition) {
  // (rec (func (param (ref null $self))) (func (param (ref null $first)))), at different indices.
  Types one;
  one.add({refTo(0)}, {}).add({refTo(0)}, {}).group(2);
  Types two;
  two.add({kI64}, {kI64}).add({refTo(1)}, {}).add({refTo(1)}, {}).group(2);
  auto a = one.canonical();
  auto b = two.canonical();
  EXPECT_EQ(a[0], b[1]);
  EXPECT_EQ(a[1], b[2]);
  EXPECT_NE(a[0], a[1]);
  // The same functions in groups of their own are other types.
  Types apart;
  apart.add({refTo(0)}, {}).add({refTo(0)}, {});
  auto c = apart.canonical();
  EXPECT_NE(c[0], a[0]);
  EXPECT_NE(c[1], a[1]);
}

TEST(TypeRegistry, ReferencesOutOfTheGroupAreByIdentity) {
  Types one;
  one.add({kI32}, {}).add({refTo(0)}, {});
  Types two;
  two.add({kI64}, {})
      .add({kI32}, {})
      .add({refTo(1)}, {})
      .add({refTo(0)}, {})
      .add({refTo(1, false)}, {});
  auto a = one.canonical();
  auto b = two.canonical();
  EXPECT_EQ(a[1], b[2]);
  EXPECT_NE(a[1], b[3]);
  EXPECT_NE(a[1], b[4]);
}

TEST(TypeRegistry, SupertypeInsideTheGroup) {
  Types types;
  types.add({kI32}, {refTo(1)}, WASMC_NO_INDEX, false).add({kI32}, {refTo(1)}, 0, false).group(2);
  auto first = types.canonical();
  EXPECT_TRUE(isSubtype(first[1], first[0]));
  EXPECT_FALSE(isSubtype(first[0], first[1]));
  EXPECT_EQ(types.canonical(), first);
}

TEST(TypeRegistry, FieldsTellStructsApart) {
  auto structOf = [](std::vector<uint32_t> fields, uint8_t kind = WASMC_TYPE_struct) {
    Types types;
    types.add(std::move(fields), {});
    types.types[0].kind = kind;
    return types.canonical()[0];
  };
  uint32_t one = structOf({kI32});
  EXPECT_EQ(one, structOf({kI32}));
  std::set<uint32_t> all = {one,
                            structOf({kI32}, WASMC_TYPE_array),
                            structOf({kI32}, WASMC_TYPE_function),
                            structOf({kI32 | WASMC_VALUE_MUTABLE_BIT}),
                            structOf({WASMC_VALUE_i8}),
                            structOf({refTo(0)}),
                            structOf({refTo(0) | WASMC_VALUE_MUTABLE_BIT}),
                            structOf({kI32, kI32})};
  EXPECT_EQ(all.size(), 8u);
}

TEST(TypeRegistry, DeepChainsAcrossModules) {
  // Each type is the last one's subtype; every module declares a longer chain.
  std::vector<uint32_t> longest;
  for (uint32_t depth = 1; depth <= 64; ++depth) {
    Types types;
    for (uint32_t i = 0; i < depth; ++i)
      types.add({kI64, kI32, kI64}, {}, i == 0 ? WASMC_NO_INDEX : i - 1, false);
    auto ids = types.canonical();
    ASSERT_TRUE(std::equal(longest.begin(), longest.end(), ids.begin()));
    longest = ids;
  }
  for (size_t a = 0; a < longest.size(); ++a)
    for (size_t b = 0; b < longest.size(); ++b)
      ASSERT_EQ(isSubtype(longest[a], longest[b]), a >= b);
  EXPECT_FALSE(isSubtype(0, longest[0]));
  EXPECT_FALSE(isSubtype(~uint32_t{0}, longest[0]));
}

TEST(TypeRegistry, SubtypesAreFoundWhileOthersAreMade) {
  std::vector<std::thread> threads;
  for (uint32_t t = 0; t < 4; ++t)
    threads.emplace_back([t] {
      for (uint32_t i = 0; i < 400; ++i) {
        Types types;
        types.add(std::vector<uint32_t>(1 + i / 2, kI32), {kI64, kI64}, WASMC_NO_INDEX, false)
            .add(std::vector<uint32_t>(1 + i / 2, kI32), {kI64, kI64}, 0, i % 2 == t % 2);
        auto ids = types.canonical();
        ASSERT_TRUE(isSubtype(ids[1], ids[0]));
        ASSERT_FALSE(isSubtype(ids[0], ids[1]));
      }
    });
  for (std::thread &thread : threads)
    thread.join();
}

TEST(TypeRegistry, ManyTypesKeepTheirIds) {
  std::vector<std::vector<uint32_t>> seen;
  std::set<uint32_t> all;
  for (int round = 0; round < 2; ++round)
    for (uint32_t i = 0; i < 2000; ++i) {
      Types types;
      std::vector<uint32_t> parameters;
      for (uint32_t bit = 0; bit < 11; ++bit)
        parameters.push_back((i >> bit & 1) != 0 ? kI32 : kI64);
      types.add(parameters, {});
      auto ids = types.canonical();
      if (round == 0) {
        seen.push_back(ids);
        all.insert(ids[0]);
      } else {
        ASSERT_EQ(ids, seen[i]);
      }
    }
  EXPECT_EQ(all.size(), 2000u);
}

TEST(TypeRegistry, LargeTypes) {
  Types types;
  types.add(std::vector<uint32_t>(1000, kI32), std::vector<uint32_t>(1000, refTo(0)));
  auto first = types.canonical();
  EXPECT_EQ(types.canonical(), first);
}

TEST(TypeRegistry, ThreadsAgree) {
  std::vector<uint32_t> results[4];
  std::vector<std::thread> threads;
  for (auto &result : results)
    threads.emplace_back([&result] {
      for (uint32_t i = 0; i < 300; ++i) {
        Types types;
        types.add(std::vector<uint32_t>(20 + i, kI64), {kI32});
        result.push_back(types.canonical()[0]);
      }
    });
  for (std::thread &thread : threads)
    thread.join();
  for (auto &result : results)
    EXPECT_EQ(result, results[0]);
}

TEST(TypeRegistry, DamageIsRefused) {
  auto refused = [](auto change) {
    Types types;
    types.add({kI32}, {}).add({kI32, refTo(0)}, {kI64}, WASMC_NO_INDEX, false);
    change(types);
    return types.refused();
  };
  EXPECT_FALSE(refused([](Types &) {}));
  EXPECT_TRUE(refused([](Types &t) { t.types[0].group_size = 0; }));
  EXPECT_TRUE(refused([](Types &t) { t.types[0].group_size = 3; }));
  EXPECT_TRUE(refused([](Types &t) { t.types[0].group_size = UINT32_MAX; }));
  EXPECT_TRUE(refused([](Types &t) { t.types[1].group_start = 0; }));
  EXPECT_TRUE(refused([](Types &t) { t.types[1].values = 4; }));
  EXPECT_TRUE(refused([](Types &t) { t.types[1].values = UINT32_MAX; }));
  EXPECT_TRUE(refused([](Types &t) { t.types[1].param_count = UINT32_MAX; }));
  EXPECT_TRUE(refused([](Types &t) { t.types[1].supertype = 1; }));
  EXPECT_TRUE(refused([](Types &t) { t.types[1].supertype = 77; }));
  EXPECT_TRUE(refused([](Types &t) { t.values[2] = refTo(2); }));
  EXPECT_TRUE(refused([](Types &t) { t.values[2] = refTo(0xfffff); }));
}

TEST(TypeRegistry, FunctionTypeOfTheHost) {
  Types types;
  types.add({kI32, kI64}, {kI32});
  auto ids = types.canonical();
  const uint32_t parameters[] = {kI32, kI64};
  const uint32_t results[] = {kI32};
  Result<uint32_t> id = functionTypeId(parameters, results);
  ASSERT_TRUE(id);
  EXPECT_EQ(*id, ids[0]);
}

TEST(ValueTypes, MatchAcrossModules) {
  Types types;
  types.add({kI32}, {}, WASMC_NO_INDEX, false).add({kI32}, {}, 0, false);
  auto ids = types.canonical();
  auto canonical = [&](uint32_t type) { return canonicalValueType(type, ids); };
  EXPECT_TRUE(matches(canonical(kI32), canonical(kI32)));
  EXPECT_FALSE(matches(canonical(kI32), canonical(kI64)));
  EXPECT_TRUE(matches(canonical(refTo(1)), canonical(refTo(0))));
  EXPECT_FALSE(matches(canonical(refTo(0)), canonical(refTo(1))));
  EXPECT_TRUE(matches(canonical(refTo(1, false)), canonical(refTo(1))));
  EXPECT_FALSE(matches(canonical(refTo(1)), canonical(refTo(1, false))));
  EXPECT_TRUE(matches(canonical(refTo(1)), WASMC_VALUE_TYPE_funcref));
  EXPECT_FALSE(matches(canonical(refTo(1)), WASMC_VALUE_TYPE_externref));
  EXPECT_FALSE(matches(WASMC_VALUE_TYPE_funcref, canonical(refTo(1))));
  // An index that the module does not have is equal to nothing.
  EXPECT_FALSE(matches(canonical(refTo(5)), canonical(refTo(0))));
}

TEST(ValueTypes, HierarchiesOfHeapTypes) {
  Types types;
  types.add({kI32}, {}).add({kI32}, {}).add({kI32}, {});
  types.types[1].kind = WASMC_TYPE_struct;
  types.types[2].kind = WASMC_TYPE_array;
  auto ids = types.canonical();
  auto heap = [](uint32_t kind) {
    return CanonicalValueType{WASMC_VALUE_ref | kind << WASMC_VALUE_HEAP_SHIFT};
  };
  auto defined = [&](uint32_t index) { return canonicalValueType(refTo(index, false), ids); };
  struct Named {
    CanonicalValueType type;
    std::vector<uint32_t> above; // positions in the table below
  };
  const Named kTypes[] = {
      {heap(WASMC_HEAP_any), {}},        {heap(WASMC_HEAP_eq), {0}},
      {heap(WASMC_HEAP_i31), {0, 1}},    {heap(WASMC_HEAP_struct), {0, 1}},
      {heap(WASMC_HEAP_array), {0, 1}},  {defined(1), {0, 1, 3}},
      {defined(2), {0, 1, 4}},           {heap(WASMC_HEAP_none), {0, 1, 2, 3, 4, 5, 6}},
      {heap(WASMC_HEAP_func), {}},       {defined(0), {8}},
      {heap(WASMC_HEAP_nofunc), {8, 9}}, {heap(WASMC_HEAP_extern), {}},
      {heap(WASMC_HEAP_noextern), {11}}, {heap(WASMC_HEAP_exn), {}},
      {heap(WASMC_HEAP_noexn), {13}},
  };
  for (uint32_t a = 0; a < std::size(kTypes); ++a)
    for (uint32_t b = 0; b < std::size(kTypes); ++b) {
      const std::vector<uint32_t> &above = kTypes[a].above;
      bool expected = a == b || std::find(above.begin(), above.end(), b) != above.end();
      EXPECT_EQ(matches(kTypes[a].type, kTypes[b].type), expected) << a << " " << b;
    }
}

} // namespace
} // namespace wasmc::object
