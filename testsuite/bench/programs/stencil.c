// Heat on a grid: every point becomes the mean of its neighbours.
#include "bench.h"

enum { N = 512 };
static float grid[2][N][N];

static uint64_t work(unsigned size) {
  for (int i = 0; i < N; ++i)
    for (int j = 0; j < N; ++j)
      grid[0][i][j] = grid[1][i][j] = (float)((i ^ j) % 97);
  for (unsigned step = 0; step < size; ++step) {
    const float (*from)[N] = grid[step % 2];
    float (*to)[N] = grid[1 - step % 2];
    for (int i = 1; i < N - 1; ++i)
      for (int j = 1; j < N - 1; ++j)
        to[i][j] = 0.5f * from[i][j] +
                   0.125f * (from[i - 1][j] + from[i + 1][j] + from[i][j - 1] + from[i][j + 1]);
  }
  uint64_t sum = 0;
  for (int i = 0; i < N; ++i)
    for (int j = 0; j < N; ++j)
      sum = mixDouble(sum, grid[size % 2][i][j]);
  return sum;
}
