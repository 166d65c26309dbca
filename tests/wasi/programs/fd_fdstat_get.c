// fd_fdstat_get: the kind, the flags, and exactly the rights that were asked for.
#include "preview1.h"

int main(void) {
  fdstat stat;
  OK(fd_fdstat_get(ROOT, &stat));
  CHECK(stat.type == DIRECTORY && stat.flags == 0);
  CHECK((stat.base &
         (RIGHT_FD_SEEK | RIGHT_FD_READ | RIGHT_FD_WRITE | RIGHT_FD_FILESTAT_SET_SIZE)) == 0);
  CHECK((stat.base & RIGHT_PATH_OPEN) && (stat.base & RIGHT_FD_READDIR) &&
        (stat.inheriting & RIGHT_FD_WRITE));

  uint32_t fd = 0;
  OK(open_as(ROOT, "file", CREAT, RIGHT_FD_READ | RIGHT_FD_SEEK | RIGHT_PATH_OPEN, 0,
             APPEND | NONBLOCK | SYNC, &fd));
  OK(fd_fdstat_get(fd, &stat));
  CHECK(stat.type == REGULAR_FILE && stat.flags == (APPEND | NONBLOCK | SYNC));
  CHECK(stat.base == (RIGHT_FD_READ | RIGHT_FD_SEEK) && stat.inheriting == 0);
  OK(open_as(ROOT, "file", 0, RIGHT_FD_WRITE, 0, DSYNC, &fd));
  OK(fd_fdstat_get(fd, &stat));
  CHECK(stat.base == RIGHT_FD_WRITE && stat.flags == DSYNC);
  OK(path_open(ROOT, 0, P("."), DIRECTORY_ONLY, RIGHT_FD_READDIR | RIGHT_FD_SEEK, RIGHT_FD_READ, 0,
               &fd));
  OK(fd_fdstat_get(fd, &stat));
  CHECK(stat.base == RIGHT_FD_READDIR && stat.inheriting == RIGHT_FD_READ);
  EXPECT(fd_fdstat_get(99, &stat), BADF);
  EXPECT(fd_fdstat_get(ROOT, BAD), FAULT);
  return 0;
}
