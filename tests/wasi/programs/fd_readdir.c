// fd_readdir: `.` and `..`, kinds and inodes, cookies, buffers of every size.
#include "preview1.h"

static char buffer[4096];

static uint32_t read_at(uint32_t fd, uint32_t size, uint64_t cookie) {
  uint32_t used = 0;
  OK(fd_readdir(fd, buffer, size, cookie, &used));
  CHECK(used <= size);
  return used;
}

// How many entries a buffer of `size` bytes brings to light in all.
static uint32_t count(uint32_t fd, uint32_t size) {
  uint32_t total = 0;
  for (uint64_t cookie = 0;;) {
    const uint32_t used = read_at(fd, size, cookie);
    for (uint32_t at = 0; used - at >= sizeof(dirent);) {
      dirent entry;
      memcpy(&entry, buffer + at, sizeof entry);
      if (used - at - sizeof entry < entry.namlen)
        break;
      cookie = entry.next;
      at += (uint32_t)sizeof entry + entry.namlen;
      ++total;
    }
    if (used < size)
      return total;
  }
}

int main(void) {
  OK(mkdir_of(ROOT, "empty"));
  const uint32_t dir = open_dir(ROOT, "empty");
  CHECK(count(dir, 256) == 2);
  filestat here, there;
  OK(fd_filestat_get(dir, &here));
  make_file(dir, "a file", "");
  OK(stat_of(dir, "a file", 0, &there));
  OK(symlink_of("a file", dir, "link"));
  uint32_t seen = 0;
  const uint32_t used = read_at(dir, sizeof buffer, 0);
  for (uint32_t at = 0; at < used;) {
    dirent entry;
    memcpy(&entry, buffer + at, sizeof entry);
    const char *name = buffer + at + sizeof entry;
    if (entry.namlen == 1 && name[0] == '.' && entry.type == DIRECTORY && entry.ino == here.ino)
      seen |= 1;
    if (entry.namlen == 2 && memcmp(name, "..", 2) == 0 && entry.type == DIRECTORY &&
        entry.ino == here.ino)
      seen |= 2;
    if (entry.namlen == 6 && memcmp(name, "a file", 6) == 0 && entry.type == REGULAR_FILE &&
        entry.ino == there.ino)
      seen |= 4;
    if (entry.namlen == 4 && memcmp(name, "link", 4) == 0 && entry.type == SYMBOLIC_LINK)
      seen |= 8;
    at += (uint32_t)sizeof entry + entry.namlen;
    // What is read from here on is what follows.
    static char rest[4096];
    memcpy(rest, buffer, sizeof rest);
    const uint32_t left = read_at(dir, sizeof buffer, entry.next);
    CHECK(left == used - at && memcmp(buffer, rest + at, left) == 0);
    memcpy(buffer, rest, sizeof rest);
  }
  CHECK(seen == 15);
  char name[] = "file-000";
  for (int i = 0; i < 300; ++i) {
    name[5] = (char)('0' + i / 100);
    name[6] = (char)('0' + i / 10 % 10);
    name[7] = (char)('0' + i % 10);
    make_file(dir, name, "");
  }
  CHECK(count(dir, 64) == 304 && count(dir, 256) == 304 && count(dir, 4096) == 304);
  // A name that is cut off is not the end.
  for (uint32_t size = 0; size < 60; ++size)
    CHECK(read_at(dir, size, 0) == size);
  uint32_t result = 0;
  EXPECT(fd_readdir(dir, buffer, 100, 1ull << 63, &result), INVAL);
  EXPECT(fd_readdir(99, buffer, 100, 0, &result), BADF);
  EXPECT(fd_readdir(open_read(dir, "a file"), buffer, 100, 0, &result), NOTDIR);
  EXPECT(fd_readdir(dir, (void *)0xfffffff0u, 100, 0, &result), FAULT);
  EXPECT(fd_readdir(dir, buffer, 100, 0, (void *)0xfffffffdu), FAULT);
  return 0;
}
