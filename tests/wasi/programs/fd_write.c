// fd_write: files and streams, several buffers.
// stdout: one, two
#include "preview1.h"

int main(void) {
  uint32_t moved = 0;
  iovec list[3] = {{"one, ", 5}, {0, 0}, {"two", 3}};
  OK(fd_write(1, list, 3, &moved));
  CHECK(moved == 8);
  const uint32_t fd = create(ROOT, "file");
  OK(fd_write(fd, list, 3, &moved));
  OK(fd_write(fd, list, 0, &moved));
  CHECK(moved == 0);
  filestat stat;
  OK(fd_filestat_get(fd, &stat));
  CHECK(stat.size == 8);
  EXPECT(fd_write(ROOT, list, 3, &moved), BADF);
  EXPECT(fd_write(99, list, 3, &moved), BADF);
  EXPECT(fd_write(0, list, 3, &moved), BADF);
  EXPECT(fd_write(open_read(ROOT, "file"), list, 3, &moved), BADF);
  list[2].at = BAD;
  list[2].size = 5;
  EXPECT(fd_write(fd, list, 3, &moved), FAULT);
  OK(fd_filestat_get(fd, &stat));
  CHECK(stat.size == 8);
  EXPECT(fd_write(fd, (void *)0xfffffff8u, 2, &moved), FAULT);
  return 0;
}
