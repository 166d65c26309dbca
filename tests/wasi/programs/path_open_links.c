// path_open: links in the last place are followed on request, those on the way always.
#include "preview1.h"

int main(void) {
  OK(mkdir_of(ROOT, "dir"));
  make_file(ROOT, "dir/file", "");
  OK(symlink_of("dir", ROOT, "way"));
  OK(symlink_of("way/file", ROOT, "link"));
  OK(symlink_of("nowhere", ROOT, "dangling"));
  OK(symlink_of("loop", ROOT, "loop"));
  OK(try_open(ROOT, "way/file", 0, 0, 0));
  OK(try_open(ROOT, "way/", 0, 0, 0));
  OK(try_open(ROOT, "link", 0, 0, FOLLOW));
  EXPECT(try_open(ROOT, "link", 0, 0, 0), LOOP);
  EXPECT(try_open(ROOT, "way", 0, 0, 0), LOOP);
  EXPECT(try_open(ROOT, "way", DIRECTORY_ONLY, 0, 0), NOTDIR);
  OK(try_open(ROOT, "way", DIRECTORY_ONLY, 0, FOLLOW));
  EXPECT(try_open(ROOT, "link", DIRECTORY_ONLY, 0, FOLLOW), NOTDIR);
  EXPECT(try_open(ROOT, "dangling", 0, 0, 0), LOOP);
  EXPECT(try_open(ROOT, "dangling", DIRECTORY_ONLY, 0, 0), NOTDIR);
  EXPECT(try_open(ROOT, "dangling", 0, 0, FOLLOW), NOENT);
  EXPECT(try_open(ROOT, "dangling", CREAT | EXCL, 0, FOLLOW), EXIST);
  EXPECT(try_open(ROOT, "./dangling", CREAT | EXCL, 0, FOLLOW), EXIST);
  EXPECT(try_open(ROOT, "loop", 0, 0, 0), LOOP);
  EXPECT(try_open(ROOT, "loop", 0, 0, FOLLOW), LOOP);
  EXPECT(try_open(ROOT, "loop/x", 0, 0, 0), LOOP);
  OK(try_open(ROOT, "dangling", CREAT, 0, FOLLOW));
  OK(try_open(ROOT, "nowhere", 0, 0, 0));
  return 0;
}
