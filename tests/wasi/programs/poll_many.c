// poll_oneoff: a thousand subscriptions, and more than there can be.
// descriptors: 64
#include "preview1.h"

static subscription list[65537];
static event events[65537];

int main(void) {
  uint32_t count = 0;
  for (uint32_t i = 0; i < 65537; ++i)
    list[i] = (subscription){i, CLOCK, {{1, i % 2 ? 0 : ~0ull, 0, 0}}};
  OK(poll_oneoff(list, events, 1000, &count));
  CHECK(count == 500 && events[499].userdata == 999);
  OK(poll_oneoff(list, events, 65536, &count));
  CHECK(count == 32768);
  EXPECT(poll_oneoff(list, events, 65537, &count), INVAL);
  // More than the host's process may have descriptors: the kernel would not take so many.
  for (uint32_t i = 0; i < 65536; ++i)
    list[i] = (subscription){i, FD_WRITE, {{1 + i % 2, 0, 0, 0}}};
  OK(poll_oneoff(list, events, 65536, &count));
  CHECK(count == 65536 && events[65535].userdata == 65535 && events[65535].error == 0);
  return 0;
}
