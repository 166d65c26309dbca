// The subcommands of wasmc-compiler.
#ifndef WASMC_COMPILER_CLI_COMMANDS_H
#define WASMC_COMPILER_CLI_COMMANDS_H

#include "compiler/wasm/code_options.h"

#include <string>
#include <vector>

namespace CLI {
class App;
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
  std::vector<std::string> bakedDirectories_;
  std::vector<std::string> bakedVariables_;
  wasm::CodeOptions code_;
  unsigned threads_ = 0;
  bool quiet_ = false;
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
