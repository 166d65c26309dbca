// A guest without code: an instance context and a memory as compiled code would have them, so that
// tests call the host functions just as a thunk does.
#ifndef WASMC_TESTS_UNIT_WASI_FAKE_GUEST_H
#define WASMC_TESTS_UNIT_WASI_FAKE_GUEST_H

#include <gtest/gtest.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>

#include <filesystem>
#include <fstream>
#include <memory>
#include <ostream>
#include <sstream>
#include <string>
#include <string_view>
#include <vector>

#include "runtime-support/wasi/wasi.h"
#include "wasmc/abi/container.h"
#include "wasmc/abi/traps.h"

namespace wasmc::wasi {

inline std::ostream &operator<<(std::ostream &out, Errno error) {
  return out << "errno " << static_cast<int>(error);
}

} // namespace wasmc::wasi

namespace wasmc::wasi::test {

enum class MemoryKind { defined, imported, none };

// Two pages of memory with an inaccessible page right behind them.
class FakeGuest {
public:
  static constexpr uint32_t kMemorySize = 2 * WASMC_PAGE_SIZE;

  explicit FakeGuest(const WasiOptions &options, MemoryKind kind = MemoryKind::defined) {
    void *mapping =
        mmap(nullptr, kMemorySize + 65536, PROT_NONE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);
    EXPECT_NE(mapping, MAP_FAILED);
    memory_ = {static_cast<uint8_t *>(mapping), kMemorySize};
    EXPECT_EQ(mprotect(memory_.base, kMemorySize, PROT_READ | PROT_WRITE), 0);
    image_.header.memories.count = kind == MemoryKind::none ? 0 : 1;
    image_.header.imports = {offsetof(Image, imports), kind == MemoryKind::imported ? 2u : 1u};
    image_.imports[0].kind = WASMC_EXTERN_function;
    image_.imports[1].kind = WASMC_EXTERN_memory;
    // What lies where nothing belongs to this module leads astray whoever reads it.
    image_.header.layout.memories = offsetof(Context, defined);
    image_.header.layout.imported_memories = offsetof(Context, imported);
    const wasmc_memory wrong = {reinterpret_cast<uint8_t *>(16), UINT64_MAX};
    context_.defined = kind == MemoryKind::defined ? memory_ : wrong;
    context_.imported = kind == MemoryKind::imported ? &memory_ : nullptr;
    context_.fixed.image = &image_.header;
    context_.fixed.memory0_base = memory_.base;
    store_->caller = &context_.fixed;
    const Result<void> ready = wasi_.initialize(options);
    EXPECT_TRUE(ready) << ready.error().text;
  }
  FakeGuest(const FakeGuest &) = delete;
  FakeGuest &operator=(const FakeGuest &) = delete;
  ~FakeGuest() { munmap(memory_.base, kMemorySize + 65536); }

  // Calls a function with its arguments widened as its signature says.
  template <class... Arguments> Errno call(std::string_view name, Arguments... arguments) {
    return callIn("wasi_snapshot_preview1", name, arguments...);
  }
  template <class... Arguments>
  Errno callIn(std::string_view module, std::string_view name, Arguments... arguments) {
    EXPECT_EQ(invoke(module, name, {static_cast<uint64_t>(arguments)...}), WASMC_TRAP_none);
    return static_cast<Errno>(slots_[0].u32);
  }
  // The trap code that a function answers.
  uint32_t invoke(std::string_view module, std::string_view name, std::vector<uint64_t> arguments) {
    const HostFunction *const function = lookup(module, name);
    if (function == nullptr) {
      ADD_FAILURE() << "no function " << name;
      return WASMC_TRAP_host_error;
    }
    EXPECT_EQ(function->signature.find(':'), arguments.size()) << name;
    // Whatever a narrow argument leaves in the upper half must not matter.
    memset(slots_, 0xee, sizeof(slots_));
    for (size_t i = 0; i < arguments.size(); ++i)
      if (function->signature[i] == 'l')
        slots_[i].u64 = arguments[i];
      else
        slots_[i].u32 = static_cast<uint32_t>(arguments[i]);
    return function->function(&wasi_, store_.get(), slots_);
  }

  // Places bytes in the memory and returns their address.
  uint32_t put(std::string_view bytes) {
    const uint32_t address = reserve(static_cast<uint32_t>(bytes.size()));
    memcpy(memory_.base + address, bytes.data(), bytes.size());
    return address;
  }
  uint32_t reserve(uint32_t size) {
    // Odd addresses: preview1's structures need no alignment here.
    const uint32_t address = next_;
    next_ += size + 1 + size % 2;
    EXPECT_LE(next_, kMemorySize);
    return address;
  }
  // A list of one buffer; its address.
  uint32_t iovec(uint32_t address, uint32_t size) {
    const uint32_t list = reserve(8);
    write(list, address);
    write(list + 4, size);
    return list;
  }
  template <class T> T read(uint32_t address) const {
    T value;
    memcpy(&value, memory_.base + address, sizeof(T));
    return value;
  }
  template <class T> void write(uint32_t address, const T &value) {
    memcpy(memory_.base + address, &value, sizeof(T));
  }
  std::string text(uint32_t address, uint32_t size) const {
    return {reinterpret_cast<const char *>(memory_.base + address), size};
  }
  void setMemorySize(uint64_t bytes) { context_.defined.bytes = bytes; }

