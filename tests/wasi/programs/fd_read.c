// fd_read: files and streams, several buffers, the end of the file.
// stdin: from the host
#include "preview1.h"

int main(void) {
  make_file(ROOT, "file", "0123456789");
  const uint32_t fd = open_read(ROOT, "file");
  uint32_t moved = 0;
  char first[4], second[4], text[32];
  iovec list[3] = {{first, 4}, {0, 0}, {second, 4}};
  OK(fd_read(fd, list, 3, &moved));
  CHECK(moved == 8 && memcmp(first, "0123", 4) == 0 && memcmp(second, "4567", 4) == 0);
  OK(fd_read(fd, list, 3, &moved));
  CHECK(moved == 2 && memcmp(first, "8923", 4) == 0);
  OK(fd_read(fd, list, 3, &moved));
  CHECK(moved == 0);
  OK(fd_read(fd, list, 0, &moved));
  uint32_t all = 0;
  do {
    OK(get(0, text + all, sizeof text - all, &moved));
    all += moved;
  } while (moved != 0);
  CHECK(all == 13 && memcmp(text, "from the host", 13) == 0);
  EXPECT(fd_read(ROOT, list, 3, &moved), BADF);
  EXPECT(fd_read(99, list, 3, &moved), BADF);
  EXPECT(fd_read(1, list, 3, &moved), BADF);
  uint32_t writer = 0;
  OK(open_as(ROOT, "file", 0, RIGHT_FD_WRITE, 0, 0, &writer));
  EXPECT(fd_read(writer, list, 3, &moved), BADF);
  OK(open_as(ROOT, "file", 0, 0, 0, 0, &writer));
  EXPECT(fd_read(writer, list, 3, &moved), BADF);
  EXPECT(fd_read(fd, (void *)0xfffffff8u, 1, &moved), FAULT);
  EXPECT(fd_read(fd, list, 3, (void *)0xfffffffdu), FAULT);
  return 0;
}
