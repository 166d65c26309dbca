// What runs inside a signal handler. Nothing here allocates, locks or calls the C library.
//
// Why this is safe: a fault becomes a trap of the guest only when all of this holds:
//   - this thread is inside a guest call (its current store has a host stack pointer to return to);
//   - the program counter lies in the code of a loaded image, so what was interrupted is guest code
//     and holds no lock, no half-changed structure and no frame of the host;
//   - the fault is one that guest code makes on purpose: a trap instruction of ours with a known
//     code, or an access inside a memory's reservation, the guard of this thread's guest stack, or
//     the first page (a null function reference).
// Then the interrupted code is never resumed: the registers are rewritten so that the thread goes
// on at the landing pad of the innermost wasmc_enter, on the host stack that it saved. Everything
// else goes to the handler that was there before us, unchanged; a fault in host code is never
// resumed into the guest. The backtrace follows frame pointers, which a guest could only have
// damaged by escaping already; still it reads nothing outside the guest's own stack.
#include "runtime-support/trap/handler.h"

#include "runtime-support/platform/guest_ranges.h"
#include "runtime-support/platform/syscall.h"
#include "runtime-support/platform/thread.h"
#include "runtime-support/trap/machine_context.h"
#include "runtime-support/trap/trap.h"

// Reads of guest code and guest stack are no accesses to objects that AddressSanitizer knows.
#define WASMC_READS_GUEST [[gnu::no_sanitize_address]]

extern "C" {
[[gnu::visibility("hidden")]] extern const char wasmc_enter_landing[];
void wasmc_record_trap(wasmc_store *store, uint32_t code, uint64_t pc, uint64_t fp);
}

