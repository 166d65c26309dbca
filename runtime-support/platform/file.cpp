#include "runtime-support/platform/file.h"

#include "runtime-support/platform/kernel_types.h"
#include "runtime-support/platform/syscall.h"

namespace wasmc::platform {

std::string_view errnoText(int number) {
  switch (number) {
  case kEPERM:
    return "Operation not permitted";
  case kENOENT:
    return "No such file or directory";
  case kEIO:
    return "Input/output error";
  case kE2BIG:
    return "Argument list too long";
  case kENOEXEC:
    return "Exec format error";
  case kEAGAIN:
    return "Resource temporarily unavailable";
  case kENOMEM:
    return "Cannot allocate memory";
  case kEACCES:
    return "Permission denied";
  case kEEXIST:
    return "File exists";
  case kENOTDIR:
    return "Not a directory";
  case kEISDIR:
    return "Is a directory";
  case kEINVAL:
    return "Invalid argument";
  case kENFILE:
  case kEMFILE:
    return "Too many open files";
  case kETXTBSY:
    return "Text file busy";
  case kEFBIG:
    return "File too large";
  case kENOSPC:
    return "No space left on device";
  case kEROFS:
    return "Read-only file system";
  case kENAMETOOLONG:
    return "File name too long";
  case kELOOP:
    return "Too many levels of symbolic links";
  case kEDQUOT:
    return "Disk quota exceeded";
  default:
    return "error";
  }
}

namespace {

std::unexpected<Error> systemError(intptr_t answer) {
  int number = static_cast<int>(-answer);
  std::string_view text = errnoText(number);
  if (text == "error")
    return error(Error::kNoOffset, "error ", number);
  return error(Error::kNoOffset, text);
}

} // namespace

intptr_t aboveStreams(intptr_t fd) {
  constexpr intptr_t kLastStream = 2;
  if (isError(fd) || fd > kLastStream) [[likely]]
    return fd;
  const intptr_t moved = systemCall(SystemCall::fcntl, fd, kF_DUPFD_CLOEXEC, kLastStream + 1);
  systemCall(SystemCall::close, fd);
  if (isError(moved))
    return moved;
  // Fills the lowest free number each time. The root directory is always there, /dev/null is not.
  intptr_t holder = 0;
  while (!isError(holder) && holder <= kLastStream)
    holder = systemCall(SystemCall::openat, kAT_FDCWD, "/", kO_PATH, 0);
  systemCall(SystemCall::close, isError(holder) ? moved : holder);
  return isError(holder) ? holder : moved;
}

Result<File> File::openForReading(const char *path) {
  // Without O_NONBLOCK, opening a pipe would wait for somebody to write to it.
  intptr_t fd = aboveStreams(systemCall(SystemCall::openat, kAT_FDCWD, path,
                                        kO_RDONLY | kO_CLOEXEC | kO_NONBLOCK | kO_NOCTTY, 0));
  if (isError(fd))
    return systemError(fd);
  return File(static_cast<int>(fd));
}

Result<uint64_t> File::size() const {
  Statx status;
  intptr_t answer =
      systemCall(SystemCall::statx, fd_, "", kAT_EMPTY_PATH, kSTATX_TYPE | kSTATX_SIZE, &status);
  if (isError(answer))
    return systemError(answer);
  if ((status.stx_mode & kS_IFMT) == kS_IFDIR)
    return systemError(-kEISDIR);
  if ((status.stx_mode & kS_IFMT) != kS_IFREG)
    return error(Error::kNoOffset, "not a regular file");
  return status.stx_size;
}

Result<size_t> File::readAt(void *buffer, size_t size, uint64_t offset) const {
  size_t done = 0;
  while (done < size) {
    intptr_t got = systemCall(SystemCall::pread64, fd_, static_cast<uint8_t *>(buffer) + done,
                              size - done, offset + done);
    if (got == -kEINTR)
      continue;
    if (isError(got))
      return systemError(got);
    if (got == 0)
      break;
    done += static_cast<size_t>(got);
  }
  return done;
}

void File::close() {
  if (fd_ >= 0)
    systemCall(SystemCall::close, fd_);
  fd_ = -1;
}

} // namespace wasmc::platform
