// Atomic variables and a lock, over the compiler's builtins: <atomic> and <mutex> need a C library.
#ifndef WASMC_RUNTIME_PLATFORM_ATOMIC_H
#define WASMC_RUNTIME_PLATFORM_ATOMIC_H

#include <stdint.h>

#include "runtime-support/platform/kernel_types.h"
#include "runtime-support/platform/syscall.h"

namespace wasmc::platform {

// A word that several threads share. Safe in a signal handler.
template <class T> class Atomic {
public:
  constexpr Atomic() = default;
  constexpr explicit Atomic(T value) : value_(value) {}
  Atomic(const Atomic &) = delete;
  Atomic &operator=(const Atomic &) = delete;

  T loadRelaxed() const { return __atomic_load_n(&value_, __ATOMIC_RELAXED); }
  T load() const { return __atomic_load_n(&value_, __ATOMIC_SEQ_CST); }
  T loadAcquire() const { return __atomic_load_n(&value_, __ATOMIC_ACQUIRE); }
  void store(T value) { __atomic_store_n(&value_, value, __ATOMIC_SEQ_CST); }
  void storeRelease(T value) { __atomic_store_n(&value_, value, __ATOMIC_RELEASE); }
  // Both return the value before.
  T exchange(T value) { return __atomic_exchange_n(&value_, value, __ATOMIC_SEQ_CST); }
  T fetchAdd(T value) { return __atomic_fetch_add(&value_, value, __ATOMIC_SEQ_CST); }
  bool compareExchange(T expected, T desired) {
    return __atomic_compare_exchange_n(&value_, &expected, desired, false, __ATOMIC_SEQ_CST,
                                       __ATOMIC_SEQ_CST);
  }
  T *address() { return &value_; }

private:
  T value_ = {};
};

// A mutual exclusion lock over futex. Not recursive; never taken in a signal handler.
class Lock {
public:
  constexpr Lock() = default;

  void acquire() {
    if (state_.compareExchange(kFree, kTaken))
      return;
    while (state_.exchange(kContended) != kFree)
      systemCall(SystemCall::futex, state_.address(), kFUTEX_WAIT_PRIVATE, kContended, nullptr);
  }
  void release() {
    if (state_.exchange(kFree) == kContended)
      systemCall(SystemCall::futex, state_.address(), kFUTEX_WAKE_PRIVATE, 1);
  }

private:
  static constexpr uint32_t kFree = 0;
  static constexpr uint32_t kTaken = 1;
  static constexpr uint32_t kContended = 2;

  Atomic<uint32_t> state_;
};

class LockGuard {
public:
  explicit LockGuard(Lock &lock) : lock_(lock) { lock_.acquire(); }
  ~LockGuard() { lock_.release(); }
  LockGuard(const LockGuard &) = delete;
  LockGuard &operator=(const LockGuard &) = delete;

private:
  Lock &lock_;
};

} // namespace wasmc::platform

#endif
