// The cache holds native code that later runs execute without asking, so nobody but the user may
// ever have been able to write to it: the directory must be a directory (not a link to one), belong
// to the user and be closed to everybody else, which is checked on the open directory itself;
// entries are opened relative to it, not following links. An entry's name is the SHA-256 of all
// that its contents depend on; it appears by an atomic rename, complete or not at all.
#include "runtime-support/run/cache.h"

#include <string.h>

#include <string_view>

#include "runtime-support/platform/cpu_features.h"
#include "runtime-support/platform/kernel_types.h"
#include "runtime-support/platform/output.h"
#include "runtime-support/platform/process.h"
#include "runtime-support/platform/syscall.h"
#include "runtime-support/platform/virtual_memory.h"
#include "runtime-support/run/cache_eviction.h"
#include "runtime-support/run/compiler_process.h"
#include "runtime-support/run/exit_codes.h"
#include "runtime-support/run/options.h"
#include "runtime-support/run/report.h"
#include "runtime-support/run/sha256.h"
#include "wasmc/abi/version.h"

namespace wasmc::run {

namespace {

using platform::isError;
using platform::kAT_FDCWD;
using platform::SystemCall;
using platform::systemCall;

// A path that is put together piece by piece; too long a one becomes invalid, never cut.
class Path {
public:
  Path &operator+=(std::string_view text) {
    if (size_ + text.size() >= sizeof(bytes_)) {
      valid_ = false;
      return *this;
    }
    memcpy(bytes_ + size_, text.data(), text.size());
    size_ += text.size();
    bytes_[size_] = '\0';
    return *this;
  }
  Path &operator+=(uint64_t number) {
    char digits[20];
    size_t count = 0;
    do
      digits[sizeof(digits) - ++count] = static_cast<char>('0' + number % 10);
    while ((number /= 10) != 0);
    return *this += std::string_view(digits + sizeof(digits) - count, count);
  }
  void cut(size_t size) {
    size_ = size;
    bytes_[size] = '\0';
  }
  size_t size() const { return size_; }
  bool valid() const { return valid_ && size_ > 0; }
  const char *text() const { return bytes_; }
  std::string_view view() const { return {bytes_, size_}; }

private:
  char bytes_[platform::kPATH_MAX] = {};
  size_t size_ = 0;
  bool valid_ = true;
};

intptr_t makeDirectory(const char *path) {
  return systemCall(SystemCall::mkdirat, kAT_FDCWD, path, 0700);
}

void removeFile(const char *path) {
  systemCall(SystemCall::unlinkat, kAT_FDCWD, path, 0);
}

// The directory by name; empty when the user has no home.
Path cacheDirectory(char **environment) {
  Path path;
  const char *base = environmentValue(environment, "XDG_CACHE_HOME");
  if (base != nullptr && base[0] == '/') {
    path += base;
  } else {
    const char *home = environmentValue(environment, "HOME");
    if (home == nullptr || home[0] != '/')
      return path;
    path += home;
    path += "/.cache";
  }
  makeDirectory(path.text());
  path += "/wasmc";
  return path;
}

// Opens the directory, made if need be, if it can be trusted.
platform::File openTrusted(const Path &path) {
  makeDirectory(path.text());
  intptr_t fd = systemCall(SystemCall::openat, kAT_FDCWD, path.text(),
                           platform::kO_RDONLY | platform::kO_DIRECTORY | platform::kO_NOFOLLOW |
                               platform::kO_CLOEXEC,
                           0);
  if (isError(fd))
    return {};
  platform::File directory(static_cast<int>(fd));
  platform::Statx status;
  intptr_t answer = systemCall(SystemCall::statx, directory.fd(), "", platform::kAT_EMPTY_PATH,
                               platform::kSTATX_UID | platform::kSTATX_MODE, &status);
  if (answer == 0 && status.stx_uid == systemCall(SystemCall::geteuid) &&
      (status.stx_mode & 0077) == 0)
    return directory;
  platform::Output(platform::kStandardError)
      << "wasmc: warning: the cache " << path.view()
      << " is not used: it is open to other users (it must be yours and have mode 0700)\n";
  return {};
}

// One compilation on its way into the cache or past it.
class Compilation {
public:
  Compilation(const char *source, const CompileFlags &flags, char **environment,
              load::CodeImage &image)
      : source_(source), flags_(flags), environment_(environment), image_(image) {}

  int run() {
    Result<void> found = findCompiler(compiler_);
    if (!found)
      return fail("", found.error());
    Path directoryPath = cacheDirectory(environment_);
    if (!directoryPath.valid())
      return runUncached();
    platform::File directory = openTrusted(directoryPath);
    if (directory.fd() < 0)
      return runUncached();
    Path name;
    if (Result<void> named = makeName(name); !named)
      return fail(source_, named.error());
    if (loadFrom(directory.fd(), name.text()))
      return kSuccess;
    return compileInto(directory, directoryPath, name);
  }

private:
  static int fail(std::string_view file, const Error &error) {
    reportError(file, error);
    return kFailure;
  }

