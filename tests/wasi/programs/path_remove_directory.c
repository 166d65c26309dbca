// path_remove_directory: empty directories and nothing else.
#include "preview1.h"

int main(void) {
  OK(mkdir_of(ROOT, "a"));
  OK(mkdir_of(ROOT, "a/b"));
  EXPECT(rmdir_of(ROOT, "a"), NOTEMPTY);
  OK(rmdir_of(ROOT, "a/b/"));
  EXPECT(rmdir_of(ROOT, "a/."), INVAL);
  EXPECT(rmdir_of(ROOT, "a/.."), NOTEMPTY);
  EXPECT(rmdir_of(ROOT, "."), INVAL);
  EXPECT(rmdir_of(ROOT, ".."), PERM);
  make_file(ROOT, "file", "");
  EXPECT(rmdir_of(ROOT, "file"), NOTDIR);
  EXPECT(rmdir_of(ROOT, "file/"), NOTDIR);
  OK(symlink_of("a", ROOT, "link"));
  EXPECT(rmdir_of(ROOT, "link"), NOTDIR);
  EXPECT(rmdir_of(ROOT, "link/"), NOTDIR);
  const uint32_t open = open_dir(ROOT, "a");
  OK(rmdir_of(ROOT, "a"));
  EXPECT(rmdir_of(ROOT, "a"), NOENT);
  EXPECT(try_open(open, "x", CREAT, 0, 0), NOENT);
  EXPECT(rmdir_of(99, "a"), BADF);
  return 0;
}
