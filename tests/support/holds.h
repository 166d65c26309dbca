// Checks in a process of their own (death tests): its exit status is the line that did not hold.
#ifndef WASMC_TESTS_SUPPORT_HOLDS_H
#define WASMC_TESTS_SUPPORT_HOLDS_H

#include <unistd.h>

#define HOLDS(condition)                                                                           \
  do {                                                                                             \
    if (!(condition))                                                                              \
      _exit(__LINE__ % 256);                                                                       \
  } while (false)

#endif
