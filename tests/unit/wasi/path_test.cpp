// path_*: what POSIX and preview1 promise, with both resolvers. sandbox_test.cpp has what must not
// happen.
#include <fcntl.h>

#include <array>

#include "tests/unit/wasi/fake_guest.h"

namespace wasmc::wasi::test {
namespace {

class WasiPath : public testing::TestWithParam<ResolverKind> {
protected:
  WasiPath() {
    tree_.directory("dir/nested");
    tree_.file("file", "contents");
    tree_.file("dir/nested/deep", "deep");
    preopens_[0] = {root_.c_str(), "/", false};
    WasiOptions options;
    options.preopens = preopens_;
    options.resolver = GetParam();
    guest_ = std::make_unique<FakeGuest>(options);
  }

  std::string readAt(std::string_view path, uint32_t lookupFlags = 0) {
    uint32_t fd = 0;
    const Errno error = guest_->open(3, path, fd, 0, FakeGuest::kReadWrite, lookupFlags);
    if (error != Errno::success)
      return "errno " + std::to_string(static_cast<int>(error));
    const std::string text = guest_->readText(fd);
    EXPECT_EQ(guest_->call("fd_close", fd), Errno::success);
    return text;
  }
  Errno unlink(std::string_view path) { return guest_->onPath("path_unlink_file", 3, path); }
  Errno mkdir(std::string_view path) { return guest_->onPath("path_create_directory", 3, path); }
  Errno rmdir(std::string_view path) { return guest_->onPath("path_remove_directory", 3, path); }
  Errno rename(std::string_view from, std::string_view to) {
    return guest_->onTwoPaths("path_rename", 3, from, 3, to);
  }
  Errno link(std::string_view from, std::string_view to) {
    return guest_->onTwoPaths("path_link", 3, from, 3, to);
  }
  Errno symlink(std::string_view text, std::string_view path) {
    return guest_->symlink(text, 3, path);
  }
  Errno tryOpen(std::string_view path, uint32_t oflags = 0, uint32_t lookupFlags = 0) {
    return guest_->tryOpen(3, path, oflags, kRightFdRead, lookupFlags);
  }

