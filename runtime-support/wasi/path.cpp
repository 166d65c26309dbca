// path_*: operations on names. Every one resolves through PathResolver; what reaches the kernel
// beyond that is a NamePlace's directory and its single name.
//
// In a read-only grant whatever would change something answers rofs. That includes being the source
// of a link: a second name elsewhere would be a way to write the file.
#include "runtime-support/wasi/functions.h"
#include "runtime-support/wasi/stat.h"

namespace wasmc::wasi {

using namespace platform;

namespace {

constexpr uint32_t kNewDirectoryMode = 0777; // the host's umask applies

using Ending = NamePlace::Ending;

Outcome<NamePlace> placeOf(Call &call, const Descriptor &directory, unsigned pathArgument) {
  PathText path;
  TRY(call.path(pathArgument, path));
  return call.wasi.resolver().place(directory.host, path);
}

bool hasName(const NamePlace &place) {
  return place.ending == Ending::plain || place.ending == Ending::slash;
}

// A slash behind a name says that it is a directory. It is taken off before the kernel sees the
// name (else it would follow a link there), so it has to be checked; a link is no directory.
Outcome<void> checkSlash(const NamePlace &place) {
  if (place.ending != Ending::slash)
    return {};
  TRY_ASSIGN(const Statx stat, statOfName(place.directory.get(), place.name));
  if ((stat.stx_mode & kS_IFMT) != kS_IFDIR)
    return std::unexpected(Errno::notdir);
  return {};
}

Outcome<LastLink> lastLinkOf(uint32_t lookupFlags) {
  if ((lookupFlags & ~kLookupSymlinkFollow) != 0)
    return std::unexpected(Errno::inval);
  return (lookupFlags & kLookupSymlinkFollow) != 0 ? LastLink::follow : LastLink::keep;
}

Outcome<Statx> statPath(Call &call, int32_t grant, const PathText &path, LastLink lastLink) {
  if (path.isPlainName()) {
    // The usual case in one system call. Only a link that is to be followed needs more.
    TRY_ASSIGN(const Statx stat, statOfName(grant, path.text()));
    if (lastLink == LastLink::keep || (stat.stx_mode & kS_IFMT) != kS_IFLNK)
      return stat;
  }
  TRY_ASSIGN(const HostFile file, call.wasi.resolver().open(grant, path, lastLink, kO_PATH));
  return statOf(file.get());
}

template <class T> Outcome<void> filestatGet(Call &call) {
  TRY_ASSIGN(const Descriptor *const directory,
             call.requireDirectory(call.u32(0), kRightPathFilestatGet));
  TRY_ASSIGN(const LastLink lastLink, lastLinkOf(call.u32(1)));
  PathText path;
  TRY(call.path(2, path));
  TRY_ASSIGN(const Statx stat, statPath(call, directory->host, path, lastLink));
  return call.memory.write(call.u32(4), toFilestat<T>(stat, filetypeOfMode(stat.stx_mode)));
}

// A name that is to come into being: with a slash behind it, it could only be a directory.
Outcome<void> checkNewName(const NamePlace &place) {
  if (!hasName(place))
    return std::unexpected(Errno::exist);
  if (place.ending != Ending::slash)
    return {};
  TRY_ASSIGN(const Statx stat, statOfName(place.directory.get(), place.name));
  return std::unexpected((stat.stx_mode & kS_IFMT) == kS_IFDIR ? Errno::exist : Errno::notdir);
}

} // namespace

// fd, path.
Outcome<void> pathCreateDirectory(Call &call) {
  TRY_ASSIGN(const Descriptor *const directory,
             call.requireChangeableDirectory(call.u32(0), kRightPathCreateDirectory));
  TRY_ASSIGN(const NamePlace place, placeOf(call, *directory, 1));
  if (!hasName(place))
    return std::unexpected(Errno::exist);
  TRY(checked(
      systemCall(SystemCall::mkdirat, place.directory.get(), place.name, kNewDirectoryMode)));
  return {};
}

// fd, lookup flags, path, address of the result.
Outcome<void> pathFilestatGet(Call &call) {
  return filestatGet<Filestat>(call);
}
Outcome<void> pathFilestatGetUnstable(Call &call) {
  return filestatGet<FilestatUnstable>(call);
}

// fd, lookup flags, path, access time, modification time, which of them.
Outcome<void> pathFilestatSetTimes(Call &call) {
  TRY_ASSIGN(const Descriptor *const directory,
             call.requireChangeableDirectory(call.u32(0), kRightPathFilestatSetTimes));
  TRY_ASSIGN(const LastLink lastLink, lastLinkOf(call.u32(1)));
  TRY_ASSIGN(const Times times, timesOf(call.u64(4), call.u64(5), call.u32(6)));
  PathText path;
  TRY(call.path(2, path));
  TRY_ASSIGN(const HostFile file,
             call.wasi.resolver().open(directory->host, path, lastLink, kO_PATH));
  // Linux 5.8 and later can do this to a descriptor opened with O_PATH, links included.
  TRY(checked(systemCall(SystemCall::utimensat, file.get(), "", times.values, kAT_EMPTY_PATH)));
  return {};
}

// old fd, lookup flags, old path, new fd, new path. Following a link to link its target is not
// supported (inval): the kernel has no way to do that beneath a grant.
Outcome<void> pathLink(Call &call) {
  TRY_ASSIGN(const Descriptor *const oldDirectory,
             call.requireChangeableDirectory(call.u32(0), kRightPathLinkSource));
  TRY_ASSIGN(const Descriptor *const newDirectory,
             call.requireChangeableDirectory(call.u32(4), kRightPathLinkTarget));
  TRY_ASSIGN(const LastLink lastLink, lastLinkOf(call.u32(1)));
  if (lastLink == LastLink::follow)
    return std::unexpected(Errno::inval);
  TRY_ASSIGN(const NamePlace source, placeOf(call, *oldDirectory, 2));
  if (!hasName(source))
    return std::unexpected(Errno::perm);
  TRY(checkSlash(source));
  TRY_ASSIGN(const NamePlace target, placeOf(call, *newDirectory, 5));
  TRY(checkNewName(target));
  TRY(checked(systemCall(SystemCall::linkat, source.directory.get(), source.name,
                         target.directory.get(), target.name, 0)));
  return {};
}

// fd, path, buffer, its size, address of the result. A longer text is cut off.
Outcome<void> pathReadlink(Call &call) {
  TRY_ASSIGN(const Descriptor *const directory,
             call.requireDirectory(call.u32(0), kRightPathReadlink));
  TRY_ASSIGN(const NamePlace place, placeOf(call, *directory, 1));
  if (!hasName(place))
    return std::unexpected(Errno::inval);
  TRY(checkSlash(place));
  TRY_ASSIGN(const std::span<uint8_t> buffer, call.memory.bytes(call.u32(3), call.u32(4)));
  // Through a text of our own: the kernel refuses an empty buffer before it looks at the name, and
  // takes the size for a signed one of 32 bits. No link is longer.
  char text[kPATH_MAX];
  TRY_ASSIGN(const intptr_t size, checked(systemCall(SystemCall::readlinkat, place.directory.get(),
                                                     place.name, text, sizeof(text))));
  const size_t part =
      buffer.size() < static_cast<size_t>(size) ? buffer.size() : static_cast<size_t>(size);
  memcpy(buffer.data(), text, part);
  return call.memory.write(call.u32(5), static_cast<uint32_t>(part));
}

// fd, path.
Outcome<void> pathRemoveDirectory(Call &call) {
  TRY_ASSIGN(const Descriptor *const directory,
             call.requireChangeableDirectory(call.u32(0), kRightPathRemoveDirectory));
  TRY_ASSIGN(const NamePlace place, placeOf(call, *directory, 1));
  if (!hasName(place))
    return std::unexpected(place.ending == Ending::dot ? Errno::inval : Errno::notempty);
  TRY(checked(systemCall(SystemCall::unlinkat, place.directory.get(), place.name, kAT_REMOVEDIR)));
  return {};
}

// fd, old path, new fd, new path.
Outcome<void> pathRename(Call &call) {
  TRY_ASSIGN(const Descriptor *const oldDirectory,
             call.requireChangeableDirectory(call.u32(0), kRightPathRenameSource));
  TRY_ASSIGN(const Descriptor *const newDirectory,
             call.requireChangeableDirectory(call.u32(3), kRightPathRenameTarget));
  TRY_ASSIGN(const NamePlace source, placeOf(call, *oldDirectory, 1));
  TRY_ASSIGN(NamePlace target, placeOf(call, *newDirectory, 4));
  if (!hasName(source) || !hasName(target))
    return std::unexpected(Errno::busy);
  TRY(checkSlash(source));
  if (target.ending == Ending::slash) {
    // Only a directory can take a name that ends in a slash.
    TRY_ASSIGN(const Statx stat, statOfName(source.directory.get(), source.name));
    if ((stat.stx_mode & kS_IFMT) != kS_IFDIR)
      return std::unexpected(Errno::notdir);
  }
  TRY(checked(systemCall(SystemCall::renameat2, source.directory.get(), source.name,
                         target.directory.get(), target.name, 0)));
  return {};
}

// text, fd, path. Where the text leads is decided when somebody follows it; only one that can never
// lead beneath a grant is refused here.
Outcome<void> pathSymlink(Call &call) {
  TRY_ASSIGN(const Descriptor *const directory,
             call.requireChangeableDirectory(call.u32(2), kRightPathSymlink));
  PathText text;
  TRY(call.path(0, text));
  if (text.text()[0] == '/')
    return std::unexpected(Errno::perm);
  TRY_ASSIGN(const NamePlace place, placeOf(call, *directory, 3));
  TRY(checkNewName(place));
  TRY(checked(systemCall(SystemCall::symlinkat, text.text(), place.directory.get(), place.name)));
  return {};
}

// fd, path.
Outcome<void> pathUnlinkFile(Call &call) {
  TRY_ASSIGN(const Descriptor *const directory,
             call.requireChangeableDirectory(call.u32(0), kRightPathUnlinkFile));
  TRY_ASSIGN(const NamePlace place, placeOf(call, *directory, 1));
  if (!hasName(place))
    return std::unexpected(Errno::isdir);
  // With a slash it is a directory, which the kernel refuses, or not one.
  TRY(checkSlash(place));
  TRY(checked(systemCall(SystemCall::unlinkat, place.directory.get(), place.name, 0)));
  return {};
}

} // namespace wasmc::wasi
