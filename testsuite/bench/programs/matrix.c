// Product of dense matrices of doubles, blocked by rows so that the inner loop runs along memory.
#include "bench.h"

enum { N = 192 };
static double a[N][N], b[N][N], c[N][N];

static uint64_t work(unsigned size) {
  for (int i = 0; i < N; ++i)
    for (int j = 0; j < N; ++j) {
      a[i][j] = (i * 7 + j * 3) % 11 - 5;
      b[i][j] = (i * 5 + j * 13) % 17 / 4.0;
    }
  for (unsigned round = 0; round < size; ++round) {
    memset(c, 0, sizeof c);
    for (int i = 0; i < N; ++i)
      for (int k = 0; k < N; ++k)
        for (int j = 0; j < N; ++j)
          c[i][j] += a[i][k] * b[k][j];
    for (int i = 0; i < N; ++i)
      a[i][(i + round) % N] = c[i][i] / 1024;
  }
  uint64_t sum = 0;
  for (int i = 0; i < N; ++i)
    for (int j = 0; j < N; ++j)
      sum = mixDouble(sum, c[i][j]);
  return sum;
}
