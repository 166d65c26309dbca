// path_open: paths with everything in them that a path can have.
#include "preview1.h"

static char path[8192];

int main(void) {
  OK(mkdir_of(ROOT, "dir"));
  OK(mkdir_of(ROOT, "dir/nested"));
  make_file(ROOT, "dir/nested/file", "");
  OK(try_open(ROOT, "dir/.//nested/../../dir/nested/../nested///./file", 0, 0, 0));
  OK(try_open(ROOT, "dir/nested/", 0, 0, 0));
  OK(try_open(ROOT, "dir/nested///", 0, 0, 0));
  OK(try_open(ROOT, "dir/..", 0, 0, 0));
  OK(try_open(ROOT, ".", 0, 0, 0));
  for (int i = 0; i < 5; ++i)
    EXPECT(try_open(ROOT, ((const char *[]){"/", "/dir", "/dir/nested/file", "//dir", "/.."})[i], 0,
                    0, 0),
           PERM);
  for (int i = 0; i < 5; ++i)
    EXPECT(try_open(ROOT,
                    ((const char *[]){"..", "../", "dir/../..", "dir/nested/../../../rw/dir",
                                      "./../rw"})[i],
                    0, 0, 0),
           PERM);
  for (int i = 0; i < 4; ++i)
    EXPECT(try_open(ROOT,
                    ((const char *[]){"dir/nested/file/", "dir/nested/file///", "dir/nested/file/.",
                                      "dir/nested/file/x"})[i],
                    0, 0, 0),
           NOTDIR);
  EXPECT(try_open(ROOT, "", 0, 0, 0), NOENT);
  EXPECT(try_open(ROOT, "dir/missing", 0, 0, 0), NOENT);
  uint32_t fd = 0;
  EXPECT(path_open(ROOT, 0, "dir/nested/file\0", 16, 0, 0, 0, 0, &fd), INVAL);
  EXPECT(path_open(ROOT, 0, "dir\0/../../x", 12, 0, 0, 0, 0, &fd), INVAL);
  EXPECT(path_open(ROOT, 0, "\0", 1, CREAT, 0, 0, 0, &fd), INVAL);
  // Names and paths that are too long, and those that just are not.
  memset(path, 'n', 256);
  EXPECT(try_open(ROOT, path, CREAT, 0, 0), NAMETOOLONG);
  path[255] = 0;
  OK(try_open(ROOT, path, CREAT, 0, 0));
  OK(unlink_of(ROOT, path));
  for (int i = 0; i < 4096; i += 2)
    memcpy(path + i, "./", 3);
  path[4095] = 0;
  OK(try_open(ROOT, path, 0, 0, 0));
  path[4095] = '/';
  EXPECT(try_open(ROOT, path, 0, 0, 0), NAMETOOLONG);
  EXPECT(path_open(ROOT, 0, path, 8000, 0, 0, 0, 0, &fd), NAMETOOLONG);
  // Bytes that no encoding knows are a name like any other.
  OK(try_open(ROOT, "\xff\xfe \x01\n*?\\", CREAT, 0, 0));
  OK(try_open(ROOT, "\xff\xfe \x01\n*?\\", 0, 0, 0));
  return 0;
}
