// Counts the lines, words and bytes of files in a granted directory, and prints the words that
// occur most often:
//
//   clang-22 --target=wasm32-wasi -O2 word_count.c -o word_count.wasm
//   wasmc compile word_count.wasm -o word_count.cwasm
//   wasmc run --dir .::/ word_count.cwasm /some_text.txt
#include <ctype.h>
#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { kBuckets = 4096, kMaxWord = 63, kTop = 10 };

struct Word {
  struct Word *next;
  unsigned count;
  char text[kMaxWord + 1];
};

struct Totals {
  unsigned lines;
  unsigned words;
  unsigned bytes;
};

static struct Word *buckets[kBuckets];

static unsigned hash(const char *text) {
  unsigned value = 2166136261u;
  for (; *text != '\0'; ++text)
    value = (value ^ (unsigned char)*text) * 16777619u;
  return value;
}

static void countWord(const char *text) {
  struct Word **place = &buckets[hash(text) % kBuckets];
  for (struct Word *word = *place; word != NULL; word = word->next) {
    if (strcmp(word->text, text) == 0) {
      ++word->count;
      return;
    }
  }
  struct Word *word = malloc(sizeof *word);
  if (word == NULL) {
    fputs("word_count: out of memory\n", stderr);
    exit(1);
  }
  word->next = *place;
  word->count = 1;
  strcpy(word->text, text);
  *place = word;
}

static void countStream(FILE *stream, struct Totals *totals) {
  char text[kMaxWord + 1];
  int length = 0;
  for (;;) {
    int c = getc(stream);
    if (c != EOF) {
      ++totals->bytes;
      totals->lines += c == '\n';
    }
    if (c != EOF && isalnum(c)) {
      if (length < kMaxWord)
        text[length++] = (char)tolower(c);
      continue;
    }
    if (length > 0) {
      text[length] = '\0';
      countWord(text);
      ++totals->words;
      length = 0;
    }
    if (c == EOF)
      return;
  }
}

static int byCountThenText(const void *left, const void *right) {
  const struct Word *a = *(struct Word *const *)left;
  const struct Word *b = *(struct Word *const *)right;
  if (a->count != b->count)
    return a->count < b->count ? 1 : -1;
  return strcmp(a->text, b->text);
}

static void printTop(void) {
  unsigned total = 0;
  for (int i = 0; i < kBuckets; ++i)
    for (struct Word *word = buckets[i]; word != NULL; word = word->next)
      ++total;
  struct Word **all = malloc(total * sizeof *all + 1);
  if (all == NULL)
    return;
  unsigned filled = 0;
  for (int i = 0; i < kBuckets; ++i)
    for (struct Word *word = buckets[i]; word != NULL; word = word->next)
      all[filled++] = word;
  qsort(all, total, sizeof *all, byCountThenText);
  for (unsigned i = 0; i < total && i < kTop; ++i)
    printf("%8u %s\n", all[i]->count, all[i]->text);
  free(all);
}

int main(int argc, char **argv) {
  struct Totals totals = {0, 0, 0};
  if (argc < 2)
    countStream(stdin, &totals);
  for (int i = 1; i < argc; ++i) {
    FILE *stream = fopen(argv[i], "r");
    if (stream == NULL) {
      fprintf(stderr, "word_count: %s: %s\n", argv[i], strerror(errno));
      return 1;
    }
    countStream(stream, &totals);
    fclose(stream);
  }
  printf("%8u lines\n%8u words\n%8u bytes\n", totals.lines, totals.words, totals.bytes);
  printTop();
  return 0;
}
