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

// The directory may hold files that are not ours: only names of exactly these forms are ever
// removed, "<64 hexadecimal digits>.wasmc-object" and "tmp-<6 letters or digits>.wasmc-temporary".
constexpr std::string_view kSuffix = ".wasmc-object";
constexpr std::string_view kTemporaryPrefix = "tmp-";
constexpr std::string_view kTemporarySuffix = ".wasmc-temporary";
constexpr std::string_view kTemporaryPattern = "XXXXXX"; // what mkostemps replaces
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

// Nothing when our own program cannot be read: what another compiler has made would then be taken
// for ours.
std::optional<std::string> identityOfCompiler() {
  std::optional<std::string> program = readFile("/proc/self/exe");
  if (!program)
    return std::nullopt;
  return WASMC_VERSION_STRING " " + llvm::toHex(hashOf(*program)) + " " + identityOfLlvm();
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

// `name` is `prefix`, `count` characters for which `matches` holds, and `suffix`.
template <class Matches>
bool hasForm(std::string_view name, std::string_view prefix, size_t count, Matches matches,
             std::string_view suffix) {
  return name.size() == prefix.size() + count + suffix.size() && name.starts_with(prefix) &&
         name.ends_with(suffix) && std::ranges::all_of(name.substr(prefix.size(), count), matches);
}

bool isEntry(std::string_view name) {
  auto matches = [](char c) { return llvm::isDigit(c) || (c >= 'a' && c <= 'f'); };
  return hasForm(name, "", 2 * kHashBytes, matches, kSuffix);
}

bool isTemporary(std::string_view name) {
  auto matches = [](char c) { return llvm::isAlnum(c); };
  return hasForm(name, kTemporaryPrefix, kTemporaryPattern.size(), matches, kTemporarySuffix);
}

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
    if (isTemporary(name) && status.st_mtim.tv_sec + kAbandoned < ::time(nullptr))
      ::unlink(path.c_str());
    if (isEntry(name))
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

// Why the directory cannot be used, or null. What lies in it becomes part of artefacts, so nobody
// else may write to it.
const char *objectionTo(const std::string &directory) {
  struct stat status = {};
  if (!makeDirectories(directory) || ::stat(directory.c_str(), &status) != 0)
    return std::strerror(errno);
  if (!S_ISDIR(status.st_mode))
    return "it is no directory";
  if (status.st_uid != ::geteuid())
    return "it belongs to another user, and what is in it becomes machine code";
  if ((status.st_mode & (S_IWGRP | S_IWOTH)) != 0)
    return "others may write to it, and what is in it becomes machine code";
  return nullptr;
}

} // namespace

ObjectCache::ObjectCache(std::string directory, std::string compiler)
    : directory_(std::move(directory)), compiler_(std::move(compiler)) {}

Result<ObjectCache> ObjectCache::open(const std::string &directory) {
  if (const char *objection = objectionTo(directory))
    return error(Error::kNoOffset, "cannot use ", directory, " as cache: ", objection);
  std::optional<std::string> compiler = identityOfCompiler();
  if (!compiler)
    return error(Error::kNoOffset, "cannot use ", directory,
                 " as cache: this program cannot read itself (/proc/self/exe) to tell what it is");
  return ObjectCache(directory, std::move(*compiler));
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
  std::string temporary = directory_ + "/";
  for (std::string_view part : {kTemporaryPrefix, kTemporaryPattern, kTemporarySuffix})
    temporary += part;
  int file = ::mkostemps(temporary.data(), static_cast<int>(kTemporarySuffix.size()), O_CLOEXEC);
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
