// What every function of WASI works with: one call of the guest.
#ifndef WASMC_RUNTIME_WASI_CALL_H
#define WASMC_RUNTIME_WASI_CALL_H

#include <stdint.h>

#include "runtime-support/wasi/guest_memory.h"
#include "runtime-support/wasi/wasi.h"
#include "wasmc/abi/traps.h"

namespace wasmc::wasi {

// Arguments by position; results go to the memory. Lives for one call.
class Call {
public:
  Call(WasiContext &context, const wasmc_store *store, const wasmc_slot *slots)
      : wasi(context), memory(GuestMemory::ofCaller(store)), slots_(slots) {}

  uint32_t u32(unsigned index) const { return slots_[index].u32; }
  uint64_t u64(unsigned index) const { return slots_[index].u64; }
  int64_t i64(unsigned index) const { return slots_[index].i64; }

  // The path whose address and length are the arguments `index` and `index + 1`.
  Outcome<void> path(unsigned index, PathText &text) const {
    TRY_ASSIGN(const std::span<uint8_t> bytes, memory.bytes(u32(index), u32(index + 1)));
    return text.assign(bytes);
  }

  Outcome<Descriptor *> find(uint32_t fd) const { return wasi.descriptors().find(fd); }

  // An open descriptor with all these rights, or notcapable.
  Outcome<Descriptor *> require(uint32_t fd, Rights rights) const;

  // For operations on a file's contents: badf for a directory and for a descriptor that was not
  // opened for reading or writing; notcapable for other missing rights.
  Outcome<Descriptor *> requireFile(uint32_t fd, Rights rights) const;

  // For operations that change something: rofs in a read-only grant.
  Outcome<Descriptor *> requireChangeable(uint32_t fd, Rights rights) const;

  // A directory to resolve paths from; notdir for anything else.
  Outcome<Descriptor *> requireDirectory(uint32_t fd, Rights rights) const;
  Outcome<Descriptor *> requireChangeableDirectory(uint32_t fd, Rights rights) const;

  WasiContext &wasi;
  const GuestMemory memory;

private:
  const wasmc_slot *slots_;
};

using WasiFunction = Outcome<void> (*)(Call &call);

// The host function that runs a WasiFunction: the errno becomes the result.
template <WasiFunction Function>
uint32_t hostFunction(void *env, wasmc_store *store, wasmc_slot *slots) {
  Call call(*static_cast<WasiContext *>(env), store, slots);
  const Outcome<void> outcome = Function(call);
  slots[0].u32 = outcome ? 0 : static_cast<uint32_t>(outcome.error());
  return WASMC_TRAP_none;
}

} // namespace wasmc::wasi

#endif
