// From a guest's path to a host object that certainly lies beneath a granted directory.
// path_resolution.cpp opens with the argument why.
#ifndef WASMC_RUNTIME_WASI_PATH_RESOLUTION_H
#define WASMC_RUNTIME_WASI_PATH_RESOLUTION_H

#include <stdint.h>

#include <span>

#include "runtime-support/platform/kernel_types.h"
#include "runtime-support/wasi/errno.h"

namespace wasmc::wasi {

// A path of the guest: without NUL bytes, terminated by one, shorter than PATH_MAX. Made once per
// call, so that checks and use see the same bytes.
class PathText {
public:
  // inval for a path with a NUL byte, nametoolong for one that no kernel call would take, noent for
  // an empty one.
  Outcome<void> assign(std::span<const uint8_t> bytes);

  const char *text() const { return text_; }
  uint32_t length() const { return length_; }
  // One name and nothing else: no slash, not "." or "..".
  bool isPlainName() const;

private:
  char text_[platform::kPATH_MAX];
  uint32_t length_ = 0;
};

enum class ResolverKind : uint8_t {
  automatic, // openat2, or the walk where the kernel or a seccomp filter refuses openat2
  openat2,
  walk
};

// Whether a symbolic link in the last place is followed. Those in the middle always are.
enum class LastLink : uint8_t { follow, keep };

// A host descriptor that is closed when it goes out of scope, if it is owned.
class HostFile {
public:
  HostFile() = default;
  HostFile(int32_t fd, bool owned) : fd_(fd), owned_(owned) {}
  HostFile(HostFile &&other) noexcept : fd_(other.fd_), owned_(other.owned_) {
    other.owned_ = false;
  }
  HostFile &operator=(HostFile &&other) noexcept {
    if (this != &other) {
      reset();
      fd_ = other.fd_;
      owned_ = other.owned_;
      other.owned_ = false;
    }
    return *this;
  }
  ~HostFile() { reset(); }

  int32_t get() const { return fd_; }
  // Gives up ownership.
  int32_t release() {
    owned_ = false;
    return fd_;
  }
  void reset() {
    if (owned_)
      platform::systemCall(platform::SystemCall::close, fd_);
    owned_ = false;
  }

private:
  int32_t fd_ = -1;
  bool owned_ = false;
};

// A directory beneath the grant and one name in it, for the operations that act on names (unlink,
// rename, ...). The name has no slash and is neither "." nor "..", so the operation cannot leave
// the directory. It points into the PathText.
struct NamePlace {
  // How the path ended: "name", "name/", or in "." or ".." (then `directory` is what the whole path
  // resolves to and there is no name).
  enum class Ending : uint8_t { plain, slash, dot, dotDot };

  HostFile directory;
  Ending ending = Ending::plain;
  char name[platform::kNAME_MAX + 1] = {};
};

// Chooses the way to resolve and remembers the choice. Not thread-safe.
class PathResolver {
public:
  PathResolver() = default;
  explicit PathResolver(ResolverKind kind) : kind_(kind) {}

  // Opens `path` beneath the directory `grant`. `flags` are those of openat without O_NOFOLLOW and
  // O_CLOEXEC. perm when the path would leave the grant.
  Outcome<HostFile> open(int32_t grant, const PathText &path, LastLink lastLink, int flags,
                         uint32_t mode = 0);

  // Opens the directory that holds the path's last component. nametoolong when that component is
  // longer than any file system takes.
  Outcome<NamePlace> place(int32_t grant, const PathText &path);

private:
  Outcome<HostFile> openText(int32_t grant, const char *path, uint32_t length, LastLink lastLink,
                             int flags, uint32_t mode);
  void chooseKind(int32_t grant);

  ResolverKind kind_ = ResolverKind::automatic;
};

namespace detail {

// The walk (path_walk.cpp): component by component, never following a link in the kernel.
Outcome<HostFile> openByWalk(int32_t grant, const char *path, uint32_t length, LastLink lastLink,
                             int flags, uint32_t mode);

} // namespace detail

} // namespace wasmc::wasi

#endif
