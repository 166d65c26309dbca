// The WASI functions that a benchmark program calls or, in C++, its library only names, for the C
// that wasm2c (wabt 1.0.32) makes of it. GUEST is the name of the generated header. Only for
// measuring: nothing is confined here.
#include GUEST

#include <stdlib.h>
#include <string.h>
#include <time.h>
#include <unistd.h>

struct Z_wasi_snapshot_preview1_instance_t {
  int argc;
  char **argv;
};
static Z_guest_instance_t guest;

static void *at(u32 address) {
  return Z_guestZ_memory(&guest)->data + address;
}
static u32 load(u32 address) {
  u32 value;
  memcpy(&value, at(address), sizeof value);
  return value;
}
static void store(u32 address, u32 value) {
  memcpy(at(address), &value, sizeof value);
}

u32 Z_wasi_snapshot_preview1Z_args_sizes_get(struct Z_wasi_snapshot_preview1_instance_t *host,
                                             u32 count, u32 size) {
  u32 bytes = 0;
  for (int k = 0; k < host->argc; ++k)
    bytes += (u32)strlen(host->argv[k]) + 1;
  store(count, (u32)host->argc);
  store(size, bytes);
  return 0;
}

u32 Z_wasi_snapshot_preview1Z_args_get(struct Z_wasi_snapshot_preview1_instance_t *host,
                                       u32 pointers, u32 text) {
  for (int k = 0; k < host->argc; ++k) {
    u32 size = (u32)strlen(host->argv[k]) + 1;
    store(pointers + 4 * (u32)k, text);
    memcpy(at(text), host->argv[k], size);
    text += size;
  }
  return 0;
}

u32 Z_wasi_snapshot_preview1Z_clock_time_get(struct Z_wasi_snapshot_preview1_instance_t *host,
                                             u32 id, u64 precision, u32 result) {
  struct timespec t;
  clock_gettime(CLOCK_MONOTONIC, &t);
  u64 nanoseconds = (u64)t.tv_sec * 1000000000u + (u64)t.tv_nsec;
  memcpy(at(result), &nanoseconds, sizeof nanoseconds);
  return 0;
}

u32 Z_wasi_snapshot_preview1Z_fd_write(struct Z_wasi_snapshot_preview1_instance_t *host, u32 fd,
                                       u32 vectors, u32 count, u32 result) {
  u32 total = 0;
  for (u32 k = 0; k < count; ++k) {
    ssize_t wrote = write((int)fd, at(load(vectors + 8 * k)), load(vectors + 8 * k + 4));
    if (wrote < 0)
      return 29; // EIO
    total += (u32)wrote;
  }
  store(result, total);
  return 0;
}

// What the C++ library would need to print a failure's message.
u32 Z_wasi_snapshot_preview1Z_fd_close(struct Z_wasi_snapshot_preview1_instance_t *host, u32 fd) {
  return 8; // EBADF
}
u32 Z_wasi_snapshot_preview1Z_fd_seek(struct Z_wasi_snapshot_preview1_instance_t *host, u32 fd,
                                      u64 offset, u32 whence, u32 result) {
  return 8;
}
u32 Z_wasi_snapshot_preview1Z_fd_fdstat_get(struct Z_wasi_snapshot_preview1_instance_t *host,
                                            u32 fd, u32 result) {
  return 8;
}

void Z_wasi_snapshot_preview1Z_proc_exit(struct Z_wasi_snapshot_preview1_instance_t *host,
                                         u32 status) {
  exit((int)status);
}

int main(int argc, char **argv) {
  struct Z_wasi_snapshot_preview1_instance_t host = {argc, argv};
  wasm_rt_init();
  Z_guest_init_module();
  Z_guest_instantiate(&guest, &host);
  Z_guestZ__start(&guest);
  return 0;
}