  TemporaryTree tree_;
  std::string root_ = tree_ / "";
  Preopen preopens_[1];
  std::unique_ptr<FakeGuest> guest_;
};

INSTANTIATE_TEST_SUITE_P(Resolvers, WasiPath,
                         testing::Values(ResolverKind::openat2, ResolverKind::walk), resolverName);

TEST_P(WasiPath, InterestingPaths) {
  EXPECT_EQ(readAt("dir/nested/deep"), "deep");
  EXPECT_EQ(readAt("dir/.//nested/../../dir/nested/../nested///./deep"), "deep");
  EXPECT_EQ(readAt("./file"), "contents");
  EXPECT_EQ(tryOpen("dir/nested/"), Errno::success);
  EXPECT_EQ(tryOpen("dir/nested///"), Errno::success);
  EXPECT_EQ(tryOpen("."), Errno::success);
  EXPECT_EQ(tryOpen("dir/.."), Errno::success);
  EXPECT_EQ(tryOpen("file/"), Errno::notdir);
  EXPECT_EQ(tryOpen("file///"), Errno::notdir);
  EXPECT_EQ(tryOpen("file/."), Errno::notdir);
  EXPECT_EQ(tryOpen("file/x"), Errno::notdir);
  EXPECT_EQ(tryOpen("missing"), Errno::noent);
  EXPECT_EQ(tryOpen("missing/x"), Errno::noent);
  EXPECT_EQ(tryOpen(""), Errno::noent);
}

TEST_P(WasiPath, NamesTooLongAndWithNul) {
  EXPECT_EQ(tryOpen(std::string_view("file\0", 5)), Errno::inval);
  EXPECT_EQ(tryOpen(std::string_view("file\0/../..", 11)), Errno::inval);
  EXPECT_EQ(unlink(std::string_view("fi\0le", 5)), Errno::inval);
  const std::string name255(255, 'n');
  const std::string name256(256, 'n');
  EXPECT_EQ(tryOpen(name255), Errno::noent);
  EXPECT_EQ(tryOpen(name256), Errno::nametoolong);
  EXPECT_EQ(mkdir(name256), Errno::nametoolong);
  EXPECT_EQ(mkdir(name255), Errno::success);
  EXPECT_EQ(tryOpen(name256 + "/x"), Errno::nametoolong);
  std::string longest;
  while (longest.size() + 2 < 4095)
    longest += "./";
  longest += '.';
  ASSERT_EQ(longest.size(), 4095u);
  EXPECT_EQ(tryOpen(longest), Errno::success);
  EXPECT_EQ(tryOpen(longest + "/"), Errno::nametoolong);
  EXPECT_EQ(tryOpen(std::string(70000, '.')), Errno::nametoolong);
}

TEST_P(WasiPath, PathBeyondTheMemory) {
  constexpr uint32_t kEnd = FakeGuest::kMemorySize;
  EXPECT_EQ(guest_->call("path_unlink_file", 3, kEnd - 3, 4), Errno::fault);
  EXPECT_EQ(guest_->call("path_unlink_file", 3, 0, 0xffffffffu), Errno::fault);
  guest_->write(kEnd - 4, std::array{'f', 'i', 'l', 'e'});
  // Nothing is created or opened when the result has no place.
  EXPECT_EQ(
      guest_->call("path_open", 3, 0, kEnd - 4, 4, kOflagTrunc, kRightFdWrite, 0, 0, kEnd - 3),
      Errno::fault);
  EXPECT_EQ(tree_.contents("file"), "contents");
  EXPECT_EQ(guest_->call("path_unlink_file", 3, kEnd - 4, 4), Errno::success);
  EXPECT_FALSE(tree_.exists("file"));
}

TEST_P(WasiPath, OpenFlags) {
  uint32_t fd = 0;
  EXPECT_EQ(tryOpen("new"), Errno::noent);
  ASSERT_EQ(guest_->open(3, "new", fd, kOflagCreat), Errno::success);
  EXPECT_EQ(guest_->writeText(fd, "text"), Errno::success);
  EXPECT_EQ(tree_.contents("new"), "text");
  EXPECT_EQ(tryOpen("new", kOflagCreat), Errno::success);
  EXPECT_EQ(tryOpen("new", kOflagCreat | kOflagExcl), Errno::exist);
  EXPECT_EQ(tryOpen("new2", kOflagCreat | kOflagExcl), Errno::success);
  EXPECT_EQ(tryOpen("new", kOflagTrunc), Errno::success);
  EXPECT_EQ(tree_.contents("new"), "");
  EXPECT_EQ(tryOpen("file", kOflagDirectory), Errno::notdir);
  EXPECT_EQ(tryOpen("dir", kOflagDirectory), Errno::success);
  EXPECT_EQ(tryOpen("dir", kOflagCreat | kOflagDirectory), Errno::inval);
  EXPECT_EQ(tryOpen("dir", 16), Errno::inval);
  EXPECT_EQ(tryOpen("dir", 0, 2), Errno::inval);
  EXPECT_EQ(guest_->open(3, "dir", fd, 0, kRightFdRead, 0, 32), Errno::inval);
  EXPECT_EQ(guest_->open(3, "dir", fd, kOflagDirectory, kRightFdRead | kRightFdWrite),
            Errno::isdir);
  EXPECT_EQ(tryOpen("new/", kOflagCreat), Errno::isdir);
  EXPECT_EQ(tryOpen("newer/", kOflagCreat), Errno::isdir);
  EXPECT_EQ(tryOpen("dir", kOflagCreat), Errno::isdir);
  EXPECT_EQ(tryOpen("dir/.", kOflagCreat), Errno::isdir);
}

TEST_P(WasiPath, DescriptorsAreRelativeToTheirDirectory) {
  uint32_t dir = 0;
  ASSERT_EQ(guest_->open(3, "dir", dir, kOflagDirectory, kRightPathOpen | kRightPathFilestatGet),
            Errno::success);
  EXPECT_EQ(guest_->tryOpen(dir, "nested/deep"), Errno::success);
  EXPECT_EQ(guest_->tryOpen(dir, "../file"), Errno::perm);
  uint32_t file = 0;
  ASSERT_EQ(guest_->open(3, "file", file), Errno::success);
  EXPECT_EQ(guest_->tryOpen(file, "x"), Errno::notdir);
  EXPECT_EQ(guest_->onPath("path_unlink_file", file, "x"), Errno::notdir);
  EXPECT_EQ(guest_->tryOpen(1, "x"), Errno::notdir);
}

TEST_P(WasiPath, LinksInTheMiddleAndAtTheEnd) {
  tree_.link("dir/nested", "way");
  tree_.link("way/deep", "target");
  tree_.link("missing", "dangling");
  EXPECT_EQ(readAt("way/deep"), "deep");
  EXPECT_EQ(readAt("target", kLookupSymlinkFollow), "deep");
  EXPECT_EQ(tryOpen("target"), Errno::loop);
  EXPECT_EQ(tryOpen("way"), Errno::loop);
  EXPECT_EQ(tryOpen("way", kOflagDirectory), Errno::notdir);
  EXPECT_EQ(tryOpen("way", kOflagDirectory, kLookupSymlinkFollow), Errno::success);
  EXPECT_EQ(tryOpen("way/"), Errno::success);
  EXPECT_EQ(tryOpen("way/."), Errno::success);
  EXPECT_EQ(tryOpen("target/"), Errno::notdir);
  EXPECT_EQ(tryOpen("dangling"), Errno::loop);
  EXPECT_EQ(tryOpen("dangling", 0, kLookupSymlinkFollow), Errno::noent);
  EXPECT_EQ(tryOpen("dangling", kOflagCreat | kOflagExcl, kLookupSymlinkFollow), Errno::exist);
  EXPECT_EQ(tryOpen("dangling", kOflagCreat, kLookupSymlinkFollow), Errno::success);
  EXPECT_TRUE(tree_.exists("missing"));
  // ".." behind a link goes up from where the link led.
  EXPECT_EQ(tryOpen("way/../nested/deep"), Errno::success);
  EXPECT_EQ(tryOpen("way/../file"), Errno::noent);
}

TEST_P(WasiPath, ExclusiveCreationFollowsNoLink) {
  EXPECT_EQ(symlink("absent", "dangling"), Errno::success);
  for (const char *path : {"dangling", "./dangling", "dir/../dangling"})
    EXPECT_EQ(tryOpen(path, kOflagCreat | kOflagExcl, kLookupSymlinkFollow), Errno::exist) << path;
  EXPECT_FALSE(tree_.exists("absent"));
}

// Programs that an embedder starts get none of what its guests have open.
TEST_P(WasiPath, NothingIsLeftToOtherPrograms) {
  for (const char *path : {"file", "./file", "dir", "dir/nested"}) {
    uint32_t fd = 0;
    ASSERT_EQ(guest_->open(3, path, fd, 0, kRightFdRead), Errno::success);
    const int host = (*guest_->wasi().descriptors().find(fd))->host;
    EXPECT_EQ(fcntl(host, F_GETFD), FD_CLOEXEC) << path;
  }
  EXPECT_EQ(fcntl((*guest_->wasi().descriptors().find(3))->host, F_GETFD), FD_CLOEXEC);
}

TEST_P(WasiPath, Stat) {
  tree_.link("file", "link");
  Filestat stat;
  ASSERT_EQ(guest_->stat(3, "file", stat), Errno::success);
  EXPECT_EQ(stat.size, 8u);
  EXPECT_EQ(stat.filetype, Filetype::regularFile);
  ASSERT_EQ(guest_->stat(3, "link", stat), Errno::success);
  EXPECT_EQ(stat.filetype, Filetype::symbolicLink);
  ASSERT_EQ(guest_->stat(3, "link", stat, kLookupSymlinkFollow), Errno::success);
  EXPECT_EQ(stat.filetype, Filetype::regularFile);
  ASSERT_EQ(guest_->stat(3, "dir/nested", stat, kLookupSymlinkFollow), Errno::success);
  EXPECT_EQ(stat.filetype, Filetype::directory);
  ASSERT_EQ(guest_->stat(3, ".", stat), Errno::success);
  EXPECT_EQ(stat.filetype, Filetype::directory);
  EXPECT_EQ(guest_->stat(3, "file/", stat), Errno::notdir);
  EXPECT_EQ(guest_->stat(3, "missing", stat), Errno::noent);
  EXPECT_EQ(guest_->stat(3, "file", stat, 2), Errno::inval);
  ASSERT_EQ(guest_->callIn("wasi_unstable", "path_filestat_get", 3, 0, guest_->put("file"), 4, 100),
            Errno::success);
  EXPECT_EQ(guest_->read<uint64_t>(124), 8u); // size
}

TEST_P(WasiPath, SetTimes) {
  tree_.link("file", "link");
  Filestat stat;
  EXPECT_EQ(guest_->setTimes(3, "file", 5, 6, kFstflagAtim | kFstflagMtim), Errno::success);
  ASSERT_EQ(guest_->stat(3, "file", stat), Errno::success);
  EXPECT_EQ(stat.atim, 5u);
  EXPECT_EQ(stat.mtim, 6u);
  EXPECT_EQ(guest_->setTimes(3, "link", 0, 77, kFstflagMtim), Errno::success);
  ASSERT_EQ(guest_->stat(3, "link", stat), Errno::success);
  EXPECT_EQ(stat.mtim, 77u);
  EXPECT_EQ(guest_->setTimes(3, "link", 0, 88, kFstflagMtim, kLookupSymlinkFollow), Errno::success);
  ASSERT_EQ(guest_->stat(3, "file", stat), Errno::success);
  EXPECT_EQ(stat.mtim, 88u);
  EXPECT_EQ(guest_->setTimes(3, "file", 0, 0, kFstflagMtim | kFstflagMtimNow), Errno::inval);
  EXPECT_EQ(guest_->setTimes(3, "missing", 0, 0, kFstflagMtim), Errno::noent);
  EXPECT_EQ(guest_->setTimes(3, ".", 0, 9, kFstflagMtim), Errno::success);
}

TEST_P(WasiPath, Directories) {
  EXPECT_EQ(mkdir("a"), Errno::success);
  EXPECT_EQ(mkdir("a"), Errno::exist);
  EXPECT_EQ(mkdir("a/b/"), Errno::success);
  EXPECT_EQ(mkdir("a/c/d"), Errno::noent);
  EXPECT_EQ(mkdir("file/d"), Errno::notdir);
  EXPECT_EQ(mkdir("a/."), Errno::exist);
  EXPECT_EQ(mkdir("a/.."), Errno::exist);
  EXPECT_EQ(mkdir("."), Errno::exist);
  EXPECT_EQ(rmdir("a"), Errno::notempty);
  EXPECT_EQ(rmdir("a/."), Errno::inval);
  EXPECT_EQ(rmdir("a/b/.."), Errno::notempty);
  EXPECT_EQ(rmdir("a/b/"), Errno::success);
  EXPECT_EQ(rmdir("a"), Errno::success);
  EXPECT_EQ(rmdir("a"), Errno::noent);
  EXPECT_EQ(rmdir("file"), Errno::notdir);
  EXPECT_EQ(rmdir("file/"), Errno::notdir);
  tree_.link("dir", "link");
  EXPECT_EQ(rmdir("link"), Errno::notdir);
  EXPECT_EQ(rmdir("link/"), Errno::notdir);
  EXPECT_TRUE(tree_.exists("dir"));
}

TEST_P(WasiPath, Unlink) {
  tree_.link("dir", "link");
  tree_.link("file", "filelink");
  EXPECT_EQ(unlink("dir"), Errno::isdir);
  EXPECT_EQ(unlink("dir/"), Errno::isdir);
  EXPECT_EQ(unlink("."), Errno::isdir);
  EXPECT_EQ(unlink("file/"), Errno::notdir);
  EXPECT_EQ(unlink("link/"), Errno::notdir);
  EXPECT_EQ(unlink("filelink/"), Errno::notdir);
  EXPECT_EQ(unlink("link"), Errno::success);
  EXPECT_TRUE(tree_.exists("dir"));
  EXPECT_EQ(unlink("file"), Errno::success);
  EXPECT_EQ(unlink("file"), Errno::noent);
  EXPECT_EQ(unlink("file/"), Errno::noent);
  EXPECT_EQ(unlink("dir/nested/deep"), Errno::success);
  EXPECT_FALSE(tree_.exists("dir/nested/deep"));
}

TEST_P(WasiPath, Rename) {
  EXPECT_EQ(rename("file", "dir/moved"), Errno::success);
  EXPECT_EQ(tree_.contents("dir/moved"), "contents");
  EXPECT_FALSE(tree_.exists("file"));
  EXPECT_EQ(rename("file", "x"), Errno::noent);
  EXPECT_EQ(rename("dir/moved", "dir/nested"), Errno::isdir);
  EXPECT_EQ(rename("dir/moved", "x/"), Errno::notdir);
  EXPECT_EQ(rename("dir/moved/", "x"), Errno::notdir);
  EXPECT_EQ(rename("dir/", "renamed/"), Errno::success);
  EXPECT_EQ(tree_.contents("renamed/moved"), "contents");
  EXPECT_EQ(rename("renamed", "renamed/nested/x"), Errno::inval);
  EXPECT_EQ(rename("renamed/.", "x"), Errno::busy);
  EXPECT_EQ(rename("renamed", "renamed/.."), Errno::busy);
  EXPECT_EQ(mkdir("empty"), Errno::success);
  EXPECT_EQ(rename("empty", "renamed"), Errno::notempty);
  EXPECT_EQ(rename("empty", "renamed/moved"), Errno::notdir);
  tree_.link("renamed", "link");
  EXPECT_EQ(rename("link/", "x"), Errno::notdir);
  EXPECT_EQ(rename("link", "x"), Errno::success);
  EXPECT_EQ(std::filesystem::read_symlink(tree_ / "x"), "renamed");
}

TEST_P(WasiPath, HardLinks) {
  EXPECT_EQ(link("file", "dir/same"), Errno::success);
  Filestat stat;
  ASSERT_EQ(guest_->stat(3, "dir/same", stat), Errno::success);
  EXPECT_EQ(stat.nlink, 2u);
  EXPECT_EQ(link("file", "dir/same"), Errno::exist);
  EXPECT_EQ(link("file", "file"), Errno::exist);
  EXPECT_EQ(link("dir", "x"), Errno::perm);
  EXPECT_EQ(link("dir/", "x"), Errno::perm);
  EXPECT_EQ(link(".", "x"), Errno::perm);
  EXPECT_EQ(link("file", "x/"), Errno::noent);
  EXPECT_EQ(link("file", "dir/"), Errno::exist);
  EXPECT_EQ(link("file", "dir/.."), Errno::exist);
  EXPECT_EQ(link("file/", "x"), Errno::notdir);
  EXPECT_EQ(link("missing", "x"), Errno::noent);
  tree_.link("missing", "dangling");
  EXPECT_EQ(link("dangling", "again"), Errno::success);
  EXPECT_EQ(std::filesystem::read_symlink(tree_ / "again"), "missing");
  EXPECT_EQ(link("file", "dangling"), Errno::exist);
  EXPECT_EQ(guest_->call("path_link", 3, kLookupSymlinkFollow, guest_->put("file"), 4, 3,
                         guest_->put("x"), 1),
            Errno::inval);
}

TEST_P(WasiPath, SymbolicLinks) {
  EXPECT_EQ(symlink("nested/deep", "dir/link"), Errno::success);
  EXPECT_EQ(readAt("dir/link", kLookupSymlinkFollow), "deep");
  EXPECT_EQ(symlink("x", "dir/link"), Errno::exist);
  EXPECT_EQ(symlink("x", "new/"), Errno::noent);
  EXPECT_EQ(symlink("x", "dir/"), Errno::exist);
  EXPECT_EQ(symlink("x", "file/"), Errno::notdir);
  EXPECT_EQ(symlink("x", "dir/.."), Errno::exist);
  EXPECT_EQ(symlink("", "empty"), Errno::noent);
  EXPECT_EQ(symlink("/", "absolute"), Errno::perm);
  EXPECT_EQ(symlink("/etc/passwd", "absolute"), Errno::perm);
  EXPECT_FALSE(tree_.exists("absolute"));
}

TEST_P(WasiPath, Readlink) {
  tree_.link("dir/nested", "link");
  const auto readlink = [&](std::string_view path, uint32_t buffer, uint32_t size) {
    return guest_->call("path_readlink", 3, guest_->put(path), path.size(), buffer, size, 0);
  };
  ASSERT_EQ(readlink("link", 64, 100), Errno::success);
  EXPECT_EQ(guest_->read<uint32_t>(0), 10u);
  EXPECT_EQ(guest_->text(64, 11), std::string("dir/nested\0", 11));
  ASSERT_EQ(readlink("link", 164, 4), Errno::success);
  EXPECT_EQ(guest_->read<uint32_t>(0), 4u);
  EXPECT_EQ(guest_->text(164, 5), std::string("dir/\0", 5));
  ASSERT_EQ(readlink("link", 164, 0), Errno::success);
  EXPECT_EQ(guest_->read<uint32_t>(0), 0u);
  EXPECT_EQ(readlink("file", 64, 0), Errno::inval);
  EXPECT_EQ(readlink("file", 64, 10), Errno::inval);
  EXPECT_EQ(readlink("missing", 64, 10), Errno::noent);
  EXPECT_EQ(readlink("link", FakeGuest::kMemorySize - 3, 4), Errno::fault);
  EXPECT_EQ(readlink("dir/..", 64, 10), Errno::inval);
}

} // namespace
} // namespace wasmc::wasi::test
