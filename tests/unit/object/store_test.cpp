#include "runtime-support/object/store.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <vector>

namespace wasmc::object {
namespace {

TEST(StoreTest, StackAndHeadLieWhereTheyShould) {
  Store store;
  StoreLimits limits;
  limits.stackBytes = 1u << 20;
  ASSERT_TRUE(store.create(limits));
  wasmc_store *abi = store.abi();
  EXPECT_GE(abi->stack_top - abi->stack_limit, 1 << 20);
  EXPECT_LT(abi->stack_top - abi->stack_limit, (1 << 20) + 4096);
  EXPECT_EQ(reinterpret_cast<uintptr_t>(abi->stack_top) % 16, 0u);
  EXPECT_EQ(reinterpret_cast<uintptr_t>(abi) % 16, 0u);
  EXPECT_EQ(abi->host_sp, nullptr);
  // The whole of it is writable.
  abi->stack_limit[0] = 1;
  abi->stack_top[-1] = 1;
  abi->argbuf[0].u64 = 1;
  abi->retbuf[WASMC_MAX_RESULTS - 1].u64 = 1;
  // The first allocation shares the head's page, and so does the stack's top.
  Result<uint8_t *> context = store.allocate(512);
  ASSERT_TRUE(context);
  auto pageOf = [](const void *address) { return reinterpret_cast<uintptr_t>(address) / 4096; };
  EXPECT_EQ(pageOf(*context), pageOf(abi));
  EXPECT_EQ(pageOf(abi->stack_top - 1), pageOf(abi));
}

TEST(StoreDeathTest, TheStackIsGuardedBelow) {
  Store store;
  ASSERT_TRUE(store.create({}));
  EXPECT_DEATH(store.abi()->stack_limit[-1] = 1, "");
  EXPECT_DEATH(store.abi()->stack_limit[-static_cast<int>(WASMC_STACK_GUARD_SIZE)] = 1, "");
}

TEST(StoreDeathTest, ASignalStackLiesBehindTheContexts) {
  Store store;
  constexpr size_t kSize = 40960;
  constexpr size_t kGap = 65536;
  ASSERT_TRUE(store.create({}, kSize));
  std::span<uint8_t> stack = store.signalStack();
  ASSERT_EQ(stack.size(), kSize);
  // Contexts, however many, come nowhere near it. Small ones fill their room to the last bytes.
  constexpr size_t kContext = 256;
  uint8_t *highest = nullptr;
  for (int i = 0; i < 8192; ++i) {
    Result<uint8_t *> context = store.allocate(kContext);
    ASSERT_TRUE(context);
    ASSERT_TRUE(*context + kContext + kGap <= stack.data() || *context >= stack.data() + kSize);
    if (*context < stack.data())
      highest = std::max(highest, *context);
  }
  EXPECT_LT(stack.data() - highest, 2 * static_cast<ptrdiff_t>(kGap))
      << "the room was not filled, so that what lies behind it was not looked at";
  stack.front() = stack.back() = 1;
  EXPECT_DEATH(*(stack.data() + 40960) = 1, "");
}

TEST(StoreTest, MemoryIsZeroedAndSeparate) {
  Store store;
  ASSERT_TRUE(store.create({}));
  std::vector<std::pair<uint8_t *, size_t>> pieces;
  for (size_t size : {1ul, 16ul, 17ul, 5000ul, 400000ul, 700000ul, 3000000ul, 64ul}) {
    Result<uint8_t *> piece = store.allocate(size);
    ASSERT_TRUE(piece);
    ASSERT_EQ(reinterpret_cast<uintptr_t>(*piece) % 16, 0u);
    for (size_t i = 0; i < size; ++i)
      ASSERT_EQ((*piece)[i], 0);
    memset(*piece, 0xff, size);
    pieces.push_back({*piece, size});
  }
  for (size_t i = 0; i < pieces.size(); ++i)
    for (size_t j = 0; j < i; ++j)
      EXPECT_TRUE(pieces[i].first + pieces[i].second <= pieces[j].first ||
                  pieces[j].first + pieces[j].second <= pieces[i].first);
  EXPECT_EQ(store.abi()->host_sp, nullptr) << "an allocation reached the store's head";
}

TEST(StoreTest, SizesOfTheStackHaveLimits) {
  for (uint64_t size : {uint64_t{0}, uint64_t{4096}, uint64_t{1} << 40, UINT64_MAX}) {
    Store store;
    StoreLimits limits;
    limits.stackBytes = size;
    EXPECT_FALSE(store.create(limits)) << size;
  }
}

std::vector<int> destroyed;
struct Counted {
  StoreResource resource;
  int number;
};

TEST(StoreTest, DestroysLastAddedFirst) {
  destroyed.clear();
  Counted one = {
      {nullptr,
       [](StoreResource *r) { destroyed.push_back(reinterpret_cast<Counted *>(r)->number); }},
      1};
  Counted two = one;
  two.number = 2;
  {
    Store store;
    ASSERT_TRUE(store.create({}));
    store.add(&one.resource);
    store.add(&two.resource);
  }
  EXPECT_EQ(destroyed, (std::vector<int>{2, 1}));
}

} // namespace
} // namespace wasmc::object
