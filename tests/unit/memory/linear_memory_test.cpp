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

constexpr uint32_t kChecked = WASMC_MEMORY_FLAG_CHECKED;
constexpr uint32_t kChecked64 = WASMC_MEMORY_FLAG_CHECKED | WASMC_LIMITS_FLAG_64;

TEST(LinearMemoryTest, CheckedMemoryReservesWhatItMayGrowTo) {
  wasmc_memory record = {};
  LinearMemory memory;
  ASSERT_TRUE(memory.create(&record, {1, 3, kChecked, 16}, {}, kNoCap));
  EXPECT_FALSE(memory.isGuarded());
  uint64_t base = reinterpret_cast<uint64_t>(record.base);
  platform::GuestRange range;
  ASSERT_TRUE(platform::guestMemory.find(base, range));
  EXPECT_EQ(range.end - range.begin, (3 + 2) * uint64_t{65536});
  EXPECT_EQ(memory.grow(2), 1u);
  record.base[3 * 65536 - 1] = 1;
  EXPECT_EQ(memory.grow(1), kRefused);
  EXPECT_EQ(memory.currentType().min, 3u);
  memory.destroy();
}

TEST(LinearMemoryTest, PagesOfOneByte) {
  wasmc_memory record = {};
  LinearMemory memory;
  ASSERT_TRUE(memory.create(&record, {5, 10000, kChecked, 0}, {}, kNoCap));
  EXPECT_EQ(record.bytes, 5u);
  EXPECT_EQ(memory.grow(0), 5u);
  EXPECT_EQ(memory.grow(1), 5u);
  EXPECT_EQ(record.bytes, 6u);
  EXPECT_EQ(memory.grow(9994), 6u);
  EXPECT_EQ(record.bytes, 10000u);
  record.base[9999] = 1;
  EXPECT_EQ(memory.grow(1), kRefused);
  EXPECT_EQ(memory.grow(UINT64_MAX), kRefused);
  memory.destroy();
}

// The number of pages is a 32-bit number: memory.size must not wrap.
TEST(LinearMemoryTest, PagesOfOneByteCanBeCounted) {
  wasmc_memory record = {};
  LinearMemory memory;
  constexpr uint64_t kMost = (uint64_t{1} << 32) - 1;
  ASSERT_TRUE(memory.create(&record, {0, WASMC_LIMITS_NO_MAX, kChecked, 0}, {}, kNoCap));
  EXPECT_EQ(memory.grow(kMost + 1), kRefused);
  EXPECT_EQ(memory.grow(kMost), 0u);
  EXPECT_EQ(record.bytes, kMost);
  EXPECT_EQ(memory.grow(1), kRefused);
  memory.destroy();
}

TEST(LinearMemoryTest, LargeMemoryOf64Bits) {
  wasmc_memory record = {};
  LinearMemory memory;
  constexpr uint64_t kCap = uint64_t{12} << 30;
  ASSERT_TRUE(memory.create(&record, {0, uint64_t{1} << 48, kChecked64, 16}, {}, kCap));
  uint8_t *base = record.base;
  EXPECT_EQ(memory.grow(kCap / 65536 + 1), kRefused);
  EXPECT_EQ(memory.grow(UINT64_MAX), kRefused);
  EXPECT_EQ(memory.grow(uint64_t{1} << 48), kRefused); // 2^64 bytes
  EXPECT_EQ(memory.grow(kCap / 65536), 0u);
  EXPECT_EQ(record.base, base);
  base[kCap - 1] = 1;
  EXPECT_EQ(memory.grow(1), kRefused);
  memory.destroy();
}

TEST(LinearMemoryTest, RefusesTypesThatItsCodeCannotBeSafeFor) {
  wasmc_memory record = {};
  LinearMemory memory;
  for (wasmc_memory_type type : std::initializer_list<wasmc_memory_type>{
           {1, 1, WASMC_LIMITS_FLAG_64, 16}, // guard pages around 64-bit indices
           {1, 1, 0, 0},                     // guard pages behind single bytes
           {1, 1, WASMC_LIMITS_FLAG_SHARED, 16},
           {1, 1, kChecked | WASMC_LIMITS_FLAG_SHARED, 16},
           {1, 1, kChecked, 12},
           {1, 1, 8, 16},
           {2, 1, kChecked, 16},
           {65537, 65537, kChecked, 16},
           {uint64_t{1} << 32, WASMC_LIMITS_NO_MAX, kChecked, 0},
           {(uint64_t{1} << 32) + 1, WASMC_LIMITS_NO_MAX, kChecked, 0},
           {uint64_t{1} << 48, WASMC_LIMITS_NO_MAX, kChecked64, 16}, // 2^64 bytes
           {UINT64_MAX, UINT64_MAX, kChecked64, 0}})
    EXPECT_FALSE(memory.create(&record, type, {}, kNoCap))
        << type.min << " " << type.flags << " " << type.page_size_log2;
  EXPECT_FALSE(memory.create(&record, {2, 2, kChecked64, 16}, {}, 131071));
}

// Sanitizers map more than that themselves.
#if !__has_feature(address_sanitizer) && !__has_feature(thread_sanitizer)
void inOneGib(void (*body)()) {
  rlimit limit = {1u << 30, 1u << 30};
  setrlimit(RLIMIT_AS, &limit);
  body();
  _exit(0);
}

TEST(LinearMemoryDeathTest, MessageNamesTheLimitAndTheWayOut) {
  auto create = [] {
    wasmc_memory record = {};
    LinearMemory memory;
    Result<void> made = memory.create(&record, {1, 1, 0, 16}, {}, kNoCap);
    fprintf(stderr, "%s", made ? "made" : made.error().text);
  };
  EXPECT_EXIT(inOneGib(create), testing::ExitedWithCode(0), "ulimit -v.*--bounds-checks");
}

TEST(LinearMemoryDeathTest, CheckedMemoryTakesWhatThereIs) {
  auto growToTheEnd = [] {
    wasmc_memory record = {};
    LinearMemory memory;
    if (!memory.create(&record, {1, WASMC_LIMITS_NO_MAX, kChecked, 16}, {}, kNoCap))
      _exit(1);
    // 4, 2 and 1 GiB were refused.
    unsigned most = 1;
    while (memory.grow(1) != kRefused)
      ++most;
    record.base[uint64_t{most} * 65536 - 1] = 1;
    fprintf(stderr, "%u pages", most);
  };
  EXPECT_EXIT(inOneGib(growToTheEnd), testing::ExitedWithCode(0), "81[0-9][0-9] pages");
}
#endif

} // namespace
} // namespace wasmc::memory
