// Reads stdin to its end, writes each line reversed to stdout and a count to stderr.
#include <stdio.h>
#include <string.h>

int main(void) {
  static char line[100000];
  int lines = 0;
  while (fgets(line, sizeof line, stdin) != NULL) {
    size_t length = strcspn(line, "\n");
    for (size_t i = 0; i < length / 2; ++i) {
      char c = line[i];
      line[i] = line[length - 1 - i];
      line[length - 1 - i] = c;
    }
    fputs(line, stdout);
    ++lines;
  }
  fprintf(stderr, "%d lines\n", lines);
  return ferror(stdin) ? 1 : 0;
}
