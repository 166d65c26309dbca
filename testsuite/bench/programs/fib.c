// Calls: the naive Fibonacci numbers, and Ackermann's function.
#include "bench.h"

static uint32_t fib(uint32_t n) {
  return n < 2 ? n : fib(n - 1) + fib(n - 2);
}

static uint32_t ackermann(uint32_t m, uint32_t n) {
  if (m == 0)
    return n + 1;
  return ackermann(m - 1, n == 0 ? 1 : ackermann(m, n - 1));
}

static uint64_t work(unsigned size) {
  return mix(fib(size), ackermann(2, size * 8));
}
