// Without --env there is no variable, whatever the host has.
// options: --dir $RW::/
// env: SECRET=s
#include "preview1.h"

int main(void) {
  uint32_t count = 1, size = 1;
  OK(environ_sizes_get(&count, &size));
  CHECK(count == 0 && size == 0);
  OK(environ_get(&count, &size));
  return 0;
}
