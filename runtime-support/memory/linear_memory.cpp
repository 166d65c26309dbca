// Linear memories, of two kinds.
//
// Guarded: 32-bit memories without bounds checks in the code. Why this is safe: the address of
// every guest access is base + index + offset + size with index and offset below 2^32 and size at
// most 16, computed without wrapping, hence inside [base, base + 8 GiB + 14]. All of it is ours:
//
//     [ guard below | memory, grows ... up to 4 GiB | guard above: 4 GiB + 16 MiB ]
//                   ^ base                                                          ^ end
//
// The kernel lets nothing be read or written there except the first `bytes` bytes, a multiple of
// the host's page size (a Wasm page is 64 KiB, the largest host page that exists on the machines we
// support); everything else faults and becomes a trap, because the whole reservation is registered
// with the trap handler before the base is handed out. The guard below catches address arithmetic
// that was moved in front of the base. create() refuses shapes that are smaller than what the
// argument needs, memory types for which it does not hold (64-bit, other page sizes), and sizes
// beyond the reservation.
//
// Checked: all others. The code compares each access with `bytes` (compiler/lower/bounds.cpp), so
// the reservation has to hold only what the memory may grow to:
//
//     [ 64 KiB | memory, grows ... up to the reservation | 64 KiB ]
//              ^ base
//
// Here `bytes` need not be a multiple of the host's page: what lies between it and the end of the
// page can be accessed, but neither compiled code nor the runtime does, so it is zero still when
// the memory grows over it. How much is reserved is a matter of room, not of safety. The two guards
// are there so that a mistake faults; faults inside the mapping become traps too.
//
// Both: the reservation never moves and is only given back when no code can run in the instance any
// more. Code compiled for a guarded memory must never see a checked one: link_imports.cpp.
#include "runtime-support/memory/linear_memory.h"

#include <string.h>

#include <algorithm>

#include "runtime-support/platform/check.h"
#include "runtime-support/platform/guest_ranges.h"
#include "runtime-support/platform/virtual_memory.h"

namespace wasmc::memory {

namespace {

constexpr uint64_t kLargest32 = uint64_t{1} << 32;
// More than the machines' addresses reach; sums of a few such numbers do not wrap.
constexpr uint64_t kLargest64 = uint64_t{1} << 48;
constexpr uint64_t kCheckedGuard = 65536;

Result<void> checkType(const wasmc_memory_type &type) {
  constexpr uint32_t kKnownFlags = WASMC_LIMITS_FLAG_64 | WASMC_MEMORY_FLAG_CHECKED;
  if ((type.flags & WASMC_LIMITS_FLAG_SHARED) != 0)
    return error(Error::kNoOffset, "shared memories are not supported");
  bool isGuarded = (type.flags & WASMC_MEMORY_FLAG_CHECKED) == 0;
  bool isPlain = (type.flags & WASMC_LIMITS_FLAG_64) == 0 && type.page_size_log2 == 16;
  if ((type.flags & ~kKnownFlags) != 0 || (type.page_size_log2 != 0 && type.page_size_log2 != 16) ||
      (isGuarded && !isPlain))
    return error(Error::kNoOffset, "type of a memory is damaged");
  if (type.max < type.min ||
      ((type.flags & WASMC_LIMITS_FLAG_64) == 0 && type.min > kLargest32 >> type.page_size_log2))
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

// So many pages in bytes, or all that a memory of the type can have.
uint64_t bytesOf(uint64_t pages, const wasmc_memory_type &type) {
  uint64_t largest = kLargest32;
  if ((type.flags & WASMC_LIMITS_FLAG_64) != 0)
    largest = kLargest64;
  else if (type.page_size_log2 == 0)
    --largest; // 2^32 pages would be 0 to memory.size, an empty memory
  return pages <= largest >> type.page_size_log2 ? pages << type.page_size_log2 : largest;
}

} // namespace

Result<void> LinearMemory::create(wasmc_memory *record, const wasmc_memory_type &type,
                                  const MemoryShape &shape, uint64_t cap) {
  TRY(checkType(type));
  uint64_t minBytes = bytesOf(type.min, type);
  if (minBytes > cap || minBytes == kLargest64)
    return error(Error::kNoOffset, "the module's memory starts with ", type.min,
                 type.page_size_log2 == 0 ? " bytes" : " pages", ", more than the limit of ",
                 std::min(cap, kLargest64), " bytes");
  record_ = record;
  type_ = type;
  maxBytes_ = std::min(bytesOf(type.max, type), cap);
  TRY(reserve(shape, minBytes));
  uint64_t begin = reinterpret_cast<uint64_t>(mapping_);
  auto registered = platform::guestMemory.add({begin, begin + mappingSize_, this});
  if (!registered) {
    platform::release(mapping_, mappingSize_);
    mapping_ = nullptr;
    return registered;
  }
  record->bytes = 0;
  accessible_ = 0;
  if (grow(type.min) == kRefused) {
    destroy();
    return error(Error::kNoOffset, "no memory for the ", minBytes,
                 " bytes that the module's memory starts with");
  }
  return {};
}

// Sets mapping_, mappingSize_ and the base, and limits maxBytes_ to what was reserved.
Result<void> LinearMemory::reserve(const MemoryShape &shape, uint64_t minBytes) {
  if (isGuarded()) {
    TRY(checkShape(shape));
    mappingSize_ = shape.guardBelow + shape.reservation + shape.guardAbove;
    Result<uint8_t *> mapping = platform::reserve(mappingSize_, "a linear memory");
    if (!mapping)
      return error(mapping.error().offset, mapping.error().text,
                   "; compiled with --bounds-checks the module needs no such reservation");
    mapping_ = *mapping;
    record_->base = mapping_ + shape.guardBelow;
    WASMC_CHECK(maxBytes_ <= shape.reservation);
    return {};
  }
  TRY_ASSIGN(mapping_,
             platform::reserveUpTo(std::min(maxBytes_, kLargest64) + 2 * kCheckedGuard,
                                   minBytes + 2 * kCheckedGuard, mappingSize_, "a linear memory"));
  record_->base = mapping_ + kCheckedGuard;
  maxBytes_ = std::min(maxBytes_, mappingSize_ - 2 * kCheckedGuard);
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
  uint64_t pagesBefore = pages();
  if (delta > (maxBytes_ - before) >> type_.page_size_log2)
    return kRefused;
  uint64_t after = before + (delta << type_.page_size_log2);
  WASMC_CHECK(after >= before && after <= maxBytes_);
  if (after > accessible_) {
    uint64_t wanted = platform::roundUpToPage(after);
    if (platform::protect(record_->base + accessible_, wanted - accessible_,
                          platform::Protection::readWrite) != 0)
      return kRefused;
    accessible_ = wanted;
  }
  record_->bytes = after;
  return pagesBefore;
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
