// prepare DIRECTORY CONFIGURATION,... WHAT...: generates modules and compiles them.
//
// WHAT is seeds `FROM-TO`, single-instruction modules `single:FROM-TO`, a file of generator bytes
// `bytes:FILE`, or a module `wasm:FILE` whose calls stand beside it already. Each makes
// DIRECTORY/NAME.wasm, .calls, .needs and a NAME.CONFIGURATION.cwasm for each configuration. What
// cannot be compiled (or crashes or hangs the compiler, each compilation having a process and a
// time limit) is told in DIRECTORY/NAME.CONFIGURATION.error.
//
// `prepare --count` prints how many single-instruction modules there are.

#include "compiler/driver/compile.h"
#include "tests/fuzz/byte_source.h"
#include "tests/fuzz/generate.h"

#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <fstream>
#include <iostream>
#include <iterator>
#include <sstream>
#include <string>
#include <sys/wait.h>
#include <unistd.h>

namespace {

using namespace wasmc;

constexpr unsigned kSecondsPerModule = 120;
constexpr size_t kSeedBytes = 4096;

struct Configuration {
  const char *name;
  unsigned level;
  const char *triple;
  const char *cpu;
};

constexpr Configuration kConfigurations[] = {
    {"O0", 0, "", ""},
    {"O1", 1, "", ""},
    {"O2", 2, "", ""},
    {"O3", 3, "", ""},
    {"baseline", 2, "", "x86-64"},
    {"baseline-O3", 3, "", "x86-64"},
    {"aarch64", 2, "aarch64-linux-gnu", "generic"},
    {"aarch64-O0", 0, "aarch64-linux-gnu", "generic"},
    {"riscv64", 2, "riscv64-linux-gnu", "rv64gc"},
    {"riscv64-O0", 0, "riscv64-linux-gnu", "rv64gc"},
};

const Configuration *findConfiguration(const std::string &name) {
  for (const Configuration &configuration : kConfigurations)
    if (name == configuration.name)
      return &configuration;
  return nullptr;
}

std::vector<uint8_t> readBytes(const std::string &path) {
  std::ifstream file(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(file), {}};
}

void writeText(const std::string &path, std::string_view text) {
  std::ofstream(path, std::ios::binary)
      .write(text.data(), static_cast<std::streamsize>(text.size()));
}

std::string_view asText(const std::vector<uint8_t> &bytes) {
  return {reinterpret_cast<const char *>(bytes.data()), bytes.size()};
}

struct Job {
  std::string base; // path without extensions
  std::vector<uint8_t> wasm;
};

class Preparation {
public:
  Preparation(std::string directory, std::vector<const Configuration *> configurations)
      : directory_(std::move(directory)), configurations_(std::move(configurations)) {}

  void add(const std::string &name, const fuzz::GeneratedModule &module) {
    std::string base = directory_ + "/" + name;
    writeText(base + ".wasm", asText(module.wasm));
    writeText(base + ".calls", module.calls);
    std::string needs;
    for (const std::string &need : module.needs)
      needs += need + "\n";
    writeText(base + ".needs", needs);
    jobs_.push_back({base, module.wasm});
  }

  void addFile(const std::string &path) {
    jobs_.push_back({path.substr(0, path.rfind('.')), readBytes(path)});
  }

  // One process after the other; each goes on until it dies, and the next takes up behind what
  // killed it.
  void compileAll() {
    size_t total = jobs_.size() * configurations_.size();
    int channel[2];
    for (size_t next = 0; next < total;) {
      if (pipe(channel) != 0)
        abort();
      pid_t child = fork();
      if (child == 0) {
        close(channel[0]);
        for (size_t i = next; i < total; ++i) {
          alarm(kSecondsPerModule);
          compile(i);
          if (write(channel[1], "", 1) != 1)
            _exit(1);
        }
        _exit(0);
      }
      close(channel[1]);
      char done;
      while (read(channel[0], &done, 1) == 1)
        ++next;
      close(channel[0]);
      int status = 0;
      waitpid(child, &status, 0);
      if (next < total)
        tellDeath(next++, status);
    }
  }

private:
  std::string pathOf(size_t number, const char *extension) const {
    return jobs_[number / configurations_.size()].base + "." +
           configurations_[number % configurations_.size()]->name + extension;
  }