  // Everything that the compiled code depends on.
  Result<void> makeName(Path &name) {
    TRY_ASSIGN(platform::File file, platform::File::openForReading(source_));
    TRY_ASSIGN(uint64_t size, file.size());
    Sha256 hash;
    hash.update("wasmc " WASMC_VERSION_STRING);
    hash.update(uint64_t{WASMC_ABI_VERSION});
    hash.update(static_cast<uint64_t>(flags_.level));
    hash.update(uint64_t{flags_.boundsChecks} | uint64_t{flags_.deterministic} << 1 |
                uint64_t{flags_.instrument} << 2);
    platform::CpuIdentity cpu = platform::cpuIdentity();
    for (uint64_t word : cpu.words)
      hash.update(word);
    // A compiler that was built anew may do better under the same version number.
    platform::Statx compiler = {};
    systemCall(SystemCall::statx, kAT_FDCWD, compiler_.path, 0, platform::kSTATX_BASIC_STATS,
               &compiler);
    hash.update(compiler.stx_size);
    hash.update(static_cast<uint64_t>(compiler.stx_mtime.tv_sec));
    hash.update(uint64_t{compiler.stx_mtime.tv_nsec});
    if (size != 0) {
      intptr_t mapped = platform::mapFile(size, platform::Protection::read, file.fd(), 0);
      if (isError(mapped))
        return error(Error::kNoOffset, "cannot be mapped");
      hash.update({reinterpret_cast<const uint8_t *>(mapped), size});
      platform::release(reinterpret_cast<void *>(mapped), size);
    }
    for (uint8_t byte : hash.finish()) {
      char digits[2] = {"0123456789abcdef"[byte >> 4], "0123456789abcdef"[byte & 15]};
      name += std::string_view(digits, 2);
    }
    name += kCacheEntrySuffix;
    return {};
  }

  // Entries that do not load (damaged, of another version) are made again.
  bool loadFrom(int directory, const char *name) {
    intptr_t fd = systemCall(SystemCall::openat, directory, name,
                             platform::kO_RDONLY | platform::kO_NOFOLLOW | platform::kO_CLOEXEC, 0);
    if (isError(fd))
      return false;
    return image_.load(platform::File(static_cast<int>(fd)), {}).has_value();
  }

  int compileInto(const platform::File &directory, const Path &directoryPath, const Path &name) {
    Path temporary = directoryPath;
    temporary += "/";
    size_t nameStart = temporary.size();
    temporary += kCacheTemporaryPrefix;
    temporary += static_cast<uint64_t>(systemCall(SystemCall::getpid));
    temporary += kCacheTemporarySuffix;
    if (!temporary.valid())
      return runUncached();
    int exitCode = compile(temporary);
    if (exitCode != kSuccess)
      return exitCode;
    systemCall(SystemCall::fchmodat, kAT_FDCWD, temporary.text(), 0600);
    intptr_t renamed = systemCall(SystemCall::renameat2, directory.fd(),
                                  temporary.text() + nameStart, directory.fd(), name.text(), 0);
    if (isError(renamed)) {
      removeFile(temporary.text());
      return fail(directoryPath.view(), error(Error::kNoOffset, "cannot write the cache: ",
                                              platform::errnoText(static_cast<int>(-renamed)))
                                            .error());
    }
    evictOldEntries(directory.fd(), name.view());
    return loadCompiled(directory.fd(), name.text());
  }

  int compile(const Path &output) {
    Result<int> exitCode = compileModule(compiler_, source_, output.text(), flags_, environment_);
    if (exitCode && *exitCode == kSuccess)
      return kSuccess;
    removeFile(output.text());
    return exitCode ? *exitCode : fail(source_, exitCode.error());
  }

  int loadCompiled(int directory, const char *name) {
    intptr_t fd = systemCall(SystemCall::openat, directory, name,
                             platform::kO_RDONLY | platform::kO_NOFOLLOW | platform::kO_CLOEXEC, 0);
    if (isError(fd))
      return fail(source_, error(Error::kNoOffset, "cannot open the compiled module: ",
                                 platform::errnoText(static_cast<int>(-fd)))
                               .error());
    Result<void> loaded = image_.load(platform::File(static_cast<int>(fd)), {});
    return loaded ? kSuccess : fail(source_, loaded.error());
  }

  // Into a directory of our own, which is gone before the program starts.
  int runUncached() {
    const char *base = environmentValue(environment_, "TMPDIR");
    Path path;
    path += base != nullptr && base[0] == '/' ? base : "/tmp";
    path += "/wasmc-";
    path += static_cast<uint64_t>(systemCall(SystemCall::getpid));
    path += "-";
    uint64_t random = 0;
    systemCall(SystemCall::getrandom, &random, sizeof(random), 0);
    path += random;
    size_t directorySize = path.size();
    // Fails when the name is taken, so the directory is new and ours.
    intptr_t made = path.valid() ? makeDirectory(path.text()) : -platform::kENAMETOOLONG;
    if (isError(made))
      return fail(path.view(), error(Error::kNoOffset, "cannot make a temporary directory: ",
                                     platform::errnoText(static_cast<int>(-made)))
                                   .error());
    path += "/m.cwasm";
    int exitCode = compile(path);
    if (exitCode == kSuccess)
      exitCode = loadCompiled(kAT_FDCWD, path.text());
    removeFile(path.text());
    path.cut(directorySize);
    systemCall(SystemCall::unlinkat, kAT_FDCWD, path.text(), platform::kAT_REMOVEDIR);
    return exitCode;
  }

  const char *source_;
  CompileFlags flags_;
  char **environment_;
  load::CodeImage &image_;
  CompilerPath compiler_;
};

} // namespace

int loadThroughCache(const char *path, const CompileFlags &flags, char **environment,
                     load::CodeImage &image) {
  return Compilation(path, flags, environment, image).run();
}

} // namespace wasmc::run
