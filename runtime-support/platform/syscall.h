// Raw system calls: the one way in which the runtime reaches the operating system, so that the same
// sources build against glibc and without any libc.
#ifndef WASMC_RUNTIME_PLATFORM_SYSCALL_H
#define WASMC_RUNTIME_PLATFORM_SYSCALL_H

#include <stdint.h>

#include <type_traits>

#include "runtime-support/platform/syscall_numbers.h"

namespace wasmc::platform {

namespace detail {

#if defined(__x86_64__)

inline intptr_t rawSystemCall(long number, long a, long b, long c, long d, long e, long f) {
  register long r10 asm("r10") = d;
  register long r8 asm("r8") = e;
  register long r9 asm("r9") = f;
  long result;
  // The instruction itself overwrites rcx and r11.
  asm volatile("syscall"
               : "=a"(result)
               : "a"(number), "D"(a), "S"(b), "d"(c), "r"(r10), "r"(r8), "r"(r9)
               : "rcx", "r11", "memory");
  return result;
}

#elif defined(__aarch64__)

inline intptr_t rawSystemCall(long number, long a, long b, long c, long d, long e, long f) {
  register long x8 asm("x8") = number;
  register long x0 asm("x0") = a;
  register long x1 asm("x1") = b;
  register long x2 asm("x2") = c;
  register long x3 asm("x3") = d;
  register long x4 asm("x4") = e;
  register long x5 asm("x5") = f;
  asm volatile("svc #0"
               : "+r"(x0)
               : "r"(x8), "r"(x1), "r"(x2), "r"(x3), "r"(x4), "r"(x5)
               : "memory");
  return x0;
}

#elif defined(__riscv)

inline intptr_t rawSystemCall(long number, long a, long b, long c, long d, long e, long f) {
  register long a7 asm("a7") = number;
  register long a0 asm("a0") = a;
  register long a1 asm("a1") = b;
  register long a2 asm("a2") = c;
  register long a3 asm("a3") = d;
  register long a4 asm("a4") = e;
  register long a5 asm("a5") = f;
  asm volatile("ecall"
               : "+r"(a0)
               : "r"(a7), "r"(a1), "r"(a2), "r"(a3), "r"(a4), "r"(a5)
               : "memory");
  return a0;
}

#else
#error "no system calls for this architecture"
#endif

// Integers are widened as their own type says: a negative int stays negative in 64 bits.
template <class T> long systemCallArgument(T value) {
  if constexpr (std::is_null_pointer_v<T>)
    return 0;
  else if constexpr (std::is_pointer_v<T>)
    return reinterpret_cast<long>(value);
  else
    return static_cast<long>(value);
}

} // namespace detail

// Makes a system call with up to six arguments (integers, enumerations, pointers). Returns the
// kernel's answer as it is: failures are -errno, in [-4095, -1]; errno itself is never touched.
// Safe in a signal handler. Not restarted after a signal: the caller sees -kEINTR.
template <class... Arguments> intptr_t systemCall(SystemCall call, Arguments... arguments) {
  static_assert(sizeof...(Arguments) <= 6);
  const long values[7] = {detail::systemCallArgument(arguments)..., 0};
  return detail::rawSystemCall(static_cast<long>(call), values[0], values[1], values[2], values[3],
                               values[4], values[5]);
}

// Whether the answer of a system call is an error, by the kernel's own rule.
constexpr bool isError(intptr_t answer) {
  return static_cast<uintptr_t>(answer) > ~uintptr_t{4095};
}

} // namespace wasmc::platform

#endif
