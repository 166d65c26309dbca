// While another process swaps directories for links that lead out: whatever is opened, created or
// changed through such a name lies in the grant.
// race: 2
#include "preview1.h"

static uint32_t opened, refused;

// Opens and reads; what is read must be the guest's own.
static void probe(const char *path, uint32_t lookup) {
  uint32_t fd = 0, moved = 0;
  char text[16];
  if (open_as(ROOT, path, 0, RIGHT_FD_READ, lookup, 0, &fd) != SUCCESS) {
    ++refused;
    return;
  }
  ++opened;
  OK(get(fd, text, 16, &moved));
  CHECK(moved == 4 && memcmp(text, "mine", 4) == 0);
  OK(fd_close(fd));
}

int main(void) {
  uint64_t start = 0, now = 0;
  filestat stat;
  OK(clock_time_get(1, 0, &start));
  do {
    probe("name/secret", FOLLOW);
    probe("name/../name/secret", 0);
    probe("deep/er/../../mine", 0);
    probe("deep/er/.././../mine", FOLLOW);
    // By whatever name, none of these may come to lie outside: the host looks there afterwards.
    if (try_open(ROOT, "name/new", CREAT | EXCL, RIGHT_FD_WRITE, FOLLOW) == SUCCESS)
      unlink_of(ROOT, "real/new"), unlink_of(ROOT, "name/new");
    mkdir_of(ROOT, "name/made");
    symlink_of("x", ROOT, "name/link");
    link_of(ROOT, "mine", ROOT, "name/linked");
    rename_of(ROOT, "name/linked", ROOT, "name/renamed");
    unlink_of(ROOT, "name/dir");
    rmdir_of(ROOT, "name/dir");
    path_filestat_set_times(ROOT, FOLLOW, P("name/dir"), 1, 1, MTIM);
    if (stat_of(ROOT, "name/dir", FOLLOW, &stat) == SUCCESS)
      CHECK(0); // only outside is there a `dir`
    OK(clock_time_get(1, 0, &now));
  } while (now - start < 1800000000ull);
  CHECK(opened > 100 && refused > 100);
  return 0;
}
