#include "runtime-support/wasi/functions.h"

namespace wasmc::wasi {

using namespace platform;

namespace {

// realtime, monotonic, process and thread CPU time have the same numbers in preview1 and Linux.
constexpr uint32_t kClockCount = 4;

Outcome<uint64_t> ask(SystemCall question, uint32_t clock) {
  if (clock >= kClockCount)
    return std::unexpected(Errno::inval);
  Timespec time{};
  TRY(checked(systemCall(question, clock, &time)));
  return static_cast<uint64_t>(time.tv_sec) * 1'000'000'000 + static_cast<uint64_t>(time.tv_nsec);
}

} // namespace

Outcome<void> clockResGet(Call &call) {
  TRY_ASSIGN(const uint64_t resolution, ask(SystemCall::clock_getres, call.u32(0)));
  return call.memory.write(call.u32(1), resolution);
}

// The second argument, the precision the guest would be content with, only allows to be worse.
Outcome<void> clockTimeGet(Call &call) {
  TRY_ASSIGN(const uint64_t time, ask(SystemCall::clock_gettime, call.u32(0)));
  return call.memory.write(call.u32(2), time);
}

} // namespace wasmc::wasi
