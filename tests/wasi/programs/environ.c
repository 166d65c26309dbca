// environ_get and environ_sizes_get: what --env and --inherit-env hand on, and nothing else.
// options: --env SET=here --env EMPTY= --inherit-env
// env: HOST=value with spaces
// env: SET=there
#include "preview1.h"

int main(void) {
  uint32_t count = 0, size = 0;
  OK(environ_sizes_get(&count, &size));
  CHECK(count == 3 || count == 4);
  char *list[4];
  char text[256];
  CHECK(size <= sizeof text);
  OK(environ_get(list, text));
  CHECK(strcmp(list[0], "SET=here") == 0 && strcmp(list[1], "EMPTY=") == 0);
  CHECK(strcmp(list[2], "HOST=value with spaces") == 0);
  if (count == 4) // by the test itself, where it chooses a resolver
    CHECK(strncmp(list[3], "WASMC_WASI_RESOLVER=", 20) == 0);
  EXPECT(environ_sizes_get((void *)0xfffffffdu, &size), FAULT);
  EXPECT(environ_get((void *)0xfffffff4u, text), FAULT);
  EXPECT(environ_get(list, (void *)0xfffffff0u), FAULT);
  return 0;
}
