#include "runtime-support/wasi/functions.h"

namespace wasmc::wasi {

using namespace platform;

namespace {

// What a signal does to a process that does not handle it.
enum class DefaultAction : uint8_t { invalid, ignore, end, stop };

DefaultAction defaultAction(uint32_t signal) {
  constexpr uint32_t kHighest = 30;
  switch (signal) {
  case 0:  // none
  case 16: // chld
  case 17: // cont
  case 22: // urg
  case 27: // winch
    return DefaultAction::ignore;
  case 18: // stop
  case 19: // tstp
  case 20: // ttin
  case 21: // ttou
    return DefaultAction::stop;
  default:
    return signal <= kHighest ? DefaultAction::end : DefaultAction::invalid;
  }
}

// preview1 has Linux's signals in Linux's order without 16, which is STKFLT.
uint32_t linuxSignal(uint32_t signal) {
  return signal < 16 ? signal : signal + 1;
}

uint32_t leave(wasmc_store *store, uint32_t exitCode) {
  store->exit_code = exitCode;
  return WASMC_TRAP_exit;
}

} // namespace

uint32_t procExit(void *, wasmc_store *store, wasmc_slot *slots) {
  return leave(store, slots[0].u32);
}

// The process that a guest may signal is itself: a signal that would end a process ends the guest,
// with the exit code by which shells report it, and never reaches the host's process. Stopping is
// not supported (notsup).
uint32_t procRaise(void *, wasmc_store *store, wasmc_slot *slots) {
  const uint32_t signal = slots[0].u32;
  Errno result = Errno::success;
  switch (defaultAction(signal)) {
  case DefaultAction::end:
    return leave(store, 128 + linuxSignal(signal));
  case DefaultAction::ignore:
    break;
  case DefaultAction::stop:
    result = Errno::notsup;
    break;
  case DefaultAction::invalid:
    result = Errno::inval;
    break;
  }
  slots[0].u32 = static_cast<uint32_t>(result);
  return WASMC_TRAP_none;
}

Outcome<void> schedYield(Call &) {
  TRY(checked(systemCall(SystemCall::sched_yield)));
  return {};
}

} // namespace wasmc::wasi
