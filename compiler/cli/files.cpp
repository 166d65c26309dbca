#include "compiler/cli/files.h"

#include <cerrno>
#include <climits>
#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

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

} // namespace

Result<std::vector<uint8_t>> readInput(const std::string &path) {
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
    bytes.insert(bytes.end(), buffer, buffer + count);
  }
}

Result<void> writeOutput(const std::string &path, std::string_view bytes, bool isProgram) {
  if (isSpecialFile(path)) {
    Descriptor file(::open(path.c_str(), O_WRONLY | O_CLOEXEC));
    if (!file.isOpen())
      return systemError("cannot open");
    return writeAll(file, bytes);
  }
  std::string temporary = path + ".XXXXXX";
  Descriptor file(::mkostemp(temporary.data(), O_CLOEXEC));
  if (!file.isOpen())
    return systemError("cannot create");
  // mkostemp gives 0600; an artefact is an ordinary file.
  mode_t mask = ::umask(0);
  ::umask(mask);
  bool moded = ::fchmod(file.number(), (isProgram ? 0777 : 0666) & ~mask) == 0;
  Result<void> written = moded ? writeAll(file, bytes) : systemError("cannot set the mode");
  if (written && ::rename(temporary.c_str(), path.c_str()) != 0)
    written = systemError("cannot rename the finished file into place");
  if (!written)
    ::unlink(temporary.c_str());
  return written;
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
