// sched_yield.
#include "preview1.h"

int main(void) {
  OK(sched_yield());
  return 0;
}
