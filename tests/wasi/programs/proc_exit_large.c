// proc_exit: a code that a process cannot have is said, and is a failure.
// status: 1
// stderr: exit code 256
#include "preview1.h"

int main(void) {
  proc_exit(256);
}
