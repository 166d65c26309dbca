#include "tests/unit/validate/wabt.h"

#include <fcntl.h>
#include <spawn.h>
#include <stdlib.h>
#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <fstream>
#include <iterator>
#include <optional>
#include <stdexcept>

extern char **environ;

namespace wasmc::test {

namespace {

// The top-level parenthesised forms of a script with their lines. Knows strings and comments, so
// that parentheses inside of them do not count.
struct Form {
  std::string text;
  unsigned line;
};

// Position after the token (comment, string or one character) that starts at `at`.
size_t skipToken(std::string_view text, size_t at) {
  if (text.substr(at, 2) == ";;")
    return std::min(text.find('\n', at), text.size());
  if (text.substr(at, 2) == "(;") {
    for (unsigned depth = 0; at < text.size();) {
      bool opens = text.substr(at, 2) == "(;";
      bool closes = text.substr(at, 2) == ";)";
      depth += opens ? 1 : 0;
      at += opens || closes ? 2 : 1;
      if (closes && --depth == 0)
        break;
    }
    return at;
  }
  if (text[at] != '"')
    return at + 1;
  for (++at; at < text.size() && text[at] != '"'; ++at)
    if (text[at] == '\\')
      ++at;
  return at + 1;
}

std::vector<Form> splitForms(std::string_view text) {
  std::vector<Form> forms;
  unsigned depth = 0;
  size_t start = 0;
  for (size_t at = 0; at < text.size();) {
    size_t next = skipToken(text, at);
    if (next == at + 1 && text[at] == '(' && depth++ == 0)
      start = at;
    if (next == at + 1 && text[at] == ')' && depth > 0 && --depth == 0) {
      auto line = 1 + std::count(text.begin(), text.begin() + static_cast<ptrdiff_t>(start), '\n');
      forms.push_back({std::string(text.substr(start, next - start)), static_cast<unsigned>(line)});
    }
    at = next;
  }
  return forms;
}

// The value of a field in one line of wast2json's output.
std::optional<std::string> field(const std::string &line, std::string_view name) {
  std::string key = "\"" + std::string(name) + "\": ";
  size_t at = line.find(key);
  if (at == std::string::npos)
    return std::nullopt;
  at += key.size();
  if (line[at] != '"')
    return line.substr(at, line.find_first_of(",}", at) - at);
  return line.substr(at + 1, line.find('"', at + 1) - at - 1);
}

std::optional<ScriptModule> readCommand(const std::string &line,
                                        const std::filesystem::path &directory,
                                        const std::string &where) {
  std::optional<std::string> type = field(line, "type");
  std::optional<std::string> file = field(line, "filename");
  if (!type || !file || field(line, "module_type").value_or("binary") != "binary")
    return std::nullopt;
  ScriptModule module;
  module.where = where;
  module.message = field(line, "text").value_or("");
  if (*type == "assert_invalid")
    module.expectation = ScriptModule::Expectation::invalid;
  else if (*type == "assert_malformed")
    module.expectation = ScriptModule::Expectation::malformed;
  else if (*type != "module" && *type != "assert_unlinkable" && *type != "assert_uninstantiable")
    return std::nullopt;
  module.bytes = readFile(directory / *file);
  return module;
}

// Whether wast2json could read the script; what it gave goes to `modules`.
bool convert(const std::filesystem::path &script, const std::string &name,
             std::optional<unsigned> line, std::vector<ScriptModule> &modules) {
  TemporaryDirectory directory;
  std::filesystem::path json = directory.path() / "script.json";
  if (run({WASMC_WAST2JSON, "--enable-all", script, "-o", json}) != 0)
    return false;
  std::ifstream input(json);
  for (std::string command; std::getline(input, command);) {
    std::string where =
        name + ":" + (line ? std::to_string(*line) : field(command, "line").value_or("?"));
    if (std::optional<ScriptModule> module = readCommand(command, directory.path(), where))
      modules.push_back(std::move(*module));
  }
  return true;
}

bool hasModule(const std::string &form) {
  return form.starts_with("(module") || form.starts_with("(assert_invalid") ||
         form.starts_with("(assert_malformed");
}

} // namespace

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

Script readScript(const std::filesystem::path &path) {
  Script script;
  std::string name = path.filename();
  if (convert(path, name, std::nullopt, script.modules))
    return script;
  script.modules.clear();
  ByteVector bytes = readFile(path);
  TemporaryDirectory directory;
  std::filesystem::path file = directory.path() / "form.wast";
  for (const Form &form :
       splitForms({reinterpret_cast<const char *>(bytes.data()), bytes.size()})) {
    if (!hasModule(form.text))
      continue;
    writeFile(file, form.text);
    if (!convert(file, name, form.line, script.modules))
      ++script.unreadable;
  }
  return script;
}

} // namespace wasmc::test
