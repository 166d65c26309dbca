// Arguments (all but the program's name) and the environment, sorted.
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

extern char **environ;

static int byText(const void *left, const void *right) {
  return strcmp(*(char *const *)left, *(char *const *)right);
}

int main(int argc, char **argv) {
  printf("%d arguments\n", argc - 1);
  for (int i = 1; i < argc; ++i)
    printf("%d: [%s] %zu\n", i, argv[i], strlen(argv[i]));
  int count = 0;
  while (environ != NULL && environ[count] != NULL)
    ++count;
  if (count > 0)
    qsort(environ, count, sizeof environ[0], byText);
  printf("%d variables\n", count);
  for (int i = 0; i < count; ++i)
    printf("%s\n", environ[i]);
  const char *home = getenv("HOME");
  printf("HOME is %s\n", home ? home : "unset");
  setenv("ADDED", "later", 1);
  printf("ADDED is %s\n", getenv("ADDED"));
  return 0;
}
