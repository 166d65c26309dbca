// path_open: reading and writing as asked for, everything else as the kind has it.
#include "preview1.h"

int main(void) {
  uint32_t fd = 0, moved = 0;
  uint64_t position = 0;
  fdstat stat;
  filestat file;
  char text[8];
  make_file(ROOT, "file", "12345");
  OK(open_as(ROOT, "file", 0, RIGHT_FD_READ, 0, 0, &fd));
  OK(get(fd, text, 8, &moved));
  EXPECT(put(fd, "x", &moved), BADF);
  OK(fd_seek(fd, 0, SET, &position));
  OK(fd_filestat_get(fd, &file));
  OK(open_as(ROOT, "file", 0, RIGHT_FD_WRITE, 0, 0, &fd));
  EXPECT(get(fd, text, 8, &moved), BADF);
  OK(put(fd, "x", &moved));
  OK(fd_filestat_set_size(fd, 3));
  OK(open_as(ROOT, "file", 0, READ_WRITE, 0, 0, &fd));
  OK(get(fd, text, 8, &moved));
  CHECK(moved == 3);
  // A directory that was opened with no right at all can do what its grant can.
  OK(mkdir_of(ROOT, "dir"));
  const uint32_t dir = open_dir(ROOT, "dir");
  make_file(dir, "inner", "text");
  OK(open_as(dir, "inner", 0, READ_WRITE, 0, 0, &fd));
  OK(fd_fdstat_get(fd, &stat));
  CHECK(stat.base == READ_WRITE);
  OK(link_of(ROOT, "file", dir, "linked"));
  OK(unlink_of(dir, "linked"));
  // The directory that rights come from may be opened by what it has itself.
  OK(fd_fdstat_get(ROOT, &stat));
  OK(path_open(ROOT, 0, P("."), 0, stat.base, stat.inheriting, 0, &fd));
  fdstat again;
  OK(fd_fdstat_get(fd, &again));
  CHECK(again.base == stat.base && again.inheriting == stat.inheriting);
  return 0;
}
