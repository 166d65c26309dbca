// path_filestat_set_times: of files and of links themselves.
#include "preview1.h"

static uint64_t mtim_of(const char *path) {
  filestat stat;
  OK(stat_of(ROOT, path, 0, &stat));
  return stat.mtim;
}
static int set(const char *path, uint32_t lookup, uint64_t atim, uint64_t mtim, uint32_t which) {
  return path_filestat_set_times(ROOT, lookup, P(path), atim, mtim, which);
}

int main(void) {
  make_file(ROOT, "file", "");
  OK(symlink_of("file", ROOT, "link"));
  OK(mkdir_of(ROOT, "dir"));
  OK(set("file", 0, 1, 1000000001, MTIM));
  CHECK(mtim_of("file") == 1000000001);
  OK(set("link", 0, 1, 2000000002, ATIM | MTIM));
  CHECK(mtim_of("link") == 2000000002 && mtim_of("file") == 1000000001);
  OK(set("link", FOLLOW, 1, 3000000003, MTIM));
  CHECK(mtim_of("link") == 2000000002 && mtim_of("file") == 3000000003);
  EXPECT(set("file", 0, 1, 1, MTIM | MTIM_NOW), INVAL);
  EXPECT(set("file", 0, 1, 1, ATIM | ATIM_NOW), INVAL);
  EXPECT(set("file", 0, 1, 1, 16), INVAL);
  EXPECT(set("file", 2, 1, 1, MTIM), INVAL);
  CHECK(mtim_of("file") == 3000000003);
  OK(set("file", 0, 0, 0, MTIM_NOW | ATIM_NOW));
  CHECK(mtim_of("file") > 1700000000ull * 1000000000ull);
  OK(set("dir", 0, 5, 5, MTIM | ATIM));
  CHECK(mtim_of("dir") == 5);
  OK(set(".", 0, 6, 6, MTIM));
  EXPECT(set("missing", 0, 1, 1, MTIM), NOENT);
  EXPECT(set("file/", 0, 1, 1, MTIM), NOTDIR);
  EXPECT(set("../x", 0, 1, 1, MTIM), PERM);
  EXPECT(path_filestat_set_times(99, 0, P("file"), 1, 1, MTIM), BADF);
  EXPECT(path_filestat_set_times(ROOT, 0, BAD, 5, 1, 1, MTIM), FAULT);
  return 0;
}
