// exit_code HOW CODE: leaves in one of the ways a C program can.
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

static void atEnd(void) {
  puts("at end");
}

static void deep(int levels, int code) {
  if (levels == 0)
    exit(code);
  deep(levels - 1, code);
  puts("never reached");
}

int main(int argc, char **argv) {
  if (argc != 3)
    return 2;
  atexit(atEnd);
  int code = atoi(argv[2]);
  printf("leaving by %s", argv[1]); // no newline: exit must flush, _exit must not
  if (strcmp(argv[1], "return") == 0)
    return code;
  if (strcmp(argv[1], "exit") == 0)
    deep(100, code);
  if (strcmp(argv[1], "_exit") == 0)
    _exit(code);
  if (strcmp(argv[1], "abort") == 0)
    abort();
  return 2;
}
