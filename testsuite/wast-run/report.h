// Counts outcomes and prints them.
#ifndef WASMC_TESTSUITE_WAST_RUN_REPORT_H
#define WASMC_TESTSUITE_WAST_RUN_REPORT_H

#include "testsuite/wast-run/expectations.h"
#include "testsuite/wast-run/script_runner.h"

#include <map>
#include <string>

namespace wasmc::wast {

class Report {
public:
  explicit Report(Expectations &expectations) : expectations_(expectations) {}

  void commandDone(const std::string &script, uint32_t line, CommandKind kind, Outcome outcome);
  // `count` commands behind one that killed the script's process.
  void commandsLost(const std::string &script, size_t count);
  void mapped(uint32_t level, const std::string &cpu);
  void otherMessage() { ++otherMessages_; }
  // A failure that belongs to no command.
  void failure(const std::string &text);

  // Prints the counts; the last line is "N passed, N failed, N skipped". False when anything
  // failed.
  bool print(unsigned wantedLevel) const;

private:
  struct Counts {
    size_t passed = 0;
    size_t failed = 0;
    size_t skipped = 0;
  };

  Expectations &expectations_;
  std::map<CommandKind, Counts> kinds_;
  std::map<Reason, size_t> reasons_;
  std::map<std::pair<uint32_t, std::string>, size_t> mapped_;
  size_t otherMessages_ = 0;
  Counts total_;
};

} // namespace wasmc::wast

#endif
