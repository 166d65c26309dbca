// Without grants there are three streams and nothing else.
// options: --env A=b
#include "preview1.h"

int main(void) {
  fdstat stat;
  prestat pre;
  uint32_t fd = 0;
  for (uint32_t i = 0; i < 3; ++i)
    OK(fd_fdstat_get(i, &stat));
  for (uint32_t i = 3; i < 2000; ++i) {
    EXPECT(fd_fdstat_get(i, &stat), BADF);
    EXPECT(fd_prestat_get(i, &pre), BADF);
  }
  static const char *const paths[] = {"/etc/passwd",    ".", "..", "/", "secret", "/dev/fd/0",
                                      "/proc/self/fd/3"};
  for (uint32_t dir = 0; dir < 8; ++dir)
    for (uint32_t i = 0; i < 7; ++i)
      EXPECT(path_open(dir, FOLLOW, P(paths[i]), 0, RIGHT_FD_READ, 0, 0, &fd),
             dir < 3 ? NOTDIR : BADF);
  return 0;
}
