// Entering guest code, and how a guest call ends by a trap.
#ifndef WASMC_RUNTIME_TRAP_TRAP_H
#define WASMC_RUNTIME_TRAP_TRAP_H

#include <stddef.h>
#include <stdint.h>

#include <span>
#include <string_view>

#include "wasmc/abi/traps.h"
#include "wasmc/abi/vm_context.h"
#include "wasmc/detail/result.h"

extern "C" {

// Calls thunk(code, context, slots) as guest code of the store: on the stack that ends at
// `stack_top`, or on the current one (a nested entry from a host function) when that is null.
// Returns WASMC_TRAP_none, or the code of the trap that ended the call, or WASMC_TRAP_exit; the
// store then tells more. The caller has made `store` the thread's current one (GuestScope) and
// prepared the thread.
uint32_t wasmc_enter(wasmc_store *store, wasmc_entry_thunk thunk, void *code, void *context,
                     wasmc_slot *slots, void *stack_top);

// Builtin `raise` of builtins.def. Only guest code may call it: it ends the innermost wasmc_enter.
[[noreturn]] void wasmc_builtin_raise(void *context, uint32_t code);

// Entry thunk for wasmc_image_header::initialize, which takes only a context.
void wasmc_initialize_thunk(void *code, void *context, wasmc_slot *slots);

} // extern "C"

namespace wasmc::trap {

// Makes traps of guest code on this thread end the guest call instead of the process: installs the
// process's signal handlers at the first call and an alternate signal stack on each thread that
// has none large enough. Cheap when done before. Faults that are not the guest's go to the handlers
// that were there before. A signal stack that is needed is made in `memory` when that has
// signalStackSize() bytes, which then must live until releaseThread(); else mapped, with a
// guard.
Result<void> prepareThread(std::span<uint8_t> memory = {});

// Bytes that a signal stack needs on this machine, whole pages. Handlers which were installed
// before ours run on it too: without a guard it suits only programs that know of none.
size_t signalStackSize();

// Gives the thread's alternate signal stack back, if it is ours. For threads that end; no guest
// code may be running on the thread.
void releaseThread();

// The message of a trap code as the specification's test suite words it; empty for other numbers.
std::string_view message(uint32_t code);

// While it lives, the store is the one that the current thread runs. Nests.
class GuestScope {
public:
  explicit GuestScope(wasmc_store *store);
  ~GuestScope();
  GuestScope(const GuestScope &) = delete;
  GuestScope &operator=(const GuestScope &) = delete;

private:
  wasmc_store *previous_;
};

} // namespace wasmc::trap

#endif
