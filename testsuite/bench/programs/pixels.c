// Pictures by vectors of 128 bits, written out as such in the source: blending, a threshold, a
// blur.
#include "bench.h"

typedef uint8_t Bytes __attribute__((vector_size(16)));
typedef uint16_t Halves __attribute__((vector_size(16)));
typedef float Floats __attribute__((vector_size(16)));
typedef uint8_t HalfBytes __attribute__((vector_size(8)));

enum { N = 1 << 16 };
static uint8_t front[N], back[N], alpha[N], result[N];
static float row[N / 4 + 8], smooth[N / 4 + 8];

static Halves widen(const uint8_t *at) {
  HalfBytes bytes;
  memcpy(&bytes, at, sizeof bytes);
  return __builtin_convertvector(bytes, Halves);
}

static void blend(void) {
  for (int k = 0; k < N; k += 8) {
    Halves f = widen(front + k), b = widen(back + k), a = widen(alpha + k);
    Halves mixed = (f * a + b * (255 - a) + 128) >> 8;
    HalfBytes bytes = __builtin_convertvector(mixed, HalfBytes);
    memcpy(result + k, &bytes, sizeof bytes);
  }
}

static void threshold(uint8_t limit) {
  for (int k = 0; k < N; k += 16) {
    Bytes v, mask;
    memcpy(&v, result + k, sizeof v);
    mask = (Bytes)(v > limit);
    v = (v & mask) | (~mask & (v >> 1));
    memcpy(result + k, &v, sizeof v);
  }
}

static void blur(void) {
  for (int k = 4; k < N / 4; k += 4) {
    Floats left, middle, right;
    memcpy(&left, row + k - 1, sizeof left);
    memcpy(&middle, row + k, sizeof middle);
    memcpy(&right, row + k + 1, sizeof right);
    middle = middle * 0.5f + (left + right) * 0.25f;
    memcpy(smooth + k, &middle, sizeof middle);
  }
  memcpy(row, smooth, sizeof row);
}

static uint64_t work(unsigned size) {
  uint32_t random = 13;
  for (int k = 0; k < N; ++k) {
    front[k] = (uint8_t)nextRandom(&random);
    back[k] = (uint8_t)nextRandom(&random);
    alpha[k] = (uint8_t)nextRandom(&random);
  }
  for (int k = 0; k < N / 4; ++k)
    row[k] = (float)(k % 251);
  uint64_t sum = 0;
  for (unsigned round = 0; round < size; ++round) {
    blend();
    threshold((uint8_t)(round * 7));
    blur();
    sum = mix(sum, result[round * 97 % N]);
    memcpy(back + round % 64, result, N / 2);
  }
  for (int k = 0; k < N / 4; ++k)
    sum = mixDouble(sum, row[k]);
  return sum;
}
