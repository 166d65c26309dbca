// Linear memories of 32-bit Wasm without bounds checks in the code.
//
// Why this is safe: the address of every guest access is base + index + offset + size with index
// and offset below 2^32 and size at most 16, computed without wrapping, hence inside
// [base, base + 8 GiB + 14]. All of it is ours:
//
//     [ guard below | memory, grows ... up to 4 GiB | guard above: 4 GiB + 16 MiB ]
//                   ^ base                                                          ^ end
//
// The kernel lets nothing be read or written there except the first `bytes` bytes, a multiple of
// the host's page size (a Wasm page is 64 KiB, the largest host page that exists on the machines we
// support); everything else faults and becomes a trap, because the whole reservation is registered
// with the trap handler before the base is handed out. The guard below catches address arithmetic
// that was moved in front of the base. The reservation never moves and is only given back when no
// code can run in the instance any more. create() refuses shapes that are smaller than what the
// argument needs, memory types for which it does not hold (64-bit, shared, other page sizes), and
// sizes beyond the reservation.
#include "runtime-support/memory/linear_memory.h"

#include <string.h>

#include <algorithm>

#include "runtime-support/platform/check.h"
#include "runtime-support/platform/guest_ranges.h"
#include "runtime-support/platform/virtual_memory.h"

namespace wasmc::memory {

namespace {

constexpr uint64_t kLargestMemory = uint64_t{1} << 32;

Result<void> checkType(const wasmc_memory_type &type) {
  if (type.flags != 0)
    return error(Error::kNoOffset, "64-bit and shared memories are not supported");
  if (type.page_size_log2 != 16)
    return error(Error::kNoOffset, "memories with another page size than 64 KiB are not supported");
  if (type.min > kLargestMemory / WASMC_PAGE_SIZE ||
      (type.max != WASMC_LIMITS_NO_MAX && type.max < type.min))
    return error(Error::kNoOffset, "memory limits are damaged");
  return {};
}

Result<void> checkShape(const MemoryShape &shape) {
  constexpr uint64_t kLargestShape = uint64_t{1} << 40;
  if (shape.guardBelow < WASMC_MEMORY_GUARD_BELOW || shape.reservation < WASMC_MEMORY_RESERVATION ||
      shape.guardAbove < WASMC_MEMORY_GUARD_ABOVE || shape.guardBelow > kLargestShape ||
      shape.reservation > kLargestShape || shape.guardAbove > kLargestShape)
    return error(Error::kNoOffset, "the module wants a memory reservation of another shape");
  if ((shape.guardBelow | shape.reservation | shape.guardAbove) % WASMC_PAGE_SIZE != 0)
    return error(Error::kNoOffset, "the module wants a memory reservation of odd size");
  return {};
}

} // namespace

Result<void> LinearMemory::create(wasmc_memory *record, const wasmc_memory_type &type,
                                  const MemoryShape &shape, uint64_t cap) {
  TRY(checkType(type));
  TRY(checkShape(shape));
  uint64_t minBytes = type.min * WASMC_PAGE_SIZE;
  if (minBytes > cap)
    return error(Error::kNoOffset, "the module's memory starts with ", minBytes,
                 " bytes, more than the limit of ", cap);
  uint64_t size = shape.guardBelow + shape.reservation + shape.guardAbove;
  TRY_ASSIGN(uint8_t *mapping, platform::reserve(size, "a linear memory"));
  uint64_t begin = reinterpret_cast<uint64_t>(mapping);
  auto registered = platform::guestMemory.add({begin, begin + size, this});
  if (!registered) {
    platform::release(mapping, size);
    return registered;
  }
  record_ = record;
  mapping_ = mapping;
  mappingSize_ = size;
  type_ = type;
  uint64_t maxPages = std::min(type.max, kLargestMemory / WASMC_PAGE_SIZE);
  maxBytes_ = std::min(maxPages * WASMC_PAGE_SIZE, cap);
  record->base = mapping + shape.guardBelow;
  record->bytes = 0;
  if (grow(type.min) == kRefused) {
    destroy();
    return error(Error::kNoOffset, "no memory for the ", minBytes,
                 " bytes that the module's memory starts with");
  }
  return {};
}

void LinearMemory::destroy() {
  if (mapping_ == nullptr)
    return;
  platform::guestMemory.remove(reinterpret_cast<uint64_t>(mapping_));
  platform::release(mapping_, mappingSize_);
  mapping_ = nullptr;
  *record_ = {};
}

uint64_t LinearMemory::grow(uint64_t delta) {
  uint64_t before = record_->bytes;
  if (delta == 0)
    return before / WASMC_PAGE_SIZE;
  if (delta > (maxBytes_ - before) / WASMC_PAGE_SIZE)
    return kRefused;
  uint64_t more = delta * WASMC_PAGE_SIZE;
  WASMC_CHECK(before + more <= kLargestMemory);
  if (platform::protect(record_->base + before, more, platform::Protection::readWrite) != 0)
    return kRefused;
  record_->bytes = before + more;
  return before / WASMC_PAGE_SIZE;
}

wasmc_memory_type LinearMemory::currentType() const {
  wasmc_memory_type type = type_;
  type.min = pages();
  return type;
}

Result<void> LinearMemory::mapImage(uint64_t destination, int fd, uint64_t fileOffset,
                                    uint64_t length) {
  uint64_t page = platform::pageSize();
  if ((destination | fileOffset | length) % page != 0 || length == 0 ||
      !contains(destination, length))
    return error(Error::kNoOffset, "the data image does not fit the memory");
  intptr_t answer = platform::mapFileOver(record_->base + destination, length,
                                          platform::Protection::readWrite, fd, fileOffset);
  if (answer != 0)
    return error(Error::kNoOffset, "cannot map the data image (errno ",
                 static_cast<uint64_t>(-answer), ")");
  return {};
}

Result<void> LinearMemory::moveImage(uint64_t destination, const uint8_t *from, uint64_t length) {
  uint64_t page = platform::pageSize();
  if ((destination | reinterpret_cast<uint64_t>(from) | length) % page != 0 || length == 0 ||
      !contains(destination, length))
    return error(Error::kNoOffset, "the data image does not fit the memory");
  intptr_t answer =
      platform::movePages(const_cast<uint8_t *>(from), record_->base + destination, length);
  if (answer != 0)
    return error(Error::kNoOffset, "cannot map the data image (errno ",
                 static_cast<uint64_t>(-answer), ")");
  return {};
}

Result<void> LinearMemory::copyImage(uint64_t destination, const uint8_t *from, uint64_t length) {
  if (!contains(destination, length))
    return error(Error::kNoOffset, "the data image does not fit the memory");
  memcpy(record_->base + destination, from, length);
  return {};
}

} // namespace wasmc::memory
