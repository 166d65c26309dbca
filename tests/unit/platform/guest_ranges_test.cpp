#include "runtime-support/platform/guest_ranges.h"

#include <gtest/gtest.h>

#include <atomic>
#include <random>
#include <thread>
#include <vector>

namespace wasmc::platform {
namespace {

TEST(RangeSetTest, FindsWhatLiesInside) {
  RangeSet set;
  GuestRange found;
  EXPECT_FALSE(set.find(5, found));
  int owners[2];
  ASSERT_TRUE(set.add({100, 200, &owners[0]}));
  ASSERT_TRUE(set.add({200, 300, &owners[1]}));
  EXPECT_FALSE(set.find(99, found));
  ASSERT_TRUE(set.find(100, found));
  EXPECT_EQ(found.owner, &owners[0]);
  ASSERT_TRUE(set.find(199, found));
  EXPECT_EQ(found.owner, &owners[0]);
  ASSERT_TRUE(set.find(200, found));
  EXPECT_EQ(found.owner, &owners[1]);
  EXPECT_FALSE(set.find(300, found));
  set.remove(100);
  EXPECT_FALSE(set.find(150, found));
  EXPECT_TRUE(set.find(250, found));
}

TEST(RangeSetTest, RefusesOverlap) {
  RangeSet set;
  ASSERT_TRUE(set.add({100, 200, nullptr}));
  EXPECT_FALSE(set.add({199, 300, nullptr}));
  EXPECT_FALSE(set.add({50, 101, nullptr}));
  EXPECT_FALSE(set.add({100, 200, nullptr}));
  EXPECT_FALSE(set.add({120, 130, nullptr}));
  EXPECT_FALSE(set.add({50, 300, nullptr}));
  EXPECT_TRUE(set.add({50, 100, nullptr}));
}

TEST(RangeSetTest, AgreesWithAModel) {
  RangeSet set;
  std::mt19937 random(4711);
  std::vector<bool> present(500);
  for (int step = 0; step < 20000; ++step) {
    uint64_t slot = random() % present.size();
    if (present[slot])
      set.remove(slot * 10);
    else
      ASSERT_TRUE(set.add({slot * 10, slot * 10 + 7, nullptr}));
    present[slot] = !present[slot];
    uint64_t probe = random() % (present.size() * 10);
    GuestRange found;
    ASSERT_EQ(set.find(probe, found), present[probe / 10] && probe % 10 < 7);
  }
}

TEST(RangeSetTest, ReadersNeverMissWhatStays) {
  RangeSet set;
  // Enough that the arrays are replaced by larger ones while readers search.
  ASSERT_TRUE(set.add({5000, 6000, &set}));
  std::atomic<bool> stop = false;
  std::atomic<uint64_t> misses = 0;
  std::atomic<uint64_t> reads = 0;
  std::vector<std::thread> readers;
  for (int i = 0; i < 2; ++i)
    readers.emplace_back([&] {
      while (!stop) {
        GuestRange found;
        if (!set.find(5500, found) || found.owner != &set)
          ++misses;
        ++reads;
      }
    });
  for (int round = 0; round < 20; ++round) {
    for (uint64_t i = 0; i < 200; ++i)
      ASSERT_TRUE(set.add({10000 + 10 * i, 10010 + 10 * i, nullptr}));
    for (uint64_t i = 0; i < 200; ++i)
      set.remove(10000 + 10 * i);
  }
  while (reads < 1000)
    std::this_thread::yield();
  stop = true;
  for (std::thread &reader : readers)
    reader.join();
  EXPECT_EQ(misses, 0u);
}

} // namespace
} // namespace wasmc::platform
