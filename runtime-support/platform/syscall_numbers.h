// Numbers of the Linux system calls that the runtime makes.
//
// Our own table, because <asm/unistd.h> of the target is not at hand when a runtime for another
// architecture is built, and the build machine's headers may be older than the calls used here.
// Sources: arch/x86/entry/syscalls/syscall_64.tbl and scripts/syscall.tbl of the Linux kernel (the
// latter holds for AArch64 and riscv64 alike).
#ifndef WASMC_RUNTIME_PLATFORM_SYSCALL_NUMBERS_H
#define WASMC_RUNTIME_PLATFORM_SYSCALL_NUMBERS_H

namespace wasmc::platform {

// (name, number on x86-64, number on AArch64 and riscv64)
#define WASMC_SYSTEM_CALLS(WASMC_SYSTEM_CALL)                                                      \
  WASMC_SYSTEM_CALL(read, 0, 63)                                                                   \
  WASMC_SYSTEM_CALL(write, 1, 64)                                                                  \
  WASMC_SYSTEM_CALL(readv, 19, 65)                                                                 \
  WASMC_SYSTEM_CALL(writev, 20, 66)                                                                \
  WASMC_SYSTEM_CALL(pread64, 17, 67)                                                               \
  WASMC_SYSTEM_CALL(pwrite64, 18, 68)                                                              \
  WASMC_SYSTEM_CALL(preadv, 295, 69)                                                               \
  WASMC_SYSTEM_CALL(pwritev, 296, 70)                                                              \
  WASMC_SYSTEM_CALL(close, 3, 57)                                                                  \
  WASMC_SYSTEM_CALL(lseek, 8, 62)                                                                  \
  WASMC_SYSTEM_CALL(fsync, 74, 82)                                                                 \
  WASMC_SYSTEM_CALL(fdatasync, 75, 83)                                                             \
  WASMC_SYSTEM_CALL(ftruncate, 77, 46)                                                             \
  WASMC_SYSTEM_CALL(fallocate, 285, 47)                                                            \
  WASMC_SYSTEM_CALL(fadvise64, 221, 223)                                                           \
  WASMC_SYSTEM_CALL(fcntl, 72, 25)                                                                 \
  WASMC_SYSTEM_CALL(ioctl, 16, 29)                                                                 \
  WASMC_SYSTEM_CALL(dup, 32, 23)                                                                   \
  WASMC_SYSTEM_CALL(dup3, 292, 24)                                                                 \
  WASMC_SYSTEM_CALL(pipe2, 293, 59)                                                                \
  WASMC_SYSTEM_CALL(ppoll, 271, 73)                                                                \
  WASMC_SYSTEM_CALL(openat, 257, 56)                                                               \
  WASMC_SYSTEM_CALL(openat2, 437, 437)                                                             \
  WASMC_SYSTEM_CALL(statx, 332, 291)                                                               \
  WASMC_SYSTEM_CALL(newfstatat, 262, 79)                                                           \
  WASMC_SYSTEM_CALL(fstat, 5, 80)                                                                  \
  WASMC_SYSTEM_CALL(getdents64, 217, 61)                                                           \
  WASMC_SYSTEM_CALL(mkdirat, 258, 34)                                                              \
  WASMC_SYSTEM_CALL(unlinkat, 263, 35)                                                             \
  WASMC_SYSTEM_CALL(renameat2, 316, 276)                                                           \
  WASMC_SYSTEM_CALL(linkat, 265, 37)                                                               \
  WASMC_SYSTEM_CALL(symlinkat, 266, 36)                                                            \
  WASMC_SYSTEM_CALL(readlinkat, 267, 78)                                                           \
  WASMC_SYSTEM_CALL(utimensat, 280, 88)                                                            \
  WASMC_SYSTEM_CALL(faccessat, 269, 48)                                                            \
  WASMC_SYSTEM_CALL(faccessat2, 439, 439)                                                          \
  WASMC_SYSTEM_CALL(fchmod, 91, 52)                                                                \
  WASMC_SYSTEM_CALL(fchmodat, 268, 53)                                                             \
  WASMC_SYSTEM_CALL(getcwd, 79, 17)                                                                \
  WASMC_SYSTEM_CALL(chdir, 80, 49)                                                                 \
  WASMC_SYSTEM_CALL(flock, 73, 32)                                                                 \
  WASMC_SYSTEM_CALL(mmap, 9, 222)                                                                  \
  WASMC_SYSTEM_CALL(munmap, 11, 215)                                                               \
  WASMC_SYSTEM_CALL(mprotect, 10, 226)                                                             \
  WASMC_SYSTEM_CALL(madvise, 28, 233)                                                              \
  WASMC_SYSTEM_CALL(mremap, 25, 216)                                                               \
  WASMC_SYSTEM_CALL(msync, 26, 227)                                                                \
  WASMC_SYSTEM_CALL(mincore, 27, 232)                                                              \
  WASMC_SYSTEM_CALL(memfd_create, 319, 279)                                                        \
  WASMC_SYSTEM_CALL(getrandom, 318, 278)                                                           \
  WASMC_SYSTEM_CALL(clock_gettime, 228, 113)                                                       \
  WASMC_SYSTEM_CALL(clock_getres, 229, 114)                                                        \
  WASMC_SYSTEM_CALL(clock_nanosleep, 230, 115)                                                     \
  WASMC_SYSTEM_CALL(nanosleep, 35, 101)                                                            \
  WASMC_SYSTEM_CALL(timer_create, 222, 107)                                                        \
  WASMC_SYSTEM_CALL(sched_yield, 24, 124)                                                          \
  WASMC_SYSTEM_CALL(sched_getaffinity, 204, 123)                                                   \
  WASMC_SYSTEM_CALL(exit, 60, 93)                                                                  \
  WASMC_SYSTEM_CALL(exit_group, 231, 94)                                                           \
  WASMC_SYSTEM_CALL(getpid, 39, 172)                                                               \
  WASMC_SYSTEM_CALL(gettid, 186, 178)                                                              \
  WASMC_SYSTEM_CALL(getppid, 110, 173)                                                             \
  WASMC_SYSTEM_CALL(getuid, 102, 174)                                                              \
  WASMC_SYSTEM_CALL(geteuid, 107, 175)                                                             \
  WASMC_SYSTEM_CALL(getgid, 104, 176)                                                              \
  WASMC_SYSTEM_CALL(kill, 62, 129)                                                                 \
  WASMC_SYSTEM_CALL(tgkill, 234, 131)                                                              \
  WASMC_SYSTEM_CALL(clone, 56, 220)                                                                \
  WASMC_SYSTEM_CALL(clone3, 435, 435)                                                              \
  WASMC_SYSTEM_CALL(execve, 59, 221)                                                               \
  WASMC_SYSTEM_CALL(wait4, 61, 260)                                                                \
  WASMC_SYSTEM_CALL(futex, 202, 98)                                                                \
  WASMC_SYSTEM_CALL(set_tid_address, 218, 96)                                                      \
  WASMC_SYSTEM_CALL(set_robust_list, 273, 99)                                                      \
  WASMC_SYSTEM_CALL(rseq, 334, 293)                                                                \
  WASMC_SYSTEM_CALL(membarrier, 324, 283)                                                          \
  WASMC_SYSTEM_CALL(prlimit64, 302, 261)                                                           \
  WASMC_SYSTEM_CALL(prctl, 157, 167)                                                               \
  WASMC_SYSTEM_CALL(rt_sigaction, 13, 134)                                                         \
  WASMC_SYSTEM_CALL(rt_sigprocmask, 14, 135)                                                       \
  WASMC_SYSTEM_CALL(rt_sigreturn, 15, 139)                                                         \
  WASMC_SYSTEM_CALL(sigaltstack, 131, 132)                                                         \
  WASMC_SYSTEM_CALL(rt_sigpending, 127, 136)                                                       \
  WASMC_SYSTEM_CALL(rt_sigtimedwait, 128, 137)                                                     \
  WASMC_SYSTEM_CALL(socket, 41, 198)                                                               \
  WASMC_SYSTEM_CALL(socketpair, 53, 199)                                                           \
  WASMC_SYSTEM_CALL(accept4, 288, 242)                                                             \
  WASMC_SYSTEM_CALL(connect, 42, 203)                                                              \
  WASMC_SYSTEM_CALL(bind, 49, 200)                                                                 \
  WASMC_SYSTEM_CALL(listen, 50, 201)                                                               \
  WASMC_SYSTEM_CALL(recvfrom, 45, 207)                                                             \
  WASMC_SYSTEM_CALL(recvmsg, 47, 212)                                                              \
  WASMC_SYSTEM_CALL(sendto, 44, 206)                                                               \
  WASMC_SYSTEM_CALL(sendmsg, 46, 211)                                                              \
  WASMC_SYSTEM_CALL(shutdown, 48, 210)                                                             \
  WASMC_SYSTEM_CALL(getsockopt, 55, 209)                                                           \
  WASMC_SYSTEM_CALL(setsockopt, 54, 208)                                                           \
  WASMC_SYSTEM_CALL(getsockname, 51, 204)                                                          \
  WASMC_SYSTEM_CALL(uname, 63, 160)                                                                \
  WASMC_SYSTEM_CALL(sysinfo, 99, 179)                                                              \
  WASMC_SYSTEM_CALL(getrusage, 98, 165)                                                            \
  WASMC_SYSTEM_CALL(copy_file_range, 326, 285)                                                     \
  WASMC_SYSTEM_CALL(sendfile, 40, 71)                                                              \
  WASMC_SYSTEM_CALL(eventfd2, 290, 19)                                                             \
  WASMC_SYSTEM_CALL(epoll_create1, 291, 20)                                                        \
  WASMC_SYSTEM_CALL(epoll_ctl, 233, 21)                                                            \
  WASMC_SYSTEM_CALL(epoll_pwait, 281, 22)                                                          \
  WASMC_SYSTEM_CALL(userfaultfd, 323, 282)

enum class SystemCall : long {
#if defined(__x86_64__)
#define WASMC_SYSTEM_CALL_NUMBER(name, x86, generic) name = (x86),
  WASMC_SYSTEM_CALLS(WASMC_SYSTEM_CALL_NUMBER) arch_prctl = 158,
#elif defined(__aarch64__) || defined(__riscv)
#define WASMC_SYSTEM_CALL_NUMBER(name, x86, generic) name = (generic),
  WASMC_SYSTEM_CALLS(WASMC_SYSTEM_CALL_NUMBER)
#else
#error "no system call numbers for this architecture"
#endif
#if defined(__riscv)
  riscv_hwprobe = 258,
  riscv_flush_icache = 259,
#endif
#undef WASMC_SYSTEM_CALL_NUMBER
};
#undef WASMC_SYSTEM_CALLS

} // namespace wasmc::platform

#endif
