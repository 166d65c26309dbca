// Why a guest's path cannot leave its grant.
//
// 1. No guest path ever reaches the kernel except through openText() below or as a single name (3).
//    openText() hands the whole path to openat2 with RESOLVE_BENEATH: the kernel itself refuses, at
//    every step and also for what symbolic links contain, an absolute path and a ".." above the
//    starting directory, and it notices renames that happen meanwhile (EAGAIN, tried again a
//    bounded number of times, then left to (2)). RESOLVE_NO_MAGICLINKS closes /proc/self/fd and its
//    like.
// 2. Where openat2 is missing, path_walk.cpp does the same by itself: it opens one component at a
//    time with O_NOFOLLOW, reads links as text and walks them too, refuses absolute ones, and goes
//    up only to a directory that it came through and still holds open. Nothing it does depends on
//    the tree staying the same between two steps.
// 3. A path that is one name is opened with O_NOFOLLOW: nothing is looked up but that name.
//    Operations on names (unlink, rename, link, mkdir, ...) have no resolve flag. For them place()
//    opens the parent by (1) or (2), and the *at call gets one component: without a slash, so that
//    nothing is looked up on the way; never with a trailing slash, which would make the kernel
//    follow a link in that place; never "." or "..", of which the latter would be the parent of the
//    grant's root. Callers use calls that do not follow a link in the last place.
// 4. The bytes checked are the bytes used: PathText is a private copy, so a guest thread cannot
//    change a path behind the checks.
//
// What this does not do: mount points and hard links made by the host beneath a grant belong to the
// grant.
#include "runtime-support/wasi/path_resolution.h"

#include <string.h>

namespace wasmc::wasi {

using namespace platform;

namespace {

// Renames anywhere in the system can make openat2 answer EAGAIN; a busy one should not fail the
// guest, an adversary on the host must not hang it. After so many the walk answers, which does not
// mind.
constexpr int kMaxAttempts = 64;

intptr_t openat2(int32_t directory, const char *path, int flags, uint32_t mode) {
  // Unlike openat, openat2 refuses a mode where nothing can be created.
  const OpenHow how = {static_cast<uint64_t>(flags), (flags & kO_CREAT) != 0 ? mode : 0,
                       kRESOLVE_BENEATH | kRESOLVE_NO_MAGICLINKS};
  intptr_t answer = -kEAGAIN;
  for (int attempt = 0; answer == -kEAGAIN && attempt < kMaxAttempts; ++attempt)
    answer = systemCall(SystemCall::openat2, directory, path, &how, sizeof(how));
  return answer;
}

} // namespace

Outcome<void> PathText::assign(std::span<const uint8_t> bytes) {
  if (bytes.empty())
    return std::unexpected(Errno::noent);
  if (bytes.size() >= sizeof(text_))
    return std::unexpected(Errno::nametoolong);
  for (size_t i = 0; i < bytes.size(); ++i) {
    if (bytes[i] == 0)
      return std::unexpected(Errno::inval);
    text_[i] = static_cast<char>(bytes[i]);
  }
  length_ = static_cast<uint32_t>(bytes.size());
  text_[length_] = '\0';
  return {};
}

bool PathText::isPlainName() const {
  if (text_[0] == '.' && (length_ == 1 || (length_ == 2 && text_[1] == '.')))
    return false;
  for (uint32_t i = 0; i < length_; ++i)
    if (text_[i] == '/')
      return false;
  return true;
}

// An error may be a filter's refusal, whatever its number, or the file's own. Opening the grant
// itself for nothing can only be refused by a filter, or by a kernel that has no openat2.
void PathResolver::chooseKind(int32_t grant) {
  const intptr_t answer = openat2(grant, ".", kO_PATH | kO_DIRECTORY | kO_CLOEXEC, 0);
  kind_ = isError(answer) ? ResolverKind::walk : ResolverKind::openat2;
  if (!isError(answer))
    systemCall(SystemCall::close, answer);
}

Outcome<HostFile> PathResolver::openText(int32_t grant, const char *path, uint32_t length,
                                         LastLink lastLink, int flags, uint32_t mode) {
  if (path[0] == '/')
    return std::unexpected(Errno::perm);
  flags |= kO_CLOEXEC;
  if (kind_ != ResolverKind::walk) {
    const int kernelFlags = lastLink == LastLink::keep ? flags | kO_NOFOLLOW : flags;
    const intptr_t answer = openat2(grant, path, kernelFlags, mode);
    if (kind_ == ResolverKind::automatic) {
      kind_ = ResolverKind::openat2;
      if (isError(answer))
        chooseKind(grant);
    }
    if (kind_ == ResolverKind::openat2 && answer != -kEAGAIN) {
      // Without RESOLVE_NO_XDEV, EXDEV says one thing only: the path leads out.
      if (answer == -kEXDEV)
        return std::unexpected(Errno::perm);
      TRY_ASSIGN(const intptr_t fd, checked(answer));
      return HostFile(static_cast<int32_t>(fd), true);
    }
  }
  return detail::openByWalk(grant, path, length, lastLink, flags, mode);
}

Outcome<HostFile> PathResolver::open(int32_t grant, const PathText &path, LastLink lastLink,
                                     int flags, uint32_t mode) {
  // One name, as in (3), needs no resolving unless it is a link to be followed: that shows as
  // ELOOP, with O_DIRECTORY as ENOTDIR. O_PATH would open the link itself.
  if (path.isPlainName() && (lastLink == LastLink::keep || (flags & kO_PATH) == 0)) {
    const intptr_t answer =
        systemCall(SystemCall::openat, grant, path.text(), flags | kO_NOFOLLOW | kO_CLOEXEC, mode);
    if (lastLink == LastLink::keep || (answer != -kELOOP && answer != -kENOTDIR)) {
      TRY_ASSIGN(const intptr_t fd, checked(answer));
      return HostFile(static_cast<int32_t>(fd), true);
    }
  }
  return openText(grant, path.text(), path.length(), lastLink, flags, mode);
}

Outcome<NamePlace> PathResolver::place(int32_t grant, const PathText &path) {
  constexpr int kDirectory = kO_PATH | kO_DIRECTORY;
  const char *const text = path.text();
  uint32_t end = path.length();
  while (end > 0 && text[end - 1] == '/')
    --end;
  uint32_t start = end;
  while (start > 0 && text[start - 1] != '/')
    --start;
  const uint32_t nameLength = end - start;
  const char *const name = text + start;

  NamePlace place;
  const bool dot = nameLength == 1 && name[0] == '.';
  const bool dotDot = nameLength == 2 && name[0] == '.' && name[1] == '.';
  if (nameLength == 0 || dot || dotDot) {
    // nameLength is 0 for "/" only, which open refuses.
    place.ending = dotDot ? NamePlace::Ending::dotDot : NamePlace::Ending::dot;
    TRY_ASSIGN(place.directory, open(grant, path, LastLink::follow, kDirectory));
    return place;
  }
  if (nameLength > kNAME_MAX)
    return std::unexpected(Errno::nametoolong);
  memcpy(place.name, name, nameLength);
  place.name[nameLength] = '\0';
  place.ending = end < path.length() ? NamePlace::Ending::slash : NamePlace::Ending::plain;
  if (start == 0) {
    place.directory = HostFile(grant, false);
    return place;
  }
  char parent[kPATH_MAX];
  memcpy(parent, text, start);
  parent[start] = '\0';
  TRY_ASSIGN(place.directory, openText(grant, parent, start, LastLink::follow, kDirectory, 0));
  return place;
}

} // namespace wasmc::wasi
