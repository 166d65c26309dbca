// How soon points of the plane escape.
#include "bench.h"

static uint64_t work(unsigned size) {
  uint64_t sum = 0;
  for (unsigned y = 0; y < size; ++y)
    for (unsigned x = 0; x < size; ++x) {
      double cx = 3.0 * x / size - 2.25, cy = 2.5 * y / size - 1.25, zx = 0, zy = 0;
      unsigned steps = 0;
      while (steps < 200 && zx * zx + zy * zy <= 4) {
        double next = zx * zx - zy * zy + cx;
        zy = 2 * zx * zy + cy;
        zx = next;
        ++steps;
      }
      sum = mix(sum, steps);
    }
  return sum;
}
