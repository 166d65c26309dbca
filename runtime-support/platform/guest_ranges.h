// Which addresses belong to guests: the code of loaded images, and the reservations of linear
// memories with their guards. The signal handler decides by these two sets whether a fault is a
// trap of the guest.
#ifndef WASMC_RUNTIME_PLATFORM_GUEST_RANGES_H
#define WASMC_RUNTIME_PLATFORM_GUEST_RANGES_H

#include <stddef.h>
#include <stdint.h>

#include "runtime-support/platform/atomic.h"
#include "wasmc/detail/result.h"

namespace wasmc::platform {

struct GuestRange {
  uint64_t begin;
  uint64_t end;
  const void *owner; // what the range was registered with
};

// A set of disjoint address ranges, read without locks and without allocation from signal handlers
// of any thread while others change it.
//
// Two sorted arrays: readers use the published one, writers (one at a time) prepare the other and
// then publish it. Before a writer touches the array that was published before, it waits until no
// reader is left that may have seen it; readers only search, so the wait is short. A writer
// interrupted by a fault of its own thread is no problem: the handler reads what is published.
class RangeSet {
public:
  constexpr RangeSet() = default;
  RangeSet(const RangeSet &) = delete;
  RangeSet &operator=(const RangeSet &) = delete;

  // Adds a range. An error when it overlaps another, or when there is no memory for the table.
  Result<void> add(GuestRange range);
  // Removes the range that begins there; it must be one.
  void remove(uint64_t begin);

  // Looks an address up. Async-signal-safe. The answer's owner may only be used while the caller
  // knows that the range stays registered.
  bool find(uint64_t address, GuestRange &found) const;

private:
  static constexpr size_t kInlineCapacity = 8;

  struct Table {
    GuestRange *entries = nullptr; // null: `inlineEntries`
    size_t size = 0;
    size_t capacity = 0; // of `entries`: all zero, so that the program's file need not hold it
    GuestRange inlineEntries[kInlineCapacity] = {};

    GuestRange *data() { return entries != nullptr ? entries : inlineEntries; }
    const GuestRange *data() const { return entries != nullptr ? entries : inlineEntries; }
  };

  Result<void> enlarge(Table &table, size_t needed);
  Table &unpublished() { return tables_[1 - published_.loadRelaxed()]; }
  void publishOther();

  Lock lock_;
  mutable Atomic<uint32_t> readers_;
  Atomic<uint32_t> published_;
  Table tables_[2];
};

// Machine code of images; the owner is the load::CodeImage.
extern constinit RangeSet guestCode;
// Reservations of linear memories, guards included.
extern constinit RangeSet guestMemory;

} // namespace wasmc::platform

#endif
