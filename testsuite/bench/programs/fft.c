// Fast Fourier transform of complex numbers, radix two, in place, with a table of roots.
#include "bench.h"
#include <math.h>

enum { LOG = 13, N = 1 << LOG };
struct Complex {
  double re, im;
};
static struct Complex signal[N], roots[N / 2];

static void fillRoots(void) {
  // By repeated multiplication: no library's sine, which may differ between platforms.
  double re = 1, im = 0, stepRe = 0.99999970586288223, stepIm = 0.00076699031874270449;
  for (int k = 0; k < N / 2; ++k) {
    roots[k] = (struct Complex){re, -im};
    double next = re * stepRe - im * stepIm;
    im = re * stepIm + im * stepRe;
    re = next;
  }
}

static void reverseBits(void) {
  for (unsigned i = 0, j = 0; i < N; ++i) {
    if (i < j) {
      struct Complex t = signal[i];
      signal[i] = signal[j];
      signal[j] = t;
    }
    unsigned bit = N >> 1;
    for (; j & bit; bit >>= 1)
      j ^= bit;
    j |= bit;
  }
}

static void transform(void) {
  reverseBits();
  for (unsigned half = 1; half < N; half *= 2)
    for (unsigned start = 0; start < N; start += 2 * half)
      for (unsigned k = 0; k < half; ++k) {
        struct Complex root = roots[k * (N / 2 / half)];
        struct Complex *low = &signal[start + k], *high = low + half;
        double re = high->re * root.re - high->im * root.im;
        double im = high->re * root.im + high->im * root.re;
        *high = (struct Complex){low->re - re, low->im - im};
        *low = (struct Complex){low->re + re, low->im + im};
      }
}

static uint64_t work(unsigned size) {
  fillRoots();
  uint32_t random = 5;
  for (int k = 0; k < N; ++k)
    signal[k] = (struct Complex){nextRandom(&random) % 256, 0};
  for (unsigned round = 0; round < size; ++round) {
    transform();
    for (int k = 0; k < N; ++k) {
      signal[k].re *= 1.0 / 128;
      signal[k].im *= 1.0 / 128;
    }
  }
  uint64_t sum = 0;
  for (int k = 0; k < N; ++k)
    sum = mixDouble(mixDouble(sum, signal[k].re), signal[k].im);
  return sum;
}
