#include "testsuite/wast-run/report.h"

#include <cstdio>

namespace wasmc::wast {

namespace {

const char *nameOf(CommandKind kind) {
  switch (kind) {
  case CommandKind::module:
    return "module";
  case CommandKind::module_instance:
    return "module instance";
  case CommandKind::register_:
    return "register";
  case CommandKind::action:
    return "action";
  case CommandKind::assert_return:
    return "assert_return";
  case CommandKind::assert_trap:
    return "assert_trap";
  case CommandKind::assert_exhaustion:
    return "assert_exhaustion";
  case CommandKind::assert_exception:
    return "assert_exception";
  case CommandKind::assert_malformed:
    return "assert_malformed";
  case CommandKind::assert_malformed_custom:
    return "assert_malformed_custom";
  case CommandKind::assert_invalid:
    return "assert_invalid";
  case CommandKind::assert_invalid_custom:
    return "assert_invalid_custom";
  case CommandKind::assert_unlinkable:
    return "assert_unlinkable";
  case CommandKind::unsupported:
    return "thread, wait";
  }
  return "?";
}

} // namespace

void Report::commandDone(const std::string &script, uint32_t line, CommandKind kind,
                         Outcome outcome) {
  outcome = expectations_.judge(script, line, std::move(outcome));
  Counts &counts = kinds_[kind];
  switch (outcome.verdict) {
  case Verdict::passed:
    ++counts.passed;
    ++total_.passed;
    break;
  case Verdict::skipped:
    ++counts.skipped;
    ++total_.skipped;
    ++reasons_[outcome.reason];
    break;
  case Verdict::failed:
    ++counts.failed;
    ++total_.failed;
    printf("%s:%u: %s: %s\n", script.c_str(), line, nameOf(kind), outcome.text.c_str());
  }
}

void Report::commandsLost(const std::string &script, size_t count) {
  if (count == 0)
    return;
  total_.failed += count;
  printf("%s: %zu commands after that were not run\n", script.c_str(), count);
}

void Report::mapped(uint32_t level, const std::string &cpu) {
  ++mapped_[{level, cpu}];
}

void Report::failure(const std::string &text) {
  ++total_.failed;
  printf("%s\n", text.c_str());
}

bool Report::print(unsigned wantedLevel) const {
  bool isRightLevel = true;
  printf("%-24s %8s %8s %8s\n", "", "passed", "failed", "skipped");
  for (const auto &[kind, counts] : kinds_)
    printf("%-24s %8zu %8zu %8zu\n", nameOf(kind), counts.passed, counts.failed, counts.skipped);
  for (auto [reason, count] : reasons_)
    printf("skipped for %s: %zu\n", std::string(wast::nameOf(reason)).c_str(), count);
  printf("refused with another message than the script's: %zu\n", otherMessages_);
  for (const auto &[header, count] : mapped_) {
    printf("mapped %zu .cwasm files of level %u for CPU %s\n", count, header.first,
           header.second.c_str());
    isRightLevel = isRightLevel && header.first == wantedLevel;
  }
  if (!isRightLevel)
    printf("some of them are not of the level asked for\n");
  size_t failed = total_.failed + (isRightLevel ? 0 : 1);
  printf("%zu passed, %zu failed, %zu skipped\n", total_.passed, failed, total_.skipped);
  return failed == 0;
}

} // namespace wasmc::wast
