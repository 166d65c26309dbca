// Bodies that attract each other, integrated in small steps.
#include "bench.h"

#include <math.h>

enum { N = 6 };
struct Body {
  double position[3], velocity[3], mass;
};
static struct Body bodies[N];

static void attract(struct Body *a, struct Body *b, double step) {
  double d[3], square = 0.01;
  for (int k = 0; k < 3; ++k) {
    d[k] = a->position[k] - b->position[k];
    square += d[k] * d[k];
  }
  double strength = step / (square * sqrt(square));
  for (int k = 0; k < 3; ++k) {
    a->velocity[k] -= d[k] * b->mass * strength;
    b->velocity[k] += d[k] * a->mass * strength;
  }
}

static uint64_t work(unsigned size) {
  uint32_t random = 12345;
  for (int i = 0; i < N; ++i) {
    for (int k = 0; k < 3; ++k) {
      bodies[i].position[k] = nextRandom(&random) % 1000 / 100.0;
      bodies[i].velocity[k] = nextRandom(&random) % 1000 / 1000.0 - 0.5;
    }
    bodies[i].mass = 1.0 + i;
  }
  for (unsigned step = 0; step < size; ++step) {
    for (int i = 0; i < N; ++i)
      for (int j = i + 1; j < N; ++j)
        attract(&bodies[i], &bodies[j], 0.001);
    for (int i = 0; i < N; ++i)
      for (int k = 0; k < 3; ++k)
        bodies[i].position[k] += 0.001 * bodies[i].velocity[k];
  }
  uint64_t sum = 0;
  for (int i = 0; i < N; ++i)
    for (int k = 0; k < 3; ++k)
      sum = mixDouble(sum, bodies[i].position[k]);
  return sum;
}
