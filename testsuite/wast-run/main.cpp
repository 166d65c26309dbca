// wast-run: runs scripts of the specification's test suite through the shipped path: every module
// is compiled to a `.cwasm` file, which the loader maps.

#include "testsuite/wast-run/pool.h"

#include <CLI/CLI.hpp>

#include <algorithm>
#include <cstdlib>
#include <filesystem>
#include <iostream>
#include <set>
#include <sstream>
#include <thread>

namespace {

using namespace wasmc::wast;
namespace fs = std::filesystem;

constexpr int kUsageError = 2;

struct Settings {
  PoolSettings pool;
  std::string filter;
  std::vector<std::string> leftOut;
  std::string emulator;
  std::string expectations = WASMC_EXPECTATIONS;
  bool noExpectations = false;
};

void addTo(CLI::App &app, Settings &settings) {
  settings.pool.jobs = std::max(std::thread::hardware_concurrency(), 1u);
  app.add_option("path", settings.pool.root,
                 "Directory of scripts, or one script. Default: $WASMC_SPEC_TESTSUITE, else " +
                     std::string(WASMC_SPEC_TESTSUITE));
  app.add_option("-O,--opt-level", settings.pool.compile.level, "Optimization level, 0 to 3")
      ->check(CLI::Range(0, 3));
  app.add_option("--target", settings.pool.compile.target,
                 "Compile for another machine, and run the scripts there");
  app.add_option("--emulator", settings.emulator,
                 "Command that runs programs of that machine. Default: qemu-ARCHITECTURE");
  app.add_option("--cpu", settings.pool.compile.cpu, "CPU to compile for");
  app.add_flag("--bounds-checks", settings.pool.compile.code.boundsChecks,
               "Check every memory access in the code");
  app.add_flag("--deterministic", settings.pool.compile.code.deterministic,
               "Canonical NaNs, and relaxed vector operators like their plain ones");
  CLI::Option *instrument =
      app.add_flag("--instrument", settings.pool.compile.instrument, "Count calls and branches");
  app.add_flag("--random-profile", settings.pool.compile.randomProfile,
               "Optimise for counts that no run has made")
      ->excludes(instrument);
  app.add_option("--other-cpu", settings.pool.compile.otherCpu,
                 "CPU to compile every second module of a script for");
  app.add_option("-j,--jobs", settings.pool.jobs, "Scripts run at once")->check(CLI::Range(1, 256));
  app.add_option("--time-limit", settings.pool.secondsPerCommand, "Seconds for one command")
      ->check(CLI::Range(1, 3600));
  app.add_option("--filter", settings.filter, "Only scripts whose path contains this");
  app.add_option("--leave-out", settings.leftOut, "No scripts whose path contains this");
  app.add_option("--expectations", settings.expectations, "What may be skipped, and why");
  app.add_flag("--no-expectations", settings.noExpectations, "Nothing may be skipped");
}

// The largest scripts first, so that no process works alone in the end. Paths are relative to the
// root. Empty when there are none.
std::vector<std::string> findScripts(std::string &root, const std::string &filter) {
  std::vector<std::pair<uintmax_t, std::string>> found;
  std::error_code ignored;
  if (fs::is_regular_file(root, ignored)) {
    fs::path script = root;
    root = script.has_parent_path() ? script.parent_path().string() : ".";
    return {script.filename().string()};
  }
  for (fs::recursive_directory_iterator it(root, ignored), end; !ignored && it != end; ++it) {
    std::string name = it->path().lexically_relative(root).string();
    if (it->path().extension() == ".wast" && name.find(filter) != std::string::npos)
      found.emplace_back(it->file_size(), name);
  }
  std::sort(found.rbegin(), found.rend());
  std::vector<std::string> scripts;
  for (auto &[size, name] : found)
    scripts.push_back(std::move(name));
  return scripts;
}

// The words of the command that runs scripts on the target; false when wast-guest is missing.
bool findGuest(Settings &settings) {
  PoolSettings &pool = settings.pool;
  if (pool.compile.target.empty())
    return true;
  std::string architecture = pool.compile.target.substr(0, pool.compile.target.find('-'));
  std::istringstream words(settings.emulator.empty() ? "qemu-" + architecture : settings.emulator);
  for (std::string word; words >> word;)
    pool.guest.push_back(word);
  pool.guest.push_back(std::string(WASMC_CROSS_DIRECTORY) + "/" + architecture + "/bin/wast-guest");
  if (fs::exists(pool.guest.back()))
    return true;
  std::cerr << "wast-run: " << pool.guest.back() << " has not been built\n";
  return false;
}

int run(Settings &settings) {
  PoolSettings &pool = settings.pool;
  if (pool.root.empty()) {
    const char *variable = std::getenv("WASMC_SPEC_TESTSUITE");
    pool.root = variable != nullptr ? variable : WASMC_SPEC_TESTSUITE;
  }
  if (!findGuest(settings))
    return kUsageError;
  std::string given = pool.root;
  std::vector<std::string> scripts = findScripts(pool.root, settings.filter);
  if (scripts.empty()) {
    std::cerr << "wast-run: there are no scripts in " << given << "\n";
    return kUsageError;
  }
  std::erase_if(scripts, [&](const std::string &script) {
    return std::any_of(settings.leftOut.begin(), settings.leftOut.end(),
                       [&](const auto &part) { return script.find(part) != std::string::npos; });
  });
  Expectations expectations;
  std::string problem =
      settings.noExpectations ? std::string() : expectations.read(settings.expectations);
  if (!problem.empty()) {
    std::cerr << "wast-run: " << problem << "\n";
    return kUsageError;
  }
  std::string scratch = (fs::temp_directory_path() / "wast-run-XXXXXX").string();
  if (mkdtemp(scratch.data()) == nullptr) {
    std::cerr << "wast-run: cannot create " << scratch << "\n";
    return kUsageError;
  }
  pool.compile.scratchDirectory = scratch;
  Report report(expectations);
  runScripts(scripts, pool, report);
  fs::remove_all(scratch);
  bool isPart = !settings.filter.empty() || !settings.leftOut.empty() || given != pool.root;
  for (const std::string &line : expectations.stale(scripts, isPart))
    report.failure(line);
  return report.print(pool.compile.level) ? 0 : 1;
}

} // namespace

int main(int argc, char **argv) {
  CLI::App app("Runs scripts of the WebAssembly test suite");
  app.name("wast-run");
  Settings settings;
  addTo(app, settings);
  try {
    app.parse(argc, argv);
    return run(settings);
  } catch (const CLI::ParseError &problem) {
    return app.exit(problem) == 0 ? 0 : kUsageError;
  } catch (const std::exception &problem) {
    std::cerr << "wast-run: " << problem.what() << "\n";
    return kUsageError;
  }
}
