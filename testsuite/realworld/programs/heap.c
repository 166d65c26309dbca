// Allocation, growth of memory far beyond the initial pages, and overlapping moves.
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { kBlocks = 500, kMega = 1024 * 1024 };

static uint32_t state = 12345;

static uint32_t nextRandom(void) {
  return state = state * 1664525u + 1013904223u;
}

static void churn(void) {
  static uint8_t *blocks[kBlocks];
  static uint32_t sizes[kBlocks];
  uint32_t damaged = 0;
  for (int step = 0; step < 20000; ++step) {
    uint32_t i = (nextRandom() >> 8) % kBlocks;
    for (uint32_t at = 0; at < sizes[i]; at += 61)
      damaged += blocks[i][at] != (uint8_t)(i + at);
    uint32_t size = (nextRandom() >> 8) % (step % 50 == 0 ? 100000 : 600);
    blocks[i] = realloc(blocks[i], size + 1);
    sizes[i] = size;
    for (uint32_t at = 0; at < size; at += 61)
      blocks[i][at] = (uint8_t)(i + at);
  }
  for (int i = 0; i < kBlocks; ++i)
    free(blocks[i]);
  printf("damaged %u\n", damaged);
}

static void grow(void) {
  uint8_t *big = malloc(96 * kMega);
  if (big == NULL) {
    puts("no 96 MiB");
    return;
  }
  int zero = 1;
  uint8_t *cleared = calloc(8, kMega);
  for (int i = 0; cleared != NULL && i < 8 * kMega; i += 4099)
    zero &= cleared[i] == 0;
  memset(big, 0x5a, 96 * kMega);
  uint64_t sum = 0;
  for (int i = 0; i < 96 * kMega; i += 4096 + 17)
    sum += big[i];
  printf("cleared %d, sum %llu, last %02x\n", zero, (unsigned long long)sum, big[96 * kMega - 1]);
  big = realloc(big, 130 * kMega);
  printf("after realloc %02x %02x\n", big[0], big[96 * kMega - 1]);
  free(cleared);
  free(big);
}

static void moves(void) {
  static uint8_t bytes[70000];
  uint32_t digest = 0;
  for (int round = 0; round < 300; ++round) {
    for (int i = 0; i < (int)sizeof bytes; i += 251)
      bytes[i] = (uint8_t)nextRandom();
    uint32_t length = (nextRandom() >> 8) % 30000, from = (nextRandom() >> 8) % 40000,
             to = round % 2 ? from + (nextRandom() >> 8) % 64 : (nextRandom() >> 8) % 40000;
    memmove(bytes + to, bytes + from, length);
    memset(bytes + (nextRandom() >> 8) % 60000, round, (nextRandom() >> 8) % 700);
    for (int i = 0; i < (int)sizeof bytes; i += 13)
      digest = digest * 16777619u ^ bytes[i];
  }
  printf("moves %08x, compare %d\n", digest, memcmp(bytes, bytes + 1, 60000) > 0);
}

int main(void) {
  churn();
  grow();
  moves();
  return 0;
}
