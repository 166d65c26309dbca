// Lists of buffers in guest memory, as the kernel takes them: data moves between file and guest
// memory without a copy of ours.
#ifndef WASMC_RUNTIME_WASI_IOVECS_H
#define WASMC_RUNTIME_WASI_IOVECS_H

#include <stdint.h>

#include <span>

#include "runtime-support/platform/kernel_types.h"
#include "runtime-support/wasi/guest_memory.h"

namespace wasmc::wasi {

// The kernel's own limit (UIO_MAXIOV).
inline constexpr uint32_t kMaxIovecs = 1024;

// A usual call has few buffers; a list that fits here touches no further page of the guest's stack.
inline constexpr uint32_t kFewIovecs = 16;

// Fills `room` (at least `count` long) from the guest's list of `count` entries at `address`. Every
// buffer is checked; fault if the list or a buffer leaves the memory.
inline Outcome<std::span<platform::Iovec>> fillIovecs(const GuestMemory &memory, uint32_t address,
                                                      uint32_t count,
                                                      std::span<platform::Iovec> room) {
  TRY_ASSIGN(const std::span<uint8_t> list,
             memory.bytes(address, uint64_t{count} * sizeof(GuestIovec)));
  for (uint32_t i = 0; i < count; ++i) {
    GuestIovec entry;
    __builtin_memcpy(&entry, &list[i * sizeof(GuestIovec)], sizeof(entry));
    TRY_ASSIGN(const std::span<uint8_t> buffer, memory.bytes(entry.buf, entry.bufLen));
    room[i] = {buffer.data(), buffer.size()};
  }
  return room.first(count);
}

// Calls `use` with the list in the kernel's form and returns its answer. inval for more than
// kMaxIovecs entries. At most 16 KiB of stack.
template <class Use>
Outcome<intptr_t> withIovecs(const GuestMemory &memory, uint32_t address, uint32_t count,
                             const Use &use) {
  if (count <= kFewIovecs) {
    platform::Iovec room[kFewIovecs];
    TRY_ASSIGN(const std::span<platform::Iovec> list, fillIovecs(memory, address, count, room));
    return checked(use(list));
  }
  if (count > kMaxIovecs)
    return std::unexpected(Errno::inval);
  // Its own function, so that its frame exists only when it is needed.
  const auto many = [&] [[gnu::noinline]] () -> Outcome<intptr_t> {
    platform::Iovec room[kMaxIovecs];
    TRY_ASSIGN(const std::span<platform::Iovec> list, fillIovecs(memory, address, count, room));
    return checked(use(list));
  };
  return many();
}

} // namespace wasmc::wasi

#endif
