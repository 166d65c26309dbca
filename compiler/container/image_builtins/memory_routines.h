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

// Moves up to 32 bytes; overlap is fine.
static inline void move_small(uint8_t *to, const uint8_t *from, size_t n) {
  if (n >= 16) {
    vec16 first = *(const vec16 *)from, last = *(const vec16 *)(from + n - 16);
    *(vec16 *)to = first;
    *(vec16 *)(to + n - 16) = last;
  } else if (n >= 8) {
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

// 33 bytes and more, towards lower addresses or without overlap.
static inline void move_up(uint8_t *to, const uint8_t *from, size_t n) {
  vec16 last0 = *(const vec16 *)(from + n - 32), last1 = *(const vec16 *)(from + n - 16);
  uint8_t *end = to + n;
  for (; n > 32; n -= 32, to += 32, from += 32) {
    vec16 a = *(const vec16 *)from, b = *(const vec16 *)(from + 16);
    *(vec16 *)to = a;
    *(vec16 *)(to + 16) = b;
  }
  *(vec16 *)(end - 32) = last0;
  *(vec16 *)(end - 16) = last1;
}

// 33 bytes and more, towards higher addresses with overlap.
static inline void move_down(uint8_t *to, const uint8_t *from, size_t n) {
  vec16 first0 = *(const vec16 *)from, first1 = *(const vec16 *)(from + 16);
  uint8_t *start = to;
  for (; n > 32; n -= 32) {
    vec16 a = *(const vec16 *)(from + n - 16), b = *(const vec16 *)(from + n - 32);
    *(vec16 *)(to + n - 16) = a;
    *(vec16 *)(to + n - 32) = b;
  }
  *(vec16 *)start = first0;
  *(vec16 *)(start + 16) = first1;
}

// From here on the processor's own string move is faster than the loop.
#define STRING_MOVE_MIN 2048

HIDDEN void *memmove(void *to, const void *from, size_t n) {
  if (n <= 32) {
    move_small(to, from, n);
    return to;
  }
  // One compare for "to lies within [from, from + n)".
  if ((uintptr_t)to - (uintptr_t)from < n) {
    move_down(to, from, n);
    return to;
  }
#ifdef __x86_64__
  if (n >= STRING_MOVE_MIN) {
    void *cursor = to;
    __asm__ volatile("rep movsb" : "+D"(cursor), "+S"(from), "+c"(n) : : "memory");
    return to;
  }
#endif
  move_up(to, from, n);
  return to;
}

HIDDEN void *memcpy(void *to, const void *from, size_t n) {
  return memmove(to, from, n);
}

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
  for (size_t k = 0; k + 16 <= n; k += 16)
    *(vec16 *)(at + k) = wide;
  *(vec16 *)(at + n - 16) = wide;
  return to;
}
