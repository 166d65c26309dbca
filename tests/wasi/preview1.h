// WASI preview1 as a guest sees it, without a C library in between, and what the programs here have
// in common: EXPECT(call, errno) ends the program with a message when the call answers otherwise.
#ifndef WASMC_TESTS_WASI_PREVIEW1_H
#define WASMC_TESTS_WASI_PREVIEW1_H

#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#define IMPORT_OF(module, name) __attribute__((import_module(module), import_name(#name)))
#define IMPORT(name) IMPORT_OF("wasi_snapshot_preview1", name) int name

enum {
  SUCCESS = 0,
  ACCES = 2,
  AGAIN = 6,
  BADF = 8,
  EXIST = 20,
  FAULT = 21,
  ILSEQ = 25,
  INVAL = 28,
  ISDIR = 31,
  LOOP = 32,
  MFILE = 33,
  NAMETOOLONG = 37,
  NOENT = 44,
  NOTDIR = 54,
  NOTEMPTY = 55,
  NOTSOCK = 57,
  NOTSUP = 58,
  OVERFLOW = 61,
  PERM = 63,
  PIPE = 64,
  ROFS = 69,
  SPIPE = 70,
  NOTCAPABLE = 76,
  BUSY = 10
};
enum {
  UNKNOWN,
  BLOCK_DEVICE,
  CHARACTER_DEVICE,
  DIRECTORY,
  REGULAR_FILE,
  SOCKET_DGRAM,
  SOCKET_STREAM,
  SYMBOLIC_LINK
};
enum { CREAT = 1, DIRECTORY_ONLY = 2, EXCL = 4, TRUNC = 8 };
enum { APPEND = 1, DSYNC = 2, NONBLOCK = 4, RSYNC = 8, SYNC = 16 };
enum { FOLLOW = 1 };
enum { SET = 0, CUR = 1, END = 2 };
enum { ATIM = 1, ATIM_NOW = 2, MTIM = 4, MTIM_NOW = 8 };
enum { CLOCK = 0, FD_READ = 1, FD_WRITE = 2 };

typedef uint64_t rights;
#define RIGHT_FD_DATASYNC (1ull << 0)
#define RIGHT_FD_READ (1ull << 1)
#define RIGHT_FD_SEEK (1ull << 2)
#define RIGHT_FD_TELL (1ull << 5)
#define RIGHT_FD_WRITE (1ull << 6)
#define RIGHT_PATH_CREATE_DIRECTORY (1ull << 9)
#define RIGHT_PATH_CREATE_FILE (1ull << 10)
#define RIGHT_PATH_OPEN (1ull << 13)
#define RIGHT_FD_READDIR (1ull << 14)
#define RIGHT_PATH_FILESTAT_SET_SIZE (1ull << 19)
#define RIGHT_FD_FILESTAT_GET (1ull << 21)
#define RIGHT_FD_FILESTAT_SET_SIZE (1ull << 22)
#define RIGHT_PATH_UNLINK_FILE (1ull << 26)
#define READ_WRITE (RIGHT_FD_READ | RIGHT_FD_WRITE)

typedef struct {
  void *at;
  uint32_t size;
} iovec;
typedef struct {
  uint64_t next, ino;
  uint32_t namlen;
  uint8_t type;
} dirent;
typedef struct {
  uint8_t type;
  uint16_t flags;
  rights base, inheriting;
} fdstat;
typedef struct {
  uint64_t dev, ino;
  uint8_t type;
  uint64_t nlink, size, atim, mtim, ctim;
} filestat;
typedef struct {
  uint8_t tag;
  uint32_t length;
} prestat;
typedef struct {
  uint64_t userdata;
  uint8_t tag;
  union {
    struct {
      uint32_t id;
      uint64_t timeout, precision;
      uint16_t flags;
    } clock;
    uint32_t fd;
  };
} subscription;
typedef struct {
  uint64_t userdata;
  uint16_t error;
  uint8_t type;
  uint64_t nbytes;
  uint16_t flags;
} event;
_Static_assert(sizeof(dirent) == 24 && sizeof(fdstat) == 24 && sizeof(filestat) == 64, "layout");
_Static_assert(sizeof(subscription) == 48 && sizeof(event) == 32, "layout");

