// The calling guest's memory 0, as host functions may touch it.
//
// Why it is safe. Host code never turns a guest address into a pointer by itself: it asks here for
// a range of 32-bit address and 32-bit length, the sum is formed in 64 bits, so it cannot wrap, and
// it is compared with the memory's size as it stands in the runtime's own record at the moment the
// host function is entered (never with a number that the guest controls). A memory never shrinks
// and its base never moves, so a checked range stays valid for the whole host call. Values are
// copied in and out; nothing read from the guest is read twice with a check in between.
#ifndef WASMC_RUNTIME_WASI_GUEST_MEMORY_H
#define WASMC_RUNTIME_WASI_GUEST_MEMORY_H

#include <stdint.h>
#include <string.h>

#include <span>
#include <type_traits>

#include "runtime-support/wasi/errno.h"
#include "wasmc/abi/container.h"
#include "wasmc/detail/result.h"

namespace wasmc::wasi {

class GuestMemory {
public:
  // The memory 0 of the instance that called; without bytes when its module has no memory, so that
  // every access answers fault.
  static GuestMemory ofCaller(const wasmc_store *store);

  GuestMemory(uint8_t *base, uint64_t size) : base_(base), size_(size) {}

  // The bytes [address, address + length), or fault.
  Outcome<std::span<uint8_t>> bytes(uint32_t address, uint64_t length) const {
    if (length > size_ || address > size_ - length) [[unlikely]]
      return std::unexpected(Errno::fault);
    return std::span<uint8_t>(base_ + address, length);
  }

  // Reads a value that the guest laid out at `address`, aligned or not.
  template <class T> Outcome<T> read(uint32_t address) const {
    static_assert(std::is_trivially_copyable_v<T>);
    TRY_ASSIGN(const std::span<uint8_t> source, bytes(address, sizeof(T)));
    T value;
    // memcpy by its own name is a call where there is no C library.
    __builtin_memcpy(&value, source.data(), sizeof(T));
    return value;
  }

  template <class T> Outcome<void> write(uint32_t address, const T &value) const {
    static_assert(std::is_trivially_copyable_v<T>);
    TRY_ASSIGN(const std::span<uint8_t> target, bytes(address, sizeof(T)));
    __builtin_memcpy(target.data(), &value, sizeof(T));
    return {};
  }

private:
  uint8_t *base_;
  uint64_t size_;
};

} // namespace wasmc::wasi

#endif
