// What preview1 calls filestat, from what the kernel tells.
#ifndef WASMC_RUNTIME_WASI_STAT_H
#define WASMC_RUNTIME_WASI_STAT_H

#include "runtime-support/platform/kernel_types.h"
#include "runtime-support/wasi/errno.h"

namespace wasmc::wasi {

// preview1 has no type for a pipe: unknown.
Filetype filetypeOfMode(uint32_t mode);

// Like filetypeOfMode, and asks a socket whether it is a datagram socket.
Filetype filetypeOf(int32_t host, uint32_t mode);

// The FDFLAG_* of what fcntl calls the status flags.
uint16_t fdflagsOf(intptr_t status);

// The attributes of an open descriptor (also of one opened with O_PATH).
Outcome<platform::Statx> statOf(int32_t host);

// The attributes of `name` in `directory`, of a link itself. `name` must be a single component
// other than "..".
Outcome<platform::Statx> statOfName(int32_t directory, const char *name);

// Filestat or FilestatUnstable.
template <class T> T toFilestat(const platform::Statx &stat, Filetype type);

struct Times {
  platform::Timespec values[2]; // access, modification: as utimensat takes them
};

// inval for a flag that does not exist or a time that is to be both given and now.
Outcome<Times> timesOf(uint64_t atim, uint64_t mtim, uint32_t flags);

} // namespace wasmc::wasi

#endif
