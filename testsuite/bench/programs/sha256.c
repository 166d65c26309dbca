// The compression function of SHA-256 (FIPS 180-4; the initial state is not its) over a megabyte.
// The round constants are computed as the standard defines them, from the cube roots of primes.
#include "bench.h"

static uint32_t constants[64], state[8];
static uint8_t text[1 << 20];

static uint32_t rotate(uint32_t x, int by) {
  return x >> by | x << (32 - by);
}

// The first 32 bits of the fractional part of the cube root of n: the largest r with r^3 <= n *
// 2^96.
static uint32_t cubeRootBits(uint32_t n) {
  uint64_t root = 0;
  for (int bit = 35; bit >= 0; --bit) {
    unsigned __int128 trial = root | UINT64_C(1) << bit;
    if (trial * trial * trial <= (unsigned __int128)n << 96)
      root = (uint64_t)trial;
  }
  return (uint32_t)root;
}

static void fillConstants(void) {
  int found = 0;
  for (uint32_t n = 2; found < 64; ++n) {
    int prime = 1;
    for (uint32_t d = 2; d * d <= n; ++d)
      prime &= n % d != 0;
    if (prime)
      constants[found++] = cubeRootBits(n);
  }
}

static void block(const uint8_t *p) {
  uint32_t w[64], s[8];
  for (int t = 0; t < 16; ++t)
    w[t] = (uint32_t)p[4 * t] << 24 | p[4 * t + 1] << 16 | p[4 * t + 2] << 8 | p[4 * t + 3];
  for (int t = 16; t < 64; ++t) {
    uint32_t a = w[t - 15], b = w[t - 2];
    w[t] = w[t - 16] + w[t - 7] + (rotate(a, 7) ^ rotate(a, 18) ^ a >> 3) +
           (rotate(b, 17) ^ rotate(b, 19) ^ b >> 10);
  }
  memcpy(s, state, sizeof s);
  for (int t = 0; t < 64; ++t) {
    uint32_t a = s[0], e = s[4];
    uint32_t t1 = s[7] + (rotate(e, 6) ^ rotate(e, 11) ^ rotate(e, 25)) +
                  ((e & s[5]) ^ (~e & s[6])) + constants[t] + w[t];
    uint32_t t2 =
        (rotate(a, 2) ^ rotate(a, 13) ^ rotate(a, 22)) + ((a & s[1]) ^ (a & s[2]) ^ (s[1] & s[2]));
    memmove(s + 1, s, 7 * sizeof *s);
    s[4] += t1;
    s[0] = t1 + t2;
  }
  for (int k = 0; k < 8; ++k)
    state[k] += s[k];
}

static uint64_t work(unsigned size) {
  fillConstants();
  uint32_t random = 1;
  for (size_t k = 0; k < sizeof text; ++k)
    text[k] = (uint8_t)nextRandom(&random);
  for (unsigned round = 0; round < size; ++round) {
    for (uint32_t k = 0; k < 8; ++k)
      state[k] = 0x6a09e667u + k;
    for (size_t at = 0; at < sizeof text; at += 64)
      block(text + at);
    memcpy(text + round % 1000, state, sizeof state);
  }
  return mix(state[0], (uint64_t)state[3] << 32 | state[7]);
}
