// fd_pread and fd_pwrite: at an offset, with several buffers, without moving the position.
#include "preview1.h"

int main(void) {
  const uint32_t fd = create(ROOT, "file");
  uint32_t moved = 0;
  uint64_t position = 1;
  iovec parts[3] = {{"ab", 2}, {0, 0}, {"cde", 3}};
  OK(fd_pwrite(fd, parts, 3, 2, &moved));
  CHECK(moved == 5);
  char first[3] = {0}, second[4] = {0};
  iovec into[2] = {{first, 3}, {second, 4}};
  OK(fd_pread(fd, into, 2, 1, &moved));
  CHECK(moved == 6 && memcmp(first, "\0ab", 3) == 0 && memcmp(second, "cde", 3) == 0);
  OK(fd_pread(fd, into, 2, 100, &moved));
  CHECK(moved == 0);
  OK(fd_tell(fd, &position));
  CHECK(position == 0);
  filestat stat;
  OK(fd_pwrite(fd, parts, 0, 1000, &moved));
  OK(fd_pwrite(fd, parts + 1, 1, 1000, &moved));
  OK(fd_filestat_get(fd, &stat));
  CHECK(moved == 0 && stat.size == 7);
  EXPECT(fd_pread(fd, into, 2, 1ull << 63, &moved), INVAL);
  EXPECT(fd_pwrite(fd, into, 2, 1ull << 63, &moved), INVAL);
  EXPECT(fd_pread(ROOT, into, 2, 0, &moved), BADF);
  EXPECT(fd_pwrite(ROOT, parts, 3, 0, &moved), BADF);
  EXPECT(fd_pread(99, into, 2, 0, &moved), BADF);
  EXPECT(fd_pwrite(open_read(ROOT, "file"), parts, 3, 0, &moved), BADF);
  EXPECT(fd_pread(0, into, 2, 0, &moved), SPIPE);
  into[1].at = BAD;
  into[1].size = 5;
  EXPECT(fd_pread(fd, into, 2, 0, &moved), FAULT);
  EXPECT(fd_pwrite(fd, into, 2, 0, &moved), FAULT);
  return 0;
}
