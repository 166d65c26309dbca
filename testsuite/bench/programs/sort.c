// Heap sort and quick sort of records, every comparison through a function pointer.
#include "bench.h"

struct Record {
  uint32_t key, number;
};
typedef int (*Compare)(const struct Record *, const struct Record *);

enum { N = 1 << 16 };
static struct Record records[N];

static int byKey(const struct Record *a, const struct Record *b) {
  return a->key != b->key ? (a->key < b->key ? -1 : 1)
                          : (a->number > b->number) - (a->number < b->number);
}
static int byNumber(const struct Record *a, const struct Record *b) {
  return (a->number > b->number) - (a->number < b->number);
}
static int byLowBits(const struct Record *a, const struct Record *b) {
  uint32_t x = a->key & 0xffff, y = b->key & 0xffff;
  return x != y ? (x < y ? -1 : 1) : byNumber(a, b);
}

static void swap(struct Record *a, struct Record *b) {
  struct Record t = *a;
  *a = *b;
  *b = t;
}

static void quickSort(struct Record *first, size_t count, Compare compare) {
  while (count > 1) {
    struct Record pivot = first[count / 2];
    ptrdiff_t i = 0, j = (ptrdiff_t)count - 1;
    while (i <= j) {
      while (compare(&first[i], &pivot) < 0)
        ++i;
      while (compare(&first[j], &pivot) > 0)
        --j;
      if (i <= j)
        swap(&first[i++], &first[j--]);
    }
    quickSort(first, (size_t)(j + 1), compare);
    first += i;
    count -= (size_t)i;
  }
}

static void heapSort(struct Record *first, size_t count, Compare compare) {
  for (size_t end = count, start = count / 2; end > 1;) {
    if (start > 0)
      --start;
    else
      swap(&first[0], &first[--end]);
    for (size_t root = start, child; (child = 2 * root + 1) < end; root = child) {
      if (child + 1 < end && compare(&first[child], &first[child + 1]) < 0)
        ++child;
      if (compare(&first[root], &first[child]) >= 0)
        break;
      swap(&first[root], &first[child]);
    }
  }
}

static uint64_t work(unsigned size) {
  Compare order[] = {byKey, byLowBits, byNumber};
  uint32_t random = 99;
  for (uint32_t k = 0; k < N; ++k)
    records[k] = (struct Record){nextRandom(&random) % 50000, k};
  uint64_t sum = 0;
  for (unsigned round = 0; round < size; ++round) {
    (round % 2 ? heapSort : quickSort)(records, N, order[nextRandom(&random) % 3]);
    for (int k = 0; k < N; k += 37)
      sum = mix(sum, records[k].number);
  }
  return sum;
}
