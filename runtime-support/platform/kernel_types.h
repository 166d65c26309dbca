// Structures and constants of the Linux kernel interface on 64-bit little-endian machines, as the
// kernel defines them. Own definitions, since musl ships no <linux/*.h>, the headers of the build
// machine may be older than the calls used, and glibc's structures are not always the kernel's.
#ifndef WASMC_RUNTIME_PLATFORM_KERNEL_TYPES_H
#define WASMC_RUNTIME_PLATFORM_KERNEL_TYPES_H

#include <stddef.h>
#include <stdint.h>

namespace wasmc::platform {

struct Timespec {
  int64_t tv_sec;
  int64_t tv_nsec;
};

struct Iovec {
  void *iov_base;
  size_t iov_len;
};

struct StatxTimestamp {
  int64_t tv_sec;
  uint32_t tv_nsec;
  int32_t reserved;
};

// The same on every architecture, unlike struct stat.
struct Statx {
  uint32_t stx_mask;
  uint32_t stx_blksize;
  uint64_t stx_attributes;
  uint32_t stx_nlink;
  uint32_t stx_uid;
  uint32_t stx_gid;
  uint16_t stx_mode;
  uint16_t spare0;
  uint64_t stx_ino;
  uint64_t stx_size;
  uint64_t stx_blocks;
  uint64_t stx_attributes_mask;
  StatxTimestamp stx_atime;
  StatxTimestamp stx_btime;
  StatxTimestamp stx_ctime;
  StatxTimestamp stx_mtime;
  uint32_t stx_rdev_major;
  uint32_t stx_rdev_minor;
  uint32_t stx_dev_major;
  uint32_t stx_dev_minor;
  uint64_t stx_mnt_id;
  uint64_t spare2[13];
};
static_assert(sizeof(Statx) == 256);

inline constexpr uint32_t kSTATX_BASIC_STATS = 0x7ff;
inline constexpr uint32_t kSTATX_TYPE = 0x1;
inline constexpr uint32_t kSTATX_MODE = 0x2;
inline constexpr uint32_t kSTATX_UID = 0x8;
inline constexpr uint32_t kSTATX_INO = 0x100;
inline constexpr uint32_t kSTATX_SIZE = 0x200;

// One entry of getdents64: this head, then the terminated name, up to d_reclen bytes in all.
struct LinuxDirent64Head {
  uint64_t d_ino;
  int64_t d_off;
  uint16_t d_reclen;
  uint8_t d_type;
};
inline constexpr size_t kDirentNameOffset = 19;
static_assert(offsetof(LinuxDirent64Head, d_type) == 18);

struct OpenHow {
  uint64_t flags;
  uint64_t mode;
  uint64_t resolve;
};

struct Pollfd {
  int32_t fd;
  int16_t events;
  int16_t revents;
};

struct Msghdr {
  void *msg_name;
  uint32_t msg_namelen;
  uint32_t padding0;
  Iovec *msg_iov;
  size_t msg_iovlen;
  void *msg_control;
  size_t msg_controllen;
  uint32_t msg_flags;
  uint32_t padding1;
};
static_assert(sizeof(Msghdr) == 56);

// What rt_sigaction takes; its mask is 8 bytes long (the fourth argument of the call).
struct KernelSigaction {
  void *handler;
  uint64_t flags;
#if !defined(__riscv)
  void *restorer; // x86-64 needs one (kSA_RESTORER); AArch64 falls back to the vDSO's
#endif
  uint64_t mask;
};

struct StackT {
  void *ss_sp;
  int32_t ss_flags;
  size_t ss_size;
};

// The head of siginfo_t; `address` holds for SIGSEGV, SIGBUS, SIGILL and SIGFPE.
struct Siginfo {
  int32_t si_signo;
  int32_t si_errno;
  int32_t si_code;
  int32_t padding;
  void *address; // si_addr, which is a macro of <signal.h>
  uint8_t rest[104];
};
static_assert(sizeof(Siginfo) == 128);

struct Rlimit64 {
  uint64_t rlim_cur;
  uint64_t rlim_max;
};

// --- directories and paths ---
inline constexpr int kAT_FDCWD = -100;
inline constexpr int kAT_SYMLINK_NOFOLLOW = 0x100;
inline constexpr int kAT_REMOVEDIR = 0x200;
inline constexpr int kAT_SYMLINK_FOLLOW = 0x400;
inline constexpr int kAT_EMPTY_PATH = 0x1000;

inline constexpr uint64_t kRESOLVE_NO_XDEV = 0x01;
inline constexpr uint64_t kRESOLVE_NO_MAGICLINKS = 0x02;
inline constexpr uint64_t kRESOLVE_NO_SYMLINKS = 0x04;
inline constexpr uint64_t kRESOLVE_BENEATH = 0x08;
inline constexpr uint64_t kRESOLVE_IN_ROOT = 0x10;

inline constexpr uint32_t kPATH_MAX = 4096; // with the terminating NUL
inline constexpr uint32_t kNAME_MAX = 255;

// --- open flags ---
inline constexpr int kO_RDONLY = 0;
inline constexpr int kO_WRONLY = 1;
inline constexpr int kO_RDWR = 2;
inline constexpr int kO_ACCMODE = 3;
inline constexpr int kO_CREAT = 0x40;
inline constexpr int kO_EXCL = 0x80;
inline constexpr int kO_NOCTTY = 0x100;
inline constexpr int kO_TRUNC = 0x200;
inline constexpr int kO_APPEND = 0x400;
inline constexpr int kO_NONBLOCK = 0x800;
inline constexpr int kO_DSYNC = 0x1000;
inline constexpr int kO_SYNC = 0x101000;
inline constexpr int kO_CLOEXEC = 0x80000;
inline constexpr int kO_PATH = 0x200000;
#if defined(__aarch64__)
inline constexpr int kO_DIRECTORY = 0x4000;
inline constexpr int kO_NOFOLLOW = 0x8000;
#else
inline constexpr int kO_DIRECTORY = 0x10000;
inline constexpr int kO_NOFOLLOW = 0x20000;
#endif

inline constexpr int kF_GETFD = 1;
inline constexpr int kF_SETFD = 2;
inline constexpr int kFD_CLOEXEC = 1;
inline constexpr int kF_GETFL = 3;
inline constexpr int kF_SETFL = 4;
inline constexpr int kF_DUPFD_CLOEXEC = 1030;

inline constexpr int kSEEK_SET = 0;
inline constexpr int kSEEK_CUR = 1;
inline constexpr int kSEEK_END = 2;

inline constexpr int kRWF_APPEND = 0x10;

inline constexpr int kLOCK_SH = 1;
inline constexpr int kLOCK_EX = 2;
inline constexpr int kLOCK_NB = 4;
inline constexpr int kLOCK_UN = 8;

// --- file types (mode bits and d_type) ---
inline constexpr uint32_t kS_IFMT = 0xf000;
inline constexpr uint32_t kS_IFSOCK = 0xc000;
inline constexpr uint32_t kS_IFLNK = 0xa000;
inline constexpr uint32_t kS_IFREG = 0x8000;
inline constexpr uint32_t kS_IFBLK = 0x6000;
inline constexpr uint32_t kS_IFDIR = 0x4000;
inline constexpr uint32_t kS_IFCHR = 0x2000;
inline constexpr uint32_t kS_IFIFO = 0x1000;

inline constexpr uint8_t kDT_UNKNOWN = 0;
inline constexpr uint8_t kDT_FIFO = 1;
inline constexpr uint8_t kDT_CHR = 2;
inline constexpr uint8_t kDT_DIR = 4;
inline constexpr uint8_t kDT_BLK = 6;
inline constexpr uint8_t kDT_REG = 8;
inline constexpr uint8_t kDT_LNK = 10;
inline constexpr uint8_t kDT_SOCK = 12;

// --- memory ---
inline constexpr int kPROT_NONE = 0;
inline constexpr int kPROT_READ = 1;
inline constexpr int kPROT_WRITE = 2;
inline constexpr int kPROT_EXEC = 4;
inline constexpr int kMAP_SHARED = 0x1;
inline constexpr int kMAP_PRIVATE = 0x2;
inline constexpr int kMAP_FIXED = 0x10;
inline constexpr int kMAP_ANONYMOUS = 0x20;
inline constexpr int kMAP_NORESERVE = 0x4000;
inline constexpr int kMAP_STACK = 0x20000;
inline constexpr int kMAP_FIXED_NOREPLACE = 0x100000;
inline constexpr int kMADV_DONTNEED = 4;
inline constexpr int kMADV_HUGEPAGE = 14;
inline constexpr int kMADV_NOHUGEPAGE = 15;
inline constexpr unsigned kMFD_CLOEXEC = 1;

// --- time ---
inline constexpr int kCLOCK_REALTIME = 0;
inline constexpr int kCLOCK_MONOTONIC = 1;
inline constexpr int kCLOCK_PROCESS_CPUTIME_ID = 2;
inline constexpr int kCLOCK_THREAD_CPUTIME_ID = 3;
inline constexpr int kTIMER_ABSTIME = 1;
inline constexpr int64_t kUTIME_NOW = 0x3fffffff;
inline constexpr int64_t kUTIME_OMIT = 0x3ffffffe;

// --- polling and sockets ---
inline constexpr int16_t kPOLLIN = 0x1;
inline constexpr int16_t kPOLLOUT = 0x4;
inline constexpr int16_t kPOLLERR = 0x8;
inline constexpr int16_t kPOLLHUP = 0x10;
inline constexpr int16_t kPOLLNVAL = 0x20;
inline constexpr int16_t kPOLLRDHUP = 0x2000;
inline constexpr unsigned kFIONREAD = 0x541b;

inline constexpr uint16_t kAF_INET = 2;
inline constexpr uint16_t kAF_INET6 = 10;
inline constexpr int kSOL_SOCKET = 1;
inline constexpr int kSO_REUSEADDR = 2;
inline constexpr int kSO_TYPE = 3;
inline constexpr int kSOCK_STREAM = 1;
inline constexpr int kSOCK_DGRAM = 2;
inline constexpr int kSOCK_NONBLOCK = 0x800;
inline constexpr int kSOCK_CLOEXEC = 0x80000;
inline constexpr unsigned kMSG_PEEK = 0x2;
inline constexpr unsigned kMSG_TRUNC = 0x20;
inline constexpr unsigned kMSG_WAITALL = 0x100;
inline constexpr unsigned kMSG_NOSIGNAL = 0x4000;
inline constexpr int kSHUT_RD = 0;
inline constexpr int kSHUT_WR = 1;
inline constexpr int kSHUT_RDWR = 2;

// --- signals ---
inline constexpr int kSIGILL = 4;
inline constexpr int kSIGTRAP = 5;
inline constexpr int kSIGABRT = 6;
inline constexpr int kSIGBUS = 7;
inline constexpr int kSIGFPE = 8;
inline constexpr int kSIGKILL = 9;
inline constexpr int kSIGSEGV = 11;
inline constexpr int kSIGPIPE = 13;
inline constexpr uint64_t kSA_SIGINFO = 0x4;
inline constexpr uint64_t kSA_RESTORER = 0x04000000;
inline constexpr uint64_t kSA_ONSTACK = 0x08000000;
inline constexpr uint64_t kSA_RESTART = 0x10000000;
inline constexpr uint64_t kSA_NODEFER = 0x40000000;
inline constexpr int32_t kSS_DISABLE = 2;
inline constexpr int kSIG_BLOCK = 0;
inline constexpr int kSIG_UNBLOCK = 1;
inline constexpr int kSIG_SETMASK = 2;
inline constexpr size_t kKernelSigsetSize = 8;

inline constexpr int kFUTEX_WAIT_PRIVATE = 128;
inline constexpr int kFUTEX_WAKE_PRIVATE = 129;

// --- errno: system calls return the negated number ---
inline constexpr int kEPERM = 1;
inline constexpr int kENOENT = 2;
inline constexpr int kESRCH = 3;
inline constexpr int kEINTR = 4;
inline constexpr int kEIO = 5;
inline constexpr int kENXIO = 6;
inline constexpr int kE2BIG = 7;
inline constexpr int kENOEXEC = 8;
inline constexpr int kEBADF = 9;
inline constexpr int kECHILD = 10;
inline constexpr int kEAGAIN = 11;
inline constexpr int kENOMEM = 12;
inline constexpr int kEACCES = 13;
inline constexpr int kEFAULT = 14;
inline constexpr int kEBUSY = 16;
inline constexpr int kEEXIST = 17;
inline constexpr int kEXDEV = 18;
inline constexpr int kENODEV = 19;
inline constexpr int kENOTDIR = 20;
inline constexpr int kEISDIR = 21;
inline constexpr int kEINVAL = 22;
inline constexpr int kENFILE = 23;
inline constexpr int kEMFILE = 24;
inline constexpr int kENOTTY = 25;
inline constexpr int kETXTBSY = 26;
inline constexpr int kEFBIG = 27;
inline constexpr int kENOSPC = 28;
inline constexpr int kESPIPE = 29;
inline constexpr int kEROFS = 30;
inline constexpr int kEMLINK = 31;
inline constexpr int kEPIPE = 32;
inline constexpr int kEDOM = 33;
inline constexpr int kERANGE = 34;
inline constexpr int kEDEADLK = 35;
inline constexpr int kENAMETOOLONG = 36;
inline constexpr int kENOLCK = 37;
inline constexpr int kENOSYS = 38;
inline constexpr int kENOTEMPTY = 39;
inline constexpr int kELOOP = 40;
inline constexpr int kENOMSG = 42;
inline constexpr int kEIDRM = 43;
inline constexpr int kENOLINK = 67;
inline constexpr int kEPROTO = 71;
inline constexpr int kEMULTIHOP = 72;
inline constexpr int kEBADMSG = 74;
inline constexpr int kEOVERFLOW = 75;
inline constexpr int kEILSEQ = 84;
inline constexpr int kENOTSOCK = 88;
inline constexpr int kEDESTADDRREQ = 89;
inline constexpr int kEMSGSIZE = 90;
inline constexpr int kEPROTOTYPE = 91;
inline constexpr int kENOPROTOOPT = 92;
inline constexpr int kEPROTONOSUPPORT = 93;
inline constexpr int kEOPNOTSUPP = 95;
inline constexpr int kEAFNOSUPPORT = 97;
inline constexpr int kEADDRINUSE = 98;
inline constexpr int kEADDRNOTAVAIL = 99;
inline constexpr int kENETDOWN = 100;
inline constexpr int kENETUNREACH = 101;
inline constexpr int kENETRESET = 102;
inline constexpr int kECONNABORTED = 103;
inline constexpr int kECONNRESET = 104;
inline constexpr int kENOBUFS = 105;
inline constexpr int kEISCONN = 106;
inline constexpr int kENOTCONN = 107;
inline constexpr int kETIMEDOUT = 110;
inline constexpr int kECONNREFUSED = 111;
inline constexpr int kEHOSTUNREACH = 113;
inline constexpr int kEALREADY = 114;
inline constexpr int kEINPROGRESS = 115;
inline constexpr int kESTALE = 116;
inline constexpr int kEDQUOT = 122;
inline constexpr int kECANCELED = 125;
inline constexpr int kEOWNERDEAD = 130;
inline constexpr int kENOTRECOVERABLE = 131;

} // namespace wasmc::platform

#endif
