// Address space: reserve, commit, map, release.
#ifndef WASMC_RUNTIME_PLATFORM_VIRTUAL_MEMORY_H
#define WASMC_RUNTIME_PLATFORM_VIRTUAL_MEMORY_H

#include <stddef.h>
#include <stdint.h>

#include "wasmc/detail/result.h"

namespace wasmc::platform {

enum class Protection : int { none = 0, read = 1, readWrite = 3, readExecute = 5 };

// Size of a page of the host. Cheap.
size_t pageSize();
inline size_t roundUpToPage(size_t size) {
  return (size + pageSize() - 1) & ~(pageSize() - 1);
}

// Takes `size` bytes of address space without memory behind them: any access faults. The error
// names `what` and the likely cause (`ulimit -v`, overcommit, mappings).
Result<uint8_t *> reserve(size_t size, const char *what);

// The same for as much as there is: `wanted` bytes, or, when the system refuses, half of that, and
// so on down to `least`. Sizes are rounded up to multiples of 64 KiB; `got` is what was reserved.
Result<uint8_t *> reserveUpTo(size_t wanted, size_t least, size_t &got, const char *what);

// Readable and writable zeroed memory of `size` bytes.
Result<uint8_t *> allocatePages(size_t size, const char *what);

// Changes what may be done with [address, address + size), whole pages of one of our mappings.
// Making pages accessible costs memory only when they are touched. Returns 0 or -errno.
intptr_t protect(void *address, size_t size, Protection protection);

// Hint that all of [address, address + size) is about to be written: gives memory to all its pages
// at once, which costs a fraction of a fault for each. Does nothing for what is small.
void expectWrites(void *address, size_t size);

// Maps a piece of a file over existing address space, private (writes stay here), replacing what
// was mapped. All of address, size and offset are multiples of the page size. Returns 0 or -errno.
intptr_t mapFileOver(void *address, size_t size, Protection protection, int fd, uint64_t offset);

// Moves whole pages of one mapping to another address, where they replace what is mapped, and lets
// them be written. Nothing is mapped at `from` any more. Returns 0 or -errno.
intptr_t movePages(void *from, void *to, size_t size);

// Maps a piece of a file wherever there is room, private. Address or -errno.
intptr_t mapFile(size_t size, Protection protection, int fd, uint64_t offset);

// Gives address space back. Must be exactly what a function above returned.
void release(void *address, size_t size);

} // namespace wasmc::platform

#endif
