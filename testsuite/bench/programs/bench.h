// The frame of a benchmark program: runs `work` once with the size from the command line and prints
// its checksum in hexadecimal and the nanoseconds it took. No stdio, so that an engine needs only
// args_get, args_sizes_get, clock_time_get, fd_write and proc_exit.
#ifndef WASMC_TESTSUITE_BENCH_H
#define WASMC_TESTSUITE_BENCH_H

#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>
#include <unistd.h>

// The program's job. The checksum depends on every result that matters, or it would be optimised
// away, and is the same on every engine.
static uint64_t work(unsigned size);

static inline uint64_t mix(uint64_t sum, uint64_t value) {
  sum = (sum ^ value) * UINT64_C(0x9e3779b97f4a7c15);
  return sum ^ sum >> 29;
}

static inline uint64_t mixDouble(uint64_t sum, double value) {
  uint64_t bits;
  memcpy(&bits, &value, sizeof bits);
  return mix(sum, bits);
}

static inline uint32_t nextRandom(uint32_t *state) {
  *state ^= *state << 13;
  *state ^= *state >> 17;
  *state ^= *state << 5;
  return *state;
}

static uint64_t now(void) {
  struct timespec t;
  clock_gettime(CLOCK_MONOTONIC, &t);
  return (uint64_t)t.tv_sec * UINT64_C(1000000000) + (uint64_t)t.tv_nsec;
}

static char *number(char *end, uint64_t value, unsigned base) {
  do
    *--end = "0123456789abcdef"[value % base];
  while ((value /= base) != 0);
  return end;
}

int main(int argc, char **argv) {
  unsigned size = argc > 1 ? (unsigned)atoi(argv[1]) : 0;
  if (size == 0)
    return 2;
  uint64_t start = now();
  uint64_t sum = work(size);
  uint64_t took = now() - start;
  char text[64], *at = text + sizeof text;
  *--at = '\n';
  at = number(at, took, 10);
  *--at = ' ';
  at = number(at, sum, 16);
  size_t length = (size_t)(text + sizeof text - at);
  return write(1, at, length) == (ssize_t)length ? 0 : 1;
}

#endif