  // --- calls with a path, each with fresh room ---
  Errno open(uint32_t directory, std::string_view path, uint32_t &fd, uint32_t oflags = 0,
             Rights base = kReadWrite, uint32_t lookupFlags = 0, uint32_t fdflags = 0) {
    const uint32_t mark = next_;
    const uint32_t result = reserve(4);
    const uint32_t address = put(path);
    const Errno error = call("path_open", directory, lookupFlags, address, path.size(), oflags,
                             base, ~uint64_t{0}, fdflags, result);
    fd = read<uint32_t>(result);
    next_ = mark;
    return error;
  }
  // Opens and closes; what open answered.
  Errno tryOpen(uint32_t directory, std::string_view path, uint32_t oflags = 0,
                Rights base = kRightFdRead, uint32_t lookupFlags = 0) {
    uint32_t fd = 0;
    const Errno error = open(directory, path, fd, oflags, base, lookupFlags);
    if (error == Errno::success)
      EXPECT_EQ(call("fd_close", fd), Errno::success);
    return error;
  }
  Errno onPath(std::string_view name, uint32_t directory, std::string_view path) {
    return call(name, directory, put(path), path.size());
  }
  Errno onTwoPaths(std::string_view name, uint32_t oldDirectory, std::string_view oldPath,
                   uint32_t newDirectory, std::string_view newPath) {
    if (name == "path_link")
      return call(name, oldDirectory, 0, put(oldPath), oldPath.size(), newDirectory, put(newPath),
                  newPath.size());
    return call(name, oldDirectory, put(oldPath), oldPath.size(), newDirectory, put(newPath),
                newPath.size());
  }
  Errno symlink(std::string_view text, uint32_t directory, std::string_view path) {
    return call("path_symlink", put(text), text.size(), directory, put(path), path.size());
  }
  Errno stat(uint32_t directory, std::string_view path, Filestat &result, uint32_t flags = 0) {
    const uint32_t address = reserve(sizeof(Filestat));
    const Errno error =
        call("path_filestat_get", directory, flags, put(path), path.size(), address);
    result = read<Filestat>(address);
    return error;
  }
  Errno setTimes(uint32_t directory, std::string_view path, uint64_t atim, uint64_t mtim,
                 uint32_t fstflags, uint32_t flags = 0) {
    return call("path_filestat_set_times", directory, flags, put(path), path.size(), atim, mtim,
                fstflags);
  }
  Errno writeText(uint32_t fd, std::string_view bytes) {
    return call("fd_write", fd, iovec(put(bytes), static_cast<uint32_t>(bytes.size())), 1,
                reserve(4));
  }
  // What fd_read gives, up to 256 bytes.
  std::string readText(uint32_t fd) {
    const uint32_t buffer = reserve(256);
    const uint32_t size = reserve(4);
    EXPECT_EQ(call("fd_read", fd, iovec(buffer, 256), 1, size), Errno::success);
    return text(buffer, read<uint32_t>(size));
  }
  Fdstat fdstat(uint32_t fd) {
    const uint32_t address = reserve(sizeof(Fdstat));
    EXPECT_EQ(call("fd_fdstat_get", fd, address), Errno::success);
    return read<Fdstat>(address);
  }

  static constexpr Rights kReadWrite = kRightFdRead | kRightFdWrite | kRightFdSeek | kRightFdTell |
                                       kRightFdFilestatGet | kRightFdReaddir;

  WasiContext &wasi() { return wasi_; }
  wasmc_store *store() { return store_.get(); }

private:
  struct Context {
    wasmc_vm_context fixed{};
    wasmc_memory defined{};
    wasmc_memory *imported = nullptr;
  };
  struct Image {
    wasmc_image_header header{};
    wasmc_import imports[2]{};
  };

  wasmc_memory memory_{};
  Image image_;
  Context context_;
  std::unique_ptr<wasmc_store> store_ = std::make_unique<wasmc_store>();
  WasiContext wasi_;
  wasmc_slot slots_[16];
  uint32_t next_ = 1025;
};

// A directory that goes away with the object.
class TemporaryTree {
public:
  TemporaryTree() {
    std::string pattern = std::filesystem::temp_directory_path() / "wasmc-wasi-XXXXXX";
    EXPECT_NE(mkdtemp(pattern.data()), nullptr);
    root_ = pattern;
  }
  TemporaryTree(const TemporaryTree &) = delete;
  TemporaryTree &operator=(const TemporaryTree &) = delete;
  ~TemporaryTree() {
    std::error_code ignored;
    std::filesystem::remove_all(root_, ignored);
  }

  std::filesystem::path operator/(std::string_view path) const { return root_ / path; }
  void file(std::string_view path, std::string_view contents) const {
    std::ofstream(root_ / path) << contents;
  }
  void directory(std::string_view path) const { std::filesystem::create_directories(root_ / path); }
  void link(std::string_view text, std::string_view path) const {
    std::filesystem::create_symlink(text, root_ / path);
  }
  std::string contents(std::string_view path) const {
    std::ifstream in(root_ / path);
    std::stringstream out;
    out << in.rdbuf();
    return out.str();
  }
  bool exists(std::string_view path) const {
    return std::filesystem::exists(std::filesystem::symlink_status(root_ / path));
  }

private:
  std::filesystem::path root_;
};

inline std::string resolverName(const testing::TestParamInfo<ResolverKind> &info) {
  return info.param == ResolverKind::walk ? "walk" : "openat2";
}

} // namespace wasmc::wasi::test

#endif