namespace wasmc::trap {

namespace {

constinit platform::KernelSigaction previousActions[kSignals.size()] = {};

using platform::GuestRange;
using platform::Siginfo;

struct Trap {
  uint32_t code;
  uint64_t address;
};

// Where a frame keeps its caller's frame pointer and return address, relative to its own frame
// pointer: the two conventions differ in what the register points to.
#if defined(__riscv)
constexpr int64_t kSavedFramePointer = -16;
constexpr int64_t kReturnAddress = -8;
#else
constexpr int64_t kSavedFramePointer = 0;
constexpr int64_t kReturnAddress = 8;
#endif

WASMC_READS_GUEST uint64_t stackWord(uint64_t address) {
  return *reinterpret_cast<const uint64_t *>(address);
}

// Follows the frames of guest code outwards. Ends at the entry thunk's caller, which is no guest
// code, or at whatever is not a frame in the guest's stack.
void captureFrames(wasmc_store *store, uint64_t pc, uint64_t fp) {
  uint32_t count = 0;
  store->trap_frames[count++] = pc;
  uint64_t lowest = reinterpret_cast<uint64_t>(store->stack_limit);
  uint64_t top = reinterpret_cast<uint64_t>(store->stack_top);
  while (count < WASMC_MAX_TRAP_FRAMES) {
    uint64_t begin = fp + static_cast<uint64_t>(kSavedFramePointer);
    if (fp % 8 != 0 || begin < lowest || begin > top - 16)
      break;
    uint64_t returnAddress = stackWord(fp + static_cast<uint64_t>(kReturnAddress));
    GuestRange range;
    if (!platform::guestCode.find(returnAddress, range))
      break;
    store->trap_frames[count++] = returnAddress;
    lowest = begin + 16; // frames only ever lie further out: no cycles
    fp = stackWord(begin);
  }
  store->trap_frame_count = count;
}

constexpr bool isTrapCode(uint32_t code) {
  switch (code) {
#define WASMC_TRAP(name, number, message) case number:
#include "wasmc/abi/traps.def"
#undef WASMC_TRAP
    return true;
  default:
    return false;
  }
}

// Decodes the trap instruction of lowering (design decision D1) at `pc`.
WASMC_READS_GUEST uint32_t codeOfInstruction(int signal, uint64_t pc, const GuestRange &code) {
  const uint8_t *bytes = reinterpret_cast<const uint8_t *>(pc);
  uint64_t left = code.end - pc;
#if defined(__x86_64__)
  // ud1l CODE(%eax), %eax
  bool ours = signal == platform::kSIGILL && left >= 5 && bytes[0] == 0x67 && bytes[1] == 0x0f &&
              bytes[2] == 0xb9 && bytes[3] == 0x40;
  uint32_t number = ours ? bytes[4] : 0;
#elif defined(__aarch64__)
  // brk #CODE
  if (signal != platform::kSIGTRAP || left < 4)
    return WASMC_TRAP_none;
  uint32_t instruction = *reinterpret_cast<const uint32_t *>(bytes);
  uint32_t number = (instruction & 0xffe0001fu) == 0xd4200000u ? instruction >> 5 & 0xffff : 0;
#else
  // unimp (compressed), then a half word with the code
  bool ours = signal == platform::kSIGILL && left >= 4 && bytes[0] == 0 && bytes[1] == 0;
  uint32_t number = ours ? bytes[2] | uint32_t{bytes[3]} << 8 : 0;
#endif
  return isTrapCode(number) ? number : uint32_t{WASMC_TRAP_none};
}

// Says what an access to `address` by guest code of the store means.
uint32_t codeOfAddress(const wasmc_store *store, uint64_t address) {
  uint64_t limit = reinterpret_cast<uint64_t>(store->stack_limit);
  if (address < limit && limit - address <= WASMC_STACK_GUARD_SIZE)
    return WASMC_TRAP_call_stack_exhausted;
  if (address < WASMC_NULL_RECORD_LIMIT)
    return WASMC_TRAP_uninitialized_element;
  GuestRange memory;
  if (platform::guestMemory.find(address, memory))
    return WASMC_TRAP_out_of_bounds_memory_access;
  return WASMC_TRAP_none;
}

Trap classify(const wasmc_store *store, int signal, const Siginfo &information, uint64_t pc) {
  GuestRange code;
  if (store == nullptr || store->host_sp == nullptr || information.si_code <= 0 ||
      !platform::guestCode.find(pc, code))
    return {WASMC_TRAP_none, 0};
  constexpr int kSEGV_MAPERR = 1;
  constexpr int kSEGV_ACCERR = 2;
  if (signal != platform::kSIGSEGV)
    return {codeOfInstruction(signal, pc, code), 0};
  // With any other si_code the address is not what was accessed.
  if (information.si_code != kSEGV_MAPERR && information.si_code != kSEGV_ACCERR)
    return {WASMC_TRAP_none, 0};
  uint64_t address = reinterpret_cast<uint64_t>(information.address);
  return {codeOfAddress(store, address), address};
}

void record(wasmc_store *store, Trap trap, uint64_t pc, uint64_t fp) {
  store->trap_code = trap.code;
  store->fault_address = trap.address;
  captureFrames(store, pc, fp);
}

// Ends the process as the signal would have ended it without any handler.
void dieByDefault(int signal, const Siginfo &information) {
  platform::KernelSigaction byDefault = {};
  platform::systemCall(platform::SystemCall::rt_sigaction, signal, &byDefault, nullptr,
                       platform::kKernelSigsetSize);
  // A fault comes again when the instruction is executed again. What somebody sent, and SIGTRAP,
  // must be sent again; it arrives when the handler returns and the signal is no longer blocked.
  if (information.si_code > 0 && signal != platform::kSIGTRAP)
    return;
  platform::systemCall(platform::SystemCall::tgkill,
                       platform::systemCall(platform::SystemCall::getpid),
                       platform::systemCall(platform::SystemCall::gettid), signal);
}

// A handler of somebody else has its own idea of siginfo_t, which UBSan takes for another type.
#if defined(__clang__)
#define WASMC_CALLS_FOREIGN_TYPE [[clang::no_sanitize("function")]]
#else
#define WASMC_CALLS_FOREIGN_TYPE
#endif

// Does what would have happened without us.
WASMC_CALLS_FOREIGN_TYPE void chain(int signal, Siginfo *information, void *ucontext) {
  constexpr uint64_t kSA_RESETHAND = 0x80000000;
  platform::KernelSigaction previous = previousAction(signal);
  uint64_t handler = reinterpret_cast<uint64_t>(previous.handler);
  bool ignored = handler == 1;
  // The kernel does not let a fault be ignored, only a signal that was sent.
  if (ignored && information->si_code <= 0)
    return;
  if (handler == 0 || ignored)
    return dieByDefault(signal, *information);
  if ((previous.flags & kSA_RESETHAND) != 0)
    previousAction(signal).handler = nullptr;
  // The mask that the previous handler asked for; the kernel restores the old one when we return.
  platform::systemCall(platform::SystemCall::rt_sigprocmask, platform::kSIG_BLOCK, &previous.mask,
                       nullptr, platform::kKernelSigsetSize);
  if ((previous.flags & platform::kSA_NODEFER) != 0) {
    uint64_t own = uint64_t{1} << (signal - 1);
    platform::systemCall(platform::SystemCall::rt_sigprocmask, platform::kSIG_UNBLOCK, &own,
                         nullptr, platform::kKernelSigsetSize);
  }
  if ((previous.flags & platform::kSA_SIGINFO) != 0)
    reinterpret_cast<void (*)(int, Siginfo *, void *)>(handler)(signal, information, ucontext);
  else
    reinterpret_cast<void (*)(int)>(handler)(signal);
}

} // namespace

platform::KernelSigaction &previousAction(int signal) {
  size_t k = 0;
  while (k + 1 < kSignals.size() && kSignals[k] != signal)
    ++k;
  return previousActions[k];
}

void handleSignal(int signal, Siginfo *information, void *ucontext) {
  MachineContext registers(ucontext);
  wasmc_store *store = platform::currentStore;
  uint64_t pc = registers.programCounter();
  Trap trap = classify(store, signal, *information, pc);
  if (trap.code == WASMC_TRAP_none)
    return chain(signal, information, ucontext);
  record(store, trap, pc, registers.framePointer());
  registers.stackPointer() = reinterpret_cast<uint64_t>(store->host_sp);
  registers.programCounter() = reinterpret_cast<uint64_t>(wasmc_enter_landing);
  registers.firstResult() = trap.code;
}

} // namespace wasmc::trap

// The part of builtin `raise` that needs no assembly; called by it on the guest's stack.
extern "C" [[gnu::visibility("hidden")]] void wasmc_record_trap(wasmc_store *store, uint32_t code,
                                                                uint64_t pc, uint64_t fp) {
  wasmc::trap::record(store, {code, 0}, pc, fp);
}
