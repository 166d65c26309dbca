// path_open: where rights are handed down.
#include "runtime-support/wasi/functions.h"
#include "runtime-support/wasi/rights.h"
#include "runtime-support/wasi/stat.h"

namespace wasmc::wasi {

using namespace platform;

namespace {

constexpr uint32_t kNewFileMode = 0666; // the host's umask applies

// The arguments of path_open behind the path.
struct Request {
  uint32_t oflags;
  Rights base;
  Rights inheriting;
  uint32_t fdflags;
  Rights withheld; // asked for as base rights, but not passed on by the directory
};

bool truncates(const Request &request) {
  return (request.oflags & kOflagTrunc) != 0;
}
bool writes(const Request &request) {
  return (request.base & kWritingRights) != 0;
}

// O_TRUNC needs a host descriptor open for writing; the guest's own rights stay what it asked for.
int accessMode(const Request &request) {
  const bool reads = (request.base & (kRightFdRead | kRightFdReaddir)) != 0;
  if (!writes(request) && !truncates(request))
    return kO_RDONLY;
  return reads ? kO_RDWR : kO_WRONLY;
}

int hostFlags(const Request &request) {
  int flags = accessMode(request) | kO_NOCTTY;
  if ((request.oflags & kOflagCreat) != 0)
    flags |= kO_CREAT;
  if ((request.oflags & kOflagDirectory) != 0)
    flags |= kO_DIRECTORY;
  if ((request.oflags & kOflagExcl) != 0)
    flags |= kO_EXCL;
  if (truncates(request))
    flags |= kO_TRUNC;
  if ((request.fdflags & kFdflagAppend) != 0)
    flags |= kO_APPEND;
  if ((request.fdflags & kFdflagNonblock) != 0)
    flags |= kO_NONBLOCK;
  if ((request.fdflags & kFdflagDsync) != 0)
    flags |= kO_DSYNC;
  if ((request.fdflags & (kFdflagSync | kFdflagRsync)) != 0)
    flags |= kO_SYNC;
  return flags;
}

Outcome<void> validate(const Request &request, uint32_t lookupFlags) {
  constexpr uint32_t kNewDirectory = kOflagCreat | kOflagDirectory;
  if ((request.oflags & ~kOflagsAll) != 0 || (request.fdflags & ~kFdflagsAll) != 0 ||
      (lookupFlags & ~kLookupSymlinkFollow) != 0 ||
      (request.oflags & kNewDirectory) == kNewDirectory)
    return std::unexpected(Errno::inval);
  return {};
}

// rofs before notcapable: a read-only grant is what the guest should hear of.
Outcome<void> permit(const Descriptor &directory, const Request &request) {
  const bool creates = (request.oflags & kOflagCreat) != 0;
  if (directory.readOnly && (creates || truncates(request) || writes(request)))
    return std::unexpected(Errno::rofs);
  Rights needed = kRightPathOpen;
  if (creates)
    needed |= kRightPathCreateFile;
  if (truncates(request))
    needed |= kRightPathFilestatSetSize;
  if (!directory.may(needed))
    return std::unexpected(Errno::notcapable);
  // Only a file can come into being or be cut off, so it is known before that happens.
  if ((creates || truncates(request)) && (request.withheld & kFileRights) != 0)
    return std::unexpected(Errno::notcapable);
  return {};
}

// The rights that a descriptor of this kind can have.
Rights sensibleRights(const Descriptor &parent, bool isDirectory) {
  if (!isDirectory)
    return kFileRights;
  return parent.readOnly ? kDirectoryRights & ~kDirectoryChangingRights : kDirectoryRights;
}

Descriptor describe(const Descriptor &parent, const Request &request, bool isDirectory) {
  Descriptor descriptor;
  descriptor.directory = isDirectory;
  descriptor.readOnly = parent.readOnly;
  const Rights sensible = sensibleRights(parent, isDirectory);
  descriptor.rightsBase = request.base & sensible;
  const Rights asked = kRightFdRead | (writes(request) ? kRightFdWrite : kWritingRights);
  descriptor.impliedBase = parent.inheritable() & sensible & ~asked;
  if (isDirectory) {
    descriptor.rightsInheriting = request.inheriting;
    descriptor.impliedInheriting = parent.inheritable();
  }
  return descriptor;
}

} // namespace

// fd, lookup flags, path, oflags, base rights, inheriting rights, fdflags, address of the result.
//
// Base rights that make no sense for the kind of file are left out; those that do, but that the
// directory does not pass on, are refused (notcapable). rights.h has the rest.
Outcome<void> pathOpen(Call &call) {
  TRY_ASSIGN(const Descriptor *const parent, call.requireDirectory(call.u32(0), 0));
  const Request request = {call.u32(4), call.u64(5) & parent->inheritable(),
                           call.u64(6) & parent->inheritable(), call.u32(7),
                           call.u64(5) & ~parent->inheritable()};
  TRY(validate(request, call.u32(1)));
  TRY(permit(*parent, request));
  PathText path;
  TRY(call.path(2, path));
  // Before anything is created: the result must be storable.
  TRY(call.memory.bytes(call.u32(8), sizeof(uint32_t)));
  const LastLink lastLink =
      (call.u32(1) & kLookupSymlinkFollow) != 0 ? LastLink::follow : LastLink::keep;
  TRY_ASSIGN(HostFile file, call.wasi.resolver().open(parent->host, path, lastLink,
                                                      hostFlags(request), kNewFileMode));
  uint32_t kind = kS_IFDIR;
  if ((request.oflags & kOflagDirectory) == 0) {
    TRY_ASSIGN(const Statx stat, statOf(file.get()));
    kind = stat.stx_mode & kS_IFMT;
  }
  if ((request.withheld & sensibleRights(*parent, kind == kS_IFDIR)) != 0)
    return std::unexpected(Errno::notcapable);
  Descriptor descriptor = describe(*parent, request, kind == kS_IFDIR);
  descriptor.host = file.get();
  descriptor.known = true;
  descriptor.filetype = filetypeOfMode(kind);
  descriptor.fdflags = fdflagsOf(hostFlags(request));
  TRY_ASSIGN(const uint32_t fd, call.wasi.descriptors().insert(descriptor));
  file.release();
  return call.memory.write(call.u32(8), fd);
}

} // namespace wasmc::wasi
