#include "runtime-support/wasi/descriptor_table.h"

#include "runtime-support/platform/check.h"
#include "runtime-support/platform/kernel_types.h"

namespace wasmc::wasi {

using namespace platform;

namespace {

constexpr size_t kRestBytes =
    (DescriptorTable::kCapacity - DescriptorTable::kInline) * sizeof(Descriptor);

// What the host's close answered.
intptr_t release(Descriptor &descriptor) {
  const Descriptor gone = descriptor;
  descriptor = Descriptor{};
  return gone.borrowed ? 0 : systemCall(SystemCall::close, gone.host);
}

} // namespace

Descriptor *DescriptorTable::entry(uint32_t fd) {
  return fd < kInline ? &first_[fd] : &rest_[fd - kInline];
}

Outcome<Descriptor *> DescriptorTable::find(uint32_t fd) {
  if (fd >= end_ || !entry(fd)->open) [[unlikely]]
    return std::unexpected(Errno::badf);
  return entry(fd);
}

bool DescriptorTable::ensureRest() {
  if (rest_ != nullptr)
    return true;
  const intptr_t answer =
      systemCall(SystemCall::mmap, nullptr, kRestBytes, kPROT_READ | kPROT_WRITE,
                 kMAP_PRIVATE | kMAP_ANONYMOUS | kMAP_NORESERVE, -1, 0);
  if (isError(answer))
    return false;
  rest_ = reinterpret_cast<Descriptor *>(answer);
  return true;
}

Outcome<uint32_t> DescriptorTable::insert(const Descriptor &descriptor) {
  uint32_t fd = lowestFree_;
  while (fd < end_ && !entry(fd)->isFree())
    ++fd;
  if (fd == kCapacity || (fd >= kInline && !ensureRest()))
    return std::unexpected(Errno::mfile);
  *entry(fd) = descriptor;
  entry(fd)->open = true;
  lowestFree_ = fd + 1;
  if (fd >= end_)
    end_ = fd + 1;
  return fd;
}

void DescriptorTable::withhold() {
  WASMC_CHECK(end_ < kInline);
  first_[end_++].host = Descriptor::kWithheld;
}

Outcome<void> DescriptorTable::close(uint32_t fd) {
  TRY_ASSIGN(Descriptor *const descriptor, find(fd));
  if (fd < lowestFree_)
    lowestFree_ = fd;
  // Linux frees the number whatever close answers, so there is nothing to try again; an interrupted
  // close has happened.
  const intptr_t answer = release(*descriptor);
  if (answer != -kEINTR)
    TRY(checked(answer));
  return {};
}

Outcome<void> DescriptorTable::renumber(uint32_t from, uint32_t to) {
  TRY_ASSIGN(Descriptor *const source, find(from));
  TRY_ASSIGN(Descriptor *const target, find(to));
  // Closing the target first would close the source.
  if (source == target)
    return {};
  release(*target);
  *target = *source;
  *source = Descriptor{};
  if (from < lowestFree_)
    lowestFree_ = from;
  return {};
}

void DescriptorTable::clear() {
  for (uint32_t fd = 0; fd < end_; ++fd)
    if (entry(fd)->open)
      release(*entry(fd));
    else
      *entry(fd) = Descriptor{}; // what was withheld
  if (rest_ != nullptr)
    systemCall(SystemCall::munmap, rest_, kRestBytes);
  rest_ = nullptr;
  lowestFree_ = 0;
  end_ = 0;
}

} // namespace wasmc::wasi
