// The store: one thread of guest execution with its stack, and the memory of what lives in it.
#ifndef WASMC_RUNTIME_OBJECT_STORE_H
#define WASMC_RUNTIME_OBJECT_STORE_H

#include <stddef.h>
#include <stdint.h>

#include "runtime-support/platform/arena.h"
#include "wasmc/abi/vm_context.h"
#include "wasmc/detail/result.h"

namespace wasmc::object {

// What the host allows the guest to take.
struct StoreLimits {
  uint64_t stackBytes = 8u << 20;
  // Per memory: what the JavaScript API allows a 64-bit one. A 32-bit one ends at 4 GiB anyhow.
  uint64_t memoryBytes = uint64_t{1} << 34;
  // Elements per table; the limit that the JavaScript API sets for all engines.
  uint64_t tableElements = 10'000'000;
};

// Something in a store that holds more than the store's own memory.
struct StoreResource {
  StoreResource *next;
  void (*destroy)(StoreResource *resource);
};

// Never shared between threads (but may move to another one while no guest code runs in it).
//
//   [guard | guest stack | guard | contexts, tables, ... <-| wasmc_store | argbuf, retbuf | guard]
//
// One mapping. Contexts are taken downwards from the store's head, so that the head and the first
// instance's context share a page: a page that is touched costs more than a system call.
class Store {
public:
  Store() = default;
  Store(const Store &) = delete;
  Store &operator=(const Store &) = delete;
  // Destroys what was added and gives all memory back. No guest code may be running.
  ~Store();

  // Must succeed before anything else is done.
  Result<void> create(const StoreLimits &limits);

  // Zeroed, 16-aligned memory that lives as long as the store.
  Result<uint8_t *> allocate(size_t size);

  // The resource is destroyed with the store, last added first. It stays where it is.
  void add(StoreResource *resource);

  wasmc_store *abi() const { return abi_; }
  const StoreLimits &limits() const { return limits_; }

private:
  uint8_t *mapping_ = nullptr;
  size_t mappingSize_ = 0;
  wasmc_store *abi_ = nullptr;
  uint8_t *contextsBegin_ = nullptr; // lowest address that allocate() may use
  uint8_t *contextsNext_ = nullptr;  // the last allocation; the next lies below
  platform::Arena more_;             // what did not fit
  StoreResource *resources_ = nullptr;
  StoreLimits limits_;
};

} // namespace wasmc::object

#endif
