// path_filestat_get: of files, directories and links, which are followed on request.
#include "preview1.h"

int main(void) {
  filestat stat, other;
  make_file(ROOT, "file", "12345");
  OK(mkdir_of(ROOT, "dir"));
  OK(symlink_of("file", ROOT, "link"));
  OK(symlink_of("dir", ROOT, "way"));
  OK(symlink_of("nowhere", ROOT, "dangling"));
  OK(symlink_of("loop", ROOT, "loop"));
  OK(stat_of(ROOT, "file", 0, &stat));
  CHECK(stat.type == REGULAR_FILE && stat.size == 5 && stat.nlink == 1);
  OK(fd_filestat_get(open_read(ROOT, "file"), &other));
  CHECK(stat.ino == other.ino && stat.dev == other.dev);
  OK(stat_of(ROOT, "link", 0, &stat));
  CHECK(stat.type == SYMBOLIC_LINK && stat.size == 4);
  OK(stat_of(ROOT, "link", FOLLOW, &stat));
  CHECK(stat.ino == other.ino);
  OK(stat_of(ROOT, "way/../file", 0, &stat));
  CHECK(stat.ino == other.ino);
  OK(stat_of(ROOT, "way", FOLLOW, &stat));
  CHECK(stat.type == DIRECTORY);
  OK(stat_of(ROOT, "way/", 0, &stat));
  CHECK(stat.type == DIRECTORY);
  OK(stat_of(ROOT, ".", 0, &stat));
  CHECK(stat.type == DIRECTORY);
  OK(stat_of(ROOT, "dangling", 0, &stat));
  EXPECT(stat_of(ROOT, "dangling", FOLLOW, &stat), NOENT);
  OK(stat_of(ROOT, "loop", 0, &stat));
  EXPECT(stat_of(ROOT, "loop", FOLLOW, &stat), LOOP);
  EXPECT(stat_of(ROOT, "file/", 0, &stat), NOTDIR);
  EXPECT(stat_of(ROOT, "file/x", 0, &stat), NOTDIR);
  EXPECT(stat_of(ROOT, "missing", 0, &stat), NOENT);
  EXPECT(stat_of(ROOT, "..", 0, &stat), PERM);
  EXPECT(stat_of(ROOT, "file", 2, &stat), INVAL);
  EXPECT(stat_of(99, "file", 0, &stat), BADF);
  EXPECT(stat_of(1, "file", 0, &stat), NOTDIR);
  EXPECT(stat_of(ROOT, "file", 0, BAD), FAULT);
  return 0;
}