IMPORT(args_get)(void *, void *);
IMPORT(args_sizes_get)(void *, void *);
IMPORT(environ_get)(void *, void *);
IMPORT(environ_sizes_get)(void *, void *);
IMPORT(clock_res_get)(uint32_t, void *);
IMPORT(clock_time_get)(uint32_t, uint64_t, void *);
IMPORT(fd_advise)(uint32_t, uint64_t, uint64_t, uint32_t);
IMPORT(fd_allocate)(uint32_t, uint64_t, uint64_t);
IMPORT(fd_close)(uint32_t);
IMPORT(fd_datasync)(uint32_t);
IMPORT(fd_fdstat_get)(uint32_t, void *);
IMPORT(fd_fdstat_set_flags)(uint32_t, uint32_t);
IMPORT(fd_fdstat_set_rights)(uint32_t, rights, rights);
IMPORT(fd_filestat_get)(uint32_t, void *);
IMPORT(fd_filestat_set_size)(uint32_t, uint64_t);
IMPORT(fd_filestat_set_times)(uint32_t, uint64_t, uint64_t, uint32_t);
IMPORT(fd_pread)(uint32_t, const void *, uint32_t, uint64_t, void *);
IMPORT(fd_prestat_dir_name)(uint32_t, void *, uint32_t);
IMPORT(fd_prestat_get)(uint32_t, void *);
IMPORT(fd_pwrite)(uint32_t, const void *, uint32_t, uint64_t, void *);
IMPORT(fd_read)(uint32_t, const void *, uint32_t, void *);
IMPORT(fd_readdir)(uint32_t, void *, uint32_t, uint64_t, void *);
IMPORT(fd_renumber)(uint32_t, uint32_t);
IMPORT(fd_seek)(uint32_t, int64_t, uint32_t, void *);
IMPORT(fd_sync)(uint32_t);
IMPORT(fd_tell)(uint32_t, void *);
IMPORT(fd_write)(uint32_t, const void *, uint32_t, void *);
IMPORT(path_create_directory)(uint32_t, const void *, uint32_t);
IMPORT(path_filestat_get)(uint32_t, uint32_t, const void *, uint32_t, void *);
IMPORT(path_filestat_set_times)(uint32_t, uint32_t, const void *, uint32_t, uint64_t, uint64_t,
                                uint32_t);
IMPORT(path_link)(uint32_t, uint32_t, const void *, uint32_t, uint32_t, const void *, uint32_t);
IMPORT(path_open)(uint32_t, uint32_t, const void *, uint32_t, uint32_t, rights, rights, uint32_t,
                  void *);
IMPORT(path_readlink)(uint32_t, const void *, uint32_t, void *, uint32_t, void *);
IMPORT(path_remove_directory)(uint32_t, const void *, uint32_t);
IMPORT(path_rename)(uint32_t, const void *, uint32_t, uint32_t, const void *, uint32_t);
IMPORT(path_symlink)(const void *, uint32_t, uint32_t, const void *, uint32_t);
IMPORT(path_unlink_file)(uint32_t, const void *, uint32_t);
IMPORT(poll_oneoff)(const void *, void *, uint32_t, void *);
IMPORT_OF("wasi_snapshot_preview1", proc_exit) _Noreturn void proc_exit(uint32_t);
IMPORT(proc_raise)(uint32_t);
IMPORT(random_get)(void *, uint32_t);
IMPORT(sched_yield)(void);
IMPORT(sock_accept)(uint32_t, uint32_t, void *);
IMPORT(sock_recv)(uint32_t, const void *, uint32_t, uint32_t, void *, void *);
IMPORT(sock_send)(uint32_t, const void *, uint32_t, uint32_t, void *);
IMPORT(sock_shutdown)(uint32_t, uint32_t);

// The grant that nearly every program has.
#define ROOT 3u
// An address at which nothing of a few bytes fits.
#define BAD ((void *)0xfffffffcu)
// A path as two arguments.
#define P(path) (path), (uint32_t)strlen(path)

