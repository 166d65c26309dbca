#include "runtime-support/trap/trap.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <signal.h>
#include <string.h>
#include <sys/mman.h>

#include <atomic>
#include <thread>
#include <vector>

#include "runtime-support/platform/guest_ranges.h"
#include "tests/unit/trap/guest_code.h"

namespace wasmc {
namespace {

using platform::guestCode;
using platform::guestMemory;

constexpr size_t kStackBytes = 1u << 20;

// A store with a guest stack, made by hand: the trap room knows nothing of the object room.
class GuestThread {
public:
  GuestThread() {
    size_t size = kStackBytes + WASMC_STACK_GUARD_SIZE;
    mapping_ = static_cast<uint8_t *>(
        mmap(nullptr, size, PROT_NONE, MAP_PRIVATE | MAP_ANONYMOUS | MAP_NORESERVE, -1, 0));
    EXPECT_NE(mapping_, MAP_FAILED);
    EXPECT_EQ(mprotect(mapping_ + WASMC_STACK_GUARD_SIZE, kStackBytes, PROT_READ | PROT_WRITE), 0);
    store.stack_limit = mapping_ + WASMC_STACK_GUARD_SIZE;
    store.stack_top = store.stack_limit + kStackBytes;
    context.prefix.store = &store;
    context.prefix.builtins = builtins;
    builtins[WASMC_BUILTIN_raise] = reinterpret_cast<wasmc_builtin_function>(&wasmc_builtin_raise);
    EXPECT_TRUE(trap::prepareThread());
  }
  ~GuestThread() { munmap(mapping_, kStackBytes + WASMC_STACK_GUARD_SIZE); }

  uint32_t call(void (*code)(), uint64_t a = 0, uint64_t b = 0) {
    slots[0].u64 = a;
    slots[1].u64 = b;
    trap::GuestScope scope(&store);
    return wasmc_enter(&store, guest_entry, reinterpret_cast<void *>(code), &context, slots,
                       store.host_sp == nullptr ? store.stack_top : nullptr);
  }

