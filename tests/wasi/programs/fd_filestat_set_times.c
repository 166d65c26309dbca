// fd_filestat_set_times: one, both, now; what contradicts itself changes nothing.
#include "preview1.h"

int main(void) {
  const uint32_t fd = create(ROOT, "file");
  filestat stat;
  OK(fd_filestat_set_times(fd, 1000000001, 2000000002, ATIM | MTIM));
  OK(fd_filestat_get(fd, &stat));
  CHECK(stat.atim == 1000000001 && stat.mtim == 2000000002);
  OK(fd_filestat_set_times(fd, 5, 7000000007, MTIM));
  OK(fd_filestat_get(fd, &stat));
  CHECK(stat.atim == 1000000001 && stat.mtim == 7000000007);
  EXPECT(fd_filestat_set_times(fd, 1, 1, ATIM | ATIM_NOW), INVAL);
  EXPECT(fd_filestat_set_times(fd, 1, 1, MTIM | MTIM_NOW), INVAL);
  EXPECT(fd_filestat_set_times(fd, 1, 1, 16), INVAL);
  OK(fd_filestat_get(fd, &stat));
  CHECK(stat.atim == 1000000001 && stat.mtim == 7000000007);
  OK(fd_filestat_set_times(fd, 0, 0, ATIM_NOW));
  OK(fd_filestat_get(fd, &stat));
  CHECK(stat.atim > 1700000000ull * 1000000000ull && stat.mtim == 7000000007);
  OK(fd_filestat_set_times(fd, 0, 0, 0));
  OK(fd_filestat_set_times(ROOT, 0, 9, MTIM));
  OK(fd_filestat_get(ROOT, &stat));
  CHECK(stat.mtim == 9);
  EXPECT(fd_filestat_set_times(99, 0, 0, 0), BADF);
  EXPECT(fd_filestat_set_times(1, 0, 0, MTIM_NOW), NOTCAPABLE);
  return 0;
}
