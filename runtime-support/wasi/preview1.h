// The binary interface of WASI preview1 (wasi_snapshot_preview1.witx): numbers and layouts as the
// guest sees them. Layouts are those of a 32-bit guest and agree with natural alignment here, so
// values travel by memcpy; the guest's pointers need no alignment.
#ifndef WASMC_RUNTIME_WASI_PREVIEW1_H
#define WASMC_RUNTIME_WASI_PREVIEW1_H

#include <stddef.h>
#include <stdint.h>

namespace wasmc::wasi {

enum class Errno : uint16_t {
  success = 0,
  toobig = 1,
  acces = 2,
  addrinuse = 3,
  addrnotavail = 4,
  afnosupport = 5,
  again = 6,
  already = 7,
  badf = 8,
  badmsg = 9,
  busy = 10,
  canceled = 11,
  child = 12,
  connaborted = 13,
  connrefused = 14,
  connreset = 15,
  deadlk = 16,
  destaddrreq = 17,
  dom = 18,
  dquot = 19,
  exist = 20,
  fault = 21,
  fbig = 22,
  hostunreach = 23,
  idrm = 24,
  ilseq = 25,
  inprogress = 26,
  intr = 27,
  inval = 28,
  io = 29,
  isconn = 30,
  isdir = 31,
  loop = 32,
  mfile = 33,
  mlink = 34,
  msgsize = 35,
  multihop = 36,
  nametoolong = 37,
  netdown = 38,
  netreset = 39,
  netunreach = 40,
  nfile = 41,
  nobufs = 42,
  nodev = 43,
  noent = 44,
  noexec = 45,
  nolck = 46,
  nolink = 47,
  nomem = 48,
  nomsg = 49,
  noprotoopt = 50,
  nospc = 51,
  nosys = 52,
  notconn = 53,
  notdir = 54,
  notempty = 55,
  notrecoverable = 56,
  notsock = 57,
  notsup = 58,
  notty = 59,
  nxio = 60,
  overflow = 61,
  ownerdead = 62,
  perm = 63,
  pipe = 64,
  proto = 65,
  protonosupport = 66,
  prototype = 67,
  range = 68,
  rofs = 69,
  spipe = 70,
  srch = 71,
  stale = 72,
  timedout = 73,
  txtbsy = 74,
  xdev = 75,
  notcapable = 76
};

enum class Filetype : uint8_t {
  unknown = 0,
  blockDevice = 1,
  characterDevice = 2,
  directory = 3,
  regularFile = 4,
  socketDgram = 5,
  socketStream = 6,
  symbolicLink = 7
};

using Rights = uint64_t;
inline constexpr Rights kRightFdDatasync = 1u << 0;
inline constexpr Rights kRightFdRead = 1u << 1;
inline constexpr Rights kRightFdSeek = 1u << 2;
inline constexpr Rights kRightFdFdstatSetFlags = 1u << 3;
inline constexpr Rights kRightFdSync = 1u << 4;
inline constexpr Rights kRightFdTell = 1u << 5;
inline constexpr Rights kRightFdWrite = 1u << 6;
inline constexpr Rights kRightFdAdvise = 1u << 7;
inline constexpr Rights kRightFdAllocate = 1u << 8;
inline constexpr Rights kRightPathCreateDirectory = 1u << 9;
inline constexpr Rights kRightPathCreateFile = 1u << 10;
inline constexpr Rights kRightPathLinkSource = 1u << 11;
inline constexpr Rights kRightPathLinkTarget = 1u << 12;
inline constexpr Rights kRightPathOpen = 1u << 13;
inline constexpr Rights kRightFdReaddir = 1u << 14;
inline constexpr Rights kRightPathReadlink = 1u << 15;
inline constexpr Rights kRightPathRenameSource = 1u << 16;
inline constexpr Rights kRightPathRenameTarget = 1u << 17;
inline constexpr Rights kRightPathFilestatGet = 1u << 18;
inline constexpr Rights kRightPathFilestatSetSize = 1u << 19;
inline constexpr Rights kRightPathFilestatSetTimes = 1u << 20;
inline constexpr Rights kRightFdFilestatGet = 1u << 21;
inline constexpr Rights kRightFdFilestatSetSize = 1u << 22;
inline constexpr Rights kRightFdFilestatSetTimes = 1u << 23;
inline constexpr Rights kRightPathSymlink = 1u << 24;
inline constexpr Rights kRightPathRemoveDirectory = 1u << 25;
inline constexpr Rights kRightPathUnlinkFile = 1u << 26;
inline constexpr Rights kRightPollFdReadwrite = 1u << 27;
inline constexpr Rights kRightSockShutdown = 1u << 28;
inline constexpr Rights kRightSockAccept = 1u << 29;

inline constexpr uint32_t kFdflagAppend = 1;
inline constexpr uint32_t kFdflagDsync = 2;
inline constexpr uint32_t kFdflagNonblock = 4;
inline constexpr uint32_t kFdflagRsync = 8;
inline constexpr uint32_t kFdflagSync = 16;
inline constexpr uint32_t kFdflagsAll = 31;

inline constexpr uint32_t kOflagCreat = 1;
inline constexpr uint32_t kOflagDirectory = 2;
inline constexpr uint32_t kOflagExcl = 4;
inline constexpr uint32_t kOflagTrunc = 8;
inline constexpr uint32_t kOflagsAll = 15;

inline constexpr uint32_t kLookupSymlinkFollow = 1;

inline constexpr uint32_t kFstflagAtim = 1;
inline constexpr uint32_t kFstflagAtimNow = 2;
inline constexpr uint32_t kFstflagMtim = 4;
inline constexpr uint32_t kFstflagMtimNow = 8;
inline constexpr uint32_t kFstflagsAll = 15;

inline constexpr uint8_t kPreopentypeDir = 0;

inline constexpr uint8_t kEventtypeClock = 0;
inline constexpr uint8_t kEventtypeFdRead = 1;
inline constexpr uint8_t kEventtypeFdWrite = 2;
inline constexpr uint16_t kEventFdReadwriteHangup = 1;
inline constexpr uint16_t kSubclockAbstime = 1;

inline constexpr uint32_t kRiflagPeek = 1;
inline constexpr uint32_t kRiflagWaitall = 2;
inline constexpr uint16_t kRoflagDataTruncated = 1;
inline constexpr uint32_t kSdflagRd = 1;
inline constexpr uint32_t kSdflagWr = 2;

struct GuestIovec {
  uint32_t buf;
  uint32_t bufLen;
};
static_assert(sizeof(GuestIovec) == 8);

struct Dirent {
  uint64_t next;
  uint64_t ino;
  uint32_t namlen;
  Filetype type;
  uint8_t padding[3];
};
static_assert(sizeof(Dirent) == 24);

struct Fdstat {
  Filetype filetype;
  uint8_t padding0;
  uint16_t flags;
  uint32_t padding1;
  Rights rightsBase;
  Rights rightsInheriting;
};
static_assert(sizeof(Fdstat) == 24);

struct Filestat {
  uint64_t dev;
  uint64_t ino;
  Filetype filetype;
  uint8_t padding[7];
  uint64_t nlink;
  uint64_t size;
  uint64_t atim;
  uint64_t mtim;
  uint64_t ctim;
};
static_assert(sizeof(Filestat) == 64 && offsetof(Filestat, nlink) == 24);

// As in wasi_unstable (snapshot 0), where nlink was 32 bits wide.
struct FilestatUnstable {
  uint64_t dev;
  uint64_t ino;
  Filetype filetype;
  uint8_t padding[3];
  uint32_t nlink;
  uint64_t size;
  uint64_t atim;
  uint64_t mtim;
  uint64_t ctim;
};
static_assert(sizeof(FilestatUnstable) == 56 && offsetof(FilestatUnstable, nlink) == 20);

struct Prestat {
  uint8_t tag;
  uint8_t padding[3];
  uint32_t nameLen;
};
static_assert(sizeof(Prestat) == 8);

struct SubscriptionClock {
  uint32_t id;
  uint32_t padding0;
  uint64_t timeout;
  uint64_t precision;
  uint16_t flags;
  uint8_t padding1[6];
};

struct Subscription {
  uint64_t userdata;
  uint8_t tag;
  uint8_t padding[7];
  union {
    SubscriptionClock clock;
    uint32_t fd;
  };
};
static_assert(sizeof(Subscription) == 48 && offsetof(Subscription, clock) == 16);

// As in wasi_unstable: the clock carries an identifier of its own before the clock id.
struct SubscriptionUnstable {
  uint64_t userdata;
  uint8_t tag;
  uint8_t padding[7];
  union {
    struct {
      uint64_t identifier;
      SubscriptionClock value;
    } clock;
    uint32_t fd;
  };
};
static_assert(sizeof(SubscriptionUnstable) == 56 &&
              offsetof(SubscriptionUnstable, clock.value) == 24);

struct Event {
  uint64_t userdata;
  Errno error;
  uint8_t type;
  uint8_t padding0[5];
  uint64_t nbytes;
  uint16_t flags;
  uint8_t padding1[6];
};
static_assert(sizeof(Event) == 32 && offsetof(Event, nbytes) == 16 && offsetof(Event, flags) == 24);

} // namespace wasmc::wasi

#endif
