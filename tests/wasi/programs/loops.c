// Links in circles, as many links as the kernel follows and one more, very long texts, deep trees.
#include "preview1.h"

static char text[5000];

static void name_of(char *name, int number) {
  name[0] = 'l';
  name[1] = (char)('0' + number / 10);
  name[2] = (char)('0' + number % 10);
  name[3] = 0;
}

int main(void) {
  make_file(ROOT, "file", "");
  OK(symlink_of("b", ROOT, "a"));
  OK(symlink_of("a", ROOT, "b"));
  OK(mkdir_of(ROOT, "dir"));
  OK(symlink_of("dir/../c/x", ROOT, "c"));
  EXPECT(try_open(ROOT, "a", 0, 0, FOLLOW), LOOP);
  EXPECT(try_open(ROOT, "a/x", 0, 0, 0), LOOP);
  EXPECT(try_open(ROOT, "c", 0, 0, FOLLOW), LOOP);
  EXPECT(unlink_of(ROOT, "a/x"), LOOP);
  char name[4], before[5] = "file";
  for (int i = 0; i <= 40; ++i) {
    name_of(name, i);
    OK(symlink_of(before, ROOT, name));
    memcpy(before, name, 4);
  }
  OK(try_open(ROOT, "l39", 0, 0, FOLLOW));
  EXPECT(try_open(ROOT, "l40", 0, 0, FOLLOW), LOOP);
  for (int i = 0; i < 4000; i += 2)
    memcpy(text + i, "./", 3);
  strcpy(text + 4000, "file");
  OK(symlink_of(text, ROOT, "long"));
  OK(try_open(ROOT, "long", 0, 0, FOLLOW));
  strcpy(text + 4000, "../rw/file");
  OK(symlink_of(text, ROOT, "longout"));
  EXPECT(try_open(ROOT, "longout", 0, 0, FOLLOW), PERM);
  // 200 directories down, and up again by dots: one step too far is out.
  uint32_t at = open_dir(ROOT, ".");
  for (int i = 0; i < 200; ++i) {
    OK(mkdir_of(at, "d"));
    const uint32_t next = open_dir(at, "d");
    OK(fd_close(at));
    at = next;
    memcpy(text + 2 * i, "d/", 3);
  }
  OK(try_open(ROOT, text, 0, 0, 0));
  for (int i = 0; i < 200; ++i)
    memcpy(text + 400 + 3 * i, "../", 4);
  strcpy(text + 1000, "file");
  OK(try_open(ROOT, text, 0, 0, 0));
  strcpy(text + 1000, "../rw/file");
  EXPECT(try_open(ROOT, text, 0, 0, 0), PERM);
  return 0;
}
