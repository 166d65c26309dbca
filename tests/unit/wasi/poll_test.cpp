// poll_oneoff: clocks with real timeouts, files, pipes, errors.
#include <fcntl.h>
#include <signal.h>
#include <sys/resource.h>
#include <sys/socket.h>
#include <sys/time.h>
#include <time.h>
#include <unistd.h>

#include <thread>

#include "tests/unit/wasi/fake_guest.h"

namespace wasmc::wasi::test {
namespace {

constexpr uint64_t kMillisecond = 1'000'000;

uint64_t now(clockid_t clock) {
  timespec time;
  clock_gettime(clock, &time);
  return static_cast<uint64_t>(time.tv_sec) * 1'000'000'000 + static_cast<uint64_t>(time.tv_nsec);
}

class WasiPoll : public testing::Test {
protected:
  WasiPoll() {
    EXPECT_EQ(pipe2(pipe_, O_CLOEXEC | O_NONBLOCK), 0);
    reader_ = add(pipe_[0], kRightFdRead | kRightPollFdReadwrite);
    writer_ = add(pipe_[1], kRightFdWrite | kRightPollFdReadwrite);
  }

  uint32_t add(int host, Rights rights) {
    Descriptor descriptor;
    descriptor.host = host;
    descriptor.rightsBase = rights;
    const Outcome<uint32_t> fd = guest_.wasi().descriptors().insert(descriptor);
    EXPECT_TRUE(fd);
    return *fd;
  }

  static Subscription clock(uint64_t userdata, uint32_t id, uint64_t timeout, uint16_t flags = 0) {
    Subscription result{};
    result.userdata = userdata;
    result.tag = kEventtypeClock;
    result.clock = {id, 0, timeout, 0, flags, {}};
    return result;
  }
  static Subscription fd(uint64_t userdata, uint8_t tag, uint32_t fd) {
    Subscription result{};
    result.userdata = userdata;
    result.tag = tag;
    result.fd = fd;
    return result;
  }

  std::vector<Event> poll(const std::vector<Subscription> &subscriptions,
                          Errno expected = Errno::success) {
    constexpr uint32_t kIn = 4097;
    constexpr uint32_t kOut = 65537;
    for (size_t i = 0; i < subscriptions.size(); ++i)
      guest_.write(static_cast<uint32_t>(kIn + i * sizeof(Subscription)), subscriptions[i]);
    EXPECT_EQ(guest_.call("poll_oneoff", kIn, kOut, subscriptions.size(), 0), expected);
    std::vector<Event> events;
    if (expected == Errno::success)
      for (uint32_t i = 0; i < guest_.read<uint32_t>(0); ++i)
        events.push_back(guest_.read<Event>(kOut + i * 32));
    return events;
  }

