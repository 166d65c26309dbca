// path_create_directory.
#include "preview1.h"

int main(void) {
  OK(mkdir_of(ROOT, "a"));
  EXPECT(mkdir_of(ROOT, "a"), EXIST);
  OK(mkdir_of(ROOT, "a/b/"));
  EXPECT(mkdir_of(ROOT, "a/missing/c"), NOENT);
  make_file(ROOT, "file", "");
  EXPECT(mkdir_of(ROOT, "file"), EXIST);
  EXPECT(mkdir_of(ROOT, "file/x"), NOTDIR);
  for (int i = 0; i < 4; ++i)
    EXPECT(mkdir_of(ROOT, ((const char *[]){".", "a/.", "a/..", "a/b/../.."})[i]), EXIST);
  OK(symlink_of("nowhere", ROOT, "link"));
  EXPECT(mkdir_of(ROOT, "link"), EXIST);
  EXPECT(mkdir_of(ROOT, "link/"), EXIST);
  EXPECT(mkdir_of(ROOT, "../x"), PERM);
  EXPECT(mkdir_of(ROOT, "/x"), PERM);
  EXPECT(mkdir_of(ROOT, ""), NOENT);
  EXPECT(mkdir_of(99, "x"), BADF);
  EXPECT(mkdir_of(open_read(ROOT, "file"), "x"), NOTDIR);
  EXPECT(path_create_directory(ROOT, BAD, 5), FAULT);
  return 0;
}
