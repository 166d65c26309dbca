// fd_close: frees the number, of preopened directories and streams too.
#include "preview1.h"

int main(void) {
  const uint32_t fd = create(ROOT, "file");
  OK(fd_close(fd));
  EXPECT(fd_close(fd), BADF);
  CHECK(create(ROOT, "file") == fd);
  fdstat stat;
  const uint32_t again = open_dir(ROOT, ".");
  OK(fd_close(ROOT));
  EXPECT(fd_fdstat_get(ROOT, &stat), BADF);
  OK(fd_fdstat_get(again, &stat));
  CHECK(stat.type == DIRECTORY);
  CHECK(create(again, "other") == ROOT);
  OK(fd_close(0));
  EXPECT(fd_fdstat_get(0, &stat), BADF);
  EXPECT(fd_close(~0u), BADF);
  EXPECT(fd_close(65536), BADF);
  return 0;
}
