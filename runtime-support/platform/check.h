// What happens when the runtime finds itself wrong.
#ifndef WASMC_RUNTIME_PLATFORM_CHECK_H
#define WASMC_RUNTIME_PLATFORM_CHECK_H

namespace wasmc::platform {

// Writes `what` to standard error and ends the process by SIGABRT. Safe in a signal handler.
[[noreturn, gnu::cold]] void fail(const char *what);

} // namespace wasmc::platform

// An invariant that the sandbox rests on: checked in release builds too.
#define WASMC_CHECK(condition)                                                                     \
  do {                                                                                             \
    if (!(condition)) [[unlikely]]                                                                 \
      ::wasmc::platform::fail(__FILE__ ": " #condition);                                           \
  } while (false)

// Any other invariant of ours: checked in debug builds.
#ifdef NDEBUG
#define WASMC_ASSERT(condition) static_cast<void>(0)
#else
#define WASMC_ASSERT(condition) WASMC_CHECK(condition)
#endif

#endif
