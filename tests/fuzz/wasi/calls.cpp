// A fuzz target: the input is a sequence of WASI calls, made as compiled code would make them, with
// random descriptors, pointers, paths and flags. Whatever is called, nothing outside the grants may
// change, none of its contents may come into the guest's memory, and no descriptor may leak.
#include <dirent.h>
#include <fcntl.h>
#include <signal.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/resource.h>
#include <sys/socket.h>
#include <sys/time.h>
#include <unistd.h>

#include <memory>
#include <string_view>

#include "runtime-support/wasi/wasi.h"
#include "tests/fuzz/wasi/scratch.h"
#include "wasmc/abi/container.h"

namespace wasmc::fuzz {

namespace {

constexpr uint32_t kMemorySize = 2 * WASMC_PAGE_SIZE;
constexpr size_t kGuard = 65536;
constexpr int kMaxCalls = 64;

// Where things lie in the guest's memory.
constexpr uint32_t kPaths = 1024;          // what the paths below say, one behind the other
constexpr uint32_t kIovecs = 16384;        // lists of buffers
constexpr uint32_t kSubscriptions = 32768; // for poll_oneoff
constexpr uint32_t kBuffers = WASMC_PAGE_SIZE;

// The input, byte by byte; zeros when it has ended.
class Bytes {
public:
  Bytes(const uint8_t *data, size_t size) : data_(data), size_(size) {}
  bool ended() const { return at_ >= size_; }
  uint8_t byte() { return ended() ? 0 : data_[at_++]; }
  uint32_t word() {
    uint32_t value = 0;
    for (int i = 0; i < 4; ++i)
      value = value << 8 | byte();
    return value;
  }
  uint64_t wide() { return uint64_t{word()} << 32 | word(); }

private:
  const uint8_t *data_;
  size_t size_;
  size_t at_ = 0;
};

constexpr std::string_view kNames[] = {"file",     "dir",   "a",      "sub",    "link", "out",
                                       "absolute", "loop",  "..",     ".",      "new",  "secret",
                                       "in",       "other", "locked", "outside"};

// How the arguments of each function are made up: d descriptor, p path (two arguments), i list of
// buffers (two), b buffer (two), r address of a result, f small number, w any number, l 64 bits,
// s subscriptions.
struct Function {
  std::string_view name;
  std::string_view arguments;
};
constexpr Function kFunctions[] = {
    {"args_get", "rr"},
    {"args_sizes_get", "rr"},
    {"clock_res_get", "fr"},
    {"clock_time_get", "flr"},
    {"environ_get", "rr"},
    {"environ_sizes_get", "rr"},
    {"fd_advise", "dllf"},
    {"fd_allocate", "dll"},
    {"fd_close", "d"},
    {"fd_datasync", "d"},
    {"fd_fdstat_get", "dr"},
    {"fd_fdstat_set_flags", "df"},
    {"fd_fdstat_set_rights", "dll"},
    {"fd_filestat_get", "dr"},
    {"fd_filestat_set_size", "dl"},
    {"fd_filestat_set_times", "dllf"},
    {"fd_pread", "dilr"},
    {"fd_prestat_dir_name", "db"},
    {"fd_prestat_get", "dr"},
    {"fd_pwrite", "dilr"},
    {"fd_read", "dir"},
    {"fd_readdir", "dblr"},
    {"fd_renumber", "dd"},
    {"fd_seek", "dlfr"},
    {"fd_sync", "d"},
    {"fd_tell", "dr"},
    {"fd_write", "dir"},
    {"path_create_directory", "dp"},
    {"path_filestat_get", "dfpr"},
    {"path_filestat_set_times", "dfpllf"},
    {"path_link", "dfpdp"},
    {"path_open", "dfpfllfr"},
    {"path_open", "dfpfllfr"}, // twice as often: the rest needs what it opens
    {"path_readlink", "dpbr"},
    {"path_remove_directory", "dp"},
    {"path_rename", "dpdp"},
    {"path_symlink", "pdp"},
    {"path_unlink_file", "dp"},
    {"poll_oneoff", "s"},
    {"proc_exit", "w"},
    {"proc_raise", "w"},
    {"random_get", "b"},
    {"sched_yield", ""},
    {"sock_accept", "dfr"},
    {"sock_recv", "difrr"},
    {"sock_send", "difr"},
    {"sock_shutdown", "df"},
};

// An instance's context and memory as compiled code would have them.
class Guest {
public:
  Guest() {
    mapping_ = static_cast<uint8_t *>(mmap(nullptr, kGuard + kMemorySize + kGuard, PROT_NONE,
                                           MAP_PRIVATE | MAP_ANONYMOUS, -1, 0));
    memory_ = {mapping_ + kGuard, kMemorySize};
    if (mapping_ == MAP_FAILED || mprotect(memory_.base, kMemorySize, PROT_READ | PROT_WRITE) != 0)
      abort();
    image_.memories.count = 1;
    image_.layout.memories = offsetof(Context, memory);
    context_.memory = memory_;
    context_.fixed.image = &image_;
    context_.fixed.memory0_base = memory_.base;
    store_->caller = &context_.fixed;
  }
  Guest(const Guest &) = delete;
  Guest &operator=(const Guest &) = delete;
  ~Guest() { munmap(mapping_, kGuard + kMemorySize + kGuard); }

