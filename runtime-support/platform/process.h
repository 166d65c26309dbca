// The process itself and its children.
#ifndef WASMC_RUNTIME_PLATFORM_PROCESS_H
#define WASMC_RUNTIME_PLATFORM_PROCESS_H

#include <stdint.h>

#include "wasmc/detail/result.h"

namespace wasmc::platform {

// Ends all threads of the process at once, without running anything of the C library.
[[noreturn]] void exitProcess(int code);
// Ends the process by SIGABRT, whatever handlers there are.
[[noreturn]] void abortProcess();

// Replaces the program. Returns only on failure, with the errno number (positive). `arguments` and
// `environment` end with a null pointer.
int executeProgram(const char *path, const char *const *arguments, const char *const *environment);

// Starts `path` in a child process and waits for its end. Returns the child's wait status as wait4
// gives it, or -errno when there was no child; a program that cannot be executed ends with 127.
intptr_t runChild(const char *path, const char *const *arguments, const char *const *environment);

// Value of an entry of the auxiliary vector, 0 if absent. Safe from any thread after start-up; the
// hosted flavour asks the C library, the freestanding one has it from the kernel's start frame.
uint64_t auxiliaryValue(uint64_t type);
inline constexpr uint64_t kAT_PAGESZ = 6;
inline constexpr uint64_t kAT_HWCAP = 16;
inline constexpr uint64_t kAT_HWCAP2 = 26;
inline constexpr uint64_t kAT_MINSIGSTKSZ = 51;

#if WASMC_FREESTANDING
// Called once, first, by the start code.
void setAuxiliaryVector(const uint64_t *vector);
#endif

} // namespace wasmc::platform

#endif
