// sock_accept: a connection that can be read, written and closed.
// options: --env A=b
// socket: listening
#include "preview1.h"

int main(void) {
  uint32_t fd = 0, size = 0;
  fdstat stat;
  char text[8];
  EXPECT(sock_accept(3, APPEND, &fd), INVAL);
  EXPECT(sock_accept(3, 0, (void *)0xfffffffdu), FAULT);
  OK(sock_accept(3, NONBLOCK, &fd));
  OK(fd_fdstat_get(fd, &stat));
  CHECK(stat.type == SOCKET_STREAM && stat.flags == NONBLOCK);
  OK(fd_fdstat_set_flags(fd, 0));
  OK(get(fd, text, 8, &size));
  CHECK(size == 4 && memcmp(text, "ping", 4) == 0);
  OK(put(fd, "pong", &size));
  OK(fd_fdstat_set_flags(3, NONBLOCK));
  uint32_t other = 0;
  EXPECT(sock_accept(3, 0, &other), AGAIN);
  EXPECT(get(3, text, 8, &size) == SUCCESS, 0);
  OK(fd_close(fd));
  return 0;
}
