// Runs scripts in processes of their own, several at once, and ends those that hang.
#ifndef WASMC_TESTSUITE_WAST_RUN_POOL_H
#define WASMC_TESTSUITE_WAST_RUN_POOL_H

#include "testsuite/wast-run/report.h"

#include <string>
#include <vector>

namespace wasmc::wast {

struct PoolSettings {
  std::string root; // scripts are relative to it
  unsigned jobs = 1;
  unsigned secondsPerCommand = 60;
  CompileSettings compile;
  // The words of a command that runs wast-guest on the machine that is compiled for; empty: scripts
  // run in this program.
  std::vector<std::string> guest;
};

// A process per script: one that crashes or hangs takes only its own script along. The report hears
// of everything, in the order in which it happens.
void runScripts(const std::vector<std::string> &scripts, const PoolSettings &settings,
                Report &report);

} // namespace wasmc::wast

#endif
