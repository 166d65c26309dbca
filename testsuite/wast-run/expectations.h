// The expectations file: which commands of the suite may be skipped, and why.
#ifndef WASMC_TESTSUITE_WAST_RUN_EXPECTATIONS_H
#define WASMC_TESTSUITE_WAST_RUN_EXPECTATIONS_H

#include "testsuite/wast-run/outcome.h"

#include <string>
#include <vector>

namespace wasmc::wast {

class Expectations {
public:
  // Reads the file. What is wrong with it, or empty.
  std::string read(const std::string &path);

  // Takes one outcome into account, and turns it into a failure where the file says otherwise: a
  // skip that no line allows, a command that passes though a line names it.
  Outcome judge(const std::string &script, uint32_t line, Outcome outcome);

  // Lines that stood for nothing. When only some scripts were run, of those alone.
  std::vector<std::string> stale(const std::vector<std::string> &scriptsRun, bool isFiltered) const;

private:
  struct Line {
    std::string script;
    uint32_t line; // 0: the whole script
    Reason reason;
    unsigned number; // in the file
    bool isUsed;
  };

  std::vector<Line> lines_;
};

} // namespace wasmc::wast

#endif
