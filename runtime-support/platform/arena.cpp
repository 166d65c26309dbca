#include "runtime-support/platform/arena.h"

#include "runtime-support/platform/virtual_memory.h"

namespace wasmc::platform {

namespace {
constexpr size_t kChunkSize = 65536;
}

Arena::~Arena() {
  while (chunks_ != nullptr) {
    Chunk *chunk = chunks_;
    chunks_ = chunk->previous;
    release(chunk, chunk->size);
  }
}

Result<uint8_t *> ImmortalArena::allocate(size_t size) {
  if (size > (~size_t{0} >> 2))
    return error(Error::kNoOffset, "too large an allocation");
  size = (size + 15) & ~size_t{15};
  if (size > left_) {
    size_t bytes = roundUpToPage(size + sizeof(Chunk));
    if (bytes < kChunkSize)
      bytes = kChunkSize;
    TRY_ASSIGN(uint8_t *memory, allocatePages(bytes, "the runtime's own data"));
    chunks_ = new (memory) Chunk{chunks_, bytes};
    next_ = memory + sizeof(Chunk);
    left_ = bytes - sizeof(Chunk);
  }
  uint8_t *result = next_;
  next_ += size;
  left_ -= size;
  return result;
}

} // namespace wasmc::platform
