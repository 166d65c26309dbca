// A directory opened with the rights that a program lists, as many programs make themselves one to
// work in: what they listed works, before and after the rights are set to what they are, and files
// opened in it have what was asked for them.
#include "preview1.h"

#define RIGHT_PATH(bits) ((rights)(bits) << 9)
// To create directories and files, link, open, read directories and links, rename, look, set sizes
// and times of names; to make links and to remove.
static const rights kBase =
    RIGHT_PATH(0x7ff) | RIGHT_PATH(1ull << 11) | RIGHT_FD_FILESTAT_GET | 7ull << 24;
// What may be asked for in it: no directory to be made or removed, no synchronisation of data.
static const rights kInheriting = READ_WRITE | RIGHT_FD_SEEK | RIGHT_FD_TELL | 3ull << 3 |
                                  3ull << 7 | RIGHT_PATH_OPEN | 3ull << 11 | RIGHT_FD_READDIR |
                                  7ull << 21 | RIGHT_PATH_UNLINK_FILE;

static void set_to_what_they_are(uint32_t fd) {
  fdstat stat, after;
  OK(fd_fdstat_get(fd, &stat));
  OK(fd_fdstat_set_rights(fd, stat.base, stat.inheriting));
  OK(fd_fdstat_get(fd, &after));
  CHECK(after.base == stat.base && after.inheriting == stat.inheriting);
}

static void files(uint32_t dir) {
  const rights asked = READ_WRITE | RIGHT_FD_SEEK | RIGHT_FD_TELL | RIGHT_FD_FILESTAT_GET |
                       RIGHT_FD_FILESTAT_SET_SIZE;
  uint32_t fd = 0, moved = 0;
  uint64_t position = 0;
  char text[8];
  fdstat stat;
  filestat file;
  OK(path_open(dir, 0, P("file"), CREAT, asked, 0, 0, &fd));
  for (int turn = 0; turn < 2; ++turn) {
    OK(fd_fdstat_get(fd, &stat));
    CHECK(stat.type == REGULAR_FILE && stat.flags == 0 && stat.base == asked &&
          stat.inheriting == 0);
    OK(put(fd, "1234", &moved));
    OK(fd_seek(fd, -4, CUR, &position));
    OK(get(fd, text, 8, &moved));
    CHECK(moved == 4 && memcmp(text, "1234", 4) == 0);
    OK(fd_filestat_set_size(fd, 2));
    OK(fd_filestat_get(fd, &file));
    CHECK(file.size == 2);
    OK(fd_seek(fd, 0, SET, &position));
    set_to_what_they_are(fd);
  }
  EXPECT(fd_sync(fd), NOTCAPABLE); // was not asked for, and implies itself no longer
  OK(fd_fdstat_set_rights(fd, stat.base & ~READ_WRITE, 0));
  EXPECT(get(fd, text, 8, &moved), BADF);
  EXPECT(put(fd, "x", &moved), BADF);
  EXPECT(fd_fdstat_set_rights(fd, asked, 0), NOTCAPABLE);
  OK(fd_close(fd));
}

// A link is opened with the very rights of the file, from here and from a directory beneath.
static void links(uint32_t dir) {
  const rights asked = RIGHT_FD_READ | RIGHT_FD_FILESTAT_GET | RIGHT_PATH_OPEN | 3ull << 11;
  uint32_t file = 0, sub = 0, link = 0;
  fdstat a, b;
  filestat c, d;
  OK(path_open(dir, 0, P("file"), CREAT, asked, asked, 0, &file));
  OK(mkdir_of(dir, "sub"));
  OK(path_open(dir, 0, P("sub"), DIRECTORY_ONLY, asked | RIGHT_PATH_UNLINK_FILE, asked, 0, &sub));
  OK(link_of(dir, "file", sub, "link"));
  OK(path_open(sub, 0, P("link"), 0, asked, asked, 0, &link));
  OK(fd_fdstat_get(file, &a));
  OK(fd_fdstat_get(link, &b));
  CHECK(a.type == b.type && a.flags == b.flags && a.base == b.base && a.inheriting == b.inheriting);
  OK(fd_filestat_get(file, &c));
  OK(fd_filestat_get(link, &d));
  CHECK(c.dev == d.dev && c.ino == d.ino && c.nlink == 2 && d.nlink == 2 && c.ctim == d.ctim);
  OK(unlink_of(sub, "link"));
  OK(fd_close(sub));
  OK(rmdir_of(dir, "sub"));
}

static void names(uint32_t dir) {
  filestat stat;
  char text[8], entries[256];
  uint32_t size = 0;
  OK(rename_of(dir, "file", dir, "other"));
  OK(symlink_of("other", dir, "link"));
  OK(path_readlink(dir, P("link"), text, 8, &size));
  CHECK(size == 5);
  OK(stat_of(dir, "link", FOLLOW, &stat));
  CHECK(stat.type == REGULAR_FILE && stat.size == 2);
  OK(path_filestat_set_times(dir, 0, P("link"), 0, stat.mtim - 100, MTIM));
  OK(path_filestat_set_times(dir, FOLLOW, P("link"), 0, stat.mtim - 200, MTIM));
  OK(fd_readdir(dir, entries, sizeof entries, 0, &size));
  CHECK(size == 4 * sizeof(dirent) + 1 + 2 + 5 + 4);
  OK(unlink_of(dir, "link"));
  OK(rename_of(dir, "other", dir, "file"));
}

static void truncation(uint32_t dir) {
  fdstat stat;
  OK(fd_fdstat_get(dir, &stat));
  // To cut a file off at its name takes the right for names only.
  OK(fd_fdstat_set_rights(dir, stat.base, stat.inheriting & ~RIGHT_FD_FILESTAT_SET_SIZE));
  OK(try_open(dir, "file", TRUNC, 0, 0));
  OK(fd_fdstat_set_rights(dir, stat.base & ~RIGHT_PATH_FILESTAT_SET_SIZE,
                          stat.inheriting & ~RIGHT_FD_FILESTAT_SET_SIZE));
  EXPECT(try_open(dir, "file", TRUNC, 0, 0), NOTCAPABLE);
  OK(unlink_of(dir, "file"));
}

int main(void) {
  fdstat stat;
  uint32_t base = 0, dir = 0;
  OK(fd_fdstat_get(ROOT, &stat));
  OK(path_open(ROOT, 0, P("."), DIRECTORY_ONLY, stat.base, stat.inheriting, 0, &base));
  OK(mkdir_of(base, "scratch"));
  OK(path_open(base, 0, P("scratch"), DIRECTORY_ONLY, kBase, kInheriting, 0, &dir));
  for (int turn = 0; turn < 2; ++turn) {
    OK(fd_fdstat_get(dir, &stat));
    CHECK(stat.type == DIRECTORY && stat.flags == 0 && stat.base == kBase &&
          stat.inheriting == kInheriting);
    files(dir);
    links(dir);
    names(dir);
    set_to_what_they_are(dir);
  }
  truncation(dir);
  OK(fd_close(dir));
  OK(rmdir_of(base, "scratch"));
  // The directory that everything came from may go before what was opened through it.
  OK(fd_close(ROOT));
  OK(fd_fdstat_get(base, &stat));
  EXPECT(fd_fdstat_get(ROOT, &stat), BADF);
  return 0;
}
