// fd_prestat_get and fd_prestat_dir_name: the granted directories in their order, and nothing else.
// options: --dir $RW::/first --dir $RO::second::ro
#include "preview1.h"

int main(void) {
  prestat stat;
  char name[16];
  OK(fd_prestat_get(3, &stat));
  CHECK(stat.tag == 0 && stat.length == 6);
  memset(name, '#', sizeof name);
  OK(fd_prestat_dir_name(3, name, 6));
  CHECK(memcmp(name, "/first#", 7) == 0);
  OK(fd_prestat_dir_name(3, name, 16));
  EXPECT(fd_prestat_dir_name(3, name, 5), NAMETOOLONG);
  EXPECT(fd_prestat_dir_name(3, (void *)0xfffffffbu, 6), FAULT);
  OK(fd_prestat_get(4, &stat));
  CHECK(stat.length == 6);
  OK(fd_prestat_dir_name(4, name, 6));
  CHECK(memcmp(name, "second", 6) == 0);
  EXPECT(fd_prestat_get(5, &stat), BADF);
  EXPECT(fd_prestat_get(2, &stat), BADF);
  EXPECT(fd_prestat_dir_name(5, name, 16), BADF);
  EXPECT(fd_prestat_get(3, BAD), FAULT);
  EXPECT(fd_prestat_get(open_dir(3, "."), &stat), BADF);
  return 0;
}
