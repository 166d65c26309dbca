#include "runtime-support/memory/linear_memory.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <sys/resource.h>

#include "runtime-support/platform/guest_ranges.h"

namespace wasmc::memory {
namespace {

constexpr uint64_t kNoCap = UINT64_MAX;

TEST(LinearMemoryTest, WholeReservationIsRegisteredWhileItLives) {
  wasmc_memory record = {};
  LinearMemory memory;
  ASSERT_TRUE(memory.create(&record, {1, 2, 0, 16}, {}, kNoCap));
  uint64_t base = reinterpret_cast<uint64_t>(record.base);
  EXPECT_EQ(record.bytes, WASMC_PAGE_SIZE);
  platform::GuestRange range;
  // The last byte that any access of a 32-bit memory can reach is 8 GiB + 14.
  for (uint64_t address : std::initializer_list<uint64_t>{base - WASMC_MEMORY_GUARD_BELOW, base,
                                                          base + (uint64_t{8} << 30) + 14})
    EXPECT_TRUE(platform::guestMemory.find(address, range)) << address - base;
  EXPECT_FALSE(platform::guestMemory.find(base - WASMC_MEMORY_GUARD_BELOW - 1, range));
  memory.destroy();
  EXPECT_FALSE(platform::guestMemory.find(base, range));
  memory.destroy(); // nothing more happens
}

TEST(LinearMemoryDeathTest, OnlyTheMemoryItselfIsAccessible) {
  wasmc_memory record = {};
  LinearMemory memory;
  ASSERT_TRUE(memory.create(&record, {1, 2, 0, 16}, {}, kNoCap));
  record.base[0] = 1;
  record.base[WASMC_PAGE_SIZE - 1] = 1;
  volatile uint8_t *base = record.base;
  EXPECT_DEATH(base[WASMC_PAGE_SIZE] = 1, "");
  EXPECT_DEATH((void)base[WASMC_PAGE_SIZE], "");
  EXPECT_DEATH(base[-1] = 1, "");
  EXPECT_DEATH((void)base[(uint64_t{8} << 30) + 14], "");
  memory.destroy();
}

TEST(LinearMemoryTest, GrownPagesAreZero) {
  wasmc_memory record = {};
  LinearMemory memory;
  ASSERT_TRUE(memory.create(&record, {0, WASMC_LIMITS_NO_MAX, 0, 16}, {}, kNoCap));
  EXPECT_EQ(memory.grow(2), 0u);
  for (size_t i = 0; i < 2 * WASMC_PAGE_SIZE; ++i)
    ASSERT_EQ(record.base[i], 0);
  uint8_t *base = record.base;
  EXPECT_EQ(memory.grow(65534), 2u);
  EXPECT_EQ(record.base, base);
  EXPECT_EQ(record.bytes, uint64_t{1} << 32);
  base[(uint64_t{1} << 32) - 1] = 1;
  EXPECT_EQ(memory.grow(1), kRefused);
  EXPECT_EQ(memory.grow(0), 65536u);
  memory.destroy();
}

TEST(LinearMemoryTest, ManyAtOnce) {
  constexpr int kCount = 200; // 1.6 TiB of addresses
  wasmc_memory records[kCount] = {};
  LinearMemory memories[kCount];
  for (int i = 0; i < kCount; ++i) {
    Result<void> made = memories[i].create(&records[i], {1, 1, 0, 16}, {}, kNoCap);
    ASSERT_TRUE(made) << made.error().text;
    records[i].base[0] = static_cast<uint8_t>(i);
  }
  for (int i = 0; i < kCount; ++i) {
    platform::GuestRange range;
    ASSERT_TRUE(platform::guestMemory.find(reinterpret_cast<uint64_t>(records[i].base), range));
    EXPECT_EQ(range.owner, &memories[i]);
    EXPECT_EQ(records[i].base[0], static_cast<uint8_t>(i));
  }
  for (int i = 0; i < kCount; i += 2)
    memories[i].destroy();
  for (int i = 1; i < kCount; i += 2)
    EXPECT_EQ(records[i].base[0], static_cast<uint8_t>(i));
  for (LinearMemory &memory : memories)
    memory.destroy();
}

TEST(LinearMemoryDeathTest, MessageNamesTheLimitOfTheAddressSpace) {
  auto tooSmall = [] {
    rlimit limit = {1u << 30, 1u << 30};
    setrlimit(RLIMIT_AS, &limit);
    wasmc_memory record = {};
    LinearMemory memory;
    Result<void> made = memory.create(&record, {1, 1, 0, 16}, {}, kNoCap);
    fprintf(stderr, "%s", made ? "made" : made.error().text);
    _exit(made ? 1 : 0);
  };
#if !__has_feature(address_sanitizer) && !__has_feature(thread_sanitizer)
  // Sanitizers map more than that themselves.
  EXPECT_EXIT(tooSmall(), testing::ExitedWithCode(0), "ulimit -v");
#else
  (void)tooSmall;
#endif
}

} // namespace
} // namespace wasmc::memory
