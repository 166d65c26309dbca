// Recurses for ever and writes at every level: the stack runs out in a host call as likely as in
// the guest. argv[1] chooses how to write.
#include <stdio.h>
#include <string.h>
#include <unistd.h>

static volatile int use_stdio;
static volatile unsigned returned;

// Not inlined: its buffer would make every level take from the stack that wasi-libc keeps in linear
// memory, and that one, of 64 KiB, would run out first.
__attribute__((noinline)) static void say(unsigned level) {
  if (use_stdio) {
    printf("level %u\n", level);
    fflush(stdout);
    return;
  }
  char text[24] = "level ";
  char digits[12];
  int count = 0, length = 6;
  do
    digits[count++] = (char)('0' + level % 10);
  while ((level /= 10) != 0);
  while (count > 0)
    text[length++] = digits[--count];
  text[length++] = '\n';
  if (write(1, text, (size_t)length) != length)
    _exit(3);
}

// Through a volatile pointer and with work after the call, so that no compiler makes it a loop.
static void recurse(unsigned level);
static void (*volatile next)(unsigned) = recurse;

static void recurse(unsigned level) {
  say(level);
  next(level + 1);
  ++returned;
}

int main(int argc, char **argv) {
  use_stdio = argc > 1 && strcmp(argv[1], "stdio") == 0;
  recurse(1);
  return 0;
}
