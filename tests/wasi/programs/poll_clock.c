// poll_oneoff: sleeps as long as it is told, by every clock that goes on meanwhile.
#include "preview1.h"

static uint64_t now(uint32_t clock) {
  uint64_t time = 0;
  OK(clock_time_get(clock, 0, &time));
  return time;
}
static subscription at(uint64_t userdata, uint32_t id, uint64_t timeout, uint16_t flags) {
  subscription sub = {userdata, CLOCK, {{id, timeout, 0, flags}}};
  return sub;
}

int main(void) {
  const uint64_t ms = 1000000;
  uint32_t count = 0;
  event events[4];
  for (uint32_t id = 0; id < 2; ++id) {
    subscription sub = at(7, id, 5 * ms, 0);
    const uint64_t start = now(1);
    OK(poll_oneoff(&sub, events, 1, &count));
    CHECK(now(1) - start >= 5 * ms);
    CHECK(count == 1 && events[0].userdata == 7 && events[0].type == CLOCK && events[0].error == 0);
    const uint64_t due = now(id) + 5 * ms;
    sub = at(8, id, due, 1);
    OK(poll_oneoff(&sub, events, 1, &count));
    CHECK(now(id) >= due);
    sub = at(9, id, 1, 1); // long past
    OK(poll_oneoff(&sub, events, 1, &count));
    CHECK(count == 1);
  }
  subscription several[3] = {at(1, 1, ~0ull, 0), at(2, 1, 2 * ms, 0), at(3, 0, 3600000 * ms, 0)};
  OK(poll_oneoff(several, events, 3, &count));
  CHECK(count == 1 && events[0].userdata == 2);
  // Processor time stands still during a sleep.
  several[0] = at(1, 2, 0, 0);
  several[1] = at(2, 99, 0, 0);
  OK(poll_oneoff(several, events, 3, &count));
  CHECK(count == 2 && events[0].error == NOTSUP && events[1].error == INVAL);
  EXPECT(poll_oneoff(several, events, 0, &count), INVAL);
  EXPECT(poll_oneoff((void *)0xfffffff0u, events, 1, &count), FAULT);
  EXPECT(poll_oneoff(several, (void *)0xfffffff0u, 1, &count), FAULT);
  EXPECT(poll_oneoff(several, events, 3, (void *)0xfffffffdu), FAULT);
  EXPECT(poll_oneoff(several, events, ~0u, &count), FAULT);
  several[0].tag = 3;
  EXPECT(poll_oneoff(several, events, 3, &count), INVAL);
  return 0;
}
