// From the kernel's errors to preview1's, in one table.
#ifndef WASMC_RUNTIME_WASI_ERRNO_H
#define WASMC_RUNTIME_WASI_ERRNO_H

#include <stdint.h>

#include <expected>

#include "runtime-support/platform/syscall.h"
#include "runtime-support/wasi/preview1.h"
#include "wasmc/detail/result.h"

namespace wasmc::wasi {

// What an operation yields: a value, or the errno that the guest will see.
template <class T> using Outcome = std::expected<T, Errno>;

// The preview1 errno of a Linux errno (a positive number); io for one that has no counterpart.
Errno errnoFromLinux(intptr_t linuxErrno);

// Turns the answer of a system call into an Outcome.
inline Outcome<intptr_t> checked(intptr_t answer) {
  if (platform::isError(answer)) [[unlikely]]
    return std::unexpected(errnoFromLinux(-answer));
  return answer;
}

} // namespace wasmc::wasi

#endif
