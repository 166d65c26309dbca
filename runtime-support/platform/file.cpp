#include "runtime-support/platform/file.h"

#include "runtime-support/platform/kernel_types.h"
#include "runtime-support/platform/syscall.h"

namespace wasmc::platform {

std::string_view errnoText(int number) {
  switch (number) {
  case kEPERM:
    return "operation not permitted";
  case kENOENT:
    return "no such file or directory";
  case kEIO:
    return "input/output error";
  case kE2BIG:
    return "argument list too long";
  case kENOEXEC:
    return "not an executable program";
  case kEAGAIN:
    return "resource temporarily unavailable";
  case kENOMEM:
    return "out of memory";
  case kEACCES:
    return "permission denied";
  case kEEXIST:
    return "file exists";
  case kENOTDIR:
    return "not a directory";
  case kEISDIR:
    return "is a directory";
  case kEINVAL:
    return "invalid argument";
  case kENFILE:
  case kEMFILE:
    return "too many open files";
  case kETXTBSY:
    return "file is being written";
  case kEFBIG:
    return "file too large";
  case kENOSPC:
    return "no space left on device";
  case kEROFS:
    return "read-only file system";
  case kENAMETOOLONG:
    return "file name too long";
  case kELOOP:
    return "too many levels of symbolic links";
  case kEDQUOT:
    return "disk quota exceeded";
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

Result<File> File::openForReading(const char *path) {
  intptr_t fd = systemCall(SystemCall::openat, kAT_FDCWD, path, kO_RDONLY | kO_CLOEXEC, 0);
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
