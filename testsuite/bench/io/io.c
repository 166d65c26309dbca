// One kind of I/O over and over; prints a checksum of what was seen and the nanoseconds of
// processor time that an operation took. The same source natively and as Wasm.
//
// usage: io KIND DIRECTORY MILLISECONDS
#include <dirent.h>
#include <fcntl.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <time.h>
#include <unistd.h>

enum { FILE_SIZE = 1 << 20, ENTRIES = 100 };

static char buffer[FILE_SIZE];
static char path[512];
static uint64_t checksum;

// Processor time, the kernel's included: what others do on the machine does not count. A C library
// for WASI has that clock only emulated.
#ifdef __wasm__
__attribute__((import_module("wasi_snapshot_preview1"), import_name("clock_time_get"))) int
clock_time_get(int clock, uint64_t precision, uint64_t *time);
static uint64_t now(void) {
  uint64_t time = 0;
  clock_time_get(2, 1, &time);
  return time;
}
#else
static uint64_t now(void) {
  struct timespec time;
  clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &time);
  return (uint64_t)time.tv_sec * 1000000000u + (uint64_t)time.tv_nsec;
}
#endif

static void require(int condition, const char *what) {
  if (!condition) {
    perror(what);
    exit(1);
  }
}

static int open_file(int flags) {
  const int fd = open(path, flags, 0666);
  require(fd >= 0, path);
  return fd;
}

// Each does `count` operations.
static void transfer(int fd, long count, size_t size, int writes) {
  size_t at = FILE_SIZE;
  for (long i = 0; i < count; ++i) {
    if (at + size > FILE_SIZE) {
      require(lseek(fd, 0, SEEK_SET) == 0, "lseek");
      at = 0;
    }
    const ssize_t moved = writes ? write(fd, buffer, size) : read(fd, buffer, size);
    require(moved == (ssize_t)size, "read or write");
    at += size;
  }
  checksum = (uint64_t)(unsigned char)buffer[size - 1];
}

static void open_close(long count) {
  for (long i = 0; i < count; ++i)
    close(open_file(O_RDONLY));
}

static void stat_path(long count) {
  struct stat status;
  for (long i = 0; i < count; ++i) {
    require(stat(path, &status) == 0, "stat");
    checksum = (uint64_t)status.st_size;
  }
}

// An operation is one entry.
static void read_directory(const char *directory, long count) {
  while (count > 0) {
    DIR *const dir = opendir(directory);
    require(dir != NULL, directory);
    uint64_t names = 0;
    for (struct dirent *entry; (entry = readdir(dir)) != NULL; --count)
      for (const char *at = entry->d_name; *at != '\0'; ++at)
        names += (unsigned char)*at;
    closedir(dir);
    checksum = names;
  }
}

int main(int argc, char **argv) {
  if (argc != 4)
    return 2;
  const char *const kind = argv[1];
  snprintf(path, sizeof path, "%s/file", argv[2]);
  memset(buffer, 'x', sizeof buffer);
  const int create = open_file(O_WRONLY | O_CREAT | O_TRUNC);
  require(write(create, buffer, FILE_SIZE) == FILE_SIZE, "write");
  close(create);
  char directory[512];
  snprintf(directory, sizeof directory, "%s/many", argv[2]);
  mkdir(directory, 0777);
  for (int i = 0; i < ENTRIES; ++i) {
    char name[600];
    snprintf(name, sizeof name, "%s/entry-%d", directory, i);
    close(open(name, O_WRONLY | O_CREAT, 0666));
  }
  const int writes = strncmp(kind, "write", 5) == 0;
  const int transfers = writes || strncmp(kind, "read-", 5) == 0;
  const size_t size = transfers ? (size_t)atol(strchr(kind, '-') + 1) : 0;
  const int fd = transfers ? open_file(writes ? O_WRONLY : O_RDONLY) : -1;

  const uint64_t limit = (uint64_t)atol(argv[3]) * 1000000u;
  const uint64_t start = now();
  uint64_t passed = 0;
  long done = 0;
  for (long batch = 1; passed < limit; batch += batch / 2 + 1) {
    if (transfers)
      transfer(fd, batch, size, writes);
    else if (strcmp(kind, "open") == 0)
      open_close(batch);
    else if (strcmp(kind, "stat") == 0)
      stat_path(batch);
    else if (strcmp(kind, "readdir") == 0)
      read_directory(directory, batch = (batch + ENTRIES + 1) / (ENTRIES + 2) * (ENTRIES + 2));
    else
      return 2;
    done += batch;
    passed = now() - start;
  }
  printf("%llu %.1f\n", (unsigned long long)checksum, (double)passed / (double)done);
  return 0;
}
