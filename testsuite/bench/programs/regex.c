// A regular expression compiled to a program for a set of threads (Thompson's simulation).
#include "bench.h"

enum Kind { CHARACTER, ANY, SET, SPLIT, JUMP, MATCH };
struct Step {
  enum Kind kind;
  unsigned char first, last; // CHARACTER: first; SET: a range
  int x, y;
};
enum { MAX_STEPS = 128, LENGTH = 1 << 15 };
static struct Step program[MAX_STEPS];
static int steps;
static char text[LENGTH + 1];

static int emit(enum Kind kind, int first, int last) {
  program[steps] = (struct Step){kind, (unsigned char)first, (unsigned char)last, 0, 0};
  return steps++;
}

// expression: atoms with * + ? behind them, and | between alternatives in parentheses.
static const char *compileAlternatives(const char *at);

static const char *compileAtom(const char *at) {
  switch (*at) {
  case '(':
    return compileAlternatives(at + 1) + 1;
  case '.':
    emit(ANY, 0, 0);
    return at + 1;
  case '[': // one range: [a-z]
    emit(SET, at[1], at[3]);
    return at + 5;
  default:
    emit(CHARACTER, *at, 0);
    return at + 1;
  }
}

// Makes room for one step before `at`.
static void insertBefore(int at) {
  for (int k = steps; k > at; --k) {
    program[k] = program[k - 1];
    program[k].x += program[k].x >= at;
    program[k].y += program[k].y >= at;
  }
  ++steps;
}

static const char *compileSequence(const char *at) {
  while (*at != 0 && *at != '|' && *at != ')') {
    int start = steps;
    at = compileAtom(at);
    if (*at == '*' || *at == '?') {
      insertBefore(start);
      if (*at == '*')
        program[emit(JUMP, 0, 0)].x = start;
      program[start] = (struct Step){SPLIT, 0, 0, start + 1, steps};
      ++at;
    } else if (*at == '+') {
      int split = emit(SPLIT, 0, 0);
      program[split].x = start;
      program[split].y = steps;
      ++at;
    }
  }
  return at;
}

static const char *compileAlternatives(const char *at) {
  int start = steps;
  at = compileSequence(at);
  if (*at != '|')
    return at;
  insertBefore(start);
  int jump = emit(JUMP, 0, 0);
  program[start] = (struct Step){SPLIT, 0, 0, start + 1, steps};
  at = compileAlternatives(at + 1);
  program[jump].x = steps;
  return at;
}

struct Threads {
  int count, at[MAX_STEPS];
};
static unsigned marks[MAX_STEPS], mark;

static void addThread(struct Threads *threads, int at) {
  if (marks[at] == mark)
    return;
  marks[at] = mark;
  if (program[at].kind == JUMP) {
    addThread(threads, program[at].x);
  } else if (program[at].kind == SPLIT) {
    addThread(threads, program[at].x);
    addThread(threads, program[at].y);
  } else {
    threads->at[threads->count++] = at;
  }
}

static int accepts(const struct Step *step, unsigned char c) {
  switch (step->kind) {
  case CHARACTER:
    return c == step->first;
  case ANY:
    return c != '\n';
  case SET:
    return c >= step->first && c <= step->last;
  default:
    return 0;
  }
}

// Matches ending anywhere in the text; a thread starts at every byte.
static unsigned countMatches(void) {
  static struct Threads now, next;
  unsigned matches = 0;
  now.count = 0;
  for (const char *c = text; *c != 0; ++c) {
    next.count = 0;
    ++mark;
    addThread(&next, 0);
    for (int k = 0; k < now.count; ++k)
      if (program[now.at[k]].kind == MATCH)
        ++matches;
    for (int k = 0; k < now.count; ++k)
      if (accepts(&program[now.at[k]], (unsigned char)*c))
        addThread(&next, now.at[k] + 1);
    struct Threads t = now;
    now.count = next.count;
    memcpy(now.at, next.at, (size_t)next.count * sizeof next.at[0]);
    next.count = t.count;
  }
  return matches;
}

static uint64_t work(unsigned size) {
  static const char *const kExpressions[] = {"(the|a) [a-z]+ing", "x*y+z?", "q(ab|ba)*q",
                                             "[a-m]o.[n-z]"};
  uint32_t random = 11;
  for (int k = 0; k < LENGTH; ++k) {
    uint32_t r = nextRandom(&random);
    text[k] = "the a ing oxyzqab abba\n"[r >> 8 & 15 ? (r >> 12) % 23 : 3];
  }
  uint64_t sum = 0;
  for (unsigned round = 0; round < size; ++round) {
    steps = 0;
    compileAlternatives(kExpressions[round % 4]);
    emit(MATCH, 0, 0);
    sum = mix(sum, countMatches());
    text[round * 131 % LENGTH] = 'q';
  }
  return sum;
}
