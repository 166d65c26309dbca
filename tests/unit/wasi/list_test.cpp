// Arguments, environment, clocks, random numbers, leaving; and the guest's memory at its edges.
#include <algorithm>

#include "runtime-support/platform/kernel_types.h"
#include "tests/unit/wasi/fake_guest.h"

namespace wasmc::wasi::test {
namespace {

constexpr uint32_t kEnd = FakeGuest::kMemorySize;

const char *const kArguments[] = {"program", "", "a b"};
const char *const kEnvironment[] = {"HOME=/", "X="};

WasiOptions options() {
  WasiOptions result;
  result.arguments = kArguments;
  result.environment = kEnvironment;
  return result;
}

TEST(WasiArgs, SizesAndStrings) {
  FakeGuest guest(options());
  ASSERT_EQ(guest.call("args_sizes_get", 0, 4), Errno::success);
  EXPECT_EQ(guest.read<uint32_t>(0), 3u);
  EXPECT_EQ(guest.read<uint32_t>(4), 13u); // 8 + 1 + 4
  ASSERT_EQ(guest.call("args_get", 101, 201), Errno::success);
  EXPECT_EQ(guest.text(201, 13), std::string("program\0\0a b\0", 13));
  EXPECT_EQ(guest.read<uint32_t>(101), 201u);
  EXPECT_EQ(guest.read<uint32_t>(105), 209u);
  EXPECT_EQ(guest.read<uint32_t>(109), 210u);
}

TEST(WasiArgs, EnvironmentAndNothing) {
  FakeGuest guest(options());
  ASSERT_EQ(guest.call("environ_sizes_get", 0, 4), Errno::success);
  EXPECT_EQ(guest.read<uint32_t>(0), 2u);
  EXPECT_EQ(guest.read<uint32_t>(4), 10u);
  ASSERT_EQ(guest.call("environ_get", 100, 200), Errno::success);
  EXPECT_EQ(guest.text(200, 10), std::string("HOME=/\0X=\0", 10));

  FakeGuest bare{WasiOptions{}};
  ASSERT_EQ(bare.call("environ_sizes_get", 0, 4), Errno::success);
  EXPECT_EQ(bare.read<uint64_t>(0), 0u);
  EXPECT_EQ(bare.call("environ_get", kEnd, kEnd), Errno::success);
  EXPECT_EQ(bare.call("environ_get", kEnd + 1, kEnd), Errno::fault);
}

TEST(WasiArgs, NothingIsWrittenBeyondTheMemory) {
  FakeGuest guest(options());
  EXPECT_EQ(guest.call("args_get", 0, kEnd - 13), Errno::success);
  EXPECT_EQ(guest.call("args_get", 0, kEnd - 12), Errno::fault);
  EXPECT_EQ(guest.call("args_get", kEnd - 12, 0), Errno::success);
  EXPECT_EQ(guest.call("args_get", kEnd - 11, 0), Errno::fault);
  EXPECT_EQ(guest.call("args_get", 0, 0xfffffffeu), Errno::fault);
  EXPECT_EQ(guest.call("args_sizes_get", kEnd - 3, 0), Errno::fault);
  EXPECT_EQ(guest.call("args_sizes_get", 0, 0xffffffffu), Errno::fault);
}

TEST(WasiMemory, SizeIsReadAtEveryCall) {
  FakeGuest guest(options());
  guest.setMemorySize(WASMC_PAGE_SIZE);
  EXPECT_EQ(guest.call("random_get", WASMC_PAGE_SIZE, 1), Errno::fault);
  guest.setMemorySize(kEnd);
  EXPECT_EQ(guest.call("random_get", WASMC_PAGE_SIZE, 1), Errno::success);
}

TEST(WasiMemory, ImportedAndAbsent) {
  FakeGuest imported(options(), MemoryKind::imported);
  EXPECT_EQ(imported.call("args_sizes_get", 0, kEnd - 4), Errno::success);
  EXPECT_EQ(imported.read<uint32_t>(kEnd - 4), 13u);
  EXPECT_EQ(imported.call("args_sizes_get", 0, kEnd - 3), Errno::fault);
  FakeGuest none(options(), MemoryKind::none);
  EXPECT_EQ(none.call("args_sizes_get", 0, 4), Errno::fault);
  EXPECT_EQ(none.call("random_get", 0, 1), Errno::fault);
  EXPECT_EQ(none.call("sched_yield"), Errno::success);
}

TEST(WasiClock, TimesAndResolutions) {
  FakeGuest guest(options());
  for (uint32_t clock = 0; clock < 4; ++clock) {
    ASSERT_EQ(guest.call("clock_res_get", clock, 0), Errno::success);
    EXPECT_GT(guest.read<uint64_t>(0), 0u);
    ASSERT_EQ(guest.call("clock_time_get", clock, 1, 8), Errno::success);
    const auto first = guest.read<uint64_t>(8);
    ASSERT_EQ(guest.call("clock_time_get", clock, 1, 8), Errno::success);
    EXPECT_GE(guest.read<uint64_t>(8), first);
  }
  ASSERT_EQ(guest.call("clock_time_get", 0, 0, 8), Errno::success);
  timespec now;
  clock_gettime(CLOCK_REALTIME, &now);
  EXPECT_NEAR(static_cast<double>(guest.read<uint64_t>(8)) / 1e9, static_cast<double>(now.tv_sec),
              60);
  EXPECT_EQ(guest.call("clock_time_get", 4, 0, 8), Errno::inval);
  EXPECT_EQ(guest.call("clock_res_get", 0xffffffffu, 8), Errno::inval);
  EXPECT_EQ(guest.call("clock_time_get", 0, 0, kEnd - 7), Errno::fault);
}

TEST(WasiRandom, FillsExactlyTheBuffer) {
  FakeGuest guest(options());
  ASSERT_EQ(guest.call("random_get", 1000, 4096), Errno::success);
  const std::string bytes = guest.text(1000, 4096);
  // All 4096 bytes equal, or not one of them above 127, does not happen by chance.
  EXPECT_NE(std::count(bytes.begin(), bytes.end(), bytes[0]), 4096);
  EXPECT_NE(std::count_if(bytes.begin(), bytes.end(), [](char c) { return c < 0; }), 0);
  EXPECT_EQ(guest.text(992, 8), std::string(8, '\0'));
  EXPECT_EQ(guest.text(5096, 8), std::string(8, '\0'));
}

TEST(WasiRandom, HugeAndEmpty) {
  FakeGuest guest(options());
  EXPECT_EQ(guest.call("random_get", 0, 0xffffffffu), Errno::fault);
  EXPECT_EQ(guest.call("random_get", 1, 0xffffffffu), Errno::fault);
  EXPECT_EQ(guest.call("random_get", 0, kEnd), Errno::success);
  EXPECT_EQ(guest.call("random_get", kEnd, 0), Errno::success);
  EXPECT_EQ(guest.call("random_get", 1, kEnd), Errno::fault);
}

TEST(WasiProc, ExitLeavesWithItsCode) {
  FakeGuest guest(options());
  EXPECT_EQ(guest.invoke("wasi_snapshot_preview1", "proc_exit", {7}), WASMC_TRAP_exit);
  EXPECT_EQ(guest.store()->exit_code, 7u);
}

TEST(WasiProc, RaiseEndsTheGuestOnly) {
  FakeGuest guest(options());
  EXPECT_EQ(guest.invoke("wasi_snapshot_preview1", "proc_raise", {6}), WASMC_TRAP_exit);
  EXPECT_EQ(guest.store()->exit_code, 134u); // abrt
  EXPECT_EQ(guest.invoke("wasi_snapshot_preview1", "proc_raise", {30}), WASMC_TRAP_exit);
  EXPECT_EQ(guest.store()->exit_code, 128u + 31u); // sys
  EXPECT_EQ(guest.call("proc_raise", 0), Errno::success);
  EXPECT_EQ(guest.call("proc_raise", 16), Errno::success); // chld
  EXPECT_EQ(guest.call("proc_raise", 18), Errno::notsup);  // stop
  EXPECT_EQ(guest.call("proc_raise", 31), Errno::inval);
  EXPECT_EQ(guest.call("proc_raise", 0xffffffffu), Errno::inval);
}

TEST(WasiErrno, TableMapsWhatPreview1Knows) {
  EXPECT_EQ(errnoFromLinux(ENOENT), Errno::noent);
  EXPECT_EQ(errnoFromLinux(ENOTEMPTY), Errno::notempty);
  EXPECT_EQ(errnoFromLinux(EOPNOTSUPP), Errno::notsup);
  EXPECT_EQ(errnoFromLinux(ENOTRECOVERABLE), Errno::notrecoverable);
  EXPECT_EQ(errnoFromLinux(EHWPOISON), Errno::io);
  EXPECT_EQ(errnoFromLinux(ENOMEDIUM), Errno::io);
  EXPECT_EQ(errnoFromLinux(0), Errno::io);
  EXPECT_EQ(errnoFromLinux(100000), Errno::io);
}

TEST(WasiContext, RefusesMoreDirectoriesThanItCanNumber) {
  const std::vector<Preopen> preopens(65535, Preopen{"/", "/", false});
  WasiOptions many;
  many.preopens = preopens;
  WasiContext context;
  const Result<void> result = context.initialize(many);
  ASSERT_FALSE(result);
  EXPECT_STREQ(result.error().text, "too many directories and descriptors are granted");
}

TEST(WasiContext, RefusesADirectoryThatIsNotThere) {
  const Preopen preopens[] = {{"/nonexistent-wasmc", "/", false}};
  WasiOptions wrong;
  wrong.preopens = preopens;
  WasiContext context;
  const Result<void> result = context.initialize(wrong);
  ASSERT_FALSE(result);
  EXPECT_STREQ(result.error().text, "cannot open directory '/nonexistent-wasmc' to grant it: no "
                                    "such file or directory");
}

} // namespace
} // namespace wasmc::wasi::test
