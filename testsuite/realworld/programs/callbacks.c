// qsort, bsearch and tables of function pointers: indirect calls in both directions.
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { kCount = 50000 };

struct Record {
  uint32_t key;
  uint32_t order;
  char name[12];
};

static struct Record records[kCount];
static unsigned long long comparisons;

static uint32_t nextRandom(void) {
  static uint64_t state = 88172645463325252ull;
  state ^= state << 13;
  state ^= state >> 7;
  state ^= state << 17;
  return (uint32_t)(state >> 16);
}

static int byKey(const void *left, const void *right) {
  const struct Record *a = left, *b = right;
  ++comparisons;
  if (a->key != b->key)
    return a->key < b->key ? -1 : 1;
  return a->order < b->order ? -1 : a->order > b->order;
}

static int byName(const void *left, const void *right) {
  const struct Record *a = left, *b = right;
  int order = strcmp(a->name, b->name);
  return order != 0 ? order : byKey(left, right);
}

static uint32_t digest(void) {
  uint32_t value = 1;
  for (int i = 0; i < kCount; ++i)
    value = value * 16777619u ^ records[i].key ^ records[i].order ^ (uint8_t)records[i].name[0];
  return value;
}

static double add(double a, double b) {
  return a + b;
}
static double subtract(double a, double b) {
  return a - b;
}
static double multiply(double a, double b) {
  return a * b;
}
static double divide(double a, double b) {
  return a / b;
}

// Every shape of signature that a table entry can have here.
typedef uint64_t (*Wide)(uint32_t, uint64_t, float, double, uint32_t, uint64_t, float, double,
                         uint32_t, uint64_t);
static uint64_t wideA(uint32_t a, uint64_t b, float c, double d, uint32_t e, uint64_t f, float g,
                      double h, uint32_t i, uint64_t j) {
  return a + b * 3 + (uint64_t)(c * 5) + (uint64_t)(d * 7) + e * 11 + f * 13 + (uint64_t)(g * 17) +
         (uint64_t)(h * 19) + i * 23 + j * 29;
}
static uint64_t wideB(uint32_t a, uint64_t b, float c, double d, uint32_t e, uint64_t f, float g,
                      double h, uint32_t i, uint64_t j) {
  return j - i - (uint64_t)h - (uint64_t)g - f - e - (uint64_t)d - (uint64_t)c - b - a;
}

int main(void) {
  for (uint32_t i = 0; i < kCount; ++i) {
    records[i].key = nextRandom() % 10000;
    records[i].order = i;
    for (int c = 0; c < 11; ++c)
      records[i].name[c] = (char)('a' + nextRandom() % 26);
  }
  qsort(records, kCount, sizeof records[0], byName);
  printf("by name %08x, first %s last %s\n", digest(), records[0].name, records[kCount - 1].name);
  qsort(records, kCount, sizeof records[0], byKey);
  printf("by key %08x\n", digest());
  printf("callbacks happened: %d\n", comparisons > kCount);

  int found = 0;
  for (uint32_t key = 0; key < kCount; key += 7) {
    struct Record wanted = records[key];
    struct Record *at = bsearch(&wanted, records, kCount, sizeof records[0], byKey);
    found += at == &records[key];
  }
  printf("found %d\n", found);

  double (*const operations[])(double, double) = {add, subtract, multiply, divide};
  double value = 1;
  for (int i = 0; i < 1000; ++i)
    value = operations[nextRandom() % 4](value, 1 + nextRandom() % 9);
  printf("value %.17g\n", value);

  volatile Wide wide[] = {wideA, wideB};
  uint64_t sum = 0;
  for (int i = 0; i < 64; ++i)
    sum = sum * 31 + wide[i % 2](1 + i, 2, 3, 4, 5, 6, 7, 8, 9, 1000 + i);
  printf("wide %llu\n", (unsigned long long)sum);
  return 0;
}
