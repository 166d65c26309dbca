// path_link: a second name for a file or for a link, never for a directory.
#include "preview1.h"

int main(void) {
  filestat a, b;
  make_file(ROOT, "file", "text");
  OK(mkdir_of(ROOT, "dir"));
  const uint32_t dir = open_dir(ROOT, "dir");
  OK(link_of(ROOT, "file", ROOT, "same"));
  OK(link_of(ROOT, "file", dir, "same"));
  OK(stat_of(ROOT, "file", 0, &a));
  OK(stat_of(ROOT, "dir/same", 0, &b));
  CHECK(a.nlink == 3 && a.ino == b.ino && a.mtim == b.mtim && a.size == b.size);
  EXPECT(link_of(ROOT, "file", ROOT, "same"), EXIST);
  EXPECT(link_of(ROOT, "file", ROOT, "file"), EXIST);
  EXPECT(link_of(ROOT, "file", ROOT, "dir"), EXIST);
  EXPECT(link_of(ROOT, "dir", ROOT, "x"), PERM);
  EXPECT(link_of(ROOT, ".", ROOT, "x"), PERM);
  EXPECT(link_of(ROOT, "file", ROOT, "x/"), NOENT);
  EXPECT(link_of(ROOT, "file", ROOT, "dir/"), EXIST);
  EXPECT(link_of(ROOT, "file", ROOT, "same/"), NOTDIR);
  EXPECT(link_of(ROOT, "file/", ROOT, "x"), NOTDIR);
  EXPECT(link_of(ROOT, "missing", ROOT, "x"), NOENT);
  OK(symlink_of("missing", ROOT, "dangling"));
  OK(link_of(ROOT, "dangling", ROOT, "dangling2"));
  OK(stat_of(ROOT, "dangling2", 0, &a));
  CHECK(a.type == SYMBOLIC_LINK);
  EXPECT(link_of(ROOT, "file", ROOT, "dangling"), EXIST);
  OK(symlink_of("loop", ROOT, "loop"));
  OK(link_of(ROOT, "loop", ROOT, "loop2"));
  // To follow a link is not supported.
  EXPECT(path_link(ROOT, FOLLOW, P("dangling"), ROOT, P("y")), INVAL);
  EXPECT(path_link(ROOT, 2, P("file"), ROOT, P("y")), INVAL);
  EXPECT(link_of(ROOT, "file", ROOT, "../y"), PERM);
  EXPECT(link_of(ROOT, "../file", ROOT, "y"), PERM);
  EXPECT(link_of(99, "file", ROOT, "y"), BADF);
  EXPECT(link_of(ROOT, "file", 99, "y"), BADF);
  return 0;
}
