#include "compiler/cli/files.h"

#include <cerrno>
#include <climits>
#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <deque>
#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <utility>

namespace wasmc::cli {

namespace {

std::unexpected<Error> systemError(const char *what) {
  return error(Error::kNoOffset, what, ": ", std::strerror(errno));
}

// Closes on every way out.
class Descriptor {
public:
  explicit Descriptor(int number) : number_(number) {}
  Descriptor(const Descriptor &) = delete;
  Descriptor &operator=(const Descriptor &) = delete;
  ~Descriptor() {
    if (number_ >= 0)
      ::close(number_);
  }
  int number() const { return number_; }
  bool isOpen() const { return number_ >= 0; }
  // Says whether the last write reached the file system.
  bool close() { return ::close(std::exchange(number_, -1)) == 0; }

private:
  int number_;
};

Result<void> writeAll(Descriptor &to, std::string_view bytes) {
  while (!bytes.empty()) {
    ssize_t written = ::write(to.number(), bytes.data(), bytes.size());
    if (written < 0 && errno == EINTR)
      continue;
    if (written < 0)
      return systemError("cannot write");
    bytes.remove_prefix(static_cast<size_t>(written));
  }
  if (!to.close())
    return systemError("cannot write");
  return {};
}

bool isSpecialFile(const std::string &path) {
  struct stat status = {};
  return ::stat(path.c_str(), &status) == 0 && !S_ISREG(status.st_mode);
}

// A file that is not at its place yet; gone again unless it is committed.
class PendingFile {
public:
  explicit PendingFile(std::string path) : path_(std::move(path)) {}
  PendingFile(const PendingFile &) = delete;
  PendingFile &operator=(const PendingFile &) = delete;
  ~PendingFile() {
    if (!temporary_.empty())
      ::unlink(temporary_.c_str());
  }

  Result<void> write(std::string_view bytes, bool isProgram) {
    if (isSpecialFile(path_)) {
      Descriptor file(::open(path_.c_str(), O_WRONLY | O_CLOEXEC));
      if (!file.isOpen())
        return systemError("cannot open");
      return writeAll(file, bytes);
    }
    std::string name = path_ + ".XXXXXX";
    Descriptor file(::mkostemp(name.data(), O_CLOEXEC));
    if (!file.isOpen())
      return systemError("cannot create");
    temporary_ = std::move(name);
    // mkostemp gives 0600; an artefact is an ordinary file.
    mode_t mask = ::umask(0);
    ::umask(mask);
    if (::fchmod(file.number(), (isProgram ? 0777 : 0666) & ~mask) != 0)
      return systemError("cannot set the mode");
    return writeAll(file, bytes);
  }

  Result<void> commit() {
    if (temporary_.empty())
      return {};
    if (::rename(temporary_.c_str(), path_.c_str()) != 0)
      return systemError("cannot rename the finished file into place");
    temporary_.clear();
    return {};
  }

  const std::string &path() const { return path_; }

private:
  std::string path_;
  std::string temporary_; // empty: none
};

} // namespace

// Nothing that is read is larger, and some files have no end.
constexpr size_t kMaxInput = size_t{1} << 32;

Result<std::vector<uint8_t>> readInput(const std::string &path) try {
  Descriptor file(::open(path.c_str(), O_RDONLY | O_CLOEXEC));
  if (!file.isOpen())
    return systemError("cannot open");
  std::vector<uint8_t> bytes;
  struct stat status = {};
  if (::fstat(file.number(), &status) == 0 && S_ISREG(status.st_mode))
    bytes.reserve(static_cast<size_t>(status.st_size) + 1);
  uint8_t buffer[65536];
  for (;;) {
    ssize_t count = ::read(file.number(), buffer, sizeof(buffer));
    if (count < 0 && errno == EINTR)
      continue;
    if (count < 0)
      return systemError("cannot read");
    if (count == 0)
      return bytes;
    if (bytes.size() > kMaxInput - static_cast<size_t>(count))
      return error(Error::kNoOffset, "more than 4 GiB");
    bytes.insert(bytes.end(), buffer, buffer + count);
  }
} catch (const std::bad_alloc &) {
  return error(Error::kNoOffset, "too large for the memory there is");
}

bool writeOutputs(std::span<const Output> outputs) {
  std::deque<PendingFile> files;
  for (const Output &output : outputs) {
    PendingFile &file = files.emplace_back(output.path);
    if (Result<void> written = file.write(output.bytes, output.isProgram); !written) {
      report(output.path, written.error());
      return false;
    }
  }
  for (PendingFile &file : files)
    if (Result<void> renamed = file.commit(); !renamed) {
      report(file.path(), renamed.error());
      return false;
    }
  return true;
}

std::string programDirectory() {
  char path[PATH_MAX];
  ssize_t size = ::readlink("/proc/self/exe", path, sizeof(path));
  std::string_view program(path, size > 0 ? static_cast<size_t>(size) : 0);
  return std::string(program.substr(0, program.find_last_of('/')));
}

void report(const std::string &file, const Error &problem) {
  if (problem.offset != Error::kNoOffset)
    std::fprintf(stderr, "wasmc: %s: at offset 0x%llx: %s\n", file.c_str(),
                 static_cast<unsigned long long>(problem.offset), problem.text);
  else
    std::fprintf(stderr, "wasmc: %s: %s\n", file.c_str(), problem.text);
}

} // namespace wasmc::cli
