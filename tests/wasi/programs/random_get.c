// random_get: fills exactly the buffer, of any size.
#include "preview1.h"

static uint8_t bytes[3 << 20];

int main(void) {
  OK(random_get(bytes, 0));
  OK(random_get(bytes + 8, 256));
  uint32_t seen[256] = {0}, kinds = 0;
  for (int i = 8; i < 264; ++i)
    kinds += seen[bytes[i]]++ == 0;
  CHECK(kinds > 64);
  for (int i = 0; i < 8; ++i)
    CHECK(bytes[i] == 0 && bytes[264 + i] == 0);
  OK(random_get(bytes, sizeof bytes));
  uint64_t sum = 0;
  for (uint32_t i = 0; i < sizeof bytes; ++i)
    sum += bytes[i];
  CHECK(sum / sizeof bytes > 125 && sum / sizeof bytes < 130);
  EXPECT(random_get((void *)0xfffffff0u, 17), FAULT);
  EXPECT(random_get(bytes, ~0u), FAULT);
  return 0;
}