  wasmc_store store = {};
  wasmc_vm_context context = {};
  wasmc_builtin_function builtins[WASMC_BUILTIN_COUNT] = {};
  wasmc_slot slots[8] = {};

private:
  uint8_t *mapping_ = nullptr;
};

// Makes the functions of guest_code.S guest code.
class TrapTest : public testing::Test {
protected:
  static void SetUpTestSuite() {
    ASSERT_TRUE(guestCode.add({reinterpret_cast<uint64_t>(guest_code_begin),
                               reinterpret_cast<uint64_t>(guest_code_end), nullptr}));
  }
  static void TearDownTestSuite() {
    guestCode.remove(reinterpret_cast<uint64_t>(guest_code_begin));
  }
};

uint64_t addressOf(void (*code)()) {
  return reinterpret_cast<uint64_t>(code);
}

TEST_F(TrapTest, ReturnsResults) {
  GuestThread guest;
  EXPECT_EQ(guest.call(guest_add, 40, 2), WASMC_TRAP_none);
  EXPECT_EQ(guest.slots[0].u64, 42u);
  EXPECT_EQ(guest.store.host_sp, nullptr);
}

TEST_F(TrapTest, TrapInstructionCarriesItsCode) {
  GuestThread guest;
  EXPECT_EQ(guest.call(guest_divide_by_zero), WASMC_TRAP_integer_divide_by_zero);
  EXPECT_EQ(guest.store.trap_code, WASMC_TRAP_integer_divide_by_zero);
  EXPECT_EQ(guest.store.host_sp, nullptr);
  EXPECT_EQ(guest.store.fault_address, 0u);
}

TEST_F(TrapTest, ManyTrapsLeaveNothingBehind) {
  GuestThread guest;
  for (int i = 0; i < 1000; ++i) {
    ASSERT_EQ(guest.call(guest_divide_by_zero), WASMC_TRAP_integer_divide_by_zero);
    ASSERT_EQ(guest.call(guest_add, i, 1), WASMC_TRAP_none);
    ASSERT_EQ(guest.slots[0].u64, static_cast<uint64_t>(i) + 1);
  }
}

TEST_F(TrapTest, FramesRunFromTheTrapOutwards) {
  GuestThread guest;
  EXPECT_EQ(guest.call(guest_outer), WASMC_TRAP_integer_divide_by_zero);
  // The trap, its caller, and the entry thunk.
  ASSERT_EQ(guest.store.trap_frame_count, 3u);
  EXPECT_EQ(guest.store.trap_frames[0], addressOf(guest_divide_by_zero) + 4);
  EXPECT_EQ(guest.store.trap_frames[1], reinterpret_cast<uint64_t>(guest_outer_return));
  EXPECT_GT(guest.store.trap_frames[2], reinterpret_cast<uint64_t>(guest_entry));
  EXPECT_LT(guest.store.trap_frames[2], addressOf(guest_host_thunk));
}

TEST_F(TrapTest, RaiseBuiltinLeavesLikeATrap) {
  GuestThread guest;
  EXPECT_EQ(guest.call(guest_raise, WASMC_TRAP_cast_failure), WASMC_TRAP_cast_failure);
  EXPECT_EQ(guest.store.trap_code, WASMC_TRAP_cast_failure);
  EXPECT_EQ(guest.store.host_sp, nullptr);
  ASSERT_EQ(guest.store.trap_frame_count, 2u);
  // Inside the call instruction, so that looking the PC up finds the call and not what follows.
  EXPECT_GE(guest.store.trap_frames[0], addressOf(guest_raise));
  EXPECT_LT(guest.store.trap_frames[0], addressOf(guest_call_import));
}

TEST_F(TrapTest, EndlessRecursionExhaustsTheStack) {
  GuestThread guest;
  EXPECT_EQ(guest.call(guest_recurse), WASMC_TRAP_call_stack_exhausted);
  EXPECT_EQ(guest.store.trap_frame_count, WASMC_MAX_TRAP_FRAMES);
  uint64_t limit = reinterpret_cast<uint64_t>(guest.store.stack_limit);
  EXPECT_LT(guest.store.fault_address, limit);
  EXPECT_GE(guest.store.fault_address, limit - WASMC_STACK_GUARD_SIZE);
  EXPECT_EQ(guest.call(guest_add, 1, 2), WASMC_TRAP_none);
}

TEST_F(TrapTest, AccessToMemoryReservationIsOutOfBounds) {
  GuestThread guest;
  constexpr size_t kSize = 1u << 20;
  auto *reservation = static_cast<uint8_t *>(
      mmap(nullptr, kSize, PROT_NONE, MAP_PRIVATE | MAP_ANONYMOUS | MAP_NORESERVE, -1, 0));
  ASSERT_NE(reservation, MAP_FAILED);
  uint64_t begin = reinterpret_cast<uint64_t>(reservation);
  ASSERT_TRUE(guestMemory.add({begin, begin + kSize, nullptr}));
  EXPECT_EQ(guest.call(guest_read_absolute, begin), WASMC_TRAP_out_of_bounds_memory_access);
  EXPECT_EQ(guest.store.fault_address, begin);
  EXPECT_EQ(guest.call(guest_read_absolute, begin + kSize - 8),
            WASMC_TRAP_out_of_bounds_memory_access);
  guestMemory.remove(begin);
  munmap(reservation, kSize);
}

TEST_F(TrapTest, NullRecordIsAnUninitializedElement) {
  GuestThread guest;
  EXPECT_EQ(guest.call(guest_read_absolute, 16), WASMC_TRAP_uninitialized_element);
  EXPECT_EQ(guest.call(guest_read_absolute, 4088), WASMC_TRAP_uninitialized_element);
}

uint32_t nestedCall(void *env, wasmc_store *, wasmc_slot *slots) {
  auto *guest = static_cast<GuestThread *>(env);
  wasmc_slot own[8] = {};
  void *outerHostSp = guest->store.host_sp;
  uint32_t code;
  {
    trap::GuestScope scope(&guest->store);
    code = wasmc_enter(&guest->store, guest_entry, reinterpret_cast<void *>(guest_divide_by_zero),
                       &guest->context, own, nullptr);
  }
  EXPECT_EQ(guest->store.host_sp, outerHostSp);
  slots[0].u64 = code;
  return WASMC_TRAP_none;
}

uint32_t failingHost(void *, wasmc_store *, wasmc_slot *) {
  return WASMC_TRAP_host_error;
}

// A context that begins like an instance's and has one imported function.
struct ContextWithImport {
  wasmc_vm_context fixed;
  wasmc_function_import import;
};

uint32_t callWithImport(GuestThread &guest, void (*code)(), wasmc_host_function function) {
  wasmc_host_context host = {guest.context.prefix, function, &guest};
  ContextWithImport context = {guest.context, {reinterpret_cast<void *>(guest_host_thunk), &host}};
  trap::GuestScope scope(&guest.store);
  return wasmc_enter(&guest.store, guest_entry, reinterpret_cast<void *>(code), &context,
                     guest.slots, guest.store.stack_top);
}

TEST_F(TrapTest, NestedCallEndsAloneWhenItTraps) {
  GuestThread guest;
  EXPECT_EQ(callWithImport(guest, guest_call_import, nestedCall), WASMC_TRAP_none);
  EXPECT_EQ(guest.slots[0].u64, WASMC_TRAP_integer_divide_by_zero);
  EXPECT_EQ(guest.store.host_sp, nullptr);
}

TEST_F(TrapTest, HostFunctionTrapsByItsResult) {
  GuestThread guest;
  EXPECT_EQ(callWithImport(guest, guest_call_import, failingHost), WASMC_TRAP_host_error);
}

// Uses what a host function may use.
uint32_t hungryHost(void *, wasmc_store *, wasmc_slot *slots) {
  volatile char bytes[48 * 1024];
  for (size_t i = 0; i < sizeof(bytes); i += 1024)
    bytes[i] = static_cast<char>(i);
  slots[0].u64 = static_cast<uint64_t>(bytes[1024]);
  return WASMC_TRAP_none;
}

TEST_F(TrapTest, RecursionThroughHostCallsExhaustsTheStackInTheGuest) {
  GuestThread guest;
  EXPECT_EQ(callWithImport(guest, guest_recurse_import, hungryHost),
            WASMC_TRAP_call_stack_exhausted);
}

TEST_F(TrapTest, TwoThreadsTrapAtTheSameTime) {
  std::atomic<int> traps = 0;
  auto work = [&] {
    GuestThread guest;
    for (int i = 0; i < 500; ++i) {
      if (guest.call(guest_read_absolute, 8) == WASMC_TRAP_uninitialized_element)
        ++traps;
      if (guest.call(guest_recurse) == WASMC_TRAP_call_stack_exhausted)
        ++traps;
    }
    trap::releaseThread();
  };
  std::thread one(work);
  std::thread two(work);
  one.join();
  two.join();
  EXPECT_EQ(traps, 2000);
}

// The kernel must not go on with a stack that is about to be unmapped, or that the caller lent.
TEST_F(TrapTest, ReleaseTakesTheSignalStackBack) {
  for (bool isLent : {false, true}) {
    std::thread([&] {
      stack_t before = {};
      stack_t none = {};
      none.ss_flags = SS_DISABLE;
      ASSERT_EQ(sigaltstack(&none, &before), 0); // a sanitizer's
      std::vector<uint8_t> lent(isLent ? trap::signalStackSize() : 0);
      stack_t now = {};
      ASSERT_TRUE(trap::prepareThread(lent));
      ASSERT_EQ(sigaltstack(nullptr, &now), 0);
      EXPECT_EQ(now.ss_flags & SS_DISABLE, 0);
      if (isLent)
        EXPECT_EQ(now.ss_sp, lent.data());
      trap::releaseThread();
      ASSERT_EQ(sigaltstack(nullptr, &now), 0);
      EXPECT_NE(now.ss_flags & SS_DISABLE, 0);
      sigaltstack(&before, nullptr);
    }).join();
  }
}

// --- what is not the guest's ---

using TrapDeathTest = TrapTest;

#if !defined(__SANITIZE_ADDRESS__) && !__has_feature(address_sanitizer) &&                         \
    !__has_feature(thread_sanitizer)
// Sanitizers have handlers of their own that exit otherwise.
uint32_t crashingHost(void *, wasmc_store *, wasmc_slot *) {
  *reinterpret_cast<volatile int *>(8) = 1;
  return WASMC_TRAP_none;
}

TEST_F(TrapDeathTest, FaultInHostCodeIsNoTrap) {
  GuestThread guest;
  EXPECT_EXIT(callWithImport(guest, guest_call_import, crashingHost),
              testing::KilledBySignal(SIGSEGV), "");
}

TEST_F(TrapDeathTest, UnknownTrapInstructionIsNoTrap) {
  GuestThread guest;
  EXPECT_EXIT(guest.call(guest_bad_code), testing::KilledBySignal(SIGILL), "");
  EXPECT_EXIT(guest.call(guest_undefined_instruction), testing::KilledBySignal(SIGILL), "");
}

TEST_F(TrapDeathTest, GuestAccessElsewhereIsNoTrap) {
  GuestThread guest;
  auto *elsewhere =
      static_cast<uint8_t *>(mmap(nullptr, 4096, PROT_NONE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0));
  EXPECT_EXIT(guest.call(guest_read_absolute, reinterpret_cast<uint64_t>(elsewhere)),
              testing::KilledBySignal(SIGSEGV), "");
  munmap(elsewhere, 4096);
}

TEST_F(TrapDeathTest, SignalsThatWereSentAreNoTraps) {
  GuestThread guest;
  EXPECT_EXIT(kill(getpid(), SIGSEGV); pause();, testing::KilledBySignal(SIGSEGV), "");
}
#endif

volatile sig_atomic_t chainedSignal;
void *volatile chainedAddress;

void chainedHandler(int signal, siginfo_t *information, void *) {
  chainedSignal = signal;
  chainedAddress = information->si_addr;
  _exit(signal == SIGSEGV && information->si_addr == reinterpret_cast<void *>(0x10000008) ? 7 : 8);
}

// Installed before the runtime's own handlers: such handlers get what is not the guest's.
[[noreturn]] void chainInFreshProcess(const char *test) {
  // The handlers of this process may be in place already: put ours where the first
  // prepareThread() of a new program would find it, by starting over in a child.
  execl("/proc/self/exe", "trap_test", test, "--gtest_also_run_disabled_tests", nullptr);
  _exit(99);
}

TEST(ChainChild, DISABLED_FaultGoesToTheHandlerBefore) {
  struct sigaction action = {};
  action.sa_sigaction = chainedHandler;
  action.sa_flags = SA_SIGINFO;
  ASSERT_EQ(sigaction(SIGSEGV, &action, nullptr), 0);
  ASSERT_TRUE(trap::prepareThread());
  *reinterpret_cast<volatile int *>(0x10000008) = 1;
}

TEST(TrapChainDeathTest, FaultGoesToTheHandlerBefore) {
  EXPECT_EXIT(chainInFreshProcess("--gtest_filter=ChainChild.DISABLED_FaultGoesToTheHandlerBefore"),
              testing::ExitedWithCode(7), "");
}

// Returns to the fault, which comes again.
void handlerForOnce(int) {
  if (chainedSignal != 0)
    _exit(8);
  chainedSignal = 1;
}

TEST(ChainChild, DISABLED_HandlerForOnceIsCalledOnce) {
  struct sigaction action = {};
  action.sa_handler = handlerForOnce;
  action.sa_flags = static_cast<int>(SA_RESETHAND);
  ASSERT_EQ(sigaction(SIGSEGV, &action, nullptr), 0);
  ASSERT_TRUE(trap::prepareThread());
  *reinterpret_cast<volatile int *>(0x10000008) = 1;
}

TEST(TrapChainDeathTest, HandlerForOnceIsCalledOnce) {
  EXPECT_EXIT(chainInFreshProcess("--gtest_filter=ChainChild.DISABLED_HandlerForOnceIsCalledOnce"),
              testing::KilledBySignal(SIGSEGV), "");
}

TEST(TrapMessage, IsTheSpecifications) {
  EXPECT_EQ(trap::message(WASMC_TRAP_unreachable), "unreachable");
  EXPECT_EQ(trap::message(WASMC_TRAP_out_of_bounds_memory_access), "out of bounds memory access");
  EXPECT_EQ(trap::message(0), "");
  EXPECT_EQ(trap::message(127), "");
}

} // namespace
} // namespace wasmc
