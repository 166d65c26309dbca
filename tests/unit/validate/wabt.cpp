#include "tests/unit/validate/wabt.h"

#include <fcntl.h>
#include <spawn.h>
#include <stdlib.h>
#include <sys/wait.h>
#include <unistd.h>

#include <fstream>
#include <iterator>
#include <stdexcept>

extern char **environ;

namespace wasmc::test {

TemporaryDirectory::TemporaryDirectory() {
  std::string name = std::filesystem::temp_directory_path() / "wasmc-test-XXXXXX";
  if (mkdtemp(name.data()) == nullptr)
    throw std::runtime_error("cannot make a temporary directory");
  path_ = name;
}

TemporaryDirectory::~TemporaryDirectory() {
  std::error_code ignored;
  std::filesystem::remove_all(path_, ignored);
}

ByteVector readFile(const std::filesystem::path &path) {
  std::ifstream input(path, std::ios::binary);
  if (!input)
    throw std::runtime_error("cannot read " + path.string());
  return ByteVector((std::istreambuf_iterator<char>(input)), {});
}

void writeFile(const std::filesystem::path &path, std::string_view contents) {
  std::ofstream(path, std::ios::binary) << contents;
}

int run(const std::vector<std::string> &arguments) {
  std::vector<char *> argv;
  for (const std::string &argument : arguments)
    argv.push_back(const_cast<char *>(argument.c_str()));
  argv.push_back(nullptr);
  posix_spawn_file_actions_t actions;
  posix_spawn_file_actions_init(&actions);
  posix_spawn_file_actions_addopen(&actions, STDOUT_FILENO, "/dev/null", O_WRONLY, 0);
  posix_spawn_file_actions_addopen(&actions, STDERR_FILENO, "/dev/null", O_WRONLY, 0);
  pid_t child = 0;
  int failure = posix_spawnp(&child, argv[0], &actions, nullptr, argv.data(), environ);
  posix_spawn_file_actions_destroy(&actions);
  int status = 0;
  if (failure != 0 || waitpid(child, &status, 0) != child)
    return 127;
  return WIFEXITED(status) ? WEXITSTATUS(status) : -1;
}

ByteVector assemble(std::string_view text) {
  TemporaryDirectory directory;
  std::filesystem::path source = directory.path() / "module.wat";
  std::filesystem::path binary = directory.path() / "module.wasm";
  writeFile(source, text);
  if (run({WASMC_WAT2WASM, "--enable-all", "--no-check", "--debug-names", source, "-o", binary}) !=
      0)
    throw std::runtime_error("wat2wasm refuses: " + std::string(text));
  return readFile(binary);
}

} // namespace wasmc::test
