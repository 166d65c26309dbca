// proc_raise: ends the guest as the signal would, and never reaches the host.
// status: 134
// stdout: before
#include "preview1.h"

int main(void) {
  uint32_t written;
  OK(proc_raise(0));
  OK(proc_raise(16));             // chld
  EXPECT(proc_raise(18), NOTSUP); // stop
  EXPECT(proc_raise(31), INVAL);
  put(1, "before", &written);
  proc_raise(6);
  return 0;
}
