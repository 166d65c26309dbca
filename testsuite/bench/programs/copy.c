// Blocks of memory copied, moved within themselves, filled and compared: long, short and
// overlapping.
#include "bench.h"

enum { LENGTH = 1 << 18 };
static uint8_t a[LENGTH + 64], b[LENGTH + 64];

struct Small {
  uint32_t words[7];
};
static struct Small small[1024];

static void smallCopies(uint32_t *random) {
  for (int k = 0; k < 2048; ++k)
    small[nextRandom(random) % 1024] = small[nextRandom(random) % 1024];
}

static void shortCopies(uint32_t *random) {
  for (int k = 0; k < 1024; ++k) {
    uint32_t r = nextRandom(random);
    memcpy(a + r % LENGTH, b + (r >> 7) % LENGTH, r >> 26);
  }
}

static uint64_t work(unsigned size) {
  uint32_t random = 9;
  for (int k = 0; k < LENGTH; ++k)
    a[k] = (uint8_t)nextRandom(&random);
  for (int k = 0; k < 1024 * 7; ++k)
    small[k / 7].words[k % 7] = nextRandom(&random);
  uint64_t sum = 0;
  for (unsigned round = 0; round < size; ++round) {
    memcpy(b, a, LENGTH);
    memmove(b + 1, b, LENGTH / 2);
    memmove(b + 100, b + 117, LENGTH / 4);
    memset(a + round * 61 % LENGTH, (int)round, 40);
    smallCopies(&random);
    shortCopies(&random);
    sum = mix(sum, (uint64_t)(memcmp(a, b, LENGTH) < 0));
    sum = mix(sum, a[round * 331 % LENGTH] + b[round * 17 % LENGTH]);
    sum = mix(sum, small[round % 1024].words[round % 7]);
  }
  return sum;
}
