#include "runtime-support/platform/file.h"

#include <array>

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

constexpr int32_t kLastStream = 2;

// Whether nothing goes into the stream or comes out of it: it is closed, or what holds its number.
bool isClosed(int32_t stream) {
  const intptr_t status = systemCall(SystemCall::fcntl, stream, kF_GETFL, 0);
  return isError(status) || (status & kO_PATH) != 0;
}

intptr_t closedStreams() {
  Pollfd streams[kLastStream + 1] = {{0, 0, 0}, {1, 0, 0}, {2, 0, 0}};
  Timespec atOnce{};
  // What isClosed() asks, for all at once. Refused where the limit is less than three descriptors.
  const intptr_t answer = systemCall(SystemCall::ppoll, streams, std::size(streams), &atOnce,
                                     nullptr, kKernelSigsetSize);
  intptr_t closed = 0;
  for (const Pollfd &stream : streams)
    if (isError(answer) ? isClosed(stream.fd) : (stream.revents & kPOLLNVAL) != 0)
      closed |= intptr_t{1} << stream.fd;
  return closed;
}

} // namespace

intptr_t holdClosedStreams() {
  const intptr_t closed = closedStreams();
  for (int32_t stream = 0; closed >> stream != 0; ++stream) {
    if ((closed >> stream & 1) == 0 || !isError(systemCall(SystemCall::fcntl, stream, kF_GETFD)))
      continue;
    // Takes the lowest free number, which is this one. The root directory is always there,
    // /dev/null is not.
    const intptr_t holder = systemCall(SystemCall::openat, kAT_FDCWD, "/", kO_PATH | kO_CLOEXEC, 0);
    if (isError(holder))
      return holder;
    // Unless another thread has taken it.
    if (holder != stream)
      systemCall(SystemCall::close, holder);
  }
  return closed;
}

intptr_t aboveStreams(intptr_t fd) {
  if (isError(fd) || fd > kLastStream) [[likely]]
    return fd;
  const intptr_t moved = systemCall(SystemCall::fcntl, fd, kF_DUPFD_CLOEXEC, kLastStream + 1);
  systemCall(SystemCall::close, fd);
  if (isError(moved))
    return moved;
  const intptr_t closed = holdClosedStreams();
  if (!isError(closed))
    return moved;
  systemCall(SystemCall::close, moved);
  return closed;
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
  Statx status = {};
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
