// fd_fdstat_set_rights: rights can be given up, never taken, and then they are gone; also for what
// is opened later.
#include "preview1.h"

int main(void) {
  uint32_t fd = 0, moved = 0;
  uint64_t position = 0;
  fdstat stat;
  filestat file;
  OK(open_as(ROOT, "file", CREAT, READ_WRITE | RIGHT_FD_SEEK | RIGHT_FD_TELL, 0, 0, &fd));
  OK(put(fd, "text", &moved));
  OK(fd_filestat_get(fd, &file)); // allowed without having been asked for
  OK(fd_fdstat_set_rights(fd, RIGHT_FD_SEEK | RIGHT_FD_TELL, 0));
  char byte;
  EXPECT(get(fd, &byte, 1, &moved), BADF);
  EXPECT(put(fd, "x", &moved), BADF);
  OK(fd_seek(fd, 0, SET, &position));
  EXPECT(fd_filestat_get(fd, &file), NOTCAPABLE);
  OK(fd_fdstat_get(fd, &stat));
  CHECK(stat.base == (RIGHT_FD_SEEK | RIGHT_FD_TELL));
  EXPECT(fd_fdstat_set_rights(fd, stat.base | RIGHT_FD_READ, 0), NOTCAPABLE);
  EXPECT(fd_fdstat_set_rights(fd, stat.base, RIGHT_FD_READ), NOTCAPABLE);
  OK(fd_fdstat_set_rights(fd, RIGHT_FD_TELL, 0));
  OK(fd_tell(fd, &position));
  EXPECT(fd_seek(fd, 1, SET, &position), NOTCAPABLE);
  OK(fd_seek(fd, 0, CUR, &position)); // asks, and does not move

  OK(fd_fdstat_get(ROOT, &stat));
  OK(fd_fdstat_set_rights(ROOT, stat.base & ~RIGHT_PATH_FILESTAT_SET_SIZE,
                          stat.inheriting & ~(RIGHT_FD_WRITE | RIGHT_PATH_UNLINK_FILE)));
  EXPECT(try_open(ROOT, "file", TRUNC, RIGHT_FD_READ, 0), NOTCAPABLE);
  // What is not passed on cannot be had, and nothing is created or cut off in the attempt.
  EXPECT(try_open(ROOT, "file", 0, READ_WRITE, 0), NOTCAPABLE);
  EXPECT(try_open(ROOT, "new", CREAT, RIGHT_FD_WRITE, 0), NOTCAPABLE);
  EXPECT(stat_of(ROOT, "new", 0, &file), NOENT);
  // What makes no sense for a file, which is all that can be created, is left out.
  OK(open_as(ROOT, "made", CREAT, RIGHT_FD_READ | RIGHT_PATH_UNLINK_FILE, 0, 0, &fd));
  OK(fd_fdstat_get(fd, &stat));
  CHECK(stat.base == RIGHT_FD_READ);
  OK(open_as(ROOT, "file", 0, RIGHT_FD_READ, 0, 0, &fd));
  EXPECT(put(fd, "x", &moved), BADF);
  OK(fd_fdstat_set_rights(ROOT, RIGHT_PATH_OPEN, 0));
  EXPECT(mkdir_of(ROOT, "dir"), NOTCAPABLE);
  EXPECT(unlink_of(ROOT, "file"), NOTCAPABLE);
  EXPECT(stat_of(ROOT, "file", 0, &file), NOTCAPABLE);
  EXPECT(try_open(ROOT, "new", CREAT, 0, 0), NOTCAPABLE);
  EXPECT(try_open(ROOT, "file", 0, RIGHT_FD_READ, 0), NOTCAPABLE);
  OK(try_open(ROOT, ".", 0, RIGHT_FD_READ | RIGHT_FD_SEEK, 0)); // makes no sense there
  OK(open_as(ROOT, "file", 0, 0, 0, 0, &fd));
  OK(fd_fdstat_get(fd, &stat));
  CHECK(stat.base == 0);
  EXPECT(get(fd, &byte, 1, &moved), BADF);
  OK(fd_fdstat_set_rights(ROOT, 0, 0));
  EXPECT(try_open(ROOT, "file", 0, 0, 0), NOTCAPABLE);
  EXPECT(fd_fdstat_set_rights(99, 0, 0), BADF);
  return 0;
}
