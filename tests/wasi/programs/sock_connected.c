// sock_recv, sock_send and sock_shutdown: peeking, parts, wrong flags, the end.
// options: --env A=b
// socket: connected
#include "preview1.h"

int main(void) {
  char first[2], second[8];
  iovec list[2] = {{first, 2}, {second, 8}};
  uint32_t size = 0;
  uint16_t flags = 9;
  OK(sock_recv(3, list, 2, 1, &size, &flags)); // peek
  CHECK(size == 4 && flags == 0 && memcmp(first, "pi", 2) == 0 && memcmp(second, "ng", 2) == 0);
  OK(sock_recv(3, list, 1, 2, &size, &flags)); // waitall
  CHECK(size == 2);
  EXPECT(sock_recv(3, list, 2, 4, &size, &flags), INVAL);
  EXPECT(sock_recv(3, (void *)0xfffffff8u, 2, 0, &size, &flags), FAULT);
  OK(sock_recv(3, list, 2, 0, &size, &flags));
  CHECK(size == 2 && memcmp(first, "ng", 2) == 0);
  fdstat stat;
  OK(fd_fdstat_get(3, &stat));
  CHECK(stat.type == SOCKET_STREAM);
  OK(fd_fdstat_set_flags(3, NONBLOCK));
  EXPECT(sock_recv(3, list, 2, 0, &size, &flags), AGAIN);
  EXPECT(fd_read(3, list, 2, &size), AGAIN);
  uint64_t position;
  EXPECT(fd_seek(3, 0, SET, &position), NOTCAPABLE);
  iovec out[2] = {{"po", 2}, {"ng", 2}};
  EXPECT(sock_send(3, out, 2, 1, &size), INVAL);
  OK(sock_send(3, out, 2, 0, &size));
  CHECK(size == 4);
  EXPECT(sock_shutdown(3, 0), INVAL);
  EXPECT(sock_shutdown(3, 4), INVAL);
  EXPECT(sock_accept(3, 0, &size), INVAL);
  OK(sock_shutdown(3, 2));
  EXPECT(sock_send(3, out, 2, 0, &size), PIPE);
  EXPECT(fd_write(3, out, 2, &size), PIPE);
  OK(fd_close(3));
  EXPECT(sock_shutdown(3, 1), BADF);
  return 0;
}
