// What becomes of one command of a script.
#ifndef WASMC_TESTSUITE_WAST_RUN_OUTCOME_H
#define WASMC_TESTSUITE_WAST_RUN_OUTCOME_H

#include <stdint.h>

#include <array>
#include <string>
#include <string_view>

namespace wasmc::wast {

// Why a command may be skipped: what wasmc does not do yet. A closed list; "something is broken" is
// not on it.
enum class Reason : uint8_t {
  none,
  gc,
  exceptions,
  threads,
  custom_descriptors,
  legacy_exceptions,
};

// As the expectations file spells them, in the order of Reason.
inline constexpr std::array<std::string_view, 6> kReasonNames = {
    "none", "gc", "exceptions", "threads", "custom-descriptors", "legacy-exceptions"};

inline std::string_view nameOf(Reason reason) {
  return kReasonNames[static_cast<size_t>(reason)];
}

enum class Verdict : uint8_t { passed, failed, skipped };

struct Outcome {
  Verdict verdict = Verdict::passed;
  Reason reason = Reason::none; // of skipped
  std::string text;             // of failed

  static Outcome pass() { return {}; }
  static Outcome skip(Reason reason) { return {Verdict::skipped, reason, {}}; }
  static Outcome fail(std::string text) { return {Verdict::failed, Reason::none, std::move(text)}; }
};

} // namespace wasmc::wast

#endif
