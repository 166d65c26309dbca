// Scripts on another machine: wast-guest, a program for that machine, runs them under an emulator
// and has its modules compiled by the process that started it.
#ifndef WASMC_TESTSUITE_WAST_RUN_OTHER_MACHINE_H
#define WASMC_TESTSUITE_WAST_RUN_OTHER_MACHINE_H

#include "testsuite/wast-run/pool.h"

#include <string>

namespace wasmc::wast {

// The life of a child of the pool: starts settings.guest for one script, compiles what it asks for,
// and ends as it ends. Records go to `fd`.
[[noreturn]] void runOnOtherMachine(const std::string &script, const PoolSettings &settings,
                                    int fd);

} // namespace wasmc::wast

#endif
