// fd_*: contents, positions, attributes, rights, numbers.
#include <fcntl.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <unistd.h>

#include <map>

#include "tests/unit/wasi/fake_guest.h"

namespace wasmc::wasi::test {
namespace {

constexpr uint32_t kEnd = FakeGuest::kMemorySize;
constexpr Rights kAll = ~Rights{0};

class WasiFd : public testing::Test {
protected:
  WasiFd() {
    tree_.directory("sub");
    tree_.file("file", "0123456789");
    preopens_[0] = {root_.c_str(), "/", false};
    WasiOptions options;
    options.preopens = preopens_;
    guest_ = std::make_unique<FakeGuest>(options);
  }

  uint32_t open(std::string_view path, uint32_t oflags = 0, Rights base = kAll,
                uint32_t fdflags = 0) {
    uint32_t fd = 0;
    EXPECT_EQ(guest_->open(3, path, fd, oflags, base, 0, fdflags), Errno::success) << path;
    return fd;
  }

  TemporaryTree tree_;
  std::string root_ = tree_ / "";
  Preopen preopens_[1];
  std::unique_ptr<FakeGuest> guest_;
};

TEST_F(WasiFd, PrestatOnlyForPreopens) {
  ASSERT_EQ(guest_->call("fd_prestat_get", 3, 0), Errno::success);
  EXPECT_EQ(guest_->read<uint8_t>(0), 0);
  EXPECT_EQ(guest_->read<uint32_t>(4), 1u);
  EXPECT_EQ(guest_->call("fd_prestat_dir_name", 3, 100, 1), Errno::success);
  EXPECT_EQ(guest_->text(100, 2), std::string("/\0", 2));
  EXPECT_EQ(guest_->call("fd_prestat_dir_name", 3, 100, 9), Errno::success);
  EXPECT_EQ(guest_->call("fd_prestat_dir_name", 3, 100, 0), Errno::nametoolong);
  EXPECT_EQ(guest_->call("fd_prestat_dir_name", 3, kEnd, 1), Errno::fault);
  EXPECT_EQ(guest_->call("fd_prestat_get", 4, 0), Errno::badf);
  EXPECT_EQ(guest_->call("fd_prestat_get", 0, 0), Errno::badf);
  EXPECT_EQ(guest_->call("fd_prestat_dir_name", 2, 100, 9), Errno::badf);
  const uint32_t sub = open("sub", kOflagDirectory, kRightFdReaddir);
  EXPECT_EQ(guest_->call("fd_prestat_get", sub, 0), Errno::badf);
}

TEST_F(WasiFd, ReadsAndWritesThroughSeveralBuffers) {
  const uint32_t fd = open("new", kOflagCreat);
  const uint32_t text = guest_->put("hello, world");
  const uint32_t list = guest_->reserve(24);
  const uint32_t entries[6] = {text, 5, kEnd, 0, text + 5, 7};
  guest_->write(list, entries);
  ASSERT_EQ(guest_->call("fd_write", fd, list, 3, 0), Errno::success);
  EXPECT_EQ(guest_->read<uint32_t>(0), 12u);
  EXPECT_EQ(tree_.contents("new"), "hello, world");
  ASSERT_EQ(guest_->call("fd_seek", fd, -5, 2, 8), Errno::success);
  EXPECT_EQ(guest_->read<uint64_t>(8), 7u);
  EXPECT_EQ(guest_->readText(fd), "world");
  EXPECT_EQ(guest_->readText(fd), "");
}

TEST_F(WasiFd, ListsOfAllLengths) {
  const uint32_t fd = open("new", kOflagCreat);
  const uint32_t text = guest_->put("x");
  const uint32_t list = guest_->reserve(1025 * 8);
  for (uint32_t i = 0; i < 1025; ++i)
    guest_->write(list + 8 * i, GuestIovec{text, 1});
  for (const uint32_t count : {0u, 1u, 16u, 17u, 1024u}) {
    ASSERT_EQ(guest_->call("fd_write", fd, list, count, 0), Errno::success) << count;
    EXPECT_EQ(guest_->read<uint32_t>(0), count);
  }
  EXPECT_EQ(tree_.contents("new"), std::string(1058, 'x'));
  EXPECT_EQ(guest_->call("fd_write", fd, list, 1025, 0), Errno::inval);
  EXPECT_EQ(guest_->call("fd_write", fd, list, 0xffffffffu, 0), Errno::inval);
  EXPECT_EQ(guest_->call("fd_write", fd, list, 0x20000001u, 0), Errno::inval);
}

TEST_F(WasiFd, BuffersBeyondTheMemory) {
  const uint32_t fd = open("file");
  EXPECT_EQ(guest_->call("fd_read", fd, guest_->iovec(kEnd - 10, 11), 1, 0), Errno::fault);
  EXPECT_EQ(guest_->call("fd_read", fd, guest_->iovec(kEnd - 10, 10), 1, 0), Errno::success);
  EXPECT_EQ(guest_->text(kEnd - 10, 10), "0123456789");
  EXPECT_EQ(guest_->call("fd_read", fd, guest_->iovec(8, 0xffffffffu), 1, 0), Errno::fault);
  EXPECT_EQ(guest_->call("fd_read", fd, guest_->iovec(0xffffffffu, 1), 1, 0), Errno::fault);
  EXPECT_EQ(guest_->call("fd_read", fd, kEnd - 7, 1, 0), Errno::fault);
  EXPECT_EQ(guest_->call("fd_read", fd, 0xfffffff8u, 1, 0), Errno::fault);
  EXPECT_EQ(guest_->call("fd_read", fd, guest_->iovec(0, 1), 1, kEnd - 3), Errno::fault);
}

TEST_F(WasiFd, PositionedTransfersLeaveThePosition) {
  const uint32_t fd = open("file");
  const uint32_t buffer = guest_->reserve(16);
  ASSERT_EQ(guest_->call("fd_pread", fd, guest_->iovec(buffer, 4), 1, 3, 0), Errno::success);
  EXPECT_EQ(guest_->text(buffer, 4), "3456");
  ASSERT_EQ(guest_->call("fd_pwrite", fd, guest_->iovec(guest_->put("AB"), 2), 1, 8, 0),
            Errno::success);
  ASSERT_EQ(guest_->call("fd_tell", fd, 8), Errno::success);
  EXPECT_EQ(guest_->read<uint64_t>(8), 0u);
  EXPECT_EQ(guest_->readText(fd), "01234567AB");
  EXPECT_EQ(guest_->call("fd_pread", fd, guest_->iovec(buffer, 4), 1, uint64_t{1} << 63, 0),
            Errno::inval);
}

TEST_F(WasiFd, SeekKindsAndErrors) {
  const uint32_t fd = open("file");
  const auto seek = [&](int64_t offset, uint32_t whence) {
    return guest_->call("fd_seek", fd, offset, whence, 16);
  };
  EXPECT_EQ(seek(4, 0), Errno::success);
  EXPECT_EQ(seek(2, 1), Errno::success);
  EXPECT_EQ(guest_->read<uint64_t>(16), 6u);
  EXPECT_EQ(seek(1000, 2), Errno::success);
  EXPECT_EQ(guest_->read<uint64_t>(16), 1010u);
  EXPECT_EQ(seek(-2000, 1), Errno::inval);
  EXPECT_EQ(seek(0, 3), Errno::inval);
  EXPECT_EQ(guest_->call("fd_seek", 3, 0, 0, 16), Errno::badf);
  // set, cur and end are 2, 0 and 1 in wasi_unstable.
  EXPECT_EQ(guest_->callIn("wasi_unstable", "fd_seek", fd, 3, 2, 16), Errno::success);
  EXPECT_EQ(guest_->callIn("wasi_unstable", "fd_seek", fd, 1, 0, 16), Errno::success);
  EXPECT_EQ(guest_->read<uint64_t>(16), 4u);
  EXPECT_EQ(guest_->callIn("wasi_unstable", "fd_seek", fd, -1, 1, 16), Errno::success);
  EXPECT_EQ(guest_->read<uint64_t>(16), 9u);
}

TEST_F(WasiFd, SeekOnAPipe) {
  int pipe[2];
  ASSERT_EQ(::pipe(pipe), 0);
  Descriptor descriptor;
  descriptor.host = pipe[0];
  descriptor.rightsBase = kRightFdSeek | kRightFdRead;
  const Outcome<uint32_t> fd = guest_->wasi().descriptors().insert(descriptor);
  ASSERT_TRUE(fd);
  EXPECT_EQ(guest_->call("fd_seek", *fd, 0, 0, 16), Errno::spipe);
  EXPECT_EQ(guest_->call("fd_tell", *fd, 16), Errno::spipe);
  ::close(pipe[1]);
}

TEST_F(WasiFd, DirectoriesHaveNoContents) {
  const uint32_t list = guest_->iovec(100, 10);
  EXPECT_EQ(guest_->call("fd_read", 3, list, 1, 0), Errno::badf);
  EXPECT_EQ(guest_->call("fd_write", 3, list, 1, 0), Errno::badf);
  EXPECT_EQ(guest_->call("fd_pread", 3, list, 1, 0, 0), Errno::badf);
  EXPECT_EQ(guest_->call("fd_pwrite", 3, list, 1, 0, 0), Errno::badf);
  EXPECT_EQ(guest_->call("fd_allocate", 3, 0, 1), Errno::badf);
  EXPECT_EQ(guest_->call("fd_advise", 3, 0, 0, 4), Errno::badf);
  EXPECT_EQ(guest_->call("fd_sync", 3), Errno::badf);
  EXPECT_EQ(guest_->call("fd_datasync", 3), Errno::badf);
  EXPECT_EQ(guest_->call("fd_fdstat_set_flags", 3, kFdflagNonblock), Errno::badf);
  EXPECT_EQ(guest_->call("fd_filestat_set_size", 3, 0), Errno::badf);
  EXPECT_EQ(guest_->call("fd_tell", 3, 0), Errno::badf);
}

TEST_F(WasiFd, BadDescriptors) {
  for (const uint32_t fd : {4u, 31u, 32u, 65535u, 65536u, 0x7fffffffu, 0xffffffffu}) {
    EXPECT_EQ(guest_->call("fd_close", fd), Errno::badf);
    EXPECT_EQ(guest_->call("fd_read", fd, 0, 0, 0), Errno::badf);
    EXPECT_EQ(guest_->call("fd_fdstat_get", fd, 0), Errno::badf);
    EXPECT_EQ(guest_->call("fd_renumber", fd, 3), Errno::badf);
    EXPECT_EQ(guest_->call("fd_renumber", 3, fd), Errno::badf);
    EXPECT_EQ(guest_->call("fd_readdir", fd, 0, 0, 0, 0), Errno::badf);
    EXPECT_EQ(guest_->onPath("path_unlink_file", fd, "file"), Errno::badf);
  }
}

TEST_F(WasiFd, FdstatOfAFile) {
  const uint32_t fd = open("file", 0, kRightFdRead | kRightFdWrite | kRightPathOpen,
                           kFdflagAppend | kFdflagNonblock | kFdflagDsync);
  const Fdstat stat = guest_->fdstat(fd);
  EXPECT_EQ(stat.filetype, Filetype::regularFile);
  EXPECT_EQ(stat.flags, kFdflagAppend | kFdflagNonblock | kFdflagDsync);
  EXPECT_EQ(stat.rightsBase, kRightFdRead | kRightFdWrite); // path_open makes no sense for a file
  EXPECT_EQ(stat.rightsInheriting, 0u);
  EXPECT_EQ(guest_->call("fd_fdstat_get", fd, kEnd - 23), Errno::fault);
}

TEST_F(WasiFd, FdstatOfAPreopen) {
  const Fdstat stat = guest_->fdstat(3);
  EXPECT_EQ(stat.filetype, Filetype::directory);
  EXPECT_EQ(stat.flags, 0u);
  EXPECT_EQ(stat.rightsBase & (kRightFdRead | kRightFdWrite | kRightFdSeek), 0u);
  for (const Rights right : {kRightPathOpen, kRightFdReaddir, kRightPathCreateFile,
                             kRightPathSymlink, kRightPathFilestatSetSize})
    EXPECT_NE(stat.rightsBase & right, 0u);
  for (const Rights right : {kRightFdRead, kRightFdWrite, kRightFdSeek, kRightPathOpen})
    EXPECT_NE(stat.rightsInheriting & right, 0u);
}

TEST_F(WasiFd, SetFlags) {
  const uint32_t fd = open("file");
  EXPECT_EQ(guest_->call("fd_fdstat_set_flags", fd, kFdflagAppend), Errno::success);
  EXPECT_EQ(guest_->fdstat(fd).flags, kFdflagAppend);
  EXPECT_EQ(guest_->writeText(fd, "!"), Errno::success);
  EXPECT_EQ(tree_.contents("file"), "0123456789!");
  EXPECT_EQ(guest_->call("fd_fdstat_set_flags", fd, 0), Errno::success);
  EXPECT_EQ(guest_->fdstat(fd).flags, 0);
  EXPECT_EQ(guest_->call("fd_fdstat_set_flags", fd, kFdflagSync), Errno::notsup);
  EXPECT_EQ(guest_->call("fd_fdstat_set_flags", fd, 32), Errno::inval);
}

TEST_F(WasiFd, RightsOnlyShrink) {
  const uint32_t fd = open("file", 0, kRightFdRead | kRightFdWrite);
  const Rights onlyRead = kRightFdRead;
  EXPECT_EQ(guest_->call("fd_fdstat_set_rights", fd, onlyRead, 0), Errno::success);
  EXPECT_EQ(guest_->writeText(fd, "x"), Errno::badf);
  EXPECT_EQ(guest_->readText(fd), "0123456789");
  EXPECT_EQ(guest_->call("fd_fdstat_set_rights", fd, onlyRead | kRightFdWrite, 0),
            Errno::notcapable);
  EXPECT_EQ(guest_->call("fd_fdstat_set_rights", fd, onlyRead, kRightFdRead), Errno::notcapable);
  EXPECT_EQ(guest_->call("fd_tell", fd, 0), Errno::notcapable);
  EXPECT_EQ(guest_->call("fd_filestat_get", fd, 0), Errno::notcapable);
  EXPECT_EQ(guest_->call("fd_filestat_set_times", fd, 0, 0, kFstflagMtimNow), Errno::notcapable);
  EXPECT_EQ(guest_->call("fd_fdstat_set_flags", fd, 0), Errno::notcapable);
  EXPECT_EQ(guest_->call("fd_sync", fd), Errno::notcapable);
  EXPECT_EQ(guest_->call("fd_datasync", fd), Errno::notcapable);
  EXPECT_EQ(guest_->call("fd_advise", fd, 0, 0, 0), Errno::notcapable);
  EXPECT_EQ(guest_->call("fd_allocate", fd, 0, 1), Errno::notcapable);
}

// Nothing but reading and writing has to be asked for, until rights are taken away.
TEST_F(WasiFd, RightsThatTheKindImplies) {
  uint32_t dir = 0;
  ASSERT_EQ(guest_->call("path_open", 3, 0, guest_->put("sub"), 3, kOflagDirectory, 0, 0, 0, 0),
            Errno::success);
  dir = guest_->read<uint32_t>(0);
  EXPECT_EQ(guest_->fdstat(dir).rightsBase, 0u);
  EXPECT_EQ(guest_->fdstat(dir).rightsInheriting, 0u);
  EXPECT_EQ(guest_->onPath("path_create_directory", dir, "made"), Errno::success);
  uint32_t fd = 0;
  ASSERT_EQ(guest_->open(dir, "new", fd, kOflagCreat, kRightFdRead | kRightFdWrite),
            Errno::success);
  EXPECT_EQ(guest_->fdstat(fd).rightsBase, kRightFdRead | kRightFdWrite);
  EXPECT_EQ(guest_->writeText(fd, "text"), Errno::success);
  EXPECT_EQ(guest_->call("fd_seek", fd, 0, 0, 8), Errno::success);
  EXPECT_EQ(guest_->call("fd_filestat_set_size", fd, 2), Errno::success);
  EXPECT_EQ(guest_->readText(fd), "te");
  ASSERT_EQ(guest_->open(dir, "new", fd, 0, 0), Errno::success);
  EXPECT_EQ(guest_->call("fd_read", fd, guest_->iovec(0, 1), 1, 8), Errno::badf);
  EXPECT_EQ(guest_->writeText(fd, "x"), Errno::badf);
  EXPECT_EQ(guest_->call("fd_filestat_set_size", fd, 0), Errno::notcapable);
  // Now it has what it tells, and so has what is opened through it.
  ASSERT_EQ(guest_->call("fd_fdstat_set_rights", dir, 0, 0), Errno::success);
  EXPECT_EQ(guest_->onPath("path_create_directory", dir, "x"), Errno::notcapable);
  EXPECT_EQ(guest_->tryOpen(dir, "new"), Errno::notcapable);
  const Fdstat root = guest_->fdstat(3);
  ASSERT_EQ(guest_->call("fd_fdstat_set_rights", 3, root.rightsBase, kRightFdRead), Errno::success);
  fd = open("file", 0, kRightFdRead);
  EXPECT_EQ(guest_->fdstat(fd).rightsBase, kRightFdRead);
  EXPECT_EQ(guest_->call("fd_seek", fd, 0, 0, 8), Errno::notcapable);
  EXPECT_EQ(guest_->call("fd_filestat_get", fd, 8), Errno::notcapable);
}

TEST_F(WasiFd, RightsAreInherited) {
  const Fdstat root = guest_->fdstat(3);
  ASSERT_EQ(guest_->call("fd_fdstat_set_rights", 3, root.rightsBase,
                         root.rightsInheriting & ~kRightFdWrite),
            Errno::success);
  // What is not passed on cannot be had: nothing is opened, made or cut off in the attempt.
  EXPECT_EQ(guest_->tryOpen(3, "file", 0, kRightFdRead | kRightFdWrite), Errno::notcapable);
  EXPECT_EQ(guest_->tryOpen(3, "file", kOflagTrunc, kRightFdWrite), Errno::notcapable);
  EXPECT_EQ(guest_->tryOpen(3, "unborn", kOflagCreat, kRightFdWrite), Errno::notcapable);
  EXPECT_FALSE(std::filesystem::exists(tree_ / "unborn"));
  EXPECT_EQ(tree_.contents("file"), "0123456789");
  // Unless it makes no sense for what is opened.
  EXPECT_EQ(guest_->tryOpen(3, "sub", kOflagDirectory, kRightSockAccept), Errno::success);
  const uint32_t fd = open("file", 0, kRightFdRead);
  EXPECT_EQ(guest_->writeText(fd, "x"), Errno::badf);
  uint32_t sub = 0;
  ASSERT_EQ(guest_->open(3, "sub", sub, kOflagDirectory, root.rightsBase), Errno::success);
  EXPECT_EQ(guest_->fdstat(sub).rightsInheriting & kRightFdWrite, 0u);
  ASSERT_EQ(guest_->call("fd_fdstat_set_rights", 3, root.rightsBase & ~kRightPathFilestatSetSize,
                         root.rightsInheriting & ~kRightFdWrite),
            Errno::success);
  EXPECT_EQ(guest_->tryOpen(3, "file", kOflagTrunc, 0), Errno::notcapable);
  EXPECT_EQ(tree_.contents("file"), "0123456789");
}

TEST_F(WasiFd, RightsGivenUpAreNotImplied) {
  tree_.file("sub/inner", "text");
  // A directory that was opened without a right passes on what its grant does, until it says not
  // to.
  const uint32_t fd = open("sub", kOflagDirectory, 0);
  EXPECT_EQ(guest_->tryOpen(fd, "inner"), Errno::success);
  const uint32_t narrow = open("sub", kOflagDirectory, kRightPathOpen);
  ASSERT_EQ(guest_->call("fd_fdstat_set_rights", narrow, kRightPathOpen, 0), Errno::success);
  EXPECT_EQ(guest_->tryOpen(narrow, "inner"), Errno::notcapable);
  EXPECT_EQ(guest_->call("fd_readdir", narrow, 100, 100, 0, 0), Errno::notcapable);
  // To read at a place takes the right to seek.
  const uint32_t file = open("file", 0, kRightFdRead);
  EXPECT_EQ(guest_->call("fd_pread", file, guest_->iovec(100, 4), 1, 0, 0), Errno::success);
  ASSERT_EQ(guest_->call("fd_fdstat_set_rights", file, kRightFdRead, 0), Errno::success);
  EXPECT_EQ(guest_->call("fd_pread", file, guest_->iovec(100, 4), 1, 0, 0), Errno::notcapable);
}

TEST_F(WasiFd, AReadOnlyGrantTellsItsRights) {
  const Preopen preopens[] = {{root_.c_str(), "/", true}};
  WasiOptions options;
  options.preopens = preopens;
  FakeGuest guest(options);
  const Rights changing = kRightPathCreateFile | kRightPathUnlinkFile | kRightPathSymlink;
  EXPECT_EQ(guest.fdstat(3).rightsBase & changing, 0u);
  EXPECT_EQ(guest_->fdstat(3).rightsBase & changing, changing);
}

TEST_F(WasiFd, AccessFollowsRights) {
  const uint32_t reader = open("file", 0, kRightFdRead);
  EXPECT_EQ(guest_->writeText(reader, "x"), Errno::badf);
  EXPECT_EQ(guest_->call("fd_filestat_set_size", reader, 0), Errno::notcapable);
  EXPECT_EQ(guest_->call("fd_allocate", reader, 0, 100), Errno::notcapable);
  const uint32_t writer = open("file", 0, kRightFdWrite);
  EXPECT_EQ(guest_->call("fd_read", writer, guest_->iovec(0, 1), 1, 8), Errno::badf);
  // Truncating opens the host's file for writing, which gives the guest no right to write.
  const uint32_t truncated = open("file", kOflagTrunc, kRightFdRead);
  EXPECT_EQ(tree_.contents("file"), "");
  EXPECT_EQ(guest_->writeText(truncated, "x"), Errno::badf);
  EXPECT_EQ(tree_.contents("file"), "");
}

TEST_F(WasiFd, Filestat) {
  const uint32_t fd = open("file");
  ASSERT_EQ(guest_->call("fd_filestat_get", fd, 3), Errno::success);
  const auto stat = guest_->read<Filestat>(3);
  struct stat host;
  ASSERT_EQ(::stat((tree_ / "file").c_str(), &host), 0);
  EXPECT_EQ(stat.ino, host.st_ino);
  EXPECT_EQ(stat.size, 10u);
  EXPECT_EQ(stat.nlink, 1u);
  EXPECT_EQ(stat.filetype, Filetype::regularFile);
  EXPECT_EQ(stat.mtim, host.st_mtim.tv_sec * 1'000'000'000ull + host.st_mtim.tv_nsec);
  ASSERT_EQ(guest_->callIn("wasi_unstable", "fd_filestat_get", fd, 100), Errno::success);
  EXPECT_EQ(guest_->read<uint32_t>(120), 1u);  // nlink
  EXPECT_EQ(guest_->read<uint64_t>(124), 10u); // size
}

TEST_F(WasiFd, SizeAndAllocation) {
  const uint32_t fd = open("file");
  EXPECT_EQ(guest_->call("fd_filestat_set_size", fd, 3), Errno::success);
  EXPECT_EQ(tree_.contents("file"), "012");
  EXPECT_EQ(guest_->call("fd_filestat_set_size", fd, uint64_t{1} << 63), Errno::inval);
  EXPECT_EQ(guest_->call("fd_allocate", fd, 0, 0), Errno::inval);
  const Errno allocated = guest_->call("fd_allocate", fd, 3, 5);
  if (allocated != Errno::notsup) {
    EXPECT_EQ(allocated, Errno::success);
    EXPECT_EQ(tree_.contents("file"), std::string("012\0\0\0\0\0", 8));
  }
  for (uint32_t advice = 0; advice < 6; ++advice)
    EXPECT_EQ(guest_->call("fd_advise", fd, 0, 10, advice), Errno::success);
  EXPECT_EQ(guest_->call("fd_advise", fd, 0, 10, 6), Errno::inval);
  EXPECT_EQ(guest_->call("fd_sync", fd), Errno::success);
  EXPECT_EQ(guest_->call("fd_datasync", fd), Errno::success);
}

TEST_F(WasiFd, SetTimes) {
  const uint32_t fd = open("file");
  const auto set = [&](uint64_t atim, uint64_t mtim, uint32_t flags) {
    return guest_->call("fd_filestat_set_times", fd, atim, mtim, flags);
  };
  const auto stat = [&] {
    EXPECT_EQ(guest_->call("fd_filestat_get", fd, 0), Errno::success);
    return guest_->read<Filestat>(0);
  };
  EXPECT_EQ(set(1'500'000'000, 2'000'000'001, kFstflagAtim | kFstflagMtim), Errno::success);
  EXPECT_EQ(stat().atim, 1'500'000'000u);
  EXPECT_EQ(stat().mtim, 2'000'000'001u);
  EXPECT_EQ(set(7, 8, kFstflagMtim), Errno::success);
  EXPECT_EQ(stat().atim, 1'500'000'000u);
  EXPECT_EQ(stat().mtim, 8u);
  EXPECT_EQ(set(7, 8, kFstflagAtim | kFstflagAtimNow), Errno::inval);
  EXPECT_EQ(set(7, 8, kFstflagMtim | kFstflagMtimNow), Errno::inval);
  EXPECT_EQ(set(7, 8, 16), Errno::inval);
  EXPECT_EQ(stat().mtim, 8u);
  EXPECT_EQ(set(0, 0, kFstflagMtimNow), Errno::success);
  EXPECT_GT(stat().mtim, 1'000'000'000'000'000'000u);
}

TEST_F(WasiFd, CloseFreesTheLowestNumber) {
  const uint32_t first = open("file");
  const uint32_t second = open("file");
  EXPECT_EQ(first, 4u);
  EXPECT_EQ(second, 5u);
  EXPECT_EQ(guest_->call("fd_close", first), Errno::success);
  EXPECT_EQ(guest_->call("fd_close", first), Errno::badf);
  EXPECT_EQ(open("file"), first);
}

TEST_F(WasiFd, ManyDescriptors) {
  rlimit limit;
  ASSERT_EQ(getrlimit(RLIMIT_NOFILE, &limit), 0);
  const rlimit lower = {std::min<rlim_t>(200, limit.rlim_max), limit.rlim_max};
  ASSERT_EQ(setrlimit(RLIMIT_NOFILE, &lower), 0);
  std::vector<uint32_t> fds;
  uint32_t fd = 0;
  Errno error;
  while ((error = guest_->open(3, "file", fd)) == Errno::success && fds.size() < 300)
    fds.push_back(fd);
  setrlimit(RLIMIT_NOFILE, &limit);
  EXPECT_EQ(error, Errno::mfile);
  EXPECT_GT(fds.size(), 100u);
  EXPECT_EQ(guest_->readText(fds.back()), "0123456789");
  for (const uint32_t each : fds)
    EXPECT_EQ(guest_->call("fd_close", each), Errno::success);
}

TEST_F(WasiFd, RenumberMovesADescriptor) {
  const uint32_t from = open("file");
  const uint32_t to = open("new", kOflagCreat);
  EXPECT_EQ(guest_->call("fd_renumber", from, to), Errno::success);
  EXPECT_EQ(guest_->call("fd_close", from), Errno::badf);
  EXPECT_EQ(guest_->readText(to), "0123456789");
  EXPECT_EQ(guest_->call("fd_renumber", to, from), Errno::badf);
}

// The host's descriptor goes with what is replaced, and the number that was left is free.
TEST_F(WasiFd, RenumberClosesWhatItReplaces) {
  int ends[2];
  ASSERT_EQ(pipe2(ends, O_CLOEXEC), 0);
  Descriptor writer;
  writer.host = ends[1];
  const Outcome<uint32_t> to = guest_->wasi().descriptors().insert(writer);
  ASSERT_TRUE(to);
  const uint32_t from = open("file");
  EXPECT_EQ(guest_->call("fd_renumber", from, *to), Errno::success);
  char byte;
  EXPECT_EQ(read(ends[0], &byte, 1), 0);
  EXPECT_EQ(open("file"), from);
  close(ends[0]);
}

TEST(WasiDescriptors, AreSoManyAndNoMore) {
  const auto table = std::make_unique<DescriptorTable>();
  Descriptor borrowed;
  borrowed.borrowed = true;
  for (uint32_t i = 0; i < DescriptorTable::kCapacity; ++i)
    ASSERT_EQ(table->insert(borrowed), Outcome<uint32_t>(i));
  for (int i = 0; i < 2; ++i)
    EXPECT_EQ(table->insert(borrowed), Outcome<uint32_t>(std::unexpected(Errno::mfile)));
  EXPECT_FALSE(table->find(DescriptorTable::kCapacity));
  for (const uint32_t fd : {DescriptorTable::kCapacity - 1, 40000u, 5u}) {
    ASSERT_TRUE(table->close(fd));
    EXPECT_EQ(table->insert(borrowed), Outcome<uint32_t>(fd));
  }
}

TEST_F(WasiFd, RenumberToItselfKeepsItOpen) {
  const uint32_t fd = open("file");
  EXPECT_EQ(guest_->call("fd_renumber", fd, fd), Errno::success);
  EXPECT_EQ(guest_->readText(fd), "0123456789");
  EXPECT_EQ(guest_->call("fd_renumber", 3, 3), Errno::success);
  EXPECT_EQ(guest_->call("fd_prestat_get", 3, 0), Errno::success);
}

TEST_F(WasiFd, RenumberOverAPreopen) {
  tree_.file("sub/inner", "");
  const uint32_t sub = open("sub", kOflagDirectory, kRightPathOpen | kRightFdReaddir);
  EXPECT_EQ(guest_->call("fd_renumber", sub, 3), Errno::success);
  EXPECT_EQ(guest_->call("fd_prestat_get", 3, 0), Errno::badf);
  EXPECT_EQ(guest_->call("fd_fdstat_get", sub, 0), Errno::badf);
  EXPECT_EQ(guest_->tryOpen(3, "inner"), Errno::success);
  EXPECT_EQ(guest_->tryOpen(3, "file"), Errno::noent);
  EXPECT_EQ(guest_->tryOpen(3, "../file"), Errno::perm);
}

TEST_F(WasiFd, RenumberOfAPreopen) {
  const uint32_t file = open("file");
  EXPECT_EQ(guest_->call("fd_renumber", 3, file), Errno::success);
  EXPECT_EQ(guest_->call("fd_prestat_get", 3, 0), Errno::badf);
  EXPECT_EQ(guest_->call("fd_prestat_get", file, 0), Errno::success);
  EXPECT_EQ(guest_->tryOpen(file, "file"), Errno::success);
}

TEST_F(WasiFd, ClosedPreopenIsGone) {
  EXPECT_EQ(guest_->call("fd_close", 3), Errno::success);
  EXPECT_EQ(guest_->call("fd_prestat_get", 3, 0), Errno::badf);
  EXPECT_EQ(guest_->tryOpen(3, "file"), Errno::badf);
}

// The host's standard streams outlive whatever the guest does to its numbers.
TEST_F(WasiFd, StandardStreamsAreBorrowed) {
  EXPECT_EQ(guest_->call("fd_close", 2), Errno::success);
  EXPECT_NE(fcntl(2, F_GETFD), -1);
  const uint32_t fd = open("file");
  EXPECT_EQ(fd, 2u);
  EXPECT_EQ(guest_->call("fd_renumber", fd, 1), Errno::success);
  EXPECT_NE(fcntl(1, F_GETFD), -1);
  EXPECT_EQ(guest_->readText(1), "0123456789");
  const Errno stdinPath = guest_->onPath("path_create_directory", 0, "x");
  EXPECT_EQ(stdinPath, Errno::notdir);
}

// What the host shares with others is not the guest's to change.
TEST_F(WasiFd, StandardStreamsAreOnlyReadOrWritten) {
  const int before = fcntl(1, F_GETFL);
  EXPECT_EQ(guest_->call("fd_fdstat_set_flags", 1, kFdflagNonblock), Errno::notcapable);
  EXPECT_EQ(guest_->call("fd_fdstat_set_flags", 0, kFdflagNonblock), Errno::notcapable);
  EXPECT_EQ(fcntl(1, F_GETFL), before);
  for (const uint32_t fd : {0u, 1u, 2u}) {
    EXPECT_EQ(guest_->call("fd_filestat_set_size", fd, 0), Errno::notcapable);
    EXPECT_EQ(guest_->call("fd_allocate", fd, 0, 1), Errno::notcapable);
    EXPECT_EQ(guest_->call("fd_filestat_set_times", fd, 0, 0, kFstflagMtimNow), Errno::notcapable);
  }
  EXPECT_EQ(guest_->call("fd_read", 1, guest_->iovec(0, 1), 1, 8), Errno::badf);
  EXPECT_EQ(guest_->writeText(0, "x"), Errno::badf);
}

TEST(WasiStreams, TimesOfAPipeAreNotTold) {
  int pipe[2];
  ASSERT_EQ(::pipe2(pipe, O_CLOEXEC), 0);
  const int32_t descriptors[] = {pipe[0]};
  WasiOptions options;
  options.descriptors = descriptors;
  FakeGuest guest(options);
  ASSERT_EQ(guest.call("fd_filestat_get", 3, 0), Errno::success);
  const auto stat = guest.read<Filestat>(0);
  EXPECT_EQ(stat.size + stat.atim + stat.mtim + stat.ctim, 0u);
  ::close(pipe[0]);
  ::close(pipe[1]);
}

struct Entry {
  uint64_t next;
  Filetype type;
  uint64_t ino;
};

// Reads a whole directory through a buffer of `size` bytes, as C libraries do.
std::map<std::string, Entry> readAll(FakeGuest &guest, uint32_t fd, uint32_t size) {
  std::map<std::string, Entry> result;
  const uint32_t buffer = 65536;
  uint64_t cookie = 0;
  for (int round = 0; round < 10000; ++round) {
    EXPECT_EQ(guest.call("fd_readdir", fd, buffer, size, cookie, 0), Errno::success);
    const auto used = guest.read<uint32_t>(0);
    EXPECT_LE(used, size);
    uint32_t at = 0;
    while (used - at >= sizeof(Dirent)) {
      const auto dirent = guest.read<Dirent>(buffer + at);
      if (used - at - sizeof(Dirent) < dirent.namlen)
        break;
      const std::string name = guest.text(buffer + at + 24, dirent.namlen);
      EXPECT_TRUE(result.insert({name, {dirent.next, dirent.type, dirent.ino}}).second) << name;
      cookie = dirent.next;
      at += 24 + dirent.namlen;
    }
    if (used < size)
      return result;
    if (at == 0) {
      ADD_FAILURE() << "no entry fits";
      return result;
    }
  }
  ADD_FAILURE() << "does not end";
  return result;
}

TEST_F(WasiFd, ReaddirTypesAndInodes) {
  tree_.link("file", "link");
  const auto entries = readAll(*guest_, 3, 4096);
  EXPECT_EQ(entries.size(), 5u); // . .. file link sub
  EXPECT_EQ(entries.at("file").type, Filetype::regularFile);
  EXPECT_EQ(entries.at("link").type, Filetype::symbolicLink);
  EXPECT_EQ(entries.at("sub").type, Filetype::directory);
  EXPECT_EQ(entries.at("..").type, Filetype::directory);
  struct stat host;
  ASSERT_EQ(::stat((tree_ / "file").c_str(), &host), 0);
  EXPECT_EQ(entries.at("file").ino, host.st_ino);
  ASSERT_EQ(::stat(root_.c_str(), &host), 0);
  EXPECT_EQ(entries.at(".").ino, host.st_ino);
  EXPECT_EQ(entries.at("..").ino, host.st_ino) << "tells of what lies above the grant";
}

TEST_F(WasiFd, ReaddirOfManyThroughSmallBuffers) {
  for (int i = 0; i < 300; ++i)
    tree_.file("sub/" + std::string(static_cast<size_t>(i % 50), 'n') + std::to_string(i), "");
  const uint32_t sub = open("sub", kOflagDirectory, kRightFdReaddir);
  for (const uint32_t size : {80u, 100u, 256u, 4096u, 60000u})
    EXPECT_EQ(readAll(*guest_, sub, size).size(), 302u) << size;
}

TEST_F(WasiFd, ReaddirCutsOffAndGoesOn) {
  // Room for less than a head, for a head only, and for part of a name.
  for (const uint32_t size : {0u, 10u, 24u}) {
    ASSERT_EQ(guest_->call("fd_readdir", 3, 65536, size, 0, 0), Errno::success);
    EXPECT_EQ(guest_->read<uint32_t>(0), size);
    EXPECT_EQ(guest_->read<uint8_t>(65536 + size), 0);
  }
  const auto entries = readAll(*guest_, 3, 4096);
  for (const auto &[name, entry] : entries) {
    ASSERT_EQ(guest_->call("fd_readdir", 3, 65536, 4096, entry.next, 0), Errno::success);
    // Behind each entry one finds fewer than all.
    EXPECT_LT(guest_->read<uint32_t>(0), 24u * entries.size() + 11);
  }
  EXPECT_EQ(guest_->call("fd_readdir", 3, 65536, 4096, uint64_t{1} << 63, 0), Errno::inval);
  EXPECT_EQ(guest_->call("fd_readdir", 3, kEnd - 10, 11, 0, 0), Errno::fault);
  EXPECT_EQ(guest_->call("fd_readdir", open("file"), 65536, 100, 0, 0), Errno::notdir);
}

} // namespace
} // namespace wasmc::wasi::test
