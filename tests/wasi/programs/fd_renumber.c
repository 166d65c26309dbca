// fd_renumber: replaces an open descriptor, only an open one; preopened directories and streams
// too. stdout: through another number
#include "preview1.h"

int main(void) {
  make_file(ROOT, "one", "1");
  make_file(ROOT, "two", "2");
  const uint32_t one = open_read(ROOT, "one"), two = open_read(ROOT, "two");
  char byte = 0;
  uint32_t moved = 0;
  fdstat stat;
  OK(fd_renumber(one, two));
  EXPECT(fd_close(one), BADF);
  OK(get(two, &byte, 1, &moved));
  CHECK(byte == '1');
  EXPECT(fd_renumber(two, one), BADF);
  EXPECT(fd_renumber(two, 127), BADF);
  EXPECT(fd_renumber(two, ~0u), BADF);
  EXPECT(fd_renumber(99, two), BADF);
  OK(fd_renumber(two, two));
  OK(fd_fdstat_get(two, &stat));
  OK(fd_renumber(0, 0));
  OK(fd_renumber(1, two));
  EXPECT(fd_fdstat_get(1, &stat), BADF);
  OK(put(two, "through another number", &moved));
  const uint32_t again = open_dir(ROOT, ".");
  OK(fd_renumber(again, ROOT));
  prestat pre;
  EXPECT(fd_prestat_get(ROOT, &pre), BADF);
  EXPECT(fd_fdstat_get(again, &stat), BADF);
  EXPECT(try_open(ROOT, "one", 0, RIGHT_FD_READ, 0), SUCCESS);
  // The one that is replaced is closed: no number of these is used up.
  uint32_t last = open_read(ROOT, "one");
  for (int i = 0; i < 2000; ++i) {
    const uint32_t next = open_read(ROOT, "one");
    OK(fd_renumber(last, next));
    last = next;
  }
  return 0;
}
