// sock_*: what is no socket, and what is not open.
#include "preview1.h"

int main(void) {
  const uint32_t fd = create(ROOT, "file");
  char text[4];
  iovec list = {text, 4};
  uint32_t result = 0;
  uint16_t flags = 0;
  EXPECT(sock_shutdown(fd, 1), NOTSOCK);
  EXPECT(sock_shutdown(1, 1), NOTSOCK);
  EXPECT(sock_shutdown(99, 1), BADF);
  EXPECT(sock_recv(fd, &list, 1, 0, &result, &flags), NOTSOCK);
  EXPECT(sock_send(fd, &list, 1, 0, &result), NOTSOCK);
  EXPECT(sock_recv(ROOT, &list, 1, 0, &result, &flags), BADF);
  EXPECT(sock_recv(99, &list, 1, 0, &result, &flags), BADF);
  EXPECT(sock_send(99, &list, 1, 0, &result), BADF);
  EXPECT(sock_accept(99, 0, &result), BADF);
  EXPECT(sock_accept(ROOT, 0, &result), BADF);
  EXPECT(sock_accept(fd, 0, &result), NOTSOCK);
  return 0;
}