  uint8_t *memory() { return memory_.base; }
  wasmc_store *store() { return store_.get(); }
  template <class T> void write(uint32_t address, const T &value) {
    memcpy(memory_.base + address, &value, sizeof(value));
  }

private:
  struct Context {
    wasmc_vm_context fixed{};
    wasmc_memory memory{};
  };
  uint8_t *mapping_;
  wasmc_memory memory_{};
  wasmc_image_header image_{};
  Context context_;
  std::unique_ptr<wasmc_store> store_ = std::make_unique<wasmc_store>();
};

// Makes up the calls of one input.
class Caller {
public:
  Caller(Bytes bytes, wasi::WasiContext &wasi, Guest &guest)
      : bytes_(bytes), wasi_(wasi), guest_(guest) {}

  void run() {
    for (int i = 0; i < kMaxCalls && !bytes_.ended(); ++i)
      call();
  }

private:
  void call() {
    const Function &function = kFunctions[bytes_.byte() % std::size(kFunctions)];
    const bool unstable = bytes_.byte() % 8 == 0;
    const HostFunction *const found =
        wasi::lookup(unstable ? "wasi_unstable" : "wasi_snapshot_preview1", function.name);
    if (found == nullptr) // sock_accept in wasi_unstable
      return;
    memset(slots_, 0xee, sizeof(slots_));
    count_ = 0;
    pathAt_ = kPaths;
    for (const char kind : function.arguments)
      argument(kind, unstable);
    if (found->signature.find(':') != count_)
      abort(); // the table above is wrong
    found->function(&wasi_, guest_.store(), slots_);
  }

  void push(uint32_t value) { slots_[count_++].u32 = value; }
  void pushWide(uint64_t value) { slots_[count_++].u64 = value; }

  void argument(char kind, bool unstable) {
    switch (kind) {
    case 'd':
      return push(descriptor());
    case 'p':
      return path();
    case 'i':
      return iovecs();
    case 'b':
      push(address());
      return push(size());
    case 'r':
      return push(address());
    case 'f':
      return push(bytes_.byte() % 16 == 0 ? bytes_.word() : bytes_.byte() % 32);
    case 'w':
      return push(bytes_.word());
    case 'l':
      return pushWide(number());
    default:
      return subscriptions(unstable);
    }
  }

  uint32_t descriptor() {
    const uint8_t choice = bytes_.byte();
    return choice == 255 ? bytes_.word() : choice % 14;
  }
  // Mostly in the second page, where nothing is that later calls rely on.
  uint32_t address() {
    const uint8_t choice = bytes_.byte();
    if (choice < 200)
      return kBuffers + choice * 64u + choice % 3;
    if (choice < 230)
      return kMemorySize - choice % 32; // about the end
    return bytes_.word();
  }
  uint32_t size() {
    const uint8_t choice = bytes_.byte();
    if (choice < 200)
      return choice;
    return choice < 230 ? choice * 100u : bytes_.word();
  }
  uint64_t number() {
    const uint8_t choice = bytes_.byte();
    if (choice < 128)
      return choice;
    if (choice < 200)
      return ~uint64_t{0}; // all rights
    if (choice < 230)
      return uint64_t{1} << (choice % 64);
    return bytes_.wide();
  }

  void path() {
    char text[512];
    size_t length = 0;
    const uint8_t shape = bytes_.byte();
    if (shape % 16 == 0)
      text[length++] = '/';
    for (int parts = 1 + shape / 16 % 6; parts > 0; --parts) {
      const std::string_view name = kNames[bytes_.byte() % std::size(kNames)];
      memcpy(text + length, name.data(), name.size());
      length += name.size();
      if (parts > 1 || shape % 7 == 0)
        text[length++] = '/';
    }
    if (shape % 31 == 1)
      text[length++] = static_cast<char>(bytes_.byte());
    memcpy(guest_.memory() + pathAt_, text, length);
    const bool wild = shape % 61 == 2;
    push(wild ? address() : pathAt_);
    push(wild ? size() : static_cast<uint32_t>(length));
    pathAt_ += 512;
  }

