// fd_sync and fd_datasync: of files, not of directories.
#include "preview1.h"

int main(void) {
  make_file(ROOT, "file", "text");
  const uint32_t fd = open_read(ROOT, "file");
  OK(fd_sync(fd));
  OK(fd_datasync(fd));
  EXPECT(fd_sync(ROOT), BADF);
  EXPECT(fd_datasync(ROOT), BADF);
  EXPECT(fd_sync(50), BADF);
  EXPECT(fd_datasync(50), BADF);
  return 0;
}
