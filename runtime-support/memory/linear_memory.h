// One linear memory of an instance: a reservation of addresses of which the front is accessible.
#ifndef WASMC_RUNTIME_MEMORY_LINEAR_MEMORY_H
#define WASMC_RUNTIME_MEMORY_LINEAR_MEMORY_H

#include <stddef.h>
#include <stdint.h>

#include "wasmc/abi/container.h"
#include "wasmc/abi/vm_context.h"
#include "wasmc/detail/result.h"

namespace wasmc::memory {

// How much address space surrounds a guarded memory. Compiled code leaves its bounds checks to it,
// so it must be what the code was compiled for (header fields memory_*).
struct MemoryShape {
  uint64_t guardBelow = WASMC_MEMORY_GUARD_BELOW;
  uint64_t reservation = WASMC_MEMORY_RESERVATION;
  uint64_t guardAbove = WASMC_MEMORY_GUARD_ABOVE;
};

// What memory.grow and memory.size answer when they cannot.
inline constexpr uint64_t kRefused = ~uint64_t{0};

// Not thread-safe: a memory belongs to one store. Has no destructor, since memories live in a
// store's arena and most die with the process; destroy() gives the addresses back.
class LinearMemory {
public:
  // Reserves the addresses, registers them with the trap handler and makes the type's minimum
  // accessible. `record` is what compiled code reads: base and length stand there and only there.
  // `cap` limits the size in bytes beyond what the type says. Unless the type has
  // WASMC_MEMORY_FLAG_CHECKED the memory is guarded by a reservation of `shape`.
  Result<void> create(wasmc_memory *record, const wasmc_memory_type &type, const MemoryShape &shape,
                      uint64_t cap);
  void destroy();

  // memory.grow: the size before, in pages, or kRefused when the type, the cap or the system does
  // not allow `delta` more pages.
  uint64_t grow(uint64_t delta);
  uint64_t pages() const { return record_->bytes >> type_.page_size_log2; }

  uint8_t *base() const { return record_->base; }
  uint64_t bytes() const { return record_->bytes; }
  wasmc_memory *record() const { return record_; }
  // Whether code may leave its bounds checks to the memory's reservation.
  bool isGuarded() const { return (type_.flags & WASMC_MEMORY_FLAG_CHECKED) == 0; }
  // The type with the current size as its minimum: what importing it is checked against.
  wasmc_memory_type currentType() const;

  // Whether [offset, offset + length) is accessible.
  bool contains(uint64_t offset, uint64_t length) const {
    return offset <= bytes() && length <= bytes() - offset;
  }

  // Initial contents: maps a piece of a file copy-on-write at `destination`. All three numbers are
  // multiples of the page size and the range is inside the memory, or it is an error.
  Result<void> mapImage(uint64_t destination, int fd, uint64_t fileOffset, uint64_t length);
  // Initial contents: takes the pages at `from` away from where they are mapped, under the same
  // conditions.
  Result<void> moveImage(uint64_t destination, const uint8_t *from, uint64_t length);
  // Initial contents from memory.
  Result<void> copyImage(uint64_t destination, const uint8_t *from, uint64_t length);

private:
  Result<void> reserve(const MemoryShape &shape, uint64_t minBytes);

  wasmc_memory *record_ = nullptr;
  uint8_t *mapping_ = nullptr;
  uint64_t mappingSize_ = 0;
  uint64_t maxBytes_ = 0;   // what grow may reach; within the reservation
  uint64_t accessible_ = 0; // bytes: `bytes` in whole pages of the host
  wasmc_memory_type type_ = {};
};

} // namespace wasmc::memory

#endif
