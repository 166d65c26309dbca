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

bool isInstrumented(const instance::Instance &instance) {
  return instance.image().header().layout.counter_count != 0;
}

Result<void> writeProfile(const char *path, const instance::Instance &instance) {
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
      systemCall(SystemCall::openat, platform::kAT_FDCWD, path,
                 platform::kO_WRONLY | platform::kO_CREAT | platform::kO_TRUNC |
                     platform::kO_CLOEXEC | platform::kO_NOCTTY,
                 0666));
  if (isError(fd))
    return cannotWrite(path, fd);
  intptr_t answer = writeAll(static_cast<int>(fd), bytesOf(one));
  if (answer == 0)
    answer = writeAll(static_cast<int>(fd), bytesOf(counters));
  // Some file systems tell only now.
  const intptr_t closed = systemCall(SystemCall::close, fd);
  if (answer == 0)
    answer = closed;
  return answer == 0 ? Result<void>() : cannotWrite(path, answer);
}

} // namespace wasmc::run
