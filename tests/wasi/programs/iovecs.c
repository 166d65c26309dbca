// Lists of buffers: overlapping ones, as many as there can be, one too many, and lists that lie.
#include "preview1.h"

static iovec list[1025];
static char text[1025];

int main(void) {
  const uint32_t fd = create(ROOT, "file");
  uint32_t moved = 0;
  uint64_t position = 0;
  for (int i = 0; i < 1025; ++i)
    list[i] = (iovec){(void *)&"0123456789"[i % 10], 1};
  OK(fd_write(fd, list, 1024, &moved));
  CHECK(moved == 1024);
  EXPECT(fd_write(fd, list, 1025, &moved), INVAL);
  EXPECT(fd_write(fd, list, ~0u, &moved), INVAL);
  EXPECT(fd_write(fd, list, 0x20000001, &moved),
         INVAL); // 8 bytes each: a list of 8, were it 32 bits
  EXPECT(fd_pread(fd, list, 1025, 0, &moved), INVAL);
  for (int i = 0; i < 1025; ++i)
    list[i] = (iovec){text + i, 1};
  OK(fd_pread(fd, list, 1024, 0, &moved));
  CHECK(moved == 1024 && memcmp(text + 1014, "4567890123", 10) == 0);
  // The same bytes more than once: what comes last stays.
  list[0] = (iovec){text, 4};
  list[1] = (iovec){text + 2, 4};
  list[2] = (iovec){text, 1};
  OK(fd_seek(fd, 0, SET, &position));
  OK(fd_read(fd, list, 3, &moved));
  CHECK(moved == 9 && memcmp(text, "814567", 6) == 0);
  // The list itself is read over: it counts as it was.
  iovec *const self = list + 500;
  self[0] = (iovec){self, sizeof *self};
  self[1] = (iovec){text, 1};
  OK(fd_seek(fd, 0, SET, &position));
  OK(fd_read(fd, self, 2, &moved));
  CHECK(moved == 9 && text[0] == '8');
  // The sizes' sum wraps in 32 bits.
  list[0] = (iovec){text, 0x80000000};
  list[1] = (iovec){text, 0x80000008};
  EXPECT(fd_read(fd, list, 2, &moved), FAULT);
  list[0] = (iovec){BAD, 0};
  EXPECT(fd_read(fd, list, 1, &moved), FAULT); // nothing lies there, not even nothing
  return 0;
}
