#include "compiler/driver/object_cache.h"

#include "wasmc/abi/version.h"

#include <llvm/ADT/StringExtras.h>
#include <llvm/Config/llvm-config.h>
#include <llvm/Support/BLAKE3.h>
#include <llvm/Support/MemoryBuffer.h>
#include <llvm/Support/TargetSelect.h>

#include <algorithm>
#include <cerrno>
#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <ctime>
#include <dirent.h>
#include <dlfcn.h>
#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>
#include <vector>

namespace wasmc::driver {

namespace {

constexpr std::string_view kSuffix = ".wasmc-object";
constexpr std::string_view kTemporaryPrefix = "tmp-";
constexpr std::string_view kMagic = "wasmcobj";
constexpr time_t kAbandoned = 3600; // seconds after which a temporary file has no writer any more
constexpr size_t kHashBytes = 32;

using Hash = std::array<uint8_t, kHashBytes>;

llvm::StringRef viewOf(std::string_view text) {
  return {text.data(), text.size()};
}

Hash hashOf(std::string_view bytes) {
  llvm::BLAKE3 hash;
  hash.update(viewOf(bytes));
  return hash.final<kHashBytes>();
}

std::string headerOf(std::string_view object) {
  Hash hash = hashOf(object);
  return std::string(kMagic) + std::string(hash.begin(), hash.end());
}

std::optional<std::string> readFile(const std::string &path) {
  auto buffer = llvm::MemoryBuffer::getFile(path, /*IsText=*/false,
                                            /*RequiresNullTerminator=*/false,
                                            /*IsVolatile=*/true); // read, never mapped
  if (!buffer)
    return std::nullopt;
  return (*buffer)->getBuffer().str();
}

// LLVM is a shared library that may be replaced while our program stays as it is.
std::string identityOfLlvm() {
  Dl_info info = {};
  struct stat status = {};
  if (::dladdr(reinterpret_cast<const void *>(&LLVMInitializeX86Target), &info) == 0 ||
      ::stat(info.dli_fname, &status) != 0)
    return LLVM_VERSION_STRING;
  char text[256];
  std::snprintf(text, sizeof(text), "%s %lld %lld.%09ld", LLVM_VERSION_STRING,
                static_cast<long long>(status.st_size),
                static_cast<long long>(status.st_mtim.tv_sec), status.st_mtim.tv_nsec);
  return text;
}

std::string identityOfCompiler() {
  std::string identity = WASMC_VERSION_STRING " ";
  if (std::optional<std::string> program = readFile("/proc/self/exe"))
    identity += llvm::toHex(hashOf(*program));
  return identity + " " + identityOfLlvm();
}

bool writeAll(int file, std::string_view bytes) {
  while (!bytes.empty()) {
    ssize_t written = ::write(file, bytes.data(), bytes.size());
    if (written < 0 && errno == EINTR)
      continue;
    if (written < 0)
      return false;
    bytes.remove_prefix(static_cast<size_t>(written));
  }
  return true;
}

struct Entry {
  std::string path;
  uint64_t bytes;
  timespec used;
};

// The entries; temporary files that nobody writes any more are removed on the way.
std::vector<Entry> listEntries(const std::string &directory) {
  std::vector<Entry> entries;
  DIR *stream = ::opendir(directory.c_str());
  if (stream == nullptr)
    return entries;
  while (const dirent *found = ::readdir(stream)) {
    std::string_view name = found->d_name;
    std::string path = directory + "/" + found->d_name;
    struct stat status = {};
    if (::lstat(path.c_str(), &status) != 0 || !S_ISREG(status.st_mode))
      continue;
    if (name.starts_with(kTemporaryPrefix) && status.st_mtim.tv_sec + kAbandoned < ::time(nullptr))
      ::unlink(path.c_str());
    if (name.ends_with(kSuffix))
      entries.push_back({std::move(path), static_cast<uint64_t>(status.st_size), status.st_mtim});
  }
  ::closedir(stream);
  return entries;
}

// As mkdir -p. Only the last directory is the cache's own.
bool makeDirectories(const std::string &path) {
  for (size_t slash = path.find('/', 1); slash != std::string::npos;
       slash = path.find('/', slash + 1))
    ::mkdir(path.substr(0, slash).c_str(), 0777);
  return ::mkdir(path.c_str(), 0700) == 0 || errno == EEXIST;
}

} // namespace

ObjectCache::ObjectCache(std::string directory)
    : directory_(std::move(directory)), compiler_(identityOfCompiler()) {}

Result<ObjectCache> ObjectCache::open(const std::string &directory) {
  struct stat status = {};
  bool made = makeDirectories(directory);
  if (!made || ::stat(directory.c_str(), &status) != 0 || !S_ISDIR(status.st_mode))
    return error(Error::kNoOffset, "cannot use ", directory,
                 " as cache: ", made ? "it is no directory" : std::strerror(errno));
  return ObjectCache(directory);
}

std::string ObjectCache::pathOf(const std::string &key) const {
  return directory_ + "/" + key + std::string(kSuffix);
}

std::string ObjectCache::keyOf(std::string_view ir, std::string_view settings) const {
  llvm::BLAKE3 hash;
  for (std::string_view part : {std::string_view(compiler_), settings}) {
    // With its length, so that no two lists of parts read the same.
    hash.update(std::to_string(part.size()) + ":");
    hash.update(viewOf(part));
  }
  hash.update(viewOf(ir));
  return llvm::toHex(hash.final<kHashBytes>(), /*LowerCase=*/true);
}

std::optional<std::string> ObjectCache::find(const std::string &key) const {
  std::string path = pathOf(key);
  std::optional<std::string> file = readFile(path);
  size_t header = kMagic.size() + kHashBytes;
  if (!file || file->size() < header)
    return std::nullopt;
  std::string object = file->substr(header);
  if (file->compare(0, header, headerOf(object)) != 0)
    return std::nullopt;
  // The time of last use, for `evict`.
  ::utimensat(AT_FDCWD, path.c_str(), nullptr, 0);
  return object;
}

void ObjectCache::store(const std::string &key, std::string_view object) const {
  std::string temporary = directory_ + "/" + std::string(kTemporaryPrefix) + "XXXXXX";
  int file = ::mkostemp(temporary.data(), O_CLOEXEC);
  if (file < 0)
    return;
  bool written = writeAll(file, headerOf(object)) && writeAll(file, object);
  written = ::close(file) == 0 && written;
  if (!written || ::rename(temporary.c_str(), pathOf(key).c_str()) != 0)
    ::unlink(temporary.c_str());
}

void ObjectCache::evict(uint64_t limit) const {
  std::vector<Entry> entries = listEntries(directory_);
  uint64_t total = 0;
  for (const Entry &entry : entries)
    total += entry.bytes;
  std::ranges::sort(entries, [](const Entry &a, const Entry &b) {
    return a.used.tv_sec != b.used.tv_sec ? a.used.tv_sec < b.used.tv_sec
                                          : a.used.tv_nsec < b.used.tv_nsec;
  });
  for (const Entry &entry : entries) {
    if (total <= limit)
      return;
    ::unlink(entry.path.c_str());
    total -= entry.bytes;
  }
}

} // namespace wasmc::driver
