#include "runtime-support/wasi/stat.h"

namespace wasmc::wasi {

using namespace platform;

namespace {

constexpr int64_t kNanoseconds = 1'000'000'000;

// Times before 1970 cannot be said in preview1.
uint64_t nanoseconds(const StatxTimestamp &time) {
  if (time.tv_sec < 0)
    return 0;
  return static_cast<uint64_t>(time.tv_sec) * kNanoseconds + time.tv_nsec;
}

Timespec timespecOf(uint64_t time, bool given, bool now) {
  if (now)
    return {0, kUTIME_NOW};
  if (!given)
    return {0, kUTIME_OMIT};
  return {static_cast<int64_t>(time / kNanoseconds), static_cast<int64_t>(time % kNanoseconds)};
}

Outcome<Statx> statx(int32_t directory, const char *name, int flags) {
  Statx stat;
  TRY(checked(systemCall(SystemCall::statx, directory, name, flags, kSTATX_BASIC_STATS, &stat)));
  return stat;
}

} // namespace

Filetype filetypeOfMode(uint32_t mode) {
  switch (mode & kS_IFMT) {
  case kS_IFREG:
    return Filetype::regularFile;
  case kS_IFDIR:
    return Filetype::directory;
  case kS_IFLNK:
    return Filetype::symbolicLink;
  case kS_IFCHR:
    return Filetype::characterDevice;
  case kS_IFBLK:
    return Filetype::blockDevice;
  case kS_IFSOCK:
    return Filetype::socketStream;
  default:
    return Filetype::unknown;
  }
}

Filetype filetypeOf(int32_t host, uint32_t mode) {
  const Filetype type = filetypeOfMode(mode);
  if (type != Filetype::socketStream)
    return type;
  int32_t socketType = kSOCK_STREAM;
  uint32_t size = sizeof(socketType);
  systemCall(SystemCall::getsockopt, host, kSOL_SOCKET, kSO_TYPE, &socketType, &size);
  return socketType == kSOCK_DGRAM ? Filetype::socketDgram : Filetype::socketStream;
}

uint16_t fdflagsOf(intptr_t status) {
  unsigned flags = 0;
  if ((status & kO_APPEND) != 0)
    flags |= kFdflagAppend;
  if ((status & kO_NONBLOCK) != 0)
    flags |= kFdflagNonblock;
  // O_SYNC contains the bit of O_DSYNC.
  if ((status & kO_SYNC) == kO_SYNC)
    flags |= kFdflagSync;
  else if ((status & kO_DSYNC) != 0)
    flags |= kFdflagDsync;
  return static_cast<uint16_t>(flags);
}

Outcome<Statx> statOf(int32_t host) {
  return statx(host, "", kAT_EMPTY_PATH);
}

Outcome<Statx> statOfName(int32_t directory, const char *name) {
  return statx(directory, name, kAT_SYMLINK_NOFOLLOW);
}

template <class T> T toFilestat(const Statx &stat, Filetype type) {
  T result{};
  result.dev = uint64_t{stat.stx_dev_major} << 32 | stat.stx_dev_minor;
  result.ino = stat.stx_ino;
  result.filetype = type;
  result.nlink = stat.stx_nlink;
  result.size = stat.stx_size;
  result.atim = nanoseconds(stat.stx_atime);
  result.mtim = nanoseconds(stat.stx_mtime);
  result.ctim = nanoseconds(stat.stx_ctime);
  return result;
}

template Filestat toFilestat<Filestat>(const Statx &stat, Filetype type);
template FilestatUnstable toFilestat<FilestatUnstable>(const Statx &stat, Filetype type);

Outcome<Times> timesOf(uint64_t atim, uint64_t mtim, uint32_t flags) {
  constexpr uint32_t kBothAtim = kFstflagAtim | kFstflagAtimNow;
  constexpr uint32_t kBothMtim = kFstflagMtim | kFstflagMtimNow;
  if ((flags & ~kFstflagsAll) != 0 || (flags & kBothAtim) == kBothAtim ||
      (flags & kBothMtim) == kBothMtim)
    return std::unexpected(Errno::inval);
  return Times{{timespecOf(atim, (flags & kFstflagAtim) != 0, (flags & kFstflagAtimNow) != 0),
                timespecOf(mtim, (flags & kFstflagMtim) != 0, (flags & kFstflagMtimNow) != 0)}};
}

} // namespace wasmc::wasi
