// As many descriptors as the host allows: the error is one, and what was open stays usable.
#include "preview1.h"

int main(void) {
  make_file(ROOT, "file", "x");
  uint32_t fd = 0, last = 0, opened = 0;
  int error = 0;
  while ((error = open_as(ROOT, "file", 0, RIGHT_FD_READ, 0, 0, &fd)) == SUCCESS &&
         opened < 70000) {
    last = fd;
    ++opened;
  }
  EXPECT(error, MFILE);
  CHECK(opened > 100);
  char byte = 0;
  uint32_t moved = 0;
  // Resolving needs descriptors too, and does without.
  filestat stat;
  OK(stat_of(ROOT, "file", 0, &stat));
  EXPECT(try_open(ROOT, "file", 0, 0, 0), MFILE);
  OK(get(last, &byte, 1, &moved));
  CHECK(byte == 'x');
  OK(fd_close(last));
  CHECK(open_read(ROOT, "file") == last);
  return 0;
}
