// fd_allocate: grows a file, never shrinks it.
#include "preview1.h"

static uint64_t size_of(uint32_t fd) {
  filestat stat;
  OK(fd_filestat_get(fd, &stat));
  return stat.size;
}

int main(void) {
  const uint32_t fd = create(ROOT, "file");
  const int error = fd_allocate(fd, 0, 100);
  if (error == NOTSUP) // a file system may not be able to
    return 0;
  EXPECT(error, SUCCESS);
  CHECK(size_of(fd) == 100);
  OK(fd_allocate(fd, 10, 10));
  CHECK(size_of(fd) == 100);
  OK(fd_allocate(fd, 90, 20));
  CHECK(size_of(fd) == 110);
  EXPECT(fd_allocate(fd, 0, 0), INVAL);
  EXPECT(fd_allocate(fd, 1ull << 63, 1), INVAL);
  EXPECT(fd_allocate(open_read(ROOT, "file"), 0, 1), NOTCAPABLE);
  EXPECT(fd_allocate(ROOT, 0, 1), BADF);
  EXPECT(fd_allocate(99, 0, 1), BADF);
  return 0;
}
