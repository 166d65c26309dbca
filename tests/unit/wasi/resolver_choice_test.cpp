// Which resolver is chosen where the kernel, or a filter in front of it, refuses openat2. The
// filter is installed in a thread of its own and ends with it.
#include <linux/filter.h>
#include <linux/seccomp.h>
#include <stddef.h>
#include <sys/prctl.h>
#include <sys/syscall.h>

#include <thread>

#include "runtime-support/platform/syscall.h"
#include "tests/unit/wasi/fake_guest.h"

namespace wasmc::wasi::test {
namespace {

// From here on openat2 answers `error` in this thread.
void refuseOpenat2(uint32_t error) {
  const uint32_t number = static_cast<uint32_t>(platform::SystemCall::openat2);
  sock_filter filter[] = {
      BPF_STMT(BPF_LD | BPF_W | BPF_ABS, offsetof(seccomp_data, nr)),
      BPF_JUMP(BPF_JMP | BPF_JEQ | BPF_K, number, 0, 1),
      BPF_STMT(BPF_RET | BPF_K, SECCOMP_RET_ERRNO | error),
      BPF_STMT(BPF_RET | BPF_K, SECCOMP_RET_ALLOW),
  };
  const sock_fprog program = {std::size(filter), filter};
  ASSERT_EQ(prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0), 0);
  ASSERT_EQ(prctl(PR_SET_SECCOMP, SECCOMP_MODE_FILTER, &program), 0);
}

class WasiResolverChoice : public testing::TestWithParam<int> {};

INSTANTIATE_TEST_SUITE_P(Refusals, WasiResolverChoice,
                         testing::Values(ENOSYS, EPERM, EACCES, EAGAIN));

TEST_P(WasiResolverChoice, RefusedOpenat2MeansTheWalk) {
  TemporaryTree tree;
  tree.directory("in");
  tree.file("in/file", "mine");
  tree.file("secret", "secret");
  tree.link("../secret", "in/out");
  const std::string root = tree / "in";
  const Preopen preopens[] = {{root.c_str(), "/", false}};
  WasiOptions options;
  options.preopens = preopens;
  std::thread refused([&] {
    refuseOpenat2(static_cast<uint32_t>(GetParam()));
    FakeGuest automatic(options);
    EXPECT_EQ(automatic.tryOpen(3, "./file"), Errno::success);
    EXPECT_EQ(automatic.tryOpen(3, "out", 0, kRightFdRead, kLookupSymlinkFollow), Errno::perm);
    EXPECT_EQ(automatic.tryOpen(3, "missing"), Errno::noent);
    WasiOptions fixed = options;
    fixed.resolver = ResolverKind::openat2;
    FakeGuest insistent(fixed);
    // Endless EAGAIN, as a host that keeps renaming could bring about, ends in the walk.
    EXPECT_EQ(insistent.tryOpen(3, "./file"),
              GetParam() == EAGAIN ? Errno::success : errnoFromLinux(GetParam()));
  });
  refused.join();
  FakeGuest unhindered(options);
  EXPECT_EQ(unhindered.tryOpen(3, "./file"), Errno::success);
  EXPECT_EQ(unhindered.tryOpen(3, "../secret"), Errno::perm);
}

} // namespace
} // namespace wasmc::wasi::test
