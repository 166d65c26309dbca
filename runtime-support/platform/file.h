// Files of the host, for the runtime itself (the guest's files are wasi/'s).
#ifndef WASMC_RUNTIME_PLATFORM_FILE_H
#define WASMC_RUNTIME_PLATFORM_FILE_H

#include <stddef.h>
#include <stdint.h>

#include <string_view>

#include "wasmc/detail/result.h"

namespace wasmc::platform {

// The text of an errno number as the C library words it; "error" for those nobody meets here.
std::string_view errnoText(int number);

// Keeps what is opened later off the numbers of closed standard streams: a guest would find it
// there as its stream, or messages would be written into it. Each such number is taken by something
// that can be neither read nor written (EBADF), and that no program started from here inherits.
// Tells which streams those are, this time or earlier (bit k: descriptor k), or the negated errno
// number. One system call when all are open.
intptr_t holdClosedStreams();

// Takes what a system call that opens something answered, before holdClosedStreams() was called: if
// it got a stream's number it moves up, and the closed streams are held. No system call otherwise.
// Closes `fd` on failure.
intptr_t aboveStreams(intptr_t fd);

// An open file descriptor, closed when destroyed. Movable.
class File {
public:
  File() = default;
  explicit File(int fd) : fd_(fd) {}
  File(File &&other) noexcept : fd_(other.fd_) { other.fd_ = -1; }
  File &operator=(File &&other) noexcept {
    if (this != &other) {
      close();
      fd_ = other.fd_;
      other.fd_ = -1;
    }
    return *this;
  }
  ~File() { close(); }

  // Opens for reading. The error is the bare reason ("No such file or directory"): the caller knows
  // the name.
  static Result<File> openForReading(const char *path);

  int fd() const { return fd_; }
  // Gives the descriptor away: the object forgets it.
  int detach() {
    int fd = fd_;
    fd_ = -1;
    return fd;
  }
  // Size of a regular file; an error for anything else, which could neither be mapped nor measured.
  Result<uint64_t> size() const;
  // Reads up to `size` bytes at `offset`; fewer only at the end of the file.
  Result<size_t> readAt(void *buffer, size_t size, uint64_t offset) const;

private:
  void close();

  int fd_ = -1;
};

} // namespace wasmc::platform

#endif
