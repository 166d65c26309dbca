// A stack machine: one big switch, fed with programs that sort, count primes and hash.
#include "bench.h"

enum Op {
  PUSH,
  LOAD,
  STORE,
  FETCH,
  PUT,
  ADD,
  SUB,
  MUL,
  XOR,
  SHR,
  LESS,
  EQUAL,
  JUMP_IF_NOT,
  JUMP,
  HALT
};
enum { MAX_CODE = 512, CELLS = 4096 };
struct Code {
  int32_t op, argument;
};
static struct Code code[MAX_CODE];
static int length;
static int32_t cells[CELLS], variables[16];

static int put(enum Op op, int32_t argument) {
  code[length] = (struct Code){(int32_t)op, argument};
  return length++;
}

static uint32_t run(uint64_t *executed) {
  int32_t stack[64], *top = stack;
  uint64_t count = 0;
  for (const struct Code *at = code;; ++at) {
    ++count;
    switch ((enum Op)at->op) {
    case PUSH:
      *++top = at->argument;
      break;
    case LOAD:
      *++top = variables[at->argument];
      break;
    case STORE:
      variables[at->argument] = *top--;
      break;
    case FETCH:
      *top = cells[*top & (CELLS - 1)];
      break;
    case PUT:
      cells[top[-1] & (CELLS - 1)] = *top;
      top -= 2;
      break;
    case ADD:
      --top;
      *top = (int32_t)((uint32_t)*top + (uint32_t)top[1]);
      break;
    case SUB:
      --top;
      *top = (int32_t)((uint32_t)*top - (uint32_t)top[1]);
      break;
    case MUL:
      --top;
      *top = (int32_t)((uint32_t)*top * (uint32_t)top[1]);
      break;
    case XOR:
      --top;
      *top ^= top[1];
      break;
    case SHR:
      --top;
      *top = (int32_t)((uint32_t)*top >> (top[1] & 31));
      break;
    case LESS:
      --top;
      *top = *top < top[1];
      break;
    case EQUAL:
      --top;
      *top = *top == top[1];
      break;
    case JUMP_IF_NOT:
      if (*top-- == 0)
        at = code + at->argument - 1;
      break;
    case JUMP:
      at = code + at->argument - 1;
      break;
    case HALT:
      *executed += count;
      return (uint32_t)variables[0];
    }
  }
}

// while (v[variable] < limit) { body } with ++v[variable] at its end
struct Loop {
  int start, exit, variable;
};
static struct Loop openLoop(int variable, int32_t from, int32_t limit) {
  put(PUSH, from);
  put(STORE, variable);
  struct Loop loop = {length, 0, variable};
  put(LOAD, variable);
  put(PUSH, limit);
  put(LESS, 0);
  loop.exit = put(JUMP_IF_NOT, 0);
  return loop;
}
static void closeLoop(struct Loop loop) {
  put(LOAD, loop.variable);
  put(PUSH, 1);
  put(ADD, 0);
  put(STORE, loop.variable);
  put(JUMP, loop.start);
  code[loop.exit].argument = length;
}

static void writeHash(int32_t seed) {
  put(PUSH, seed);
  put(STORE, 0);
  struct Loop loop = openLoop(1, 0, 3000);
  put(LOAD, 0);
  put(PUSH, 16777619);
  put(MUL, 0);
  put(LOAD, 0);
  put(PUSH, 15);
  put(SHR, 0);
  put(XOR, 0);
  put(STORE, 0);
  put(LOAD, 1);
  put(LOAD, 0);
  put(PUT, 0);
  closeLoop(loop);
}

static void writeBubble(int32_t count) {
  struct Loop outer = openLoop(2, 0, count);
  struct Loop inner = openLoop(1, 0, count - 1);
  put(LOAD, 1), put(PUSH, 1), put(ADD, 0), put(FETCH, 0);
  put(LOAD, 1), put(FETCH, 0);
  put(LESS, 0);
  int skip = put(JUMP_IF_NOT, 0);
  put(LOAD, 1), put(FETCH, 0), put(STORE, 3);
  put(LOAD, 1), put(LOAD, 1), put(PUSH, 1), put(ADD, 0), put(FETCH, 0), put(PUT, 0);
  put(LOAD, 1), put(PUSH, 1), put(ADD, 0), put(LOAD, 3), put(PUT, 0);
  code[skip].argument = length;
  closeLoop(inner);
  closeLoop(outer);
  put(PUSH, count / 2), put(FETCH, 0), put(LOAD, 0), put(XOR, 0), put(STORE, 0);
}

static uint64_t work(unsigned size) {
  uint64_t sum = 0, executed = 0;
  for (unsigned round = 0; round < size; ++round) {
    length = 0;
    writeHash((int32_t)round + 12345);
    writeBubble(100 + (int32_t)(round % 32));
    put(HALT, 0);
    sum = mix(sum, run(&executed));
  }
  return mix(sum, executed);
}
