// fd_*: everything about a descriptor but its contents (fd_io.cpp, fd_readdir.cpp).
#include "runtime-support/wasi/functions.h"
#include "runtime-support/wasi/stat.h"

namespace wasmc::wasi {

using namespace platform;

namespace {

constexpr uint32_t kSyncFdflags = kFdflagDsync | kFdflagRsync | kFdflagSync;

// Without a terminal behind it the call fails; what it writes is not looked at.
bool isTerminal(int32_t host) {
  constexpr unsigned kTCGETS = 0x5401;
  uint8_t termios[64];
  return systemCall(SystemCall::ioctl, host, kTCGETS, termios) == 0;
}

template <class T> Outcome<void> filestatGet(Call &call) {
  TRY_ASSIGN(const Descriptor *const descriptor, call.require(call.u32(0), kRightFdFilestatGet));
  TRY_ASSIGN(Statx stat, statOf(descriptor->host));
  // The times of the host's terminal or pipe say when its user typed, and nothing about a file.
  if (descriptor->borrowed && (stat.stx_mode & kS_IFMT) != kS_IFREG) {
    stat.stx_size = 0;
    stat.stx_atime = stat.stx_mtime = stat.stx_ctime = {};
  }
  return call.memory.write(call.u32(1),
                           toFilestat<T>(stat, filetypeOf(descriptor->host, stat.stx_mode)));
}

Outcome<const Preopen *> findPreopen(Call &call) {
  TRY_ASSIGN(const Descriptor *const descriptor, call.find(call.u32(0)));
  if (descriptor->preopen == Descriptor::kNotPreopened)
    return std::unexpected(Errno::badf);
  return &call.wasi.preopens()[descriptor->preopen - 1u];
}

} // namespace

Outcome<void> fdAdvise(Call &call) {
  // preview1 has sequential before random, Linux the other way round.
  constexpr uint8_t kAdvice[] = {0, 2, 1, 3, 4, 5};
  TRY_ASSIGN(const Descriptor *const descriptor, call.requireFile(call.u32(0), kRightFdAdvise));
  const uint32_t advice = call.u32(3);
  if (advice >= sizeof(kAdvice))
    return std::unexpected(Errno::inval);
  TRY(checked(systemCall(SystemCall::fadvise64, descriptor->host, call.i64(1), call.i64(2),
                         kAdvice[advice])));
  return {};
}

Outcome<void> fdAllocate(Call &call) {
  TRY_ASSIGN(const Descriptor *const descriptor, call.requireFile(call.u32(0), kRightFdAllocate));
  TRY(checked(systemCall(SystemCall::fallocate, descriptor->host, 0, call.i64(1), call.i64(2))));
  return {};
}

Outcome<void> fdClose(Call &call) {
  return call.wasi.descriptors().close(call.u32(0));
}

Outcome<void> fdDatasync(Call &call) {
  TRY_ASSIGN(const Descriptor *const descriptor, call.requireFile(call.u32(0), kRightFdDatasync));
  TRY(checked(systemCall(SystemCall::fdatasync, descriptor->host)));
  return {};
}

Outcome<void> fdSync(Call &call) {
  TRY_ASSIGN(const Descriptor *const descriptor, call.requireFile(call.u32(0), kRightFdSync));
  TRY(checked(systemCall(SystemCall::fsync, descriptor->host)));
  return {};
}

Outcome<void> fdFdstatGet(Call &call) {
  TRY_ASSIGN(const Descriptor *const descriptor, call.find(call.u32(0)));
  Fdstat result{};
  if (descriptor->known) {
    result.filetype = descriptor->filetype;
    result.flags = descriptor->fdflags;
  } else {
    TRY_ASSIGN(const Statx stat, statOf(descriptor->host));
    TRY_ASSIGN(const intptr_t status,
               checked(systemCall(SystemCall::fcntl, descriptor->host, kF_GETFL, 0)));
    result.filetype = filetypeOf(descriptor->host, stat.stx_mode);
    result.flags = fdflagsOf(status);
  }
  result.rightsBase = descriptor->rightsBase;
  result.rightsInheriting = descriptor->rightsInheriting;
  // How wasi-libc's isatty tells a terminal from other devices.
  if (result.filetype == Filetype::characterDevice && isTerminal(descriptor->host))
    result.rightsBase &= ~(kRightFdSeek | kRightFdTell);
  return call.memory.write(call.u32(1), result);
}

// Linux cannot change the synchronisation of an open file: asking for that is notsup.
Outcome<void> fdFdstatSetFlags(Call &call) {
  TRY_ASSIGN(Descriptor *const descriptor, call.requireFile(call.u32(0), kRightFdFdstatSetFlags));
  const uint32_t flags = call.u32(1);
  if ((flags & ~kFdflagsAll) != 0)
    return std::unexpected(Errno::inval);
  TRY_ASSIGN(const intptr_t status,
             checked(systemCall(SystemCall::fcntl, descriptor->host, kF_GETFL, 0)));
  if (((flags ^ fdflagsOf(status)) & kSyncFdflags) != 0)
    return std::unexpected(Errno::notsup);
  intptr_t changed = status & ~intptr_t{kO_APPEND | kO_NONBLOCK};
  if ((flags & kFdflagAppend) != 0)
    changed |= kO_APPEND;
  if ((flags & kFdflagNonblock) != 0)
    changed |= kO_NONBLOCK;
  TRY(checked(systemCall(SystemCall::fcntl, descriptor->host, kF_SETFL, changed)));
  descriptor->fdflags = fdflagsOf(changed);
  return {};
}

Outcome<void> fdFdstatSetRights(Call &call) {
  TRY_ASSIGN(Descriptor *const descriptor, call.find(call.u32(0)));
  const Rights base = call.u64(1);
  const Rights inheriting = call.u64(2);
  if ((base & ~descriptor->rightsBase) != 0 || (inheriting & ~descriptor->rightsInheriting) != 0)
    return std::unexpected(Errno::notcapable);
  descriptor->rightsBase = base;
  descriptor->rightsInheriting = inheriting;
  descriptor->impliedBase = 0;
  descriptor->impliedInheriting = 0;
  return {};
}

Outcome<void> fdFilestatGet(Call &call) {
  return filestatGet<Filestat>(call);
}
Outcome<void> fdFilestatGetUnstable(Call &call) {
  return filestatGet<FilestatUnstable>(call);
}

Outcome<void> fdFilestatSetSize(Call &call) {
  TRY_ASSIGN(const Descriptor *const descriptor,
             call.requireFile(call.u32(0), kRightFdFilestatSetSize));
  TRY(checked(systemCall(SystemCall::ftruncate, descriptor->host, call.i64(1))));
  return {};
}

Outcome<void> fdFilestatSetTimes(Call &call) {
  TRY_ASSIGN(const Descriptor *const descriptor,
             call.requireChangeable(call.u32(0), kRightFdFilestatSetTimes));
  TRY_ASSIGN(const Times times, timesOf(call.u64(1), call.u64(2), call.u32(3)));
  TRY(checked(systemCall(SystemCall::utimensat, descriptor->host, nullptr, times.values, 0)));
  return {};
}

Outcome<void> fdPrestatGet(Call &call) {
  TRY_ASSIGN(const Preopen *const preopen, findPreopen(call));
  Prestat result{};
  result.tag = kPreopentypeDir;
  result.nameLen = static_cast<uint32_t>(preopen->guestPath.size());
  return call.memory.write(call.u32(1), result);
}

Outcome<void> fdPrestatDirName(Call &call) {
  TRY_ASSIGN(const Preopen *const preopen, findPreopen(call));
  const std::string_view name = preopen->guestPath;
  if (call.u32(2) < name.size())
    return std::unexpected(Errno::nametoolong);
  TRY_ASSIGN(const std::span<uint8_t> target, call.memory.bytes(call.u32(1), name.size()));
  memcpy(target.data(), name.data(), name.size());
  return {};
}

// A granted directory may be replaced as any other descriptor: what a descriptor stands for and
// whether it may be changed travel with it, so a number never gives more than what moved there.
Outcome<void> fdRenumber(Call &call) {
  return call.wasi.descriptors().renumber(call.u32(0), call.u32(1));
}

} // namespace wasmc::wasi
