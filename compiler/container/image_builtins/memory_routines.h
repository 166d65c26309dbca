// memcpy, memmove and memset. Guest memory.copy and memory.fill end here, so they are fast for
// small sizes (overlapping loads, no loop) and leave the large ones to the string instructions or
// to wide loops. All loads of a small move happen before its first store, so direction does not
// matter.
#include <stddef.h>
#include <stdint.h>

typedef uint64_t vec16 __attribute__((vector_size(16), aligned(1), may_alias));
typedef uint64_t word8 __attribute__((aligned(1), may_alias));
typedef uint32_t word4 __attribute__((aligned(1), may_alias));
typedef uint16_t word2 __attribute__((aligned(1), may_alias));

#define HIDDEN __attribute__((visibility("hidden"), used))

// Moves up to 16 bytes; overlap is fine.
static inline void move_small(uint8_t *to, const uint8_t *from, size_t n) {
  if (n >= 8) {
    uint64_t first = *(const word8 *)from, last = *(const word8 *)(from + n - 8);
    *(word8 *)to = first;
    *(word8 *)(to + n - 8) = last;
  } else if (n >= 4) {
    uint32_t first = *(const word4 *)from, last = *(const word4 *)(from + n - 4);
    *(word4 *)to = first;
    *(word4 *)(to + n - 4) = last;
  } else if (n >= 2) {
    uint16_t first = *(const word2 *)from, last = *(const word2 *)(from + n - 2);
    *(word2 *)to = first;
    *(word2 *)(to + n - 2) = last;
  } else if (n == 1) {
    *to = *from;
  }
}

// What is loaded at once. Two of 64 bytes are too many for riscv64's registers, and frames here are
// small by contract (CMakeLists.txt).
#ifdef __riscv
#define BLOCK 32
#else
#define BLOCK 64
#endif

typedef struct {
  vec16 parts[BLOCK / 16];
} block;

static inline block load(const uint8_t *at) {
  block value;
  for (int k = 0; k < BLOCK / 16; ++k)
    value.parts[k] = *(const vec16 *)(at + 16 * k);
  return value;
}

static inline void store(uint8_t *at, block value) {
  for (int k = 0; k < BLOCK / 16; ++k)
    *(vec16 *)(at + 16 * k) = value.parts[k];
}

// 17 bytes to two blocks; overlap is fine.
static inline void move_medium(uint8_t *to, const uint8_t *from, size_t n) {
  if (n > BLOCK) {
    block first = load(from), last = load(from + n - BLOCK);
    store(to, first);
    store(to + n - BLOCK, last);
    return;
  }
  vec16 first = *(const vec16 *)from, last = *(const vec16 *)(from + n - 16);
  if (BLOCK > 32 && n > 32) {
    vec16 second = *(const vec16 *)(from + 16), before = *(const vec16 *)(from + n - 32);
    *(vec16 *)(to + 16) = second;
    *(vec16 *)(to + n - 32) = before;
  }
  *(vec16 *)to = first;
  *(vec16 *)(to + n - 16) = last;
}

// More than a block, towards lower addresses or without overlap.
static inline void move_up(uint8_t *to, const uint8_t *from, size_t n) {
  block last = load(from + n - BLOCK);
  uint8_t *end = to + n;
  for (; n > BLOCK; n -= BLOCK, to += BLOCK, from += BLOCK)
    store(to, load(from));
  store(end - BLOCK, last);
}

// More than a block, towards higher addresses with overlap.
static inline void move_down(uint8_t *to, const uint8_t *from, size_t n) {
  block first = load(from);
  for (; n > BLOCK; n -= BLOCK)
    store(to + n - BLOCK, load(from + n - BLOCK));
  store(to, first);
}

// From here on the processor's own string move is faster than the loop, unless it overlaps with
// itself at a short distance: then it goes byte by byte, and `copy` of testsuite/bench/run took 1.8
// times as long on Sapphire Rapids.
#define STRING_MOVE_MIN 2048
#define STRING_MOVE_DISTANCE 64

HIDDEN void *memmove(void *to, const void *from, size_t n) {
  if (n <= 16) {
    move_small(to, from, n);
    return to;
  }
  if (n <= 2 * BLOCK) {
    move_medium(to, from, n);
    return to;
  }
  // One compare for "to lies within [from, from + n)".
  if ((uintptr_t)to - (uintptr_t)from < n) {
    move_down(to, from, n);
    return to;
  }
#ifdef __x86_64__
  if (n >= STRING_MOVE_MIN && (uintptr_t)from - (uintptr_t)to >= STRING_MOVE_DISTANCE) {
    void *cursor = to;
    __asm__ volatile("rep movsb" : "+D"(cursor), "+S"(from), "+c"(n) : : "memory");
    return to;
  }
#endif
  move_up(to, from, n);
  return to;
}

HIDDEN void *memcpy(void *to, const void *from, size_t n) __attribute__((alias("memmove")));

HIDDEN void *memset(void *to, int byte, size_t n) {
  uint8_t *at = to;
  uint64_t word = (uint8_t)byte * 0x0101010101010101ull;
  if (n < 16) {
    if (n >= 8) {
      *(word8 *)at = word;
      *(word8 *)(at + n - 8) = word;
    } else if (n >= 4) {
      *(word4 *)at = (uint32_t)word;
      *(word4 *)(at + n - 4) = (uint32_t)word;
    } else {
      for (size_t k = 0; k < n; ++k)
        at[k] = (uint8_t)byte;
    }
    return to;
  }
  vec16 wide = {word, word};
#ifdef __x86_64__
  if (n >= STRING_MOVE_MIN) {
    void *cursor = to;
    __asm__ volatile("rep stosb" : "+D"(cursor), "+c"(n) : "a"(byte) : "memory");
    return to;
  }
#endif
  *(vec16 *)at = wide;
  *(vec16 *)(at + n - 16) = wide;
  if (n <= 32)
    return to;
  *(vec16 *)(at + 16) = wide;
  *(vec16 *)(at + n - 32) = wide;
  block all;
  for (int k = 0; k < BLOCK / 16; ++k)
    all.parts[k] = wide;
  for (size_t k = 0; k + BLOCK < n; k += BLOCK)
    store(at + k, all);
  if (n > BLOCK)
    store(at + n - BLOCK, all);
  return to;
}
