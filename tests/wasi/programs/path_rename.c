// path_rename: files and directories, over what is there, with slashes behind names.
#include "preview1.h"

int main(void) {
  OK(mkdir_of(ROOT, "source"));
  OK(rename_of(ROOT, "source", ROOT, "target"));
  EXPECT(try_open(ROOT, "source", 0, 0, 0), NOENT);
  OK(rename_of(ROOT, "target/", ROOT, "source"));
  OK(rename_of(ROOT, "source", ROOT, "target/"));
  OK(rename_of(ROOT, "target/", ROOT, "source/"));
  OK(mkdir_of(ROOT, "target"));
  OK(rename_of(ROOT, "source", ROOT, "target")); // over an empty one
  EXPECT(try_open(ROOT, "source", 0, 0, 0), NOENT);
  OK(mkdir_of(ROOT, "source"));
  make_file(ROOT, "target/file", "");
  EXPECT(rename_of(ROOT, "source", ROOT, "target"), NOTEMPTY);
  EXPECT(rename_of(ROOT, "source", ROOT, "target/file"), NOTDIR);
  EXPECT(rename_of(ROOT, "target", ROOT, "target/below"), INVAL);
  make_file(ROOT, "one", "1");
  make_file(ROOT, "two", "22");
  OK(rename_of(ROOT, "one", ROOT, "two"));
  filestat stat;
  OK(stat_of(ROOT, "two", 0, &stat));
  CHECK(stat.size == 1);
  OK(rename_of(ROOT, "two", ROOT, "two"));
  EXPECT(rename_of(ROOT, "two", ROOT, "source"), ISDIR);
  EXPECT(rename_of(ROOT, "two", ROOT, "three/"), NOTDIR);
  EXPECT(rename_of(ROOT, "two/", ROOT, "three"), NOTDIR);
  EXPECT(rename_of(ROOT, "missing", ROOT, "three"), NOENT);
  EXPECT(rename_of(ROOT, "two", ROOT, "missing/three"), NOENT);
  EXPECT(rename_of(ROOT, ".", ROOT, "x"), BUSY);
  EXPECT(rename_of(ROOT, "source", ROOT, "target/.."), BUSY);
  EXPECT(rename_of(ROOT, "two", ROOT, "../two"), PERM);
  EXPECT(rename_of(ROOT, "../two", ROOT, "x"), PERM);
  EXPECT(rename_of(99, "two", ROOT, "x"), BADF);
  EXPECT(rename_of(ROOT, "two", 99, "x"), BADF);
  OK(symlink_of("target", ROOT, "link"));
  EXPECT(rename_of(ROOT, "link/", ROOT, "x"), NOTDIR);
  OK(rename_of(ROOT, "link", ROOT, "moved"));
  OK(stat_of(ROOT, "moved", 0, &stat));
  CHECK(stat.type == SYMBOLIC_LINK);
  OK(rename_of(ROOT, "two", open_dir(ROOT, "target"), "two"));
  OK(stat_of(ROOT, "target/two", 0, &stat));
  return 0;
}
