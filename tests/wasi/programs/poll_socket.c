// poll_oneoff: a socket that is silent times out, one that has something does not.
// options: --env A=b
// socket: connected
#include "preview1.h"

int main(void) {
  subscription list[2] = {{1, FD_READ, {{3, 0, 0, 0}}}, {2, CLOCK, {{1, 10000000, 0, 0}}}};
  event events[2];
  uint32_t count = 0;
  char text[8];
  OK(poll_oneoff(list, events, 2, &count));
  CHECK(events[0].userdata == 1 && events[0].nbytes == 4);
  CHECK(count == 1 || events[1].userdata == 2); // a slow machine may be that late
  OK(get(3, text, 8, &count));
  OK(poll_oneoff(list, events, 2, &count));
  CHECK(count == 1 && events[0].userdata == 2);
  list[0].tag = FD_WRITE;
  OK(poll_oneoff(list, events, 1, &count));
  CHECK(count == 1 && events[0].type == FD_WRITE && events[0].nbytes > 0);
  OK(put(3, "pong", &count));
  return 0;
}
