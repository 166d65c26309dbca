// Memory that is only ever taken.
#ifndef WASMC_RUNTIME_PLATFORM_ARENA_H
#define WASMC_RUNTIME_PLATFORM_ARENA_H

#include <stddef.h>
#include <stdint.h>

#include <new>
#include <span>
#include <type_traits>
#include <utility>

#include "wasmc/detail/result.h"

namespace wasmc::platform {

// Hands out zeroed memory that is never given back. Not thread-safe.
class ImmortalArena {
public:
  constexpr ImmortalArena() = default;
  ImmortalArena(const ImmortalArena &) = delete;
  ImmortalArena &operator=(const ImmortalArena &) = delete;

  // Takes from `first` (zeroed, 16-aligned) before it asks the system. Before anything else.
  void startWith(std::span<uint8_t> first) {
    next_ = first.data();
    left_ = first.size();
  }

  // 16-aligned.
  Result<uint8_t *> allocate(size_t size);

  template <class T> Result<std::span<T>> allocateArray(size_t count) {
    static_assert(std::is_trivially_destructible_v<T> && alignof(T) <= 16);
    if (count > (~size_t{0} >> 1) / sizeof(T))
      return error(Error::kNoOffset, "too large an array");
    TRY_ASSIGN(uint8_t *memory, allocate(count * sizeof(T)));
    return std::span<T>(reinterpret_cast<T *>(memory), count);
  }

protected:
  // Stands at the start of every piece that came from the system.
  struct Chunk {
    Chunk *previous;
    size_t size;
  };
  static_assert(sizeof(Chunk) == 16);

  uint8_t *next_ = nullptr;
  size_t left_ = 0;
  Chunk *chunks_ = nullptr;
};

// The same for memory that lives as long as the arena.
class Arena : public ImmortalArena {
public:
  constexpr Arena() = default;
  ~Arena();

  // Exchanges all memory, so that an object can own the arena in which it stands itself.
  void swap(Arena &other) noexcept {
    std::swap(next_, other.next_);
    std::swap(left_, other.left_);
    std::swap(chunks_, other.chunks_);
  }
};

} // namespace wasmc::platform

#endif
