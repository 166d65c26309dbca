// What a hostile guest may try: every way out of its grant and every way to change a read-only one,
// with both resolvers. After each test the files outside are what they were.
#include <sys/resource.h>
#include <sys/stat.h>

#include <atomic>
#include <chrono>
#include <thread>

#include "tests/unit/wasi/fake_guest.h"

namespace wasmc::wasi::test {
namespace {

// The grants are "in", "other" and, read-only, "locked"; "outside" is none.
class WasiSandbox : public testing::TestWithParam<ResolverKind> {
protected:
  static constexpr uint32_t kIn = 3;
  static constexpr uint32_t kOther = 4;
  static constexpr uint32_t kLocked = 5;

  WasiSandbox() {
    for (const char *path : {"in/dir/sub", "other/dir", "locked/dir", "outside/dir"})
      tree_.directory(path);
    tree_.file("in/file", "mine");
    tree_.file("locked/file", "locked");
    tree_.file("outside/secret", "secret");
    tree_.file("outside/dir/secret", "secret");
    preopens_[0] = {in_.c_str(), "/in", false};
    preopens_[1] = {other_.c_str(), "/other", false};
    preopens_[2] = {locked_.c_str(), "/locked", true};
    WasiOptions options;
    options.preopens = preopens_;
    options.resolver = GetParam();
    guest_ = std::make_unique<FakeGuest>(options);
    outsideTimes_ = timesOfOutside();
  }

  void TearDown() override {
    EXPECT_EQ(tree_.contents("outside/secret"), "secret");
    EXPECT_EQ(tree_.contents("outside/dir/secret"), "secret");
    EXPECT_EQ(count("outside"), 3);
    EXPECT_EQ(tree_.contents("locked/file"), "locked");
    EXPECT_EQ(count("locked"), lockedCount_);
    EXPECT_EQ(timesOfOutside(), outsideTimes_);
    struct stat stat;
    ASSERT_EQ(::stat((tree_ / "outside/secret").c_str(), &stat), 0);
    EXPECT_EQ(stat.st_nlink, 1u);
  }

