#include <fcntl.h>
#include <gtest/gtest.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <unistd.h>

#include <fstream>
#include <iterator>
#include <map>
#include <set>
#include <sstream>
#include <thread>
#include <vector>

#include "runtime-support/platform/arena.h"
#include "runtime-support/platform/atomic.h"
#include "runtime-support/platform/cpu_features.h"
#include "runtime-support/platform/file.h"
#include "runtime-support/platform/output.h"
#include "runtime-support/platform/process.h"
#include "runtime-support/platform/virtual_memory.h"
#include "tests/support/holds.h"

namespace wasmc::platform {
namespace {

std::string written(void (*write)(Output &)) {
  int ends[2];
  EXPECT_EQ(pipe(ends), 0);
  {
    Output output(ends[1]);
    write(output);
  }
  close(ends[1]);
  std::string text;
  char buffer[4096];
  for (ssize_t size; (size = read(ends[0], buffer, sizeof(buffer))) > 0;)
    text.append(buffer, static_cast<size_t>(size));
  close(ends[0]);
  return text;
}

TEST(OutputTest, Numbers) {
  EXPECT_EQ(written([](Output &o) {
              o << 0 << ' ' << -1 << ' ' << INT64_MIN << ' ' << UINT64_MAX << ' ' << Hex{0} << ' '
                << Hex{0xdeadbeef} << ' ' << uint8_t{200};
            }),
            "0 -1 -9223372036854775808 18446744073709551615 0 deadbeef 200");
}

TEST(OutputTest, LongTexts) {
  EXPECT_EQ(written([](Output &o) {
              for (int i = 0; i < 1000; ++i)
                o << "0123456789";
              o << std::string(2000, 'x');
            }).size(),
            12000u);
}

TEST(ArenaTest, PiecesAreZeroedAlignedAndSeparate) {
  alignas(16) static uint8_t first[64];
  Arena arena;
  ImmortalArena withFirst;
  withFirst.startWith(first);
  Result<uint8_t *> fromFirst = withFirst.allocate(60);
  ASSERT_TRUE(fromFirst);
  EXPECT_EQ(*fromFirst, first);
  Result<uint8_t *> more = withFirst.allocate(1);
  ASSERT_TRUE(more);
  EXPECT_TRUE(*more < first || *more >= first + sizeof(first));
  uint8_t *previous = nullptr;
  for (size_t size : {1, 15, 16, 17, 70000, 5, 200000}) {
    Result<uint8_t *> piece = arena.allocate(size);
    ASSERT_TRUE(piece);
    EXPECT_EQ(reinterpret_cast<uintptr_t>(*piece) % 16, 0u);
    EXPECT_NE(*piece, previous);
    for (size_t i = 0; i < size; ++i)
      ASSERT_EQ((*piece)[i], 0);
    memset(*piece, 0xff, size);
    previous = *piece;
  }
  EXPECT_FALSE(arena.allocate(~size_t{0}));
  EXPECT_FALSE(arena.allocateArray<uint64_t>(~size_t{0} / 4));
}

TEST(FileTest, ReasonsOfFailure) {
  auto why = [](const char *path) {
    Result<File> file = File::openForReading(path);
    return std::string(file ? "" : file.error().text);
  };
  EXPECT_EQ(why("/nowhere/at/all"), "No such file or directory");
  EXPECT_EQ(why("/etc/passwd/x"), "Not a directory");
  Result<File> directory = File::openForReading("/");
  ASSERT_TRUE(directory);
  EXPECT_FALSE(directory->size());
}

TEST(FileTest, PipesAreRefusedWithoutWaiting) {
  std::string name = testing::TempDir() + "/wasmc-fifo-" + std::to_string(getpid());
  ASSERT_EQ(mkfifo(name.c_str(), 0600), 0);
  Result<File> fifo = File::openForReading(name.c_str());
  unlink(name.c_str());
  ASSERT_TRUE(fifo);
  EXPECT_FALSE(fifo->size());
}

TEST(FileTest, ReadsUpToTheEnd) {
  std::string name = testing::TempDir() + "/wasmc-file-" + std::to_string(getpid());
  std::ofstream(name) << "0123456789";
  Result<File> file = File::openForReading(name.c_str());
  unlink(name.c_str());
  ASSERT_TRUE(file);
  ASSERT_TRUE(file->size());
  EXPECT_EQ(*file->size(), 10u);
  char buffer[20] = {};
  Result<size_t> got = file->readAt(buffer, sizeof(buffer), 4);
  ASSERT_TRUE(got);
  EXPECT_EQ(std::string(buffer, *got), "456789");
}

// How many descriptors are open, without the one that looks.
size_t openDescriptors() {
  size_t count = 0;
  for (int fd = 0; fd < 1024; ++fd)
    count += fcntl(fd, F_GETFD) >= 0;
  return count;
}

void holdStreams(intptr_t closed) {
  const size_t before = openDescriptors();
  for (int stream = 0; stream < 3; ++stream)
    if ((closed >> stream & 1) != 0)
      ::close(stream);
  HOLDS(holdClosedStreams() == closed);
  HOLDS(openDescriptors() == before);
  // Once more: what holds a number is not a stream that was open, and nothing is to be opened.
  rlimit limit;
  HOLDS(getrlimit(RLIMIT_NOFILE, &limit) == 0);
  for (const rlim_t few : {3, 2}) { // two are too few even to ask the kernel about three
    const rlimit less = {few, limit.rlim_max};
    HOLDS(setrlimit(RLIMIT_NOFILE, &less) == 0);
    HOLDS(holdClosedStreams() == closed);
  }
  HOLDS(setrlimit(RLIMIT_NOFILE, &limit) == 0);
  HOLDS(openDescriptors() == before);
  char byte = 'x';
  for (int stream = 0; stream < 3; ++stream)
    if ((closed >> stream & 1) != 0) {
      HOLDS(read(stream, &byte, 1) == -1 && errno == EBADF);
      HOLDS(write(stream, &byte, 1) == -1 && errno == EBADF);
      HOLDS((fcntl(stream, F_GETFD) & FD_CLOEXEC) != 0);
    } else {
      HOLDS((fcntl(stream, F_GETFL) & O_PATH) == 0);
    }
  HOLDS(open("/dev/null", O_RDONLY) > 2);
  _exit(0);
}

TEST(ClosedStreamsDeathTest, TheirNumbersAreHeld) {
  for (intptr_t closed = 0; closed < 8; ++closed)
    EXPECT_EXIT(holdStreams(closed), testing::ExitedWithCode(0), "") << closed;
}

// The other end of a pipe that is gone says something to poll, too.
TEST(ClosedStreamsDeathTest, APipeWithoutAWriterIsOpen) {
  auto check = [] {
    int ends[2];
    HOLDS(pipe(ends) == 0 && dup2(ends[0], 0) == 0);
    ::close(ends[1]);
    HOLDS(holdClosedStreams() == 0);
    _exit(0);
  };
  EXPECT_EXIT(check(), testing::ExitedWithCode(0), "");
}

TEST(ClosedStreamsDeathTest, WhatIsOpenedMovesUp) {
  auto check = [] {
    const size_t before = openDescriptors();
    ::close(0);
    ::close(2);
    const auto moved = static_cast<int>(aboveStreams(open("/etc/passwd", O_RDONLY)));
    HOLDS(moved > 2);
    char byte = 0;
    HOLDS(read(moved, &byte, 1) == 1);
    HOLDS((fcntl(moved, F_GETFD) & FD_CLOEXEC) != 0);
    HOLDS(openDescriptors() == before + 1);
    HOLDS(holdClosedStreams() == 5);
    HOLDS(aboveStreams(-EMFILE) == -EMFILE && aboveStreams(moved) == moved);
    _exit(0);
  };
  EXPECT_EXIT(check(), testing::ExitedWithCode(0), "");
}

TEST(VirtualMemoryTest, ReservedThenCommitted) {
  Result<uint8_t *> memory = reserve(1u << 30, "a test");
  ASSERT_TRUE(memory);
  ASSERT_EQ(protect(*memory + 4096, 4096, Protection::readWrite), 0);
  (*memory)[4096] = 1;
  EXPECT_EQ((*memory)[8191], 0);
  release(*memory, 1u << 30);
  Result<uint8_t *> tooMuch = reserve(size_t{1} << 60, "far too much");
  ASSERT_FALSE(tooMuch);
  EXPECT_NE(std::string(tooMuch.error().text).find("far too much"), std::string::npos);
}

TEST(CpuFeaturesTest, AgreeWithTheKernel) {
  std::ifstream cpuinfo("/proc/cpuinfo");
  std::string line;
  while (std::getline(cpuinfo, line) && !line.starts_with("flags"))
    ;
  ASSERT_TRUE(line.starts_with("flags"));
  std::istringstream words(line.substr(line.find(':') + 1));
  std::set<std::string> flags{std::istream_iterator<std::string>(words), {}};
  // LLVM's names for the kernel's, where they differ.
  const std::map<std::string, std::string> kernelNames = {{"sse3", "pni"},
                                                          {"sse4.1", "sse4_1"},
                                                          {"sse4.2", "sse4_2"},
                                                          {"bmi", "bmi1"},
                                                          {"lzcnt", "abm"},
                                                          {"pclmul", "pclmulqdq"},
                                                          {"sha", "sha_ni"},
                                                          {"avx512vbmi2", "avx512_vbmi2"},
                                                          {"avx512vnni", "avx512_vnni"},
                                                          {"avx512bitalg", "avx512_bitalg"},
                                                          {"avx512vpopcntdq", "avx512_vpopcntdq"},
                                                          {"avxvnni", "avx_vnni"},
                                                          {"avxifma", "avx_ifma"}};
  CpuFeatures present = presentFeatures();
  unsigned known = 0;
  for (unsigned bit = 0; bit < 128; ++bit) {
    std::string name(featureName(bit));
    if (name.empty())
      continue;
    ++known;
    auto other = kernelNames.find(name);
    EXPECT_EQ(present.has(bit), flags.contains(other == kernelNames.end() ? name : other->second))
        << name;
  }
  EXPECT_GT(known, 30u);
}

TEST(CpuFeaturesTest, MissingIsWantedWithoutPresent) {
  CpuFeatures present = presentFeatures();
  CpuFeatures missing = missingFeatures(present);
  EXPECT_EQ(missing.words[0] | missing.words[1], 0u);
  CpuFeatures all = {{~uint64_t{0}, ~uint64_t{0}}};
  missing = missingFeatures(all);
  EXPECT_EQ(missing.words[0], ~present.words[0]);
  EXPECT_EQ(missing.words[1], ~present.words[1]);
}

TEST(LockTest, OneAtATime) {
  Lock lock;
  uint64_t counter = 0;
  std::vector<std::thread> threads;
  for (int i = 0; i < 4; ++i)
    threads.emplace_back([&] {
      for (int k = 0; k < 20000; ++k) {
        LockGuard guard(lock);
        ++counter;
      }
    });
  for (std::thread &thread : threads)
    thread.join();
  EXPECT_EQ(counter, 80000u);
}

TEST(ProcessTest, ChildsStatus) {
  const char *arguments[] = {"sh", "-c", "exit 7", nullptr};
  EXPECT_EQ(runChild("/bin/sh", arguments, environ), 7 << 8);
  EXPECT_EQ(runChild("/nowhere", arguments, environ), 127 << 8);
  const char *killed[] = {"sh", "-c", "kill -9 $$", nullptr};
  EXPECT_EQ(runChild("/bin/sh", killed, environ) & 0x7f, 9);
}

} // namespace
} // namespace wasmc::platform
