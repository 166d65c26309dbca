// fd_filestat_set_size: cuts off and fills with zeros.
#include "preview1.h"

int main(void) {
  make_file(ROOT, "file", "0123456789");
  const uint32_t fd = create(ROOT, "file");
  uint32_t moved = 0;
  char text[16];
  OK(fd_filestat_set_size(fd, 3));
  OK(fd_filestat_set_size(fd, 6));
  OK(get(fd, text, 16, &moved));
  CHECK(moved == 6 && memcmp(text, "012\0\0\0", 6) == 0);
  EXPECT(fd_filestat_set_size(fd, 1ull << 63), INVAL);
  EXPECT(fd_filestat_set_size(open_read(ROOT, "file"), 0), NOTCAPABLE);
  EXPECT(fd_filestat_set_size(ROOT, 0), BADF);
  EXPECT(fd_filestat_set_size(99, 0), BADF);
  EXPECT(fd_filestat_set_size(1, 0), NOTCAPABLE);
  return 0;
}
