// The functions of preview1, one file per group. Each takes its arguments in the order of
// wasi_snapshot_preview1.witx (a string or list is an address and a length), with the addresses of
// its results behind them.
#ifndef WASMC_RUNTIME_WASI_FUNCTIONS_H
#define WASMC_RUNTIME_WASI_FUNCTIONS_H

#include "runtime-support/wasi/call.h"

namespace wasmc::wasi {

// args.cpp
Outcome<void> argsGet(Call &call);
Outcome<void> argsSizesGet(Call &call);
Outcome<void> environGet(Call &call);
Outcome<void> environSizesGet(Call &call);

// clock.cpp
Outcome<void> clockResGet(Call &call);
Outcome<void> clockTimeGet(Call &call);

// fd.cpp
Outcome<void> fdAdvise(Call &call);
Outcome<void> fdAllocate(Call &call);
Outcome<void> fdClose(Call &call);
Outcome<void> fdDatasync(Call &call);
Outcome<void> fdFdstatGet(Call &call);
Outcome<void> fdFdstatSetFlags(Call &call);
Outcome<void> fdFdstatSetRights(Call &call);
Outcome<void> fdFilestatGet(Call &call);
Outcome<void> fdFilestatGetUnstable(Call &call);
Outcome<void> fdFilestatSetSize(Call &call);
Outcome<void> fdFilestatSetTimes(Call &call);
Outcome<void> fdPrestatDirName(Call &call);
Outcome<void> fdPrestatGet(Call &call);
Outcome<void> fdRenumber(Call &call);
Outcome<void> fdSync(Call &call);

// fd_io.cpp
Outcome<void> fdPread(Call &call);
Outcome<void> fdPwrite(Call &call);
Outcome<void> fdRead(Call &call);
Outcome<void> fdSeek(Call &call);
Outcome<void> fdSeekUnstable(Call &call);
Outcome<void> fdTell(Call &call);
Outcome<void> fdWrite(Call &call);

// fd_readdir.cpp
Outcome<void> fdReaddir(Call &call);

// path.cpp
Outcome<void> pathCreateDirectory(Call &call);
Outcome<void> pathFilestatGet(Call &call);
Outcome<void> pathFilestatGetUnstable(Call &call);
Outcome<void> pathFilestatSetTimes(Call &call);
Outcome<void> pathLink(Call &call);
Outcome<void> pathReadlink(Call &call);
Outcome<void> pathRemoveDirectory(Call &call);
Outcome<void> pathRename(Call &call);
Outcome<void> pathSymlink(Call &call);
Outcome<void> pathUnlinkFile(Call &call);

// path_open.cpp
Outcome<void> pathOpen(Call &call);

// poll.cpp
Outcome<void> pollOneoff(Call &call);
Outcome<void> pollOneoffUnstable(Call &call);

// proc.cpp; these two may end the guest
uint32_t procExit(void *env, wasmc_store *store, wasmc_slot *slots);
uint32_t procRaise(void *env, wasmc_store *store, wasmc_slot *slots);
Outcome<void> schedYield(Call &call);

// random.cpp
Outcome<void> randomGet(Call &call);

// sock.cpp
Outcome<void> sockAccept(Call &call);
Outcome<void> sockRecv(Call &call);
Outcome<void> sockSend(Call &call);
Outcome<void> sockShutdown(Call &call);

} // namespace wasmc::wasi

#endif
