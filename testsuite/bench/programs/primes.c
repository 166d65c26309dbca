// Sieving in bytes and in bits, and counting bits.
#include "bench.h"

enum { LIMIT = 1 << 20 };
static uint8_t composite[LIMIT];
static uint64_t bits[LIMIT / 64];

static unsigned byBytes(void) {
  memset(composite, 0, sizeof composite);
  unsigned count = 0;
  for (unsigned p = 2; p < LIMIT; ++p) {
    if (composite[p])
      continue;
    ++count;
    for (uint64_t multiple = (uint64_t)p * p; multiple < LIMIT; multiple += p)
      composite[multiple] = 1;
  }
  return count;
}

static unsigned byBits(void) {
  memset(bits, 0, sizeof bits);
  for (unsigned p = 3; p * p < LIMIT; p += 2)
    if ((bits[p >> 6] >> (p & 63) & 1) == 0)
      for (unsigned multiple = p * p; multiple < LIMIT; multiple += 2 * p)
        bits[multiple >> 6] |= UINT64_C(1) << (multiple & 63);
  unsigned composites = 0;
  for (unsigned k = 0; k < LIMIT / 64; ++k)
    composites += (unsigned)__builtin_popcountll(bits[k] & UINT64_C(0xaaaaaaaaaaaaaaaa));
  return LIMIT / 2 - composites;
}

static uint64_t work(unsigned size) {
  uint64_t sum = 0;
  for (unsigned round = 0; round < size; ++round)
    sum = mix(mix(sum, byBytes()), byBits() + round);
  return sum;
}
