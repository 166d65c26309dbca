// path_open: what its flags create, refuse and cut off.
#include "preview1.h"

int main(void) {
  uint32_t fd = 0, moved = 0;
  filestat stat;
  EXPECT(try_open(ROOT, "new", 0, RIGHT_FD_READ, 0), NOENT);
  OK(try_open(ROOT, "new", CREAT, 0, 0));
  OK(try_open(ROOT, "new", CREAT, READ_WRITE, 0));
  EXPECT(try_open(ROOT, "new", CREAT | EXCL, 0, 0), EXIST);
  OK(try_open(ROOT, "newer", CREAT | EXCL, 0, 0));
  make_file(ROOT, "file", "contents");
  OK(open_as(ROOT, "file", TRUNC, RIGHT_FD_READ, 0, 0, &fd));
  OK(stat_of(ROOT, "file", 0, &stat));
  CHECK(stat.size == 0);
  EXPECT(put(fd, "x", &moved), BADF);
  OK(mkdir_of(ROOT, "dir"));
  EXPECT(try_open(ROOT, "file", DIRECTORY_ONLY, 0, 0), NOTDIR);
  OK(try_open(ROOT, "dir", DIRECTORY_ONLY, RIGHT_FD_READ, 0));
  OK(try_open(ROOT, "dir", 0, 0, 0));
  EXPECT(try_open(ROOT, "dir", DIRECTORY_ONLY, READ_WRITE, 0), ISDIR);
  EXPECT(try_open(ROOT, "dir", CREAT, 0, 0), ISDIR);
  EXPECT(try_open(ROOT, "dir", TRUNC, 0, 0), ISDIR);
  EXPECT(try_open(ROOT, "dir", CREAT | DIRECTORY_ONLY, 0, 0), INVAL);
  EXPECT(try_open(ROOT, "dir", 16, 0, 0), INVAL);
  EXPECT(open_as(ROOT, "file", 0, 0, 2, 0, &fd), INVAL);
  EXPECT(open_as(ROOT, "file", 0, 0, 0, 32, &fd), INVAL);
  OK(open_as(ROOT, ".", 0, 0, 0, NONBLOCK, &fd));
  EXPECT(try_open(ROOT, "new/", CREAT, 0, 0), ISDIR);
  EXPECT(try_open(99, "file", 0, 0, 0), BADF);
  EXPECT(try_open(open_read(ROOT, "file"), "x", CREAT, 0, 0), NOTDIR);
  EXPECT(try_open(0, "x", 0, 0, 0), NOTDIR);
  // Nothing is created when the answer has no place.
  EXPECT(open_as(ROOT, "unborn", CREAT, 0, 0, 0, (void *)0xfffffffdu), FAULT);
  EXPECT(stat_of(ROOT, "unborn", 0, &stat), NOENT);
  EXPECT(path_open(ROOT, 0, BAD, 5, 0, 0, 0, 0, &fd), FAULT);
  return 0;
}
