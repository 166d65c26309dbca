// Text: splitting into words, reversing, searching, comparing, copying through the C library.
#include "bench.h"

enum { LENGTH = 1 << 18 };
static char text[LENGTH + 1], copy[LENGTH + 1];

static void fill(void) {
  static const char *const kWords[] = {"memory",   "table",    "the", "of",
                                       "function", "instance", "a",   "trap"};
  uint32_t random = 3;
  size_t at = 0;
  while (at + 16 < LENGTH) {
    const char *word = kWords[nextRandom(&random) % 8];
    size_t length = strlen(word);
    memcpy(text + at, word, length);
    at += length;
    text[at++] = random >> 20 & 7 ? ' ' : '\n';
  }
}

static uint64_t words(void) {
  uint64_t sum = 0;
  for (const char *at = text; *at != 0;) {
    size_t length = strcspn(at, " \n");
    uint64_t hash = 14695981039346656037u;
    for (size_t k = 0; k < length; ++k)
      hash = (hash ^ (unsigned char)at[k]) * 1099511628211u;
    sum += hash;
    at += length;
    at += strspn(at, " \n");
  }
  return sum;
}

static uint64_t reversed(void) {
  size_t length = strlen(text);
  for (size_t k = 0; k < length; ++k)
    copy[k] = text[length - 1 - k];
  copy[length] = 0;
  for (char *at = copy; *at != 0; ++at)
    if (*at >= 'a' && *at <= 'z')
      *at = (char)(*at - 'a' + 'A');
  return (uint64_t)(strchr(copy, 'F') - copy) + (strcmp(copy, text) < 0);
}

static uint64_t found(const char *needle) {
  uint64_t count = 0;
  size_t length = strlen(needle);
  for (const char *at = text; (at = strchr(at, needle[0])) != NULL; ++at)
    count += strncmp(at, needle, length) == 0;
  return count;
}

static uint64_t work(unsigned size) {
  fill();
  uint64_t sum = 0;
  for (unsigned round = 0; round < size; ++round) {
    sum = mix(sum, words());
    sum = mix(sum, reversed());
    sum = mix(sum, found("function") + found("the\n"));
    text[round * 7919 % LENGTH / 2] = (char)('a' + round % 26);
  }
  return sum;
}
