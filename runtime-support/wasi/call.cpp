#include "runtime-support/wasi/call.h"

namespace wasmc::wasi {

namespace {

Outcome<Descriptor *> withRights(Descriptor *descriptor, Rights rights) {
  if (!descriptor->may(rights))
    return std::unexpected(Errno::notcapable);
  return descriptor;
}

} // namespace

Outcome<Descriptor *> Call::require(uint32_t fd, Rights rights) const {
  TRY_ASSIGN(Descriptor *const descriptor, find(fd));
  return withRights(descriptor, rights);
}

Outcome<Descriptor *> Call::requireFile(uint32_t fd, Rights rights) const {
  TRY_ASSIGN(Descriptor *const descriptor, find(fd));
  const Rights contents = rights & (kRightFdRead | kRightFdWrite);
  if (descriptor->directory || !descriptor->may(contents))
    return std::unexpected(Errno::badf);
  return withRights(descriptor, rights);
}

Outcome<Descriptor *> Call::requireChangeable(uint32_t fd, Rights rights) const {
  TRY_ASSIGN(Descriptor *const descriptor, find(fd));
  if (descriptor->readOnly)
    return std::unexpected(Errno::rofs);
  return withRights(descriptor, rights);
}

Outcome<Descriptor *> Call::requireDirectory(uint32_t fd, Rights rights) const {
  TRY_ASSIGN(Descriptor *const descriptor, find(fd));
  if (!descriptor->directory)
    return std::unexpected(Errno::notdir);
  return withRights(descriptor, rights);
}

Outcome<Descriptor *> Call::requireChangeableDirectory(uint32_t fd, Rights rights) const {
  TRY_ASSIGN(Descriptor *const descriptor, find(fd));
  if (!descriptor->directory)
    return std::unexpected(Errno::notdir);
  if (descriptor->readOnly)
    return std::unexpected(Errno::rofs);
  return withRights(descriptor, rights);
}

} // namespace wasmc::wasi
