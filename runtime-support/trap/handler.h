// What the two halves of the trap handler share: handler_inside.cpp runs in signal handlers,
// handler_outside.cpp sets them up.
#ifndef WASMC_RUNTIME_TRAP_HANDLER_H
#define WASMC_RUNTIME_TRAP_HANDLER_H

#include <stddef.h>
#include <stdint.h>

#include <array>

#include "runtime-support/platform/kernel_types.h"

namespace wasmc::trap {

// The signals by which processors report what guest code can raise. Not SIGFPE: guest divisions are
// checked before they are made. On x86-64 no trap of ours is a SIGTRAP.
inline constexpr std::array kSignals = {platform::kSIGSEGV, platform::kSIGBUS, platform::kSIGILL,
#if !defined(__x86_64__)
                                        platform::kSIGTRAP
#endif
};

// What was installed before us, for one of kSignals. Written before our handler is installed, read
// in it; changes only where SA_RESETHAND asks for it.
platform::KernelSigaction &previousAction(int signal);

// The handler itself (SA_SIGINFO form).
void handleSignal(int signal, platform::Siginfo *information, void *ucontext);

} // namespace wasmc::trap

#endif
