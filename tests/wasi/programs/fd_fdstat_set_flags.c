// fd_fdstat_set_flags: append and nonblock can change, the synchronisation of an open file cannot.
#include "preview1.h"

int main(void) {
  uint32_t fd = 0, moved = 0;
  uint64_t position = 0;
  fdstat stat;
  OK(open_as(ROOT, "file", CREAT, READ_WRITE, 0, APPEND, &fd));
  OK(put(fd, "first", &moved));
  OK(fd_seek(fd, 0, SET, &position));
  OK(put(fd, "second", &moved));
  OK(fd_tell(fd, &position));
  CHECK(position == 11);
  OK(fd_fdstat_set_flags(fd, 0));
  OK(fd_seek(fd, 0, SET, &position));
  OK(put(fd, "F", &moved));
  char text[16] = {0};
  OK(fd_seek(fd, 0, SET, &position));
  OK(get(fd, text, 16, &moved));
  CHECK(moved == 11 && memcmp(text, "Firstsecond", 11) == 0);
  OK(fd_fdstat_set_flags(fd, APPEND | NONBLOCK));
  OK(fd_fdstat_get(fd, &stat));
  CHECK(stat.flags == (APPEND | NONBLOCK));
  EXPECT(fd_fdstat_set_flags(fd, SYNC), NOTSUP);
  EXPECT(fd_fdstat_set_flags(fd, DSYNC), NOTSUP);
  EXPECT(fd_fdstat_set_flags(fd, 32), INVAL);
  EXPECT(fd_fdstat_set_flags(ROOT, NONBLOCK), BADF);
  EXPECT(fd_fdstat_set_flags(99, 0), BADF);
  // The host's streams are shared with others.
  EXPECT(fd_fdstat_set_flags(1, NONBLOCK), NOTCAPABLE);
  return 0;
}
