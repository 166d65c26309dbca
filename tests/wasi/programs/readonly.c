// A grant that is read-only: every way to change something is refused, every way to look is not.
// options: --dir $RO::/::ro
#include "preview1.h"

int main(void) {
  char text[64];
  uint32_t fd = 0, moved = 0;
  filestat stat;
  // Looking.
  OK(get(open_read(ROOT, "file"), text, 16, &moved));
  CHECK(moved == 6 && memcmp(text, "locked", 6) == 0);
  OK(stat_of(ROOT, "link", FOLLOW, &stat));
  CHECK(stat.size == 6);
  OK(path_readlink(ROOT, P("link"), text, 16, &moved));
  OK(fd_readdir(ROOT, text, 64, 0, &moved));
  OK(try_open(ROOT, "dir/inner", 0, RIGHT_FD_READ, 0));
  // Opening so that it could be changed, by each right and flag that would.
  static const rights changing[] = {RIGHT_FD_WRITE, RIGHT_FD_FILESTAT_SET_SIZE, 1ull << 8,
                                    READ_WRITE};
  for (int i = 0; i < 4; ++i) {
    EXPECT(try_open(ROOT, "file", 0, changing[i], 0), ROFS);
    EXPECT(try_open(ROOT, "link", 0, changing[i], FOLLOW), ROFS);
  }
  EXPECT(try_open(ROOT, "file", TRUNC, 0, 0), ROFS);
  EXPECT(try_open(ROOT, "file", TRUNC, RIGHT_FD_READ, 0), ROFS);
  EXPECT(try_open(ROOT, "link", TRUNC, RIGHT_FD_READ, FOLLOW), ROFS);
  EXPECT(try_open(ROOT, "new", CREAT, 0, 0), ROFS);
  EXPECT(try_open(ROOT, "new", CREAT | EXCL, RIGHT_FD_READ, 0), ROFS);
  EXPECT(try_open(ROOT, "file", CREAT, RIGHT_FD_READ, 0), ROFS);
  // Changing through what is open for reading.
  fd = open_read(ROOT, "file");
  EXPECT(put(fd, "x", &moved), BADF);
  EXPECT(fd_pwrite(fd, 0, 0, 0, &moved), BADF);
  EXPECT(fd_filestat_set_size(fd, 0), NOTCAPABLE);
  EXPECT(fd_allocate(fd, 0, 100), NOTCAPABLE);
  EXPECT(fd_filestat_set_times(fd, 1, 1, MTIM), ROFS);
  EXPECT(fd_filestat_set_times(ROOT, 1, 1, MTIM), ROFS);
  OK(fd_fdstat_set_flags(fd, APPEND));
  EXPECT(put(fd, "x", &moved), BADF);
  // Changing names.
  EXPECT(unlink_of(ROOT, "file"), ROFS);
  EXPECT(rmdir_of(ROOT, "dir"), ROFS);
  EXPECT(mkdir_of(ROOT, "new"), ROFS);
  EXPECT(symlink_of("x", ROOT, "new"), ROFS);
  EXPECT(rename_of(ROOT, "file", ROOT, "new"), ROFS);
  EXPECT(link_of(ROOT, "file", ROOT, "new"), ROFS);
  EXPECT(path_filestat_set_times(ROOT, 0, P("file"), 1, 1, MTIM), ROFS);
  EXPECT(path_filestat_set_times(ROOT, FOLLOW, P("link"), 1, 1, MTIM), ROFS);
  // The same through a directory that was opened beneath it, with all rights asked for.
  fdstat rights_of_root;
  OK(fd_fdstat_get(ROOT, &rights_of_root));
  OK(path_open(ROOT, 0, P("dir"), DIRECTORY_ONLY,
               ~0ull & ~READ_WRITE & ~RIGHT_FD_FILESTAT_SET_SIZE & ~(1ull << 8), ~0ull, 0, &fd));
  EXPECT(try_open(fd, "inner", 0, RIGHT_FD_WRITE, 0), ROFS);
  EXPECT(try_open(fd, "inner", TRUNC, 0, 0), ROFS);
  EXPECT(unlink_of(fd, "inner"), ROFS);
  EXPECT(mkdir_of(fd, "new"), ROFS);
  EXPECT(fd_filestat_set_times(fd, 1, 1, MTIM), ROFS);
  OK(path_open(fd, 0, P("."), DIRECTORY_ONLY, 0, 0, 0, &fd));
  EXPECT(unlink_of(fd, "inner"), ROFS);
  EXPECT(try_open(fd, "inner", CREAT, 0, 0), ROFS);
  return 0;
}
