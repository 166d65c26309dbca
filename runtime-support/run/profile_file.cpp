#include "runtime-support/run/profile_file.h"

#include <string.h>

#include "runtime-support/load/container_reader.h"
#include "runtime-support/platform/file.h"
#include "runtime-support/platform/kernel_types.h"
#include "runtime-support/platform/syscall.h"
#include "wasmc/abi/profile.h"

namespace wasmc::run {

namespace {

using platform::isError;
using platform::SystemCall;
using platform::systemCall;

constexpr size_t kMaxPath = 4096; // Linux takes no longer one

// The cause goes before the name, which may be too long for a message.
std::unexpected<Error> cannotWrite(const char *path, intptr_t answer) {
  return error(Error::kNoOffset, "cannot write the profile (",
               platform::errnoText(static_cast<int>(-answer)), "): ", path);
}

// 0, or a negated errno number.
intptr_t writeAll(int fd, std::span<const uint8_t> bytes) {
  while (!bytes.empty()) {
    const intptr_t written = systemCall(SystemCall::write, fd, bytes.data(), bytes.size());
    if (written == -platform::kEINTR)
      continue;
    if (isError(written))
      return written;
    bytes = bytes.subspan(static_cast<size_t>(written));
  }
  return 0;
}

template <class T> std::span<const uint8_t> bytesOf(std::span<const T> values) {
  return {reinterpret_cast<const uint8_t *>(values.data()), values.size_bytes()};
}

} // namespace

Result<ProfileFile> ProfileFile::prepare(const char *path) {
  ProfileFile file;
  const std::string_view whole(path);
  const size_t slash = whole.rfind('/');
  const size_t length = slash == std::string_view::npos ? 0 : slash + 1;
  char directory[kMaxPath] = ".";
  if (length >= sizeof(directory))
    return cannotWrite(path, -platform::kENAMETOOLONG);
  if (length != 0)
    memcpy(directory, path, length);
  const intptr_t fd = platform::aboveStreams(
      systemCall(SystemCall::openat, platform::kAT_FDCWD, directory,
                 platform::kO_PATH | platform::kO_DIRECTORY | platform::kO_CLOEXEC, 0));
  if (isError(fd))
    return cannotWrite(path, fd);
  file.path_ = path;
  file.name_ = path + length;
  file.directory_ = platform::File(static_cast<int>(fd));
  return file;
}

bool isInstrumented(const instance::Instance &instance) {
  return instance.image().header().layout.counter_count != 0;
}

Result<void> ProfileFile::write(const instance::Instance &instance) const {
  const wasmc_image_header &image = instance.image().header();
  // ImageView::check has accepted the place.
  const std::span<const uint64_t> counters(
      instance.contextArray<const uint64_t>(image.layout.counters), image.layout.counter_count);
  wasmc_profile_header header = {};
  static_assert(sizeof(header.magic) == sizeof(WASMC_PROFILE_MAGIC));
  memcpy(header.magic, WASMC_PROFILE_MAGIC, sizeof(header.magic));
  header.version = WASMC_PROFILE_VERSION;
  header.header_size = sizeof(header);
  memcpy(header.module_hash, image.module_hash, sizeof(header.module_hash));
  header.counter_count = counters.size();
  const std::span<const wasmc_profile_header> one(&header, 1);
  header.file_hash =
      load::hashBytes(load::hashBytes(load::kHashStart, bytesOf(one)), bytesOf(counters));
  const intptr_t fd = platform::aboveStreams(
      systemCall(SystemCall::openat, directory_.fd(), name_,
                 platform::kO_WRONLY | platform::kO_CREAT | platform::kO_TRUNC |
                     platform::kO_NOFOLLOW | platform::kO_CLOEXEC | platform::kO_NOCTTY,
                 0666));
  if (isError(fd))
    return cannotWrite(path_, fd);
  intptr_t answer = writeAll(static_cast<int>(fd), bytesOf(one));
  if (answer == 0)
    answer = writeAll(static_cast<int>(fd), bytesOf(counters));
  // Some file systems tell only now.
  const intptr_t closed = systemCall(SystemCall::close, fd);
  if (answer == 0)
    answer = closed;
  return answer == 0 ? Result<void>() : cannotWrite(path_, answer);
}

} // namespace wasmc::run
