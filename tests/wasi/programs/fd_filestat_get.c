// fd_filestat_get: kind, size, links and identity of what is open.
// stdin: something
#include "preview1.h"

int main(void) {
  make_file(ROOT, "file", "12345");
  OK(link_of(ROOT, "file", ROOT, "again"));
  const uint32_t first = open_read(ROOT, "file"), second = open_read(ROOT, "again");
  filestat a, b;
  OK(fd_filestat_get(first, &a));
  OK(fd_filestat_get(second, &b));
  CHECK(a.type == REGULAR_FILE && a.size == 5 && a.nlink == 2);
  CHECK(a.dev == b.dev && a.ino == b.ino && a.mtim == b.mtim);
  CHECK(a.mtim > 1700000000ull * 1000000000ull);
  OK(fd_filestat_get(ROOT, &b));
  CHECK(b.type == DIRECTORY && b.ino != a.ino);
  for (uint32_t fd = 0; fd < 3; ++fd) {
    // A pipe: neither a size nor times.
    OK(fd_filestat_get(fd, &b));
    CHECK(b.size == 0 && b.atim == 0 && b.mtim == 0 && b.ctim == 0);
  }
  EXPECT(fd_filestat_get(99, &a), BADF);
  EXPECT(fd_filestat_get(first, BAD), FAULT);
  return 0;
}
