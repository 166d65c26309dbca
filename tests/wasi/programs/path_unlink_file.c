// path_unlink_file: files and links, not directories.
#include "preview1.h"

int main(void) {
  filestat stat;
  OK(mkdir_of(ROOT, "dir"));
  make_file(ROOT, "dir/file", "text");
  OK(symlink_of("dir", ROOT, "link"));
  EXPECT(unlink_of(ROOT, "dir"), ISDIR);
  EXPECT(unlink_of(ROOT, "dir/"), ISDIR);
  EXPECT(unlink_of(ROOT, "."), ISDIR);
  EXPECT(unlink_of(ROOT, "dir/file/"), NOTDIR);
  EXPECT(unlink_of(ROOT, "link/"), NOTDIR);
  OK(unlink_of(ROOT, "link"));
  OK(stat_of(ROOT, "dir/file", 0, &stat));
  const uint32_t open = open_read(ROOT, "dir/file");
  OK(unlink_of(ROOT, "dir/file"));
  EXPECT(unlink_of(ROOT, "dir/file"), NOENT);
  EXPECT(unlink_of(ROOT, "dir/file/"), NOENT);
  OK(fd_filestat_get(open, &stat));
  CHECK(stat.nlink == 0 && stat.size == 4);
  EXPECT(unlink_of(ROOT, "missing/file"), NOENT);
  EXPECT(unlink_of(ROOT, ".."), PERM);
  EXPECT(unlink_of(ROOT, "../x"), PERM);
  EXPECT(unlink_of(99, "x"), BADF);
  return 0;
}
