// Shortest paths between all pairs of nodes, and the longest common subsequence: tables by rows.
#include "bench.h"

enum { N = 160, LENGTH = 600 };
static int32_t distance[N][N];
static int32_t common[LENGTH + 1][LENGTH + 1];
static uint8_t left[LENGTH], right[LENGTH];

static void allPairs(void) {
  for (int k = 0; k < N; ++k)
    for (int i = 0; i < N; ++i)
      for (int j = 0; j < N; ++j)
        if (distance[i][k] + distance[k][j] < distance[i][j])
          distance[i][j] = distance[i][k] + distance[k][j];
}

static int32_t subsequence(void) {
  for (int i = 1; i <= LENGTH; ++i)
    for (int j = 1; j <= LENGTH; ++j) {
      int32_t longest = common[i - 1][j] > common[i][j - 1] ? common[i - 1][j] : common[i][j - 1];
      common[i][j] = left[i - 1] == right[j - 1] ? common[i - 1][j - 1] + 1 : longest;
    }
  return common[LENGTH][LENGTH];
}

static uint64_t work(unsigned size) {
  uint32_t random = 41;
  uint64_t sum = 0;
  for (unsigned round = 0; round < size; ++round) {
    for (int i = 0; i < N; ++i)
      for (int j = 0; j < N; ++j)
        distance[i][j] = i == j ? 0 : (int32_t)(nextRandom(&random) % 1000);
    for (int k = 0; k < LENGTH; ++k) {
      left[k] = (uint8_t)(nextRandom(&random) % 7);
      right[k] = (uint8_t)(nextRandom(&random) % 7);
    }
    allPairs();
    for (int i = 0; i < N; ++i)
      sum = mix(sum, (uint32_t)distance[i][(i * 7 + 3) % N]);
    sum = mix(sum, (uint32_t)subsequence());
  }
  return sum;
}
