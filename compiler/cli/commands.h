// The subcommands of wasmc-compiler.
#ifndef WASMC_COMPILER_CLI_COMMANDS_H
#define WASMC_COMPILER_CLI_COMMANDS_H

#include "compiler/wasm/code_options.h"

#include <cstdint>
#include <span>
#include <string>
#include <vector>

namespace CLI {
class App;
}

namespace wasmc::driver {
struct CompileOptions;
}

namespace wasmc::cli {

// Each command declares its options, and runs to an exit code once they are parsed.

class CompileCommand {
public:
  void addTo(CLI::App &app);
  int run();

private:
  std::string input_;
  std::string output_;
  std::string level_ = "2";
  std::string emit_ = "cwasm";
  std::string target_;
  std::string cpu_;
  std::string cpuFeatures_;
  std::string header_;
  std::string prefix_;
  std::vector<std::string> bakedDirectories_;
  std::vector<std::string> bakedVariables_;
  wasm::CodeOptions code_;
  std::string loopVersioning_ = "on";
  bool instrument_ = false;
  std::vector<std::string> profiles_;
  unsigned threads_ = 0;
  std::string cache_;
  std::string timeReport_; // empty: none
  bool quiet_ = false;

  // What belongs to one kind of artefact. An exit code when the command line is wrong, else 0.
  int readExecutableOptions(driver::CompileOptions &options);
  int readObjectOptions(driver::CompileOptions &options);
  // Reads the profiles of a module. An exit code when one cannot be used, else 0.
  int readProfiles(std::span<const uint8_t> module, driver::CompileOptions &options);
};

// Lists what can be compiled for.
class TargetsCommand {
public:
  int run();
};

// Tells what a target, a CPU and features mean.
class SettingsCommand {
public:
  void addTo(CLI::App &app);
  int run();

private:
  std::string target_;
  std::string cpu_;
  std::string cpuFeatures_;
};

// Prints the proposals and which of them are on.
class FeaturesCommand {
public:
  void addTo(CLI::App &app);
  int run();
};

class ValidateCommand {
public:
  void addTo(CLI::App &app);
  int run();

private:
  std::string input_;
  unsigned threads_ = 0;
};

} // namespace wasmc::cli

#endif
