// Reductions over arrays: sums, dot products, extremes, counts; one accumulator or several.
#include "bench.h"

enum { N = 1 << 15 };
static int32_t numbers[N];
static float weights[N];
static double values[N];
static uint8_t bytes[N];

static uint64_t integers(void) {
  int32_t sum = 0, least = INT32_MAX, most = INT32_MIN;
  uint64_t squares = 0;
  for (int k = 0; k < N; ++k) {
    sum += numbers[k];
    least = numbers[k] < least ? numbers[k] : least;
    most = numbers[k] > most ? numbers[k] : most;
  }
  for (int k = 0; k < N; ++k)
    squares += (uint64_t)((int64_t)numbers[k] * numbers[k]);
  return mix(mix(squares, (uint32_t)sum), (uint32_t)(most ^ least));
}

static double floats(void) {
  double dot = 0, even = 0, odd = 0;
  for (int k = 0; k < N; ++k)
    dot += values[k] * weights[k];
  for (int k = 0; k < N; k += 2) {
    even += values[k];
    odd += values[k + 1];
  }
  return dot + even - odd;
}

static unsigned counts(uint8_t wanted) {
  unsigned equal = 0, above = 0;
  for (int k = 0; k < N; ++k) {
    equal += bytes[k] == wanted;
    if (bytes[k] > wanted)
      above += bytes[k] - wanted;
  }
  return equal ^ above;
}

static uint64_t work(unsigned size) {
  uint32_t random = 17;
  for (int k = 0; k < N; ++k) {
    numbers[k] = (int32_t)(nextRandom(&random) >> 8) - (1 << 23);
    weights[k] = (float)(nextRandom(&random) % 100);
    values[k] = nextRandom(&random) % 1000 / 8.0;
    bytes[k] = (uint8_t)nextRandom(&random);
  }
  uint64_t sum = 0;
  for (unsigned round = 0; round < size; ++round) {
    sum = mix(sum, integers());
    sum = mixDouble(sum, floats());
    sum = mix(sum, counts((uint8_t)round));
    numbers[round % N] ^= 1;
    bytes[round % N] ^= 3;
    values[round % N] += 1;
  }
  return sum;
}
