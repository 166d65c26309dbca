#include "testsuite/wast-run/expectations.h"

#include <algorithm>
#include <fstream>
#include <sstream>

namespace wasmc::wast {

std::string Expectations::read(const std::string &path) {
  std::ifstream input(path);
  if (!input)
    return "cannot read " + path;
  std::string text;
  for (unsigned number = 1; std::getline(input, text); ++number) {
    std::string where = path + ":" + std::to_string(number) + ": ";
    std::istringstream words(text.substr(0, text.find('#')));
    std::string script, reason, rest;
    if (!(words >> script))
      continue;
    if (!(words >> reason) || words >> rest)
      return where + "a line is a script and a reason";
    auto name = std::find(kReasonNames.begin() + 1, kReasonNames.end(), reason);
    if (name == kReasonNames.end())
      return where + "unknown reason " + reason;
    uint32_t line = 0;
    if (size_t colon = script.find(':'); colon != std::string::npos) {
      line = static_cast<uint32_t>(std::strtoul(script.c_str() + colon + 1, nullptr, 10));
      script.resize(colon);
      if (line == 0)
        return where + "not a line number";
    }
    lines_.push_back(
        {script, line, static_cast<Reason>(name - kReasonNames.begin()), number, false});
  }
  return "";
}

Outcome Expectations::judge(const std::string &script, uint32_t line, Outcome outcome) {
  bool isAllowed = false;
  for (Line &entry : lines_) {
    if (entry.script != script || (entry.line != 0 && entry.line != line))
      continue;
    if (outcome.verdict == Verdict::passed && entry.line != 0)
      return Outcome::fail("passes, but the expectations say " + std::string(nameOf(entry.reason)));
    if (outcome.verdict == Verdict::skipped && entry.reason == outcome.reason)
      isAllowed = entry.isUsed = true;
  }
  if (outcome.verdict == Verdict::skipped && !isAllowed)
    return Outcome::fail("needs " + std::string(nameOf(outcome.reason)) +
                         ", which the expectations do not say");
  return outcome;
}

std::vector<std::string> Expectations::stale(const std::vector<std::string> &scriptsRun,
                                             bool isFiltered) const {
  std::vector<std::string> result;
  for (const Line &entry : lines_) {
    bool wasRun = std::find(scriptsRun.begin(), scriptsRun.end(), entry.script) != scriptsRun.end();
    if (entry.isUsed || (isFiltered && !wasRun))
      continue;
    std::string place = entry.line != 0 ? ":" + std::to_string(entry.line) : "";
    result.push_back("expectations:" + std::to_string(entry.number) + ": no command of " +
                     entry.script + place + " needs " + std::string(nameOf(entry.reason)));
  }
  return result;
}

} // namespace wasmc::wast
