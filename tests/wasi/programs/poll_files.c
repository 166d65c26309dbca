// poll_oneoff: files are ready, what is not open is an error.
// stdin: 123
#include "preview1.h"

static subscription on(uint64_t userdata, uint8_t tag, uint32_t fd) {
  subscription sub = {userdata, tag, {{fd, 0, 0, 0}}};
  return sub;
}

int main(void) {
  make_file(ROOT, "in", "12345");
  uint32_t count = 0, out = 0;
  OK(open_as(ROOT, "out", CREAT, RIGHT_FD_WRITE, 0, 0, &out));
  event events[4];
  const uint32_t in = open_read(ROOT, "in");
  subscription list[4] = {on(1, FD_READ, in), on(2, FD_WRITE, out), on(3, FD_WRITE, 1),
                          on(4, FD_READ, 99)};
  OK(poll_oneoff(list, events, 4, &count));
  CHECK(count == 4);
  CHECK(events[0].userdata == 1 && events[0].type == FD_READ && events[0].error == 0 &&
        events[0].nbytes == 5);
  CHECK(events[1].userdata == 2 && events[1].type == FD_WRITE && events[1].error == 0);
  CHECK(events[2].userdata == 3 && events[2].error == 0);
  CHECK(events[3].userdata == 4 && events[3].error == BADF);
  list[0] = on(5, FD_READ, 0);
  OK(poll_oneoff(list, events, 1, &count));
  CHECK(count == 1 && events[0].nbytes == 3);
  char text[8];
  OK(get(0, text, 8, &count));
  OK(poll_oneoff(list, events, 1, &count)); // its end can be read
  CHECK(count == 1 && events[0].error == 0 && events[0].nbytes == 0 && events[0].flags == 1);
  // Nothing that could be waited for.
  list[0] = on(1, FD_READ, ~0u);
  list[1] = on(2, FD_WRITE, ~0u);
  EXPECT(poll_oneoff(list, events, 2, &count), BADF);
  return 0;
}