  void iovecs() {
    const uint8_t choice = bytes_.byte();
    if (choice > 240) {
      push(address());
      return push(size());
    }
    const uint32_t count = choice % 20;
    for (uint32_t i = 0; i < count; ++i) {
      guest_.write(kIovecs + 8 * i, address());
      guest_.write(kIovecs + 8 * i + 4, size());
    }
    push(kIovecs);
    push(count);
  }

  // Written anew before each call, since calls may have written there, and with one that is due at
  // once: nothing may wait.
  void subscriptions(bool unstable) {
    constexpr uint32_t kMost = 20;
    const uint32_t size = unstable ? 56 : 48;
    const uint32_t count = 1 + bytes_.byte() % kMost;
    memset(guest_.memory() + kSubscriptions, 0, size);
    for (uint32_t i = 1; i < count; ++i) {
      uint8_t raw[56] = {};
      raw[8] = bytes_.byte() % 4;
      raw[16] = bytes_.byte() % 16; // the descriptor, or the clock's number
      raw[24] = bytes_.byte();
      raw[32] = bytes_.byte();
      memcpy(guest_.memory() + kSubscriptions + i * size, raw, size);
    }
    const uint8_t where = bytes_.byte();
    push(where == 1 ? kMemorySize - 8 : kSubscriptions);
    push(where % 4 == 0 ? kSubscriptions : address()); // events over subscriptions too
    push(where == 2 ? bytes_.word() | 0x10000000 : count);
    push(address());
  }

  Bytes bytes_;
  wasi::WasiContext &wasi_;
  Guest &guest_;
  wasmc_slot slots_[16];
  unsigned count_ = 0;
  uint32_t pathAt_ = kPaths;
};

int openDescriptors() {
  int count = 0;
  DIR *const directory = opendir("/proc/self/fd");
  if (directory == nullptr)
    abort();
  while (readdir(directory) != nullptr)
    ++count;
  closedir(directory);
  return count;
}

[[noreturn]] void fail(const char *text) {
  fprintf(stderr, "%s\n", text);
  abort();
}

// What no input may change, made once.
struct World {
  World() {
    // A guest may ask for a file of exabytes.
    const rlimit limit = {1 << 20, 1 << 20};
    setrlimit(RLIMIT_FSIZE, &limit);
    signal(SIGXFSZ, SIG_IGN);
    signal(SIGPIPE, SIG_IGN);
    nowhere = open("/dev/null", O_RDWR | O_CLOEXEC);
    if (nowhere < 0 || socketpair(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0, sockets) != 0)
      fail("no /dev/null or no sockets");
    // A guest may make its end blocking.
    const timeval soon = {0, 1000};
    for (const int end : sockets) {
      setsockopt(end, SOL_SOCKET, SO_RCVTIMEO, &soon, sizeof(soon));
      setsockopt(end, SOL_SOCKET, SO_SNDTIMEO, &soon, sizeof(soon));
    }
  }
  Scratch scratch;
  Guest guest;
  int nowhere;
  int sockets[2];
};

void runInput(World &world, const uint8_t *data, size_t size) {
  Bytes bytes(data, size);
  const wasi::Preopen preopens[] = {{world.scratch.in(), "/in", false},
                                    {world.scratch.other(), "/other", false},
                                    {world.scratch.locked(), "/locked", true}};
  const char *const arguments[] = {"program", "argument"};
  const char *const environment[] = {"NAME=value"};
  const int32_t descriptors[] = {world.sockets[0]};
  wasi::WasiOptions options;
  options.arguments = arguments;
  options.environment = environment;
  options.preopens = preopens;
  options.descriptors = descriptors;
  options.resolver = bytes.byte() % 2 == 0 ? wasi::ResolverKind::openat2 : wasi::ResolverKind::walk;
  const auto wasi = std::make_unique<wasi::WasiContext>();
  if (!wasi->initialize(options))
    fail("the grants cannot be opened");
  for (uint32_t stream = 0; stream < 3; ++stream)
    (*wasi->descriptors().find(stream))->host = world.nowhere;
  Caller(bytes, *wasi, world.guest).run();
}

} // namespace

} // namespace wasmc::fuzz

extern "C" int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size) {
  using namespace wasmc::fuzz;
  static World &world = *new World;
  world.scratch.reset();
  memset(world.guest.memory(), 0, kMemorySize);
  const int before = openDescriptors();
  runInput(world, data, size);
  if (openDescriptors() != before)
    fail("descriptors were left open");
  if (memmem(world.guest.memory(), kMemorySize, kSecret.data(), kSecret.size()) != nullptr)
    fail("the guest has read what lies outside its grants");
  world.scratch.requireUntouched();
  return 0;
}
