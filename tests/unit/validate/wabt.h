// Runs wabt's programs at test time: text to binary, scripts to modules.
#ifndef WASMC_TESTS_UNIT_VALIDATE_WABT_H
#define WASMC_TESTS_UNIT_VALIDATE_WABT_H

#include <stdint.h>

#include <filesystem>
#include <string>
#include <vector>

namespace wasmc::test {

using ByteVector = std::vector<uint8_t>;

// A directory of its own, removed with everything in it at the end of its life.
class TemporaryDirectory {
public:
  TemporaryDirectory();
  ~TemporaryDirectory();
  TemporaryDirectory(const TemporaryDirectory &) = delete;
  TemporaryDirectory &operator=(const TemporaryDirectory &) = delete;

  const std::filesystem::path &path() const { return path_; }

private:
  std::filesystem::path path_;
};

ByteVector readFile(const std::filesystem::path &path);
void writeFile(const std::filesystem::path &path, std::string_view contents);

// Runs a program without a shell, its output thrown away, and returns its exit code; 127 when it
// cannot be run, -1 when a signal ended it.
int run(const std::vector<std::string> &arguments);

// The binary of a module in the text format, not validated. Throws std::runtime_error when wat2wasm
// refuses the text.
ByteVector assemble(std::string_view text);

} // namespace wasmc::test

#endif