  void compile(size_t number) const {
    const Configuration &configuration = *configurations_[number % configurations_.size()];
    driver::CompileOptions options;
    options.target = {configuration.triple, configuration.cpu};
    options.optimizationLevel = configuration.level;
    options.threads = 1;
    options.features = wasm::kDefault;
    Result<std::string> artefact =
        driver::compile(jobs_[number / configurations_.size()].wasm, options);
    if (artefact)
      writeText(pathOf(number, ".cwasm"), *artefact);
    else
      writeText(pathOf(number, ".error"), artefact.error().text);
  }

  void tellDeath(size_t number, int status) const {
    int signal = WIFSIGNALED(status) ? WTERMSIG(status) : 0;
    std::string text = signal == SIGALRM ? "the compiler hangs"
                       : signal != 0     ? std::string("the compiler died: ") + strsignal(signal)
                                         : "the compiler exited";
    writeText(pathOf(number, ".error"), text);
  }

  std::string directory_;
  std::vector<const Configuration *> configurations_;
  std::vector<Job> jobs_;
};

// "FROM-TO", half open.
std::pair<uint64_t, uint64_t> parseRange(const std::string &text) {
  size_t dash = text.find('-');
  return {strtoull(text.c_str(), nullptr, 10), strtoull(text.c_str() + dash + 1, nullptr, 10)};
}

void addWhat(Preparation &preparation, const std::string &what) {
  if (what.starts_with("wasm:")) {
    preparation.addFile(what.substr(5));
  } else if (what.starts_with("bytes:")) {
    std::string path = what.substr(6);
    std::string name = path.substr(path.rfind('/') + 1);
    preparation.add(name.substr(0, name.rfind('.')),
                    fuzz::generate(readBytes(path), wasm::kDefault));
  } else if (what.starts_with("single:")) {
    auto [from, to] = parseRange(what.substr(7));
    for (uint64_t i = from; i < to; ++i)
      preparation.add("single" + std::to_string(i),
                      fuzz::singleInstruction(static_cast<uint32_t>(i), wasm::kDefault));
  } else {
    auto [from, to] = parseRange(what);
    for (uint64_t seed = from; seed < to; ++seed)
      preparation.add(std::to_string(seed),
                      fuzz::generate(fuzz::bytesOfSeed(seed, kSeedBytes), wasm::kDefault));
  }
}

} // namespace

int main(int count, char **arguments) {
  if (count == 2 && std::string_view(arguments[1]) == "--count") {
    std::cout << fuzz::singleInstructionCount(wasm::kDefault) << "\n";
    return 0;
  }
  if (count == 4 && std::string_view(arguments[1]) == "--bytes-of-seed") {
    std::vector<uint8_t> bytes = fuzz::bytesOfSeed(strtoull(arguments[2], nullptr, 10), kSeedBytes);
    writeText(arguments[3], asText(bytes));
    return 0;
  }
  if (count < 3) {
    std::cerr << "usage: differential-prepare DIRECTORY CONFIGURATION,... WHAT...\n";
    return 2;
  }
  std::vector<const Configuration *> configurations;
  std::istringstream names(arguments[2]);
  for (std::string name; std::getline(names, name, ',');) {
    const Configuration *configuration = findConfiguration(name);
    if (configuration == nullptr) {
      std::cerr << "unknown configuration " << name << "\n";
      return 2;
    }
    configurations.push_back(configuration);
  }
  Preparation preparation(arguments[1], configurations);
  for (int i = 3; i < count; ++i)
    addWhat(preparation, arguments[i]);
  if (!configurations.empty())
    preparation.compileAll();
  return 0;
}
