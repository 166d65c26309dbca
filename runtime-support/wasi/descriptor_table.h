// The guest's file descriptors: small numbers of its own, each standing for a host descriptor and
// for what the guest may do with it.
#ifndef WASMC_RUNTIME_WASI_DESCRIPTOR_TABLE_H
#define WASMC_RUNTIME_WASI_DESCRIPTOR_TABLE_H

#include <stddef.h>
#include <stdint.h>

#include "runtime-support/wasi/errno.h"

namespace wasmc::wasi {

// All bits zero is a free entry, so that fresh pages are a table of free entries without a write.
struct Descriptor {
  static constexpr uint16_t kNotPreopened = 0;
  static constexpr int32_t kWithheld = -1;

  int32_t host = 0; // kWithheld: of a number that is neither open nor given out
  bool open = false;
  // A directory of the guest's grant: the only kind that path_* may start from.
  bool directory = false;
  // Lies in a grant that must not be changed.
  bool readOnly = false;
  // The host's own (standard streams): given back, never closed. Were descriptor 2 closed, the next
  // file opened would take its number, and the runtime's messages would be written into it.
  bool borrowed = false;
  // Its kind and its flags (FDFLAG_*), where nobody but the guest can change them, so that
  // fd_fdstat_get, which C libraries call at every open, need not ask.
  bool known = false;
  Filetype filetype = Filetype::unknown;
  uint16_t fdflags = 0;
  // 1 + index of the preopened directory it is, or kNotPreopened.
  uint16_t preopen = kNotPreopened;
  // For poll_oneoff alone: where it may stand in the list of what is polled.
  uint16_t pollSlot = 0;
  // What fd_fdstat_get tells.
  Rights rightsBase = 0;
  Rights rightsInheriting = 0;
  // What the kind of file allows besides, until fd_fdstat_set_rights is called (rights.h).
  Rights impliedBase = 0;
  Rights impliedInheriting = 0;

  bool isFree() const { return !open && host != kWithheld; }
  bool may(Rights rights) const { return ((rightsBase | impliedBase) & rights) == rights; }
  // What path_open may hand down.
  Rights inheritable() const { return rightsInheriting | impliedInheriting; }
};

// Descriptors live in the object up to kInline, in pages mapped on demand above. Not thread-safe.
class DescriptorTable {
public:
  static constexpr uint32_t kInline = 32;
  static constexpr uint32_t kCapacity = 65536;

  DescriptorTable() = default;
  DescriptorTable(const DescriptorTable &) = delete;
  DescriptorTable &operator=(const DescriptorTable &) = delete;
  // Closes what is open and not borrowed.
  ~DescriptorTable() { clear(); }

  // The open descriptor with this number, or badf. Valid until it is removed.
  Outcome<Descriptor *> find(uint32_t fd);

  // Takes over `descriptor` under the lowest free number; mfile when the table is full. On failure
  // the host descriptor still is the caller's.
  Outcome<uint32_t> insert(const Descriptor &descriptor);

  // Leaves out the lowest number that has never been used: it is not open and nothing ever gets it.
  // For the first ones only (below kInline), before anything is closed.
  void withhold();

  // Closes `fd` and frees its number. The number is free even where the host's close failed.
  Outcome<void> close(uint32_t fd);

  // Closes `to`, then lets `from`'s descriptor go by that number; both must be open.
  Outcome<void> renumber(uint32_t from, uint32_t to);

  void clear();

private:
  Descriptor *entry(uint32_t fd);
  bool ensureRest();

  Descriptor first_[kInline];
  Descriptor *rest_ = nullptr;
  uint32_t lowestFree_ = 0; // no number below it is free
  uint32_t end_ = 0;        // no number at or above it has ever been used
};

} // namespace wasmc::wasi

#endif
