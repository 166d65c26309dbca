// args_get and args_sizes_get: the strings one behind the other, their addresses in order.
// arguments: one two-and-more three
#include "preview1.h"

int main(void) {
  uint32_t count = 0, size = 0;
  OK(args_sizes_get(&count, &size));
  CHECK(count == 4);
  char *list[5] = {0};
  char text[4096];
  CHECK(size < sizeof text);
  memset(text, '#', sizeof text);
  OK(args_get(list, text));
  CHECK(list[0] == text && list[4] == 0);
  CHECK(strcmp(list[1], "one") == 0 && strcmp(list[2], "two-and-more") == 0 &&
        strcmp(list[3], "three") == 0);
  CHECK(list[3] + 6 == text + size && text[size] == '#');
  EXPECT(args_sizes_get(&count, (void *)0xfffffffdu), FAULT);
  EXPECT(args_get(list, (void *)0xfffffff0u), FAULT);
  EXPECT(args_get((void *)0xfffffff4u, text), FAULT);
  return 0;
}
