// The store: one thread of guest execution with its stack, and the memory of what lives in it.
#ifndef WASMC_RUNTIME_OBJECT_STORE_H
#define WASMC_RUNTIME_OBJECT_STORE_H

#include <stddef.h>
#include <stdint.h>

#include <span>

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
//   [guard | guest stack | <- first contexts | wasmc_store | argbuf, retbuf |
//    further contexts, tables, ... -> | nothing | signal stack | guard]
//
// One mapping, writable in one piece between its guards: each system call, and each page that is
// touched, is a good part of what a start costs. So the top of the guest's stack, the first
// contexts and the store's head share a page. No guard lies above the stack's top: nothing of a
// guest's is ever addressed upwards from it. Frames and probes go down, arguments and results that
// do not fit registers have argbuf and retbuf, and the walk of a backtrace, the only one that goes
// up, compares with stack_top (trap/handler_inside.cpp).
class Store {
public:
  Store() = default;
  Store(const Store &) = delete;
  Store &operator=(const Store &) = delete;
  // Destroys what was added and gives all memory back. No guest code may be running.
  ~Store();

  // Must succeed before anything else is done. `signalStackBytes`: room for a signal stack beside
  // the rest (signalStack()), whole pages.
  Result<void> create(const StoreLimits &limits, size_t signalStackBytes = 0);

  // Zeroed, 16-aligned memory that lives as long as the store.
  Result<uint8_t *> allocate(size_t size);

  // The resource is destroyed with the store, last added first. It stays where it is.
  void add(StoreResource *resource);

  // Empty when none was asked for. Below it lie 64 KiB that nothing uses.
  std::span<uint8_t> signalStack() const { return signalStack_; }

  wasmc_store *abi() const { return abi_; }
  const StoreLimits &limits() const { return limits_; }

private:
  uint8_t *mapping_ = nullptr;
  size_t mappingSize_ = 0;
  wasmc_store *abi_ = nullptr;
  uint8_t *firstBegin_ = nullptr; // allocate() takes from here up to firstEnd_, downwards,
  uint8_t *firstEnd_ = nullptr;
  uint8_t *nextBegin_ = nullptr; // then from here up to nextEnd_, upwards
  uint8_t *nextEnd_ = nullptr;
  platform::Arena more_; // what did not fit
  std::span<uint8_t> signalStack_;
  StoreResource *resources_ = nullptr;
  StoreLimits limits_;
};

} // namespace wasmc::object

#endif
