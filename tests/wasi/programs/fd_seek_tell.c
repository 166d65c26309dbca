// fd_seek and fd_tell: from the start, the position and the end; streams cannot.
#include "preview1.h"

int main(void) {
  make_file(ROOT, "file", "0123456789");
  const uint32_t fd = open_read(ROOT, "file");
  uint64_t position = 9;
  OK(fd_tell(fd, &position));
  CHECK(position == 0);
  OK(fd_seek(fd, 4, SET, &position));
  OK(fd_seek(fd, 3, CUR, &position));
  CHECK(position == 7);
  OK(fd_seek(fd, -2, END, &position));
  CHECK(position == 8);
  OK(fd_seek(fd, 1000, END, &position));
  OK(fd_tell(fd, &position));
  CHECK(position == 1010);
  EXPECT(fd_seek(fd, -2000, CUR, &position), INVAL);
  EXPECT(fd_seek(fd, -1, SET, &position), INVAL);
  EXPECT(fd_seek(fd, 0, 3, &position), INVAL);
  EXPECT(fd_seek(ROOT, 0, CUR, &position), BADF);
  EXPECT(fd_tell(ROOT, &position), BADF);
  EXPECT(fd_seek(0, 0, CUR, &position), SPIPE);
  EXPECT(fd_tell(0, &position), SPIPE);
  EXPECT(fd_seek(99, 0, CUR, &position), BADF);
  EXPECT(fd_seek(fd, 0, CUR, BAD), FAULT);
  uint32_t end = 0, moved = 0;
  OK(open_as(ROOT, "file", 0, READ_WRITE, 0, APPEND, &end));
  OK(fd_tell(end, &position));
  CHECK(position == 0);
  OK(put(end, "x", &moved));
  OK(fd_tell(end, &position));
  CHECK(position == 11);
  return 0;
}