  FakeGuest guest_{WasiOptions{}};
  int pipe_[2];
  uint32_t reader_ = 0;
  uint32_t writer_ = 0;
};

TEST_F(WasiPoll, SleepsForASpan) {
  for (const uint32_t id : {0u, 1u}) {
    const uint64_t start = now(CLOCK_MONOTONIC);
    const auto events = poll({clock(42, id, 30 * kMillisecond)});
    const uint64_t passed = now(CLOCK_MONOTONIC) - start;
    EXPECT_GE(passed, 30 * kMillisecond);
    EXPECT_LT(passed, 10'000 * kMillisecond);
    ASSERT_EQ(events.size(), 1u);
    EXPECT_EQ(events[0].userdata, 42u);
    EXPECT_EQ(events[0].error, Errno::success);
    EXPECT_EQ(events[0].type, kEventtypeClock);
  }
}

TEST_F(WasiPoll, SleepsUntilATime) {
  const clockid_t clocks[] = {CLOCK_REALTIME, CLOCK_MONOTONIC};
  for (const uint32_t id : {0u, 1u}) {
    const uint64_t due = now(clocks[id]) + 20 * kMillisecond;
    EXPECT_EQ(poll({clock(1, id, due, kSubclockAbstime)}).size(), 1u);
    EXPECT_GE(now(clocks[id]), due);
    // The past is due at once.
    EXPECT_EQ(poll({clock(1, id, 1, kSubclockAbstime)}).size(), 1u);
  }
}

TEST_F(WasiPoll, FirstOfSeveralClocks) {
  const auto events = poll({clock(1, 1, UINT64_MAX), clock(2, 1, 10 * kMillisecond),
                            clock(3, 1, 3600'000 * kMillisecond), clock(4, 0, 0)});
  ASSERT_EQ(events.size(), 1u);
  EXPECT_EQ(events[0].userdata, 4u);
}

TEST_F(WasiPoll, PipesBecomeReady) {
  ASSERT_EQ(write(pipe_[1], "abc", 3), 3);
  auto events = poll({fd(7, kEventtypeFdRead, reader_), fd(8, kEventtypeFdWrite, writer_),
                      clock(9, 1, UINT64_MAX)});
  ASSERT_EQ(events.size(), 2u);
  EXPECT_EQ(events[0].userdata, 7u);
  EXPECT_EQ(events[0].type, kEventtypeFdRead);
  EXPECT_EQ(events[0].nbytes, 3u);
  EXPECT_EQ(events[0].flags, 0u);
  EXPECT_EQ(events[1].userdata, 8u);
  EXPECT_GT(events[1].nbytes, 0u);
}

TEST_F(WasiPoll, TimesOutOnASilentPipe) {
  const auto events = poll({fd(7, kEventtypeFdRead, reader_), clock(9, 1, 20 * kMillisecond)});
  ASSERT_EQ(events.size(), 1u);
  EXPECT_EQ(events[0].userdata, 9u);
}

TEST_F(WasiPoll, WakesForALateWriter) {
  std::thread writer([&] {
    std::this_thread::sleep_for(std::chrono::milliseconds(20));
    EXPECT_EQ(write(pipe_[1], "x", 1), 1);
  });
  const auto events = poll({fd(7, kEventtypeFdRead, reader_)});
  writer.join();
  ASSERT_EQ(events.size(), 1u);
  EXPECT_EQ(events[0].nbytes, 1u);
}

TEST_F(WasiPoll, HangupOfThePeer) {
  ASSERT_EQ(guest_.call("fd_close", writer_), Errno::success);
  const auto events = poll({fd(7, kEventtypeFdRead, reader_)});
  ASSERT_EQ(events.size(), 1u);
  EXPECT_EQ(events[0].error, Errno::success);
  EXPECT_EQ(events[0].flags, kEventFdReadwriteHangup);
  EXPECT_EQ(events[0].nbytes, 0u);
}

// The peer of a socket that has sent its last byte may still be listening.
TEST_F(WasiPoll, HangupOfAPeerThatOnlyStoppedSending) {
  int pair[2];
  ASSERT_EQ(socketpair(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0, pair), 0);
  const uint32_t ours = add(pair[0], kRightFdRead | kRightFdWrite | kRightPollFdReadwrite);
  ASSERT_EQ(write(pair[1], "bye", 3), 3);
  auto events = poll({fd(1, kEventtypeFdRead, ours)});
  ASSERT_EQ(events.size(), 1u);
  EXPECT_EQ(events[0].flags, 0u);
  ASSERT_EQ(shutdown(pair[1], SHUT_WR), 0);
  events = poll({fd(1, kEventtypeFdRead, ours), fd(2, kEventtypeFdWrite, ours)});
  ASSERT_EQ(events.size(), 2u);
  EXPECT_EQ(events[0].error, Errno::success);
  EXPECT_EQ(events[0].nbytes, 3u);
  EXPECT_EQ(events[0].flags, kEventFdReadwriteHangup);
  EXPECT_EQ(events[1].error, Errno::success);
  EXPECT_EQ(events[1].flags, 0u);
  // Nor does it make a socket writable that is full.
  const int flags = fcntl(pair[0], F_GETFL);
  ASSERT_EQ(fcntl(pair[0], F_SETFL, flags | O_NONBLOCK), 0);
  while (write(pair[0], "0123456789abcdef", 16) > 0) {
  }
  events = poll({fd(1, kEventtypeFdRead, ours), fd(2, kEventtypeFdWrite, ours)});
  ASSERT_EQ(events.size(), 1u);
  EXPECT_EQ(events[0].userdata, 1u);
  events = poll({fd(2, kEventtypeFdWrite, ours), clock(3, 1, 10 * kMillisecond)});
  ASSERT_EQ(events.size(), 1u);
  EXPECT_EQ(events[0].userdata, 3u);
  close(pair[1]);
}

TEST_F(WasiPoll, FilesOfMoreBytesThanFit32Bits) {
  TemporaryTree tree;
  const int host = open((tree / "file").c_str(), O_RDWR | O_CREAT | O_CLOEXEC, 0600);
  const uint32_t file = add(host, kRightFdRead | kRightFdSeek | kRightPollFdReadwrite);
  constexpr uint64_t kSize = (uint64_t{5} << 30) + 7;
  ASSERT_EQ(ftruncate(host, kSize), 0);
  for (const uint64_t position : {uint64_t{0}, uint64_t{1} << 31, kSize - 1, kSize, kSize + 5}) {
    ASSERT_EQ(guest_.call("fd_seek", file, position, 0, 0), Errno::success);
    const auto events = poll({fd(1, kEventtypeFdRead, file)});
    ASSERT_EQ(events.size(), 1u);
    EXPECT_EQ(events[0].nbytes, position < kSize ? kSize - position : 0) << position;
  }
}

TEST_F(WasiPoll, RegularFilesAreAlwaysReady) {
  TemporaryTree tree;
  tree.file("file", "0123456789");
  const uint32_t file = add(open((tree / "file").c_str(), O_RDWR | O_CLOEXEC),
                            kRightFdRead | kRightFdWrite | kRightFdSeek | kRightPollFdReadwrite);
  ASSERT_EQ(guest_.call("fd_seek", file, 4, 0, 0), Errno::success);
  const auto events = poll({fd(1, kEventtypeFdRead, file), fd(2, kEventtypeFdWrite, file)});
  ASSERT_EQ(events.size(), 2u);
  EXPECT_EQ(events[0].nbytes, 6u);
}

TEST_F(WasiPoll, ErrorsAreEventsAndDoNotWait) {
  const uint64_t start = now(CLOCK_MONOTONIC);
  const auto events =
      poll({fd(1, kEventtypeFdRead, 99), fd(2, kEventtypeFdWrite, reader_), clock(3, 2, 0),
            clock(4, 77, 0), fd(5, kEventtypeFdRead, reader_), clock(6, 1, 60'000 * kMillisecond)});
  EXPECT_LT(now(CLOCK_MONOTONIC) - start, 30'000 * kMillisecond);
  ASSERT_EQ(events.size(), 4u);
  EXPECT_EQ(events[0].error, Errno::badf);
  EXPECT_EQ(events[1].error, Errno::notcapable);
  EXPECT_EQ(events[2].error, Errno::notsup);
  EXPECT_EQ(events[3].error, Errno::inval);
}

// The host has closed what it had handed in.
TEST_F(WasiPoll, DescriptorThatTheHostHasNoMore) {
  const int host = dup(pipe_[0]);
  const uint32_t gone = add(host, kRightFdRead | kRightPollFdReadwrite);
  close(host);
  const auto events = poll({fd(1, kEventtypeFdRead, gone)});
  ASSERT_EQ(events.size(), 1u);
  EXPECT_EQ(events[0].error, Errno::badf);
}

TEST_F(WasiPoll, NothingButBadDescriptors) {
  poll({fd(1, kEventtypeFdRead, 99), fd(2, kEventtypeFdWrite, 0xffffffffu)}, Errno::badf);
  EXPECT_EQ(poll({fd(1, kEventtypeFdRead, 99), clock(2, 1, 0)}).size(), 2u);
}

// A guest may use one buffer for both lists: an event is never written over what is still read.
TEST_F(WasiPoll, EventsOverSubscriptions) {
  constexpr uint32_t kBoth = 4096;
  const Subscription subscriptions[] = {
      fd(1, kEventtypeFdRead, 99), clock(2, 1, 3600'000 * kMillisecond),
      fd(3, kEventtypeFdWrite, writer_), clock(4, 77, 0), clock(5, 0, 0)};
  guest_.write(kBoth, subscriptions);
  ASSERT_EQ(guest_.call("poll_oneoff", kBoth, kBoth, 5, 0), Errno::success);
  ASSERT_EQ(guest_.read<uint32_t>(0), 4u);
  const uint64_t userdata[] = {1, 3, 4, 5};
  const Errno errors[] = {Errno::badf, Errno::success, Errno::inval, Errno::success};
  for (uint32_t i = 0; i < 4; ++i) {
    EXPECT_EQ(guest_.read<Event>(kBoth + 32 * i).userdata, userdata[i]);
    EXPECT_EQ(guest_.read<Event>(kBoth + 32 * i).error, errors[i]);
  }
}

TEST_F(WasiPoll, WrongArguments) {
  poll({}, Errno::inval);
  poll({fd(1, 3, reader_)}, Errno::inval);
  constexpr uint32_t kEnd = FakeGuest::kMemorySize;
  EXPECT_EQ(guest_.call("poll_oneoff", kEnd - 47, 0, 1, 0), Errno::fault);
  EXPECT_EQ(guest_.call("poll_oneoff", 0, kEnd - 31, 1, 0), Errno::fault);
  EXPECT_EQ(guest_.call("poll_oneoff", 0, 0, 1, kEnd - 3), Errno::fault);
  EXPECT_EQ(guest_.call("poll_oneoff", 0, 0, 0xffffffffu, 0), Errno::fault);
  // 48 * 89478486 is 32 more than 2^32.
  EXPECT_EQ(guest_.call("poll_oneoff", 0, 0, 89478486, 0), Errno::fault);
}

TEST_F(WasiPoll, ManySubscriptions) {
  std::vector<Subscription> subscriptions;
  for (uint32_t i = 0; i < 1000; ++i)
    subscriptions.push_back(i % 2 == 0 ? fd(i, kEventtypeFdWrite, writer_)
                                       : clock(i, 1, 3600'000 * kMillisecond));
  const auto events = poll(subscriptions);
  ASSERT_EQ(events.size(), 500u);
  EXPECT_EQ(events[499].userdata, 998u);
}

TEST_F(WasiPoll, SignalsDoNotShortenASleep) {
  struct sigaction action{};
  action.sa_handler = [](int) {};
  struct sigaction previous;
  ASSERT_EQ(sigaction(SIGALRM, &action, &previous), 0);
  const itimerval timer = {{0, 5000}, {0, 5000}};
  ASSERT_EQ(setitimer(ITIMER_REAL, &timer, nullptr), 0);
  const uint64_t start = now(CLOCK_MONOTONIC);
  const auto events = poll({clock(42, 1, 40 * kMillisecond)});
  const uint64_t passed = now(CLOCK_MONOTONIC) - start;
  const itimerval off = {};
  setitimer(ITIMER_REAL, &off, nullptr);
  sigaction(SIGALRM, &previous, nullptr);
  ASSERT_EQ(events.size(), 1u);
  EXPECT_GE(passed, 40 * kMillisecond);
}

// The kernel takes no more entries than the process may have descriptors.
TEST_F(WasiPoll, MoreSubscriptionsThanDescriptors) {
  rlimit before;
  ASSERT_EQ(getrlimit(RLIMIT_NOFILE, &before), 0);
  const rlimit few = {16, before.rlim_max};
  std::vector<Subscription> list;
  for (uint64_t i = 0; i < 300; ++i) {
    list.push_back(fd(3 * i, kEventtypeFdRead, reader_));
    list.push_back(fd(3 * i + 1, kEventtypeFdWrite, writer_));
    list.push_back(fd(3 * i + 2, kEventtypeFdRead, 9999));
  }
  list.push_back(clock(900, 1, 0));
  ASSERT_EQ(setrlimit(RLIMIT_NOFILE, &few), 0);
  const auto idle = poll(list);
  ASSERT_EQ(write(pipe_[1], "abc", 3), 3);
  const auto busy = poll(list);
  ASSERT_EQ(setrlimit(RLIMIT_NOFILE, &before), 0);
  // Nothing to read at first: the writers, the errors and the clock.
  ASSERT_EQ(idle.size(), 601u);
  ASSERT_EQ(busy.size(), 901u);
  for (size_t i = 0; i < busy.size(); ++i) {
    EXPECT_EQ(busy[i].userdata, i);
    EXPECT_EQ(busy[i].error, i % 3 == 2 && i < 900 ? Errno::badf : Errno::success);
    if (i % 3 == 0 && i < 900)
      EXPECT_EQ(busy[i].nbytes, 3u);
  }
}

// Both directions of one descriptor share an entry in what the kernel is asked.
TEST_F(WasiPoll, DirectionsOfOneDescriptor) {
  int pair[2];
  ASSERT_EQ(socketpair(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0, pair), 0);
  const uint32_t both = add(pair[0], kRightFdRead | kRightFdWrite | kRightPollFdReadwrite);
  const std::vector<Subscription> list = {fd(1, kEventtypeFdRead, both),
                                          fd(2, kEventtypeFdWrite, both)};
  auto events = poll(list);
  ASSERT_EQ(events.size(), 1u);
  EXPECT_EQ(events[0].userdata, 2u);
  ASSERT_EQ(write(pair[1], "ab", 2), 2);
  events = poll(list);
  ASSERT_EQ(events.size(), 2u);
  EXPECT_EQ(events[0].nbytes, 2u);
  // A call that polls another descriptor in its place says nothing about the next one.
  events = poll({fd(3, kEventtypeFdWrite, writer_)});
  ASSERT_EQ(events.size(), 1u);
  EXPECT_EQ(events[0].userdata, 3u);
  events = poll({fd(4, kEventtypeFdWrite, writer_), fd(5, kEventtypeFdRead, both)});
  ASSERT_EQ(events.size(), 2u);
  EXPECT_EQ(events[1].nbytes, 2u);
  close(pair[1]);
}

TEST_F(WasiPoll, UnstableLayout) {
  SubscriptionUnstable subscription{};
  subscription.userdata = 5;
  subscription.tag = kEventtypeClock;
  subscription.clock.identifier = 1234;
  subscription.clock.value = {1, 0, 10 * kMillisecond, 0, 0, {}};
  guest_.write(1001, subscription);
  const uint64_t start = now(CLOCK_MONOTONIC);
  ASSERT_EQ(guest_.callIn("wasi_unstable", "poll_oneoff", 1001, 2000, 1, 0), Errno::success);
  EXPECT_GE(now(CLOCK_MONOTONIC) - start, 10 * kMillisecond);
  EXPECT_EQ(guest_.read<uint32_t>(0), 1u);
  EXPECT_EQ(guest_.read<uint64_t>(2000), 5u);
}

} // namespace
} // namespace wasmc::wasi::test
