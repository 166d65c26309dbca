// path_symlink: any text but an absolute one; nothing is overwritten.
#include "preview1.h"

int main(void) {
  filestat stat;
  char text[16];
  uint32_t size = 0;
  OK(symlink_of("nowhere/at/all", ROOT, "link"));
  OK(path_readlink(ROOT, P("link"), text, 16, &size));
  CHECK(size == 14 && memcmp(text, "nowhere/at/all", 14) == 0);
  OK(symlink_of("../../..", ROOT, "up")); // what counts is where it is followed
  EXPECT(try_open(ROOT, "up", 0, 0, FOLLOW), PERM);
  EXPECT(symlink_of("/", ROOT, "absolute"), PERM);
  EXPECT(symlink_of("/etc/passwd", ROOT, "absolute"), PERM);
  EXPECT(stat_of(ROOT, "absolute", 0, &stat), NOENT);
  EXPECT(symlink_of("", ROOT, "empty"), NOENT);
  EXPECT(path_symlink("a\0b", 3, ROOT, P("nul")), INVAL);
  EXPECT(symlink_of("x", ROOT, "link"), EXIST);
  EXPECT(symlink_of("x", ROOT, "link/"), NOTDIR);
  EXPECT(symlink_of("x", ROOT, "new/"), NOENT);
  OK(mkdir_of(ROOT, "dir"));
  make_file(ROOT, "file", "");
  EXPECT(symlink_of("x", ROOT, "dir"), EXIST);
  EXPECT(symlink_of("x", ROOT, "dir/"), EXIST);
  EXPECT(symlink_of("x", ROOT, "file"), EXIST);
  EXPECT(symlink_of("x", ROOT, "file/"), NOTDIR);
  EXPECT(symlink_of("x", ROOT, "dir/.."), EXIST);
  EXPECT(symlink_of("x", ROOT, "missing/x"), NOENT);
  EXPECT(symlink_of("x", ROOT, "../x"), PERM);
  EXPECT(symlink_of("x", 99, "x"), BADF);
  return 0;
}
