// path_readlink: the text, cut off where the buffer ends.
#include "preview1.h"

int main(void) {
  char text[16];
  uint32_t size = 99;
  OK(symlink_of("dir/target", ROOT, "link"));
  memset(text, '#', sizeof text);
  OK(path_readlink(ROOT, P("link"), text, 16, &size));
  CHECK(size == 10 && memcmp(text, "dir/target######", 16) == 0);
  memset(text, '#', sizeof text);
  OK(path_readlink(ROOT, P("link"), text, 4, &size));
  CHECK(size == 4 && memcmp(text, "dir/####", 8) == 0);
  OK(path_readlink(ROOT, P("link"), text, 0, &size));
  CHECK(size == 0);
  OK(mkdir_of(ROOT, "sub"));
  make_file(ROOT, "file", "");
  EXPECT(path_readlink(ROOT, P("file"), text, 16, &size), INVAL);
  EXPECT(path_readlink(ROOT, P("file"), text, 0, &size), INVAL);
  EXPECT(path_readlink(ROOT, P("sub"), text, 16, &size), INVAL);
  EXPECT(path_readlink(ROOT, P("."), text, 16, &size), INVAL);
  EXPECT(path_readlink(ROOT, P("missing"), text, 16, &size), NOENT);
  EXPECT(path_readlink(ROOT, P("link/"), text, 16, &size), NOTDIR);
  EXPECT(path_readlink(ROOT, P("../link"), text, 16, &size), PERM);
  EXPECT(path_readlink(ROOT, P("link"), (void *)0xfffffff8u, 16, &size), FAULT);
  EXPECT(path_readlink(ROOT, P("link"), text, 16, (void *)0xfffffffdu), FAULT);
  EXPECT(path_readlink(99, P("link"), text, 16, &size), BADF);
  return 0;
}
