#include "runtime-support/platform/process.h"

#include "runtime-support/platform/kernel_types.h"
#include "runtime-support/platform/syscall.h"

#if !WASMC_FREESTANDING
extern "C" unsigned long getauxval(unsigned long type);
#endif

namespace wasmc::platform {

void exitProcess(int code) {
  for (;;)
    systemCall(SystemCall::exit_group, code);
}

void abortProcess() {
  KernelSigaction byDefault = {};
  systemCall(SystemCall::rt_sigaction, kSIGABRT, &byDefault, nullptr, kKernelSigsetSize);
  uint64_t mask = uint64_t{1} << (kSIGABRT - 1);
  systemCall(SystemCall::rt_sigprocmask, kSIG_UNBLOCK, &mask, nullptr, kKernelSigsetSize);
  systemCall(SystemCall::tgkill, systemCall(SystemCall::getpid), systemCall(SystemCall::gettid),
             kSIGABRT);
  exitProcess(134);
}

int executeProgram(const char *path, const char *const *arguments, const char *const *environment) {
  return static_cast<int>(-systemCall(SystemCall::execve, path, arguments, environment));
}

intptr_t runChild(const char *path, const char *const *arguments, const char *const *environment) {
  constexpr int kSIGCHLD = 17;
  // A plain fork: the memory that must not be written in the child (this one is about to exec) is
  // shared copy-on-write, and no other thread exists in the front door.
  intptr_t child = systemCall(SystemCall::clone, kSIGCHLD, nullptr, nullptr, nullptr, nullptr);
  if (child == 0) {
    executeProgram(path, arguments, environment);
    exitProcess(127);
  }
  if (isError(child))
    return child;
  int status = 0;
  for (;;) {
    intptr_t answer = systemCall(SystemCall::wait4, child, &status, 0, nullptr);
    if (answer == child)
      return status;
    if (answer != -kEINTR)
      return answer;
  }
}

#if WASMC_FREESTANDING

namespace {
constinit const uint64_t *auxiliaryVector = nullptr;
}

void setAuxiliaryVector(const uint64_t *vector) {
  auxiliaryVector = vector;
}

uint64_t auxiliaryValue(uint64_t type) {
  for (const uint64_t *entry = auxiliaryVector; entry != nullptr && entry[0] != 0; entry += 2)
    if (entry[0] == type)
      return entry[1];
  return 0;
}

#else

uint64_t auxiliaryValue(uint64_t type) {
  return getauxval(type);
}

#endif

} // namespace wasmc::platform
