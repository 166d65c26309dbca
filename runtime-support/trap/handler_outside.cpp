// Setting the trap handler up: signal actions once per process, a signal stack once per thread.
#include "runtime-support/platform/atomic.h"
#include "runtime-support/platform/process.h"
#include "runtime-support/platform/syscall.h"
#include "runtime-support/platform/thread.h"
#include "runtime-support/platform/virtual_memory.h"
#include "runtime-support/trap/assembly_offsets.h"
#include "runtime-support/trap/handler.h"
#include "runtime-support/trap/trap.h"

#if defined(__x86_64__)
extern "C" {
[[gnu::visibility("hidden")]] extern const char wasmc_signal_restorer[];
}
#endif

namespace wasmc::trap {

static_assert(WASMC_ASM_STORE_HOST_SP == WASMC_STORE_HOST_SP);
static_assert(WASMC_ASM_CONTEXT_STORE == WASMC_CONTEXT_STORE);

namespace {

// What the handler itself may need beside the registers that the kernel saves (AVX-512 and AMX make
// those more than 10 KiB: AT_MINSIGSTKSZ tells). Handlers that we chain to run there too.
constexpr size_t kHandlerStack = 32768;

struct SignalStack {
  bool ready = false;
  bool isOurs = false;        // the kernel was told of one by us
  uint8_t *mapping = nullptr; // null when the caller's or the thread's own is used
  size_t size = 0;
};

#if WASMC_FREESTANDING
constinit SignalStack signalStack;
#else
constinit thread_local SignalStack signalStack;
#endif

constinit platform::Lock installLock;
constinit platform::Atomic<uint32_t> installed;

Result<void> installHandlers() {
  if (installed.loadAcquire() != 0)
    return {};
  platform::LockGuard guard(installLock);
  if (installed.loadRelaxed() != 0)
    return {};
  for (int signal : kSignals) {
    platform::KernelSigaction action = {};
    action.handler = reinterpret_cast<void *>(&handleSignal);
    action.flags = platform::kSA_SIGINFO | platform::kSA_ONSTACK;
#if defined(__x86_64__)
    action.flags |= platform::kSA_RESTORER;
    action.restorer = const_cast<char *>(wasmc_signal_restorer);
#endif
#if !WASMC_FREESTANDING
    // Before ours is in place, so that a fault on another thread finds its way.
    platform::systemCall(platform::SystemCall::rt_sigaction, signal, nullptr,
                         &previousAction(signal), platform::kKernelSigsetSize);
#endif
    intptr_t answer = platform::systemCall(platform::SystemCall::rt_sigaction, signal, &action,
                                           &previousAction(signal), platform::kKernelSigsetSize);
    if (platform::isError(answer))
      return error(Error::kNoOffset, "cannot install a signal handler (errno ",
                   static_cast<uint64_t>(-answer), ")");
  }
  installed.storeRelease(1);
  return {};
}

std::unexpected<Error> cannotSetUp(intptr_t answer) {
  return error(Error::kNoOffset, "cannot set up a signal stack (errno ",
               static_cast<uint64_t>(-answer), ")");
}

bool hasLargeEnoughStack(size_t needed) {
#if WASMC_FREESTANDING
  // Signal stacks do not survive execve, and nobody else is here to have made one.
  return false;
#else
  platform::StackT current = {};
  intptr_t answer = platform::systemCall(platform::SystemCall::sigaltstack, nullptr, &current);
  return answer == 0 && (current.ss_flags & platform::kSS_DISABLE) == 0 &&
         current.ss_size >= needed;
#endif
}

// A guard page below: a handler that runs too deep must fault, not write over something else.
Result<std::span<uint8_t>> mapSignalStack(size_t size) {
  size_t page = platform::pageSize();
  TRY_ASSIGN(uint8_t *mapping, platform::reserve(page + size, "a signal stack"));
  signalStack.mapping = mapping;
  signalStack.size = page + size;
  intptr_t answer = platform::protect(mapping + page, size, platform::Protection::readWrite);
  if (answer != 0)
    return cannotSetUp(answer);
  return std::span(mapping + page, size);
}

Result<void> setSignalStack(std::span<uint8_t> memory) {
  size_t needed = signalStackSize();
  if (hasLargeEnoughStack(needed))
    return {};
  if (memory.size() < needed) {
    TRY_ASSIGN(memory, mapSignalStack(needed));
  }
  platform::StackT stack = {memory.data(), 0, memory.size()};
  intptr_t answer = platform::systemCall(platform::SystemCall::sigaltstack, &stack, nullptr);
  if (answer != 0)
    return cannotSetUp(answer);
  signalStack.isOurs = true;
  return {};
}

} // namespace

size_t signalStackSize() {
  return platform::roundUpToPage(platform::auxiliaryValue(platform::kAT_MINSIGSTKSZ) +
                                 kHandlerStack);
}

Result<void> prepareThread(std::span<uint8_t> memory) {
  if (signalStack.ready) [[likely]]
    return {};
  TRY(installHandlers());
  Result<void> set = setSignalStack(memory);
  if (!set && signalStack.mapping != nullptr)
    platform::release(signalStack.mapping, signalStack.size);
  if (!set) {
    signalStack = {};
    return set;
  }
  signalStack.ready = true;
  return {};
}

void releaseThread() {
  if (signalStack.isOurs) {
    platform::StackT disabled = {nullptr, platform::kSS_DISABLE, 0};
    platform::systemCall(platform::SystemCall::sigaltstack, &disabled, nullptr);
  }
  if (signalStack.mapping != nullptr)
    platform::release(signalStack.mapping, signalStack.size);
  signalStack = {};
}

std::string_view message(uint32_t code) {
  switch (code) {
#define WASMC_TRAP(name, number, text)                                                             \
  case number:                                                                                     \
    return text;
#include "wasmc/abi/traps.def"
#undef WASMC_TRAP
  default:
    return {};
  }
}

GuestScope::GuestScope(wasmc_store *store) : previous_(platform::currentStore) {
  platform::currentStore = store;
}

GuestScope::~GuestScope() {
  platform::currentStore = previous_;
}

} // namespace wasmc::trap