static inline void say(const char *text) {
  iovec list = {(void *)text, (uint32_t)strlen(text)};
  uint32_t written;
  fd_write(2, &list, 1, &written);
}
static inline void say_number(int number) {
  char digits[12];
  int at = 11;
  digits[at] = 0;
  do
    digits[--at] = (char)('0' + number % 10);
  while ((number /= 10) != 0);
  say(digits + at);
}
static inline void fail(int line, const char *text, int got, int wanted) {
  say("line ");
  say_number(line);
  say(": ");
  say(text);
  say(": got ");
  say_number(got);
  say(", wanted ");
  say_number(wanted);
  say("\n");
  proc_exit(99);
}
#define EXPECT(call, wanted)                                                                       \
  do {                                                                                             \
    const int got_ = (int)(call);                                                                  \
    if (got_ != (int)(wanted))                                                                     \
      fail(__LINE__, #call, got_, (int)(wanted));                                                  \
  } while (0)
#define CHECK(condition) EXPECT(!!(condition), 1)
#define OK(call) EXPECT(call, SUCCESS)

// What path_open answers; the descriptor goes to *fd.
static inline int open_as(uint32_t dir, const char *path, uint32_t oflags, rights base,
                          uint32_t lookup, uint32_t fdflags, uint32_t *fd) {
  return path_open(dir, lookup, P(path), oflags, base, ~0ull, fdflags, fd);
}
// Opens for reading, or creates for both, what must be openable.
static inline uint32_t open_read(uint32_t dir, const char *path) {
  uint32_t fd = 0;
  const int error = open_as(dir, path, 0, RIGHT_FD_READ, 0, 0, &fd);
  if (error != 0)
    fail(0, path, error, 0);
  return fd;
}
static inline uint32_t create(uint32_t dir, const char *path) {
  uint32_t fd = 0;
  const int error = open_as(dir, path, CREAT, READ_WRITE, 0, 0, &fd);
  if (error != 0)
    fail(0, path, error, 0);
  return fd;
}
static inline uint32_t open_dir(uint32_t dir, const char *path) {
  uint32_t fd = 0;
  const int error = path_open(dir, 0, P(path), DIRECTORY_ONLY, 0, 0, 0, &fd);
  if (error != 0)
    fail(0, path, error, 0);
  return fd;
}
// What an attempt to open answers, without keeping the descriptor.
static inline int try_open(uint32_t dir, const char *path, uint32_t oflags, rights base,
                           uint32_t lookup) {
  uint32_t fd = 0;
  const int error = open_as(dir, path, oflags, base, lookup, 0, &fd);
  if (error == 0)
    fd_close(fd);
  return error;
}
static inline int put(uint32_t fd, const char *text, uint32_t *written) {
  iovec list = {(void *)text, (uint32_t)strlen(text)};
  return fd_write(fd, &list, 1, written);
}
static inline int get(uint32_t fd, void *buffer, uint32_t size, uint32_t *read) {
  iovec list = {buffer, size};
  return fd_read(fd, &list, 1, read);
}
static inline void make_file(uint32_t dir, const char *path, const char *text) {
  const uint32_t fd = create(dir, path);
  uint32_t written = 0;
  OK(put(fd, text, &written));
  CHECK(written == strlen(text));
  OK(fd_close(fd));
}
static inline int stat_of(uint32_t dir, const char *path, uint32_t lookup, filestat *stat) {
  return path_filestat_get(dir, lookup, P(path), stat);
}
static inline int unlink_of(uint32_t dir, const char *path) {
  return path_unlink_file(dir, P(path));
}
static inline int mkdir_of(uint32_t dir, const char *path) {
  return path_create_directory(dir, P(path));
}
static inline int rmdir_of(uint32_t dir, const char *path) {
  return path_remove_directory(dir, P(path));
}
static inline int symlink_of(const char *text, uint32_t dir, const char *path) {
  return path_symlink(P(text), dir, P(path));
}
static inline int rename_of(uint32_t from, const char *old, uint32_t to, const char *new) {
  return path_rename(from, P(old), to, P(new));
}
static inline int link_of(uint32_t from, const char *old, uint32_t to, const char *new) {
  return path_link(from, 0, P(old), to, P(new));
}

#endif
