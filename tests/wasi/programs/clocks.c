// clock_res_get and clock_time_get for all four clocks.
#include "preview1.h"

int main(void) {
  for (uint32_t id = 0; id < 4; ++id) {
    uint64_t resolution = 0, first = 0, second = 0;
    OK(clock_res_get(id, &resolution));
    CHECK(resolution > 0 && resolution <= 1000000000);
    OK(clock_time_get(id, 1, &first));
    OK(clock_time_get(id, 0, &second));
    CHECK(first > 0 && second >= first);
  }
  uint64_t now = 0;
  OK(clock_time_get(0, 0, &now));
  CHECK(now > 1700000000ull * 1000000000ull);
  EXPECT(clock_time_get(4, 0, &now), INVAL);
  EXPECT(clock_res_get(4, &now), INVAL);
  EXPECT(clock_time_get(~0u, 0, &now), INVAL);
  EXPECT(clock_time_get(1, 0, BAD), FAULT);
  EXPECT(clock_res_get(1, BAD), FAULT);
  return 0;
}
