// fd_advise: takes every advice for a file, and changes nothing.
#include "preview1.h"

int main(void) {
  const uint32_t fd = create(ROOT, "file");
  OK(fd_filestat_set_size(fd, 100));
  for (uint32_t advice = 0; advice < 6; ++advice)
    OK(fd_advise(fd, 10, 50, advice));
  EXPECT(fd_advise(fd, 10, 50, 6), INVAL);
  filestat stat;
  OK(fd_filestat_get(fd, &stat));
  CHECK(stat.size == 100);
  EXPECT(fd_advise(ROOT, 0, 0, 0), BADF);
  EXPECT(fd_advise(77, 0, 0, 0), BADF);
  return 0;
}
