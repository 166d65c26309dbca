// The resolver for systems without openat2; path_resolution.cpp, point 2, says why it is safe. The
// invariants here, each of which the argument needs:
// - every directory on the stack was opened from the one below it by a single name with O_NOFOLLOW,
//   or is the grant;
// - ".." pops the stack and never asks the kernel, so a directory that was moved elsewhere
//   meanwhile does not lead up to where it is now;
// - the text of a link is walked like any other text, at most kMaxLinks times in all;
// - the last open has O_NOFOLLOW: a name that becomes a link after we looked is an error, not a way
//   out.
#include <string.h>

#include "runtime-support/wasi/path_resolution.h"

namespace wasmc::wasi::detail {

using namespace platform;

namespace {

constexpr int kMaxLinks = 40;  // the kernel's own limit
constexpr int kMaxDepth = 256; // directories held open at once

class Walk {
public:
  Walk(int32_t grant, LastLink lastLink, int flags, uint32_t mode)
      : lastLink_(lastLink), flags_(flags), mode_(mode) {
    stack_[0] = grant;
  }
  Walk(const Walk &) = delete;
  Walk &operator=(const Walk &) = delete;
  ~Walk() {
    while (depth_ > 0)
      pop();
  }

  Outcome<HostFile> run(const char *path, uint32_t length);

private:
  int32_t current() const { return stack_[depth_]; }
  void pop() { systemCall(SystemCall::close, stack_[depth_--]); }

  bool nextComponent();
  bool onlySlashesLeft() const;
  Outcome<void> enter();
  Outcome<bool> expandLink();
  Outcome<HostFile> openLast();
  Outcome<HostFile> openCurrent();

  // What is still to be walked: the bytes [at_, length_) of text_, terminated.
  char text_[kPATH_MAX];
  uint32_t at_ = 0;
  uint32_t length_ = 0;
  // The component under the cursor, and whether it is the last one (then without a slash behind).
  char name_[kNAME_MAX + 1];
  bool last_ = false;
  bool isDot_ = false;
  bool isDotDot_ = false;

  LastLink lastLink_;
  int flags_;
  uint32_t mode_;
  int links_ = 0;
  int depth_ = 0;
  int32_t stack_[kMaxDepth];
};

// Takes the next component off the text. False when there is none, or with name_ empty when it is
// too long.
bool Walk::nextComponent() {
  while (at_ < length_ && text_[at_] == '/')
    ++at_;
  if (at_ == length_)
    return false;
  const uint32_t start = at_;
  while (at_ < length_ && text_[at_] != '/')
    ++at_;
  const uint32_t size = at_ - start;
  last_ = at_ == length_;
  name_[0] = '\0';
  if (size <= kNAME_MAX) {
    memcpy(name_, text_ + start, size);
    name_[size] = '\0';
  }
  isDot_ = size == 1 && name_[0] == '.';
  isDotDot_ = size == 2 && name_[0] == '.' && name_[1] == '.';
  return true;
}

bool Walk::onlySlashesLeft() const {
  uint32_t at = at_;
  while (at < length_ && text_[at] == '/')
    ++at;
  return at == length_;
}

// If name_ is a symbolic link, puts its text in place of the name and answers true.
Outcome<bool> Walk::expandLink() {
  char target[kPATH_MAX];
  target[0] = '\0';
  const intptr_t size =
      systemCall(SystemCall::readlinkat, current(), name_, target, sizeof(target));
  // EINVAL: not a link. A missing name is reported by whoever opens it (it may be to be created).
  if (size == -kEINVAL || size == -kENOENT)
    return false;
  TRY(checked(size));
  if (++links_ > kMaxLinks)
    return std::unexpected(Errno::loop);
  if (size == 0)
    return std::unexpected(Errno::noent);
  if (target[0] == '/')
    return std::unexpected(Errno::perm);
  const uint32_t rest = length_ - at_; // begins with a slash unless it is empty
  const uint32_t whole = static_cast<uint32_t>(size) + rest;
  if (static_cast<size_t>(size) == sizeof(target) || whole >= sizeof(text_))
    return std::unexpected(Errno::nametoolong);
  memmove(text_ + size, text_ + at_, rest);
  memcpy(text_, target, static_cast<size_t>(size));
  length_ = whole;
  at_ = 0;
  return true;
}

// Goes down into name_, which must be a directory or a link.
Outcome<void> Walk::enter() {
  if (depth_ + 1 == kMaxDepth)
    return std::unexpected(Errno::nametoolong);
  const intptr_t fd = systemCall(SystemCall::openat, current(), name_,
                                 kO_PATH | kO_DIRECTORY | kO_NOFOLLOW | kO_CLOEXEC, 0);
  // A link and any other file that is no directory answer alike.
  if (fd == -kENOTDIR || fd == -kELOOP) {
    TRY_ASSIGN(const bool expanded, expandLink());
    if (!expanded)
      return std::unexpected(Errno::notdir);
    return {};
  }
  TRY(checked(fd));
  stack_[++depth_] = static_cast<int32_t>(fd);
  return {};
}

Outcome<HostFile> Walk::openLast() {
  TRY_ASSIGN(const intptr_t fd, checked(systemCall(SystemCall::openat, current(), name_,
                                                   flags_ | kO_NOFOLLOW, mode_)));
  return HostFile(static_cast<int32_t>(fd), true);
}

// The path ended in ".", ".." or a slash: what is opened is the directory on top of the stack.
Outcome<HostFile> Walk::openCurrent() {
  if ((flags_ & kO_CREAT) != 0)
    return std::unexpected((flags_ & kO_EXCL) != 0 ? Errno::exist : Errno::isdir);
  TRY_ASSIGN(const intptr_t fd,
             checked(systemCall(SystemCall::openat, current(), ".", flags_ | kO_NOFOLLOW, 0)));
  return HostFile(static_cast<int32_t>(fd), true);
}

Outcome<HostFile> Walk::run(const char *path, uint32_t length) {
  memcpy(text_, path, length);
  length_ = length;
  // O_EXCL never follows: an existing link is an existing name.
  const bool follow =
      lastLink_ == LastLink::follow && (flags_ & (kO_CREAT | kO_EXCL)) != (kO_CREAT | kO_EXCL);
  while (nextComponent()) {
    if (name_[0] == '\0')
      return std::unexpected(Errno::nametoolong);
    if (isDot_)
      continue;
    if (isDotDot_) {
      if (depth_ == 0)
        return std::unexpected(Errno::perm);
      pop();
      continue;
    }
    if (!last_) {
      // With a slash behind it, the file to be created would be a directory.
      if ((flags_ & kO_CREAT) != 0 && onlySlashesLeft())
        return std::unexpected(Errno::isdir);
      TRY(enter());
      continue;
    }
    if (follow) {
      TRY_ASSIGN(const bool expanded, expandLink());
      if (expanded)
        continue;
    }
    return openLast();
  }
  return openCurrent();
}

} // namespace

Outcome<HostFile> openByWalk(int32_t grant, const char *path, uint32_t length, LastLink lastLink,
                             int flags, uint32_t mode) {
  Walk walk(grant, lastLink, flags, mode);
  return walk.run(path, length);
}

} // namespace wasmc::wasi::detail
