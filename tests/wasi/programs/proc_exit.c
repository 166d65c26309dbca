// proc_exit: the code is the process's, and nothing runs after it.
// status: 255
// stdout: before
#include "preview1.h"

int main(void) {
  uint32_t written;
  put(1, "before", &written);
  proc_exit(255);
}
