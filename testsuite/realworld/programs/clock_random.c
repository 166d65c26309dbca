// What may differ from run to run: only properties are printed.
#include <errno.h>
#include <poll.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>
#include <time.h>
#include <unistd.h>

static double now(clockid_t clock) {
  struct timespec time;
  if (clock_gettime(clock, &time) != 0)
    return -1;
  return (double)time.tv_sec + time.tv_nsec / 1e9;
}

int main(void) {
  double wall = now(CLOCK_REALTIME);
  printf("after 2020: %d, before 2100: %d\n", wall > 1577836800.0, wall < 4102444800.0);
  struct timespec resolution;
  printf("resolution %d, sane %d\n", clock_getres(CLOCK_MONOTONIC, &resolution),
         resolution.tv_sec == 0 && resolution.tv_nsec > 0);

  double before = now(CLOCK_MONOTONIC);
  struct timespec pause = {0, 30 * 1000 * 1000};
  int slept = nanosleep(&pause, NULL);
  double elapsed = now(CLOCK_MONOTONIC) - before;
  printf("slept %d, at least 30 ms %d, below 10 s %d\n", slept, elapsed >= 0.0299, elapsed < 10);

  double last = now(CLOCK_MONOTONIC);
  int backwards = 0;
  for (int i = 0; i < 10000; ++i) {
    double next = now(CLOCK_MONOTONIC);
    backwards += next < last;
    last = next;
  }
  printf("backwards %d\n", backwards);

  static uint8_t bytes[256], more[256];
  printf("entropy %d %d\n", getentropy(bytes, sizeof bytes), getentropy(more, sizeof more));
  int bits = 0;
  for (int i = 0; i < 256; ++i)
    bits += __builtin_popcount(bytes[i]);
  printf("random looking %d, different %d\n", bits > 850 && bits < 1200,
         memcmp(bytes, more, sizeof bytes) != 0);

  struct pollfd wait = {.fd = 0, .events = POLLIN};
  printf("poll of stdin %d\n", poll(&wait, 1, 1000));
  char text[16];
  printf("read %d\n", (int)read(0, text, sizeof text));
  return 0;
}
