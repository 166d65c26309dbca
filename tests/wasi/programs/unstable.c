// wasi_unstable: the same functions, with its own numbers for fd_seek and its own layouts.
#include "preview1.h"

#define OLD(name) IMPORT_OF("wasi_unstable", name) int old_##name
OLD(fd_seek)(uint32_t, int64_t, uint32_t, void *);
OLD(fd_filestat_get)(uint32_t, void *);
OLD(path_filestat_get)(uint32_t, uint32_t, const void *, uint32_t, void *);
OLD(poll_oneoff)(const void *, void *, uint32_t, void *);
OLD(fd_write)(uint32_t, const void *, uint32_t, void *);
OLD(path_open)(uint32_t, uint32_t, const void *, uint32_t, uint32_t, rights, rights, uint32_t,
               void *);
OLD(fd_fdstat_get)(uint32_t, void *);
OLD(clock_time_get)(uint32_t, uint64_t, void *);
OLD(random_get)(void *, uint32_t);
OLD(args_sizes_get)(void *, void *);

typedef struct {
  uint64_t dev, ino;
  uint8_t type;
  uint32_t nlink;
  uint64_t size, atim, mtim, ctim;
} old_filestat;
typedef struct {
  uint64_t userdata;
  uint8_t tag;
  union {
    struct {
      uint64_t identifier;
      uint32_t id;
      uint64_t timeout, precision;
      uint16_t flags;
    } clock;
    uint32_t fd;
  };
} old_subscription;
_Static_assert(sizeof(old_filestat) == 56 && sizeof(old_subscription) == 56, "layout");

int main(void) {
  uint32_t fd = 0, count = 0, size = 0;
  uint64_t position = 0;
  OK(old_path_open(ROOT, 0, P("file"), CREAT, READ_WRITE, 0, 0, &fd));
  iovec list = {"0123456789", 10};
  OK(old_fd_write(fd, &list, 1, &count));
  OK(old_fd_seek(fd, 4, 2, &position)); // set
  OK(old_fd_seek(fd, 1, 0, &position)); // cur
  CHECK(position == 5);
  OK(old_fd_seek(fd, -1, 1, &position)); // end
  CHECK(position == 9);
  EXPECT(old_fd_seek(fd, 0, 3, &position), INVAL);
  OK(link_of(ROOT, "file", ROOT, "again"));
  old_filestat stat;
  memset(&stat, 0xff, sizeof stat);
  OK(old_fd_filestat_get(fd, &stat));
  CHECK(stat.type == REGULAR_FILE && stat.nlink == 2 && stat.size == 10);
  filestat now;
  OK(fd_filestat_get(fd, &now));
  CHECK(stat.ino == now.ino && stat.mtim == now.mtim && stat.ctim == now.ctim);
  memset(&stat, 0xff, sizeof stat);
  OK(old_path_filestat_get(ROOT, 0, P("again"), &stat));
  CHECK(stat.nlink == 2 && stat.size == 10 && stat.ino == now.ino);
  old_subscription subscriptions[2] = {{1, CLOCK, {{77, 1, 1000000, 0, 0}}}, {2, FD_READ, {{0}}}};
  subscriptions[1].fd = fd;
  event events[2];
  OK(old_poll_oneoff(subscriptions, events, 1, &count));
  CHECK(count == 1 && events[0].userdata == 1 && events[0].type == CLOCK);
  OK(old_poll_oneoff(subscriptions, events, 2, &count));
  CHECK(count == 1 && events[0].userdata == 2 && events[0].nbytes == 1);
  fdstat kind;
  OK(old_fd_fdstat_get(fd, &kind));
  CHECK(kind.type == REGULAR_FILE && kind.base == READ_WRITE);
  OK(old_clock_time_get(1, 0, &position));
  OK(old_random_get(&position, 8));
  OK(old_args_sizes_get(&count, &size));
  CHECK(count == 1);
  return 0;
}
