#include "runtime-support/platform/guest_ranges.h"

#include <string.h>

#include <algorithm>

#include "runtime-support/platform/check.h"
#include "runtime-support/platform/virtual_memory.h"

namespace wasmc::platform {

constinit RangeSet guestCode;
constinit RangeSet guestMemory;

bool RangeSet::find(uint64_t address, GuestRange &found) const {
  // Announced before the index is read (both sequentially consistent): a writer that sees no
  // reader after it has published knows that later readers see its array.
  readers_.fetchAdd(1);
  const Table &table = tables_[published_.load()];
  size_t low = 0;
  size_t high = table.size;
  const GuestRange *entries = table.data();
  while (low < high) {
    size_t middle = (low + high) / 2;
    if (entries[middle].end <= address)
      low = middle + 1;
    else
      high = middle;
  }
  bool inside = low < table.size && entries[low].begin <= address;
  if (inside)
    found = entries[low];
  readers_.fetchAdd(~uint32_t{0});
  return inside;
}

Result<void> RangeSet::enlarge(Table &table, size_t needed) {
  if (needed <= std::max(table.capacity, kInlineCapacity))
    return {};
  size_t bytes = roundUpToPage(2 * needed * sizeof(GuestRange));
  TRY_ASSIGN(uint8_t *memory, allocatePages(bytes, "the table of guest addresses"));
  if (table.entries != nullptr)
    platform::release(table.entries, roundUpToPage(table.capacity * sizeof(GuestRange)));
  table.entries = reinterpret_cast<GuestRange *>(memory);
  // Rounds down: 24 does not divide a page, and release() rounds up again.
  table.capacity = bytes / sizeof(GuestRange);
  return {};
}

void RangeSet::publishOther() {
  published_.store(1 - published_.load());
  // Who announced itself before the store may still read the other array.
  while (readers_.load() != 0)
    systemCall(SystemCall::sched_yield);
}

Result<void> RangeSet::add(GuestRange range) {
  WASMC_CHECK(range.begin < range.end);
  LockGuard guard(lock_);
  Table &next = unpublished();
  const Table &current = tables_[published_.loadRelaxed()];
  TRY(enlarge(next, current.size + 1));
  const GuestRange *entries = current.data();
  size_t position = 0;
  while (position < current.size && entries[position].begin < range.begin)
    ++position;
  if ((position > 0 && entries[position - 1].end > range.begin) ||
      (position < current.size && range.end > entries[position].begin))
    return error(Error::kNoOffset, "address ranges overlap");
  std::copy_n(entries, position, next.data());
  next.data()[position] = range;
  std::copy_n(entries + position, current.size - position, next.data() + position + 1);
  next.size = current.size + 1;
  publishOther();
  return {};
}

void RangeSet::remove(uint64_t begin) {
  LockGuard guard(lock_);
  Table &next = unpublished();
  const Table &current = tables_[published_.loadRelaxed()];
  const GuestRange *entries = current.data();
  size_t position = 0;
  while (position < current.size && entries[position].begin != begin)
    ++position;
  WASMC_CHECK(position < current.size);
  // The arrays take turns, so the other one was large enough for one entry less or more than this
  // one has, which is all that is needed here: no allocation, nothing that could fail.
  WASMC_CHECK(current.size - 1 <= std::max(next.capacity, kInlineCapacity));
  std::copy_n(entries, position, next.data());
  std::copy_n(entries + position + 1, current.size - position - 1, next.data() + position);
  next.size = current.size - 1;
  publishOther();
}

} // namespace wasmc::platform