  int count(std::string_view path) const {
    int result = 0;
    for ([[maybe_unused]] const auto &each :
         std::filesystem::recursive_directory_iterator(tree_ / path))
      ++result;
    return result;
  }
  std::vector<int64_t> timesOfOutside() const {
    std::vector<int64_t> result;
    for (const char *path : {"", "outside", "outside/secret", "outside/dir"}) {
      struct stat stat;
      EXPECT_EQ(::stat((tree_ / path).c_str(), &stat), 0);
      result.push_back(stat.st_mtim.tv_sec * 1'000'000'000 + stat.st_mtim.tv_nsec);
    }
    return result;
  }

  // Every operation on a path that leads out, in the last place or on the way. `Last` names a link
  // itself that leads out: only following it is a crime.
  void expectNoWayOut(const std::string &path, Errno expected = Errno::perm) {
    SCOPED_TRACE(path);
    Filestat stat;
    const uint32_t follow = kLookupSymlinkFollow;
    EXPECT_EQ(guest_->tryOpen(kIn, path, 0, kRightFdRead, follow), expected);
    EXPECT_EQ(guest_->tryOpen(kIn, path, kOflagTrunc, kRightFdWrite, follow), expected);
    EXPECT_EQ(guest_->tryOpen(kIn, path, kOflagCreat, kRightFdWrite, follow), expected);
    EXPECT_EQ(guest_->tryOpen(kIn, path, kOflagDirectory, kRightFdReaddir, follow), expected);
    EXPECT_EQ(guest_->stat(kIn, path, stat, follow), expected);
    EXPECT_EQ(guest_->setTimes(kIn, path, 1, 1, kFstflagMtim, follow), expected);
  }
  void expectNoNameThere(const std::string &path, Errno expected = Errno::perm) {
    SCOPED_TRACE(path);
    Filestat stat;
    EXPECT_EQ(guest_->tryOpen(kIn, path), expected);
    EXPECT_EQ(guest_->stat(kIn, path, stat), expected);
    EXPECT_EQ(guest_->setTimes(kIn, path, 1, 1, kFstflagMtim), expected);
    EXPECT_EQ(guest_->onPath("path_unlink_file", kIn, path), expected);
    EXPECT_EQ(guest_->onPath("path_remove_directory", kIn, path), expected);
    EXPECT_EQ(guest_->onPath("path_create_directory", kIn, path), expected);
    EXPECT_EQ(guest_->symlink("x", kIn, path), expected);
    EXPECT_EQ(guest_->call("path_readlink", kIn, guest_->put(path), path.size(), 0, 100, 200),
              expected);
    EXPECT_EQ(guest_->onTwoPaths("path_rename", kIn, path, kIn, "stolen"), expected);
    EXPECT_EQ(guest_->onTwoPaths("path_rename", kIn, "file", kIn, path), expected);
    EXPECT_EQ(guest_->onTwoPaths("path_link", kIn, path, kIn, "stolen"), expected);
    EXPECT_EQ(guest_->onTwoPaths("path_link", kIn, "file", kIn, path), expected);
    EXPECT_FALSE(tree_.exists("in/stolen"));
    EXPECT_TRUE(tree_.exists("in/file"));
  }

  TemporaryTree tree_;
  std::string in_ = tree_ / "in";
  std::string other_ = tree_ / "other";
  std::string locked_ = tree_ / "locked";
  Preopen preopens_[3];
  std::unique_ptr<FakeGuest> guest_;
  std::vector<int64_t> outsideTimes_;
  int lockedCount_ = 2;
};

INSTANTIATE_TEST_SUITE_P(Resolvers, WasiSandbox,
                         testing::Values(ResolverKind::openat2, ResolverKind::walk), resolverName);

TEST_P(WasiSandbox, DotDot) {
  for (const char *path : {"../outside/secret", "dir/../../outside/secret", "./../outside/secret",
                           "dir/sub/../../../outside/secret", "..//outside/secret"}) {
    expectNoWayOut(path);
    expectNoNameThere(path);
  }
  // Out and back in is out.
  for (const char *path : {"../in/file", "..", "../", "../..", "dir/../..", "dir/../../"}) {
    expectNoWayOut(path);
    expectNoNameThere(path);
  }
}

TEST_P(WasiSandbox, AbsolutePaths) {
  for (const std::string &path :
       {std::string("/"), std::string("//"), std::string("/etc/passwd"), std::string("/."),
        std::string(tree_ / "outside/secret"), std::string(tree_ / "in/file")}) {
    expectNoWayOut(path);
    expectNoNameThere(path);
  }
}

TEST_P(WasiSandbox, LinksThatLeadOut) {
  tree_.link("../outside", "in/relative");
  tree_.link("../outside/secret", "in/dir/wrong"); // in/outside: beneath, but not there
  tree_.link("../../outside/secret", "in/dir/secret");
  tree_.link(std::string(tree_ / "outside"), "in/absolute");
  tree_.link(std::string(tree_ / "in"), "in/absoluteBackIn");
  tree_.link("dir/sub/../../../outside", "in/winding");
  tree_.link("../in/file", "in/outAndBack");
  tree_.link("relative", "in/twice");
  for (const char *path : {"relative", "dir/secret", "absolute", "absoluteBackIn", "winding",
                           "outAndBack", "twice", "dir/sub/../../twice"})
    expectNoWayOut(path);
  for (const char *path :
       {"relative/secret", "relative/dir/secret", "relative/.", "absolute/secret", "winding/secret",
        "twice/secret", "twice/new", "absoluteBackIn/file", "relative/dir/.."}) {
    expectNoWayOut(path);
    expectNoNameThere(path);
  }
  EXPECT_EQ(guest_->tryOpen(kIn, "dir/wrong", 0, kRightFdRead, kLookupSymlinkFollow), Errno::noent);
}

// A slash behind a name makes the kernel follow a link there, whatever the flags say.
TEST_P(WasiSandbox, SlashBehindALink) {
  tree_.link("../outside", "in/out");
  tree_.link("../outside/secret", "in/secret");
  Filestat stat;
  for (const char *path : {"out/", "out//", "out/.", "secret/"}) {
    SCOPED_TRACE(path);
    EXPECT_EQ(guest_->tryOpen(kIn, path), Errno::perm);
    EXPECT_EQ(guest_->tryOpen(kIn, path, kOflagDirectory), Errno::perm);
    EXPECT_EQ(guest_->stat(kIn, path, stat), Errno::perm);
    EXPECT_EQ(guest_->setTimes(kIn, path, 1, 1, kFstflagMtim), Errno::perm);
  }
  for (const char *path : {"out/", "out//", "secret/"}) {
    SCOPED_TRACE(path);
    EXPECT_EQ(guest_->onPath("path_unlink_file", kIn, path), Errno::notdir);
    EXPECT_EQ(guest_->onPath("path_remove_directory", kIn, path), Errno::notdir);
    EXPECT_EQ(guest_->onPath("path_create_directory", kIn, path), Errno::exist);
    EXPECT_EQ(guest_->symlink("x", kIn, path), Errno::notdir);
    EXPECT_EQ(guest_->onTwoPaths("path_rename", kIn, path, kIn, "x"), Errno::notdir);
    EXPECT_EQ(guest_->onTwoPaths("path_link", kIn, path, kIn, "x"), Errno::notdir);
    EXPECT_EQ(guest_->onTwoPaths("path_link", kIn, "file", kIn, path), Errno::notdir);
    EXPECT_EQ(guest_->onTwoPaths("path_rename", kIn, "file", kIn, path), Errno::notdir);
    EXPECT_EQ(guest_->onTwoPaths("path_rename", kIn, "dir", kIn, path), Errno::notdir);
    EXPECT_EQ(guest_->call("path_readlink", kIn, guest_->put(path), strlen(path), 0, 100, 200),
              Errno::notdir);
  }
  EXPECT_EQ(guest_->onPath("path_create_directory", kIn, "out/new"), Errno::perm);
}

TEST_P(WasiSandbox, Loops) {
  tree_.link("loop", "in/loop");
  tree_.link("b", "in/a");
  tree_.link("a", "in/b");
  tree_.link("dir/../c/x", "in/c");
  for (const char *path : {"loop", "a", "loop/x", "c"})
    EXPECT_EQ(guest_->tryOpen(kIn, path, 0, kRightFdRead, kLookupSymlinkFollow), Errno::loop)
        << path;
  EXPECT_EQ(guest_->onPath("path_unlink_file", kIn, "a/x"), Errno::loop);
  // As many links as the kernel follows, and one more.
  tree_.link("file", "in/l0");
  for (int i = 1; i <= 40; ++i)
    tree_.link("l" + std::to_string(i - 1), "in/l" + std::to_string(i));
  EXPECT_EQ(guest_->tryOpen(kIn, "l39", 0, kRightFdRead, kLookupSymlinkFollow), Errno::success);
  EXPECT_EQ(guest_->tryOpen(kIn, "l40", 0, kRightFdRead, kLookupSymlinkFollow), Errno::loop);
}

TEST_P(WasiSandbox, LongLinksAndDeepPaths) {
  const std::string longText = std::string(4000, 'x');
  std::string text;
  while (text.size() < 4000)
    text += "./";
  tree_.link(text + "file", "in/long");
  EXPECT_EQ(guest_->tryOpen(kIn, "long", 0, kRightFdRead, kLookupSymlinkFollow), Errno::success);
  std::string deep;
  for (int i = 0; i < 200; ++i)
    deep += "d/";
  tree_.directory("in/" + deep);
  EXPECT_EQ(guest_->tryOpen(kIn, deep), Errno::success);
  std::string backUp = deep;
  for (int i = 0; i < 200; ++i)
    backUp += "../";
  EXPECT_EQ(guest_->tryOpen(kIn, backUp + "file"), Errno::success);
  EXPECT_EQ(guest_->tryOpen(kIn, backUp + "../in/file"), Errno::perm);
}

// What the walk has no room for it refuses; the kernel has room for as much as a path can say.
TEST_P(WasiSandbox, MoreThanTheWalkHasRoomFor) {
  const Errno expected = GetParam() == ResolverKind::walk ? Errno::nametoolong : Errno::success;
  std::string deep;
  for (int i = 0; i < 300; ++i)
    deep += "d/";
  tree_.directory("in/" + deep);
  EXPECT_EQ(guest_->tryOpen(kIn, deep.substr(0, 2 * 255)), Errno::success);
  EXPECT_EQ(guest_->tryOpen(kIn, deep.substr(0, 2 * 256)), expected);
  EXPECT_EQ(guest_->tryOpen(kIn, deep), expected);
  // A link's text and what follows it.
  std::string text;
  while (text.size() < 4000)
    text += "./";
  tree_.link(text, "in/here");
  const std::string path = "here/" + std::string(90, '/') + "file";
  EXPECT_EQ(guest_->tryOpen(kIn, path), Errno::success);
  EXPECT_EQ(guest_->tryOpen(kIn, "here/" + std::string(91, '/') + "file"), expected);
  EXPECT_EQ(guest_->tryOpen(kIn, "here/" + std::string(4000, '/') + "file"), expected);
}

TEST_P(WasiSandbox, MagicLinks) {
  const Preopen preopens[] = {{"/proc/self", "/proc", false}};
  WasiOptions options;
  options.preopens = preopens;
  options.resolver = GetParam();
  FakeGuest guest(options);
  for (const char *path : {"root/etc/passwd", "cwd/x", "fd/0", "exe", "root/", "root"})
    EXPECT_NE(guest.tryOpen(3, path, 0, kRightFdRead, kLookupSymlinkFollow), Errno::success)
        << path;
  EXPECT_EQ(guest.tryOpen(3, "status"), Errno::success);
}

TEST_P(WasiSandbox, ReadOnlyGrantCannotBeChanged) {
  const Errno rofs = Errno::rofs;
  for (const Rights rights :
       {kRightFdWrite, kRightFdAllocate, kRightFdFilestatSetSize, kRightFdRead | kRightFdWrite})
    EXPECT_EQ(guest_->tryOpen(kLocked, "file", 0, rights), rofs);
  EXPECT_EQ(guest_->tryOpen(kLocked, "file", kOflagTrunc, 0), rofs);
  EXPECT_EQ(guest_->tryOpen(kLocked, "file", kOflagTrunc, kRightFdRead), rofs);
  EXPECT_EQ(guest_->tryOpen(kLocked, "new", kOflagCreat, kRightFdRead), rofs);
  EXPECT_EQ(guest_->tryOpen(kLocked, "new", kOflagCreat | kOflagExcl, 0), rofs);
  EXPECT_EQ(guest_->onPath("path_unlink_file", kLocked, "file"), rofs);
  EXPECT_EQ(guest_->onPath("path_remove_directory", kLocked, "dir"), rofs);
  EXPECT_EQ(guest_->onPath("path_create_directory", kLocked, "new"), rofs);
  EXPECT_EQ(guest_->symlink("x", kLocked, "new"), rofs);
  EXPECT_EQ(guest_->setTimes(kLocked, "file", 1, 1, kFstflagMtim), rofs);
  EXPECT_EQ(guest_->onTwoPaths("path_rename", kLocked, "file", kIn, "x"), rofs);
  EXPECT_EQ(guest_->onTwoPaths("path_rename", kIn, "file", kLocked, "x"), rofs);
  EXPECT_EQ(guest_->onTwoPaths("path_rename", kLocked, "file", kLocked, "x"), rofs);
  // A second name in a grant that may be changed would be a way to write the file.
  EXPECT_EQ(guest_->onTwoPaths("path_link", kLocked, "file", kIn, "x"), rofs);
  EXPECT_EQ(guest_->onTwoPaths("path_link", kIn, "file", kLocked, "x"), rofs);
}

TEST_P(WasiSandbox, ReadOnlyIsPassedOn) {
  constexpr Rights kAll = ~Rights{0};
  uint32_t file = 0;
  ASSERT_EQ(guest_->open(kLocked, "file", file, 0,
                         kAll & ~kRightFdWrite & ~kRightFdAllocate & ~kRightFdFilestatSetSize),
            Errno::success);
  EXPECT_EQ(guest_->readText(file), "locked");
  EXPECT_EQ(guest_->call("fd_filestat_set_times", file, 1, 1, kFstflagMtim), Errno::rofs);
  EXPECT_EQ(guest_->writeText(file, "x"), Errno::badf);
  EXPECT_EQ(guest_->call("fd_filestat_set_size", file, 0), Errno::notcapable);
  EXPECT_EQ(guest_->call("fd_allocate", file, 0, 100), Errno::notcapable);
  uint32_t root = 0;
  constexpr Rights kDirectory =
      kAll & ~kRightFdWrite & ~kRightFdAllocate & ~kRightFdFilestatSetSize;
  ASSERT_EQ(guest_->open(kLocked, ".", root, kOflagDirectory, kDirectory), Errno::success);
  EXPECT_EQ(guest_->call("fd_filestat_set_times", root, 1, 1, kFstflagMtim), Errno::rofs);
  EXPECT_EQ(guest_->tryOpen(root, "file", 0, kRightFdWrite), Errno::rofs);
  EXPECT_EQ(guest_->onPath("path_unlink_file", root, "file"), Errno::rofs);
  EXPECT_EQ(guest_->onTwoPaths("path_link", root, "file", kIn, "x"), Errno::rofs);
  // Another number does not make it another grant.
  uint32_t writable = 0;
  ASSERT_EQ(guest_->open(kIn, ".", writable, kOflagDirectory, kDirectory), Errno::success);
  ASSERT_EQ(guest_->call("fd_renumber", root, writable), Errno::success);
  EXPECT_EQ(guest_->onPath("path_unlink_file", writable, "file"), Errno::rofs);
  ASSERT_EQ(guest_->call("fd_renumber", kLocked, kIn), Errno::success);
  EXPECT_EQ(guest_->onPath("path_unlink_file", kIn, "file"), Errno::rofs);
}

TEST_P(WasiSandbox, BetweenGrantsThatMayBeChanged) {
  EXPECT_EQ(guest_->onTwoPaths("path_link", kIn, "file", kOther, "linked"), Errno::success);
  EXPECT_EQ(guest_->onTwoPaths("path_rename", kIn, "file", kOther, "dir/moved"), Errno::success);
  EXPECT_EQ(tree_.contents("other/dir/moved"), "mine");
  EXPECT_EQ(guest_->onTwoPaths("path_rename", kOther, "dir/../../outside/secret", kIn, "x"),
            Errno::perm);
  EXPECT_EQ(guest_->onTwoPaths("path_rename", kOther, "dir/moved", kIn, "../outside/x"),
            Errno::perm);
}

// A directory that has been moved to another grant while a descriptor stands for it is no way up
// into that grant's surroundings.
TEST_P(WasiSandbox, MovedDirectory) {
  constexpr Rights kRights = kRightPathOpen | kRightFdReaddir;
  uint32_t sub = 0;
  ASSERT_EQ(guest_->open(kIn, "dir/sub", sub, kOflagDirectory, kRights), Errno::success);
  ASSERT_EQ(guest_->onTwoPaths("path_rename", kIn, "dir/sub", kOther, "sub"), Errno::success);
  for (const char *path : {"..", "../dir", "../../outside/secret", "./../.."})
    EXPECT_EQ(guest_->tryOpen(sub, path), Errno::perm) << path;
}

// Opens `path` over and over while another thread changes the tree by `step`, until it has been
// opened and refused often enough. Whatever is opened must be the guest's own.
template <class Step>
void raceAgainst(FakeGuest &guest, uint32_t directory, std::string_view path, const Step &step) {
  constexpr int kEnough = 200;
  const auto deadline = std::chrono::steady_clock::now() + std::chrono::seconds(20);
  std::atomic<bool> stop = false;
  std::thread other([&] {
    while (!stop)
      step();
  });
  int opened = 0;
  int refused = 0;
  bool escaped = false;
  while ((opened < kEnough || refused < kEnough) && !escaped &&
         std::chrono::steady_clock::now() < deadline) {
    uint32_t fd = 0;
    if (guest.open(directory, path, fd, 0, kRightFdRead, kLookupSymlinkFollow) != Errno::success) {
      ++refused;
      continue;
    }
    ++opened;
    guest.write(50000, GuestIovec{60000, 16});
    EXPECT_EQ(guest.call("fd_read", fd, 50000, 1, 50016), Errno::success);
    escaped = guest.text(60000, 4) != "mine";
    EXPECT_EQ(guest.call("fd_close", fd), Errno::success);
  }
  stop = true;
  other.join();
  EXPECT_FALSE(escaped);
  // Else there was no race.
  EXPECT_GT(opened, 0);
  EXPECT_GT(refused, 0);
}

// While the guest resolves in/swap/deep/../../file, somebody keeps moving in/swap/deep out and
// back. "../.." from where it was moved to would be another file.
TEST_P(WasiSandbox, DirectoryMovedWhileResolving) {
  tree_.directory("in/swap/deep");
  tree_.directory("elsewhere/one");
  tree_.file("elsewhere/file", "wrong");
  const std::string inside = tree_ / "in/swap/deep";
  const std::string outside = tree_ / "elsewhere/one/deep";
  raceAgainst(*guest_, kIn, "swap/deep/../../file", [&] {
    ::rename(inside.c_str(), outside.c_str());
    ::rename(outside.c_str(), inside.c_str());
  });
  std::filesystem::remove_all(tree_ / "elsewhere");
  outsideTimes_ = timesOfOutside(); // the root of the tree changed by our own doing
}

// A name that alternates between a directory and a link out of the grant.
TEST_P(WasiSandbox, NameBecomesALinkWhileResolving) {
  tree_.directory("in/real");
  tree_.file("in/real/secret", "mine");
  tree_.link("../outside", "in/evil");
  const std::string name = tree_ / "in/name";
  const std::string real = tree_ / "in/real";
  const std::string evil = tree_ / "in/evil";
  raceAgainst(*guest_, kIn, "name/secret", [&] {
    ::rename(real.c_str(), name.c_str());
    ::rename(name.c_str(), real.c_str());
    ::rename(evil.c_str(), name.c_str());
    ::rename(name.c_str(), evil.c_str());
  });
}

TEST(WasiResolver, LeavesNoDescriptorsOpen) {
  TemporaryTree tree;
  tree.directory("a/b/c");
  tree.file("a/b/c/file", "");
  tree.link("b/c", "a/link");
  const std::string root = tree / "";
  const Preopen preopens[] = {{root.c_str(), "/", false}};
  const auto openFiles = [] {
    int count = 0;
    for ([[maybe_unused]] const auto &each : std::filesystem::directory_iterator("/proc/self/fd"))
      ++count;
    return count;
  };
  const int before = openFiles();
  for (const ResolverKind kind :
       {ResolverKind::automatic, ResolverKind::openat2, ResolverKind::walk}) {
    WasiOptions options;
    options.preopens = preopens;
    options.resolver = kind;
    FakeGuest guest(options);
    Filestat stat;
    EXPECT_EQ(guest.tryOpen(3, "a/link/file"), Errno::success);
    EXPECT_EQ(guest.tryOpen(3, "a/link/../../../../x"), Errno::perm);
    EXPECT_EQ(guest.tryOpen(3, "a/link/missing"), Errno::noent);
    EXPECT_EQ(guest.stat(3, "a/b/../b/c/file", stat), Errno::success);
    EXPECT_EQ(guest.onPath("path_create_directory", 3, "a/b/../new"), Errno::success);
    EXPECT_EQ(guest.onPath("path_remove_directory", 3, "a/b/../new"), Errno::success);
    EXPECT_EQ(guest.onPath("path_remove_directory", 3, "a/b/.."), Errno::notempty);
    EXPECT_EQ(openFiles(), before + 1); // the grant
  }
  EXPECT_EQ(openFiles(), before);
}

} // namespace
} // namespace wasmc::wasi::test
