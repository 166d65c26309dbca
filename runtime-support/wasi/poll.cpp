// poll_oneoff: waits until a clock has reached its time or a descriptor is ready.
#include "runtime-support/wasi/functions.h"
#include "runtime-support/wasi/stat.h"

namespace wasmc::wasi {

using namespace platform;

namespace {

constexpr uint64_t kNanoseconds = 1'000'000'000;
constexpr uint64_t kForever = UINT64_MAX;
// A socket whose peer has sent its last byte can be written all the same, and only says so if
// asked.
constexpr int16_t kReading = kPOLLIN | kPOLLRDHUP;

Outcome<uint64_t> now(uint32_t clock) {
  // CPU time stands still while we wait, so waiting for it would never end.
  if (clock != static_cast<uint32_t>(kCLOCK_REALTIME) &&
      clock != static_cast<uint32_t>(kCLOCK_MONOTONIC))
    return std::unexpected(clock <= static_cast<uint32_t>(kCLOCK_THREAD_CPUTIME_ID) ? Errno::notsup
                                                                                    : Errno::inval);
  Timespec time{};
  TRY(checked(systemCall(SystemCall::clock_gettime, clock, &time)));
  return static_cast<uint64_t>(time.tv_sec) * kNanoseconds + static_cast<uint64_t>(time.tv_nsec);
}

const SubscriptionClock &clockOf(const Subscription &subscription) {
  return subscription.clock;
}
const SubscriptionClock &clockOf(const SubscriptionUnstable &subscription) {
  return subscription.clock.value;
}

// As many as there can be descriptors.
constexpr uint32_t kMaxSubscriptions = 65536;

// What is known of a subscription between looking at it and reporting. An error is kept here
// because the guest may let its events overlap the subscriptions.
struct Noted {
  Errno error = Errno::success;
  bool polled = false; // then `slot` is its descriptor's place among the Pollfds
  uint16_t slot = 0;
};
static_assert(kMaxSubscriptions - 1 <= UINT16_MAX);
// What docs/wasi.md says that the lists of the largest call take.
static_assert(kMaxSubscriptions * (sizeof(Pollfd) + sizeof(Noted)) == 896 * 1024);

// Room for one Noted per subscription and for as many Pollfds.
class PollList {
public:
  PollList() = default;
  PollList(const PollList &) = delete;
  PollList &operator=(const PollList &) = delete;
  ~PollList() {
    if (size_ != 0)
      systemCall(SystemCall::munmap, pollfds_, size_);
  }

  // The guest may ask for more than its stack, on which we run, has room for.
  Outcome<void> allocate(uint32_t count) {
    if (count <= kFew)
      return {};
    const size_t size = count * (sizeof(Pollfd) + sizeof(Noted));
    TRY_ASSIGN(const intptr_t address,
               checked(systemCall(SystemCall::mmap, nullptr, size, kPROT_READ | kPROT_WRITE,
                                  kMAP_PRIVATE | kMAP_ANONYMOUS, -1, 0)));
    size_ = size;
    pollfds_ = reinterpret_cast<Pollfd *>(address);
    notes_ = reinterpret_cast<Noted *>(pollfds_ + count);
    return {};
  }

  // The place of this descriptor, which is made if it has none yet. The kernel refuses more Pollfds
  // than the process may have descriptors, so each gets one place, however many subscriptions name
  // it.
  uint16_t slotOf(Descriptor &descriptor) {
    // Left by an earlier call it may say anything, but only the right place holds this descriptor.
    if (descriptor.pollSlot >= used_ || pollfds_[descriptor.pollSlot].fd != descriptor.host) {
      descriptor.pollSlot = static_cast<uint16_t>(used_++);
      pollfds_[descriptor.pollSlot] = {descriptor.host, 0, 0};
    }
    return descriptor.pollSlot;
  }

  Pollfd *pollfds() { return pollfds_; }
  uint32_t used() const { return used_; }
  Noted &note(uint32_t index) { return notes_[index]; }

private:
  static constexpr uint32_t kFew = 16;
  Pollfd fewPollfds_[kFew];
  Noted fewNotes_[kFew];
  Pollfd *pollfds_ = fewPollfds_;
  Noted *notes_ = fewNotes_;
  uint32_t used_ = 0; // Pollfds
  size_t size_ = 0;   // of the mapping, if there is one
};

// How many bytes can be read without waiting.
uint64_t readableBytes(int32_t host) {
  // For files the kernel tells it as well, but in 32 bits.
  const intptr_t position = systemCall(SystemCall::lseek, host, 0, kSEEK_CUR);
  if (!isError(position)) {
    const Outcome<Statx> stat = statOf(host);
    if (stat && (stat->stx_mode & kS_IFMT) == kS_IFREG) {
      const auto read = static_cast<uint64_t>(position);
      return stat->stx_size > read ? stat->stx_size - read : 0;
    }
  }
  int32_t available = 0;
  systemCall(SystemCall::ioctl, host, kFIONREAD, &available);
  return available > 0 ? static_cast<uint64_t>(available) : 0;
}

template <class Sub> class Poll {
public:
  explicit Poll(Call &call)
      : call_(call), in_(call.u32(0)), out_(call.u32(1)), count_(call.u32(2)) {}

  Outcome<void> run();

private:
  Outcome<Sub> subscription(uint32_t index) const {
    return call_.memory.read<Sub>(in_ + index * static_cast<uint32_t>(sizeof(Sub)));
  }
  Outcome<void> prepare();
  bool nothingToWaitFor();
  Errno prepareFd(const Sub &sub, Noted &noted);
  Outcome<uint64_t> remaining(const SubscriptionClock &clock) const;
  Outcome<uint64_t> shortestWait();
  Outcome<void> report();
  Outcome<void> emit(const Sub &sub, Errno error, uint64_t nbytes = 0, uint16_t flags = 0);
  Outcome<void> reportFd(const Sub &sub, const Pollfd &pollfd);

  Call &call_;
  const uint32_t in_;
  const uint32_t out_;
  const uint32_t count_;
  uint32_t events_ = 0;
  uint32_t errors_ = 0;
  uint64_t started_ = 0; // on the monotonic clock
  bool hasClock_ = false;
  PollList list_;
};

// Adds to what the descriptor is polled for, or tells why it cannot be.
template <class Sub> Errno Poll<Sub>::prepareFd(const Sub &sub, Noted &noted) {
  const bool reads = sub.tag == kEventtypeFdRead;
  const Rights rights = kRightPollFdReadwrite | (reads ? kRightFdRead : kRightFdWrite);
  const Outcome<Descriptor *> descriptor = call_.require(sub.fd, rights);
  if (!descriptor)
    return descriptor.error();
  noted.slot = list_.slotOf(**descriptor);
  noted.polled = true;
  list_.pollfds()[noted.slot].events |= reads ? kReading : kPOLLOUT;
  return Errno::success;
}

// Fills the lists. What is wrong with a subscription is only noted.
template <class Sub> Outcome<void> Poll<Sub>::prepare() {
  for (uint32_t i = 0; i < count_; ++i) {
    TRY_ASSIGN(const Sub sub, subscription(i));
    Noted noted;
    if (sub.tag == kEventtypeClock) {
      const Outcome<uint64_t> time = remaining(clockOf(sub));
      hasClock_ = hasClock_ || time.has_value();
      noted.error = time ? Errno::success : time.error();
    } else if (sub.tag == kEventtypeFdRead || sub.tag == kEventtypeFdWrite) {
      noted.error = prepareFd(sub, noted);
    } else {
      return std::unexpected(Errno::inval);
    }
    if (noted.error != Errno::success)
      ++errors_;
    list_.note(i) = noted;
  }
  return {};
}

// Only descriptors that are not open: then the call fails, as wrong in itself, where one of several
// would be an event.
template <class Sub> bool Poll<Sub>::nothingToWaitFor() {
  for (uint32_t i = 0; i < count_; ++i)
    if (list_.note(i).error != Errno::badf)
      return false;
  return true;
}

// Nanoseconds until the clock is due, 0 when it is.
template <class Sub> Outcome<uint64_t> Poll<Sub>::remaining(const SubscriptionClock &clock) const {
  TRY_ASSIGN(const uint64_t time, now(clock.id));
  if ((clock.flags & kSubclockAbstime) != 0)
    return clock.timeout > time ? clock.timeout - time : 0;
  // A span of real time and one of monotonic time are the same; the latter cannot be set back.
  TRY_ASSIGN(const uint64_t monotonic, now(kCLOCK_MONOTONIC));
  const uint64_t passed = monotonic - started_;
  return clock.timeout > passed ? clock.timeout - passed : 0;
}

template <class Sub> Outcome<uint64_t> Poll<Sub>::shortestWait() {
  uint64_t shortest = kForever;
  for (uint32_t i = 0; hasClock_ && i < count_; ++i) {
    TRY_ASSIGN(const Sub sub, subscription(i));
    if (sub.tag != kEventtypeClock)
      continue;
    const Outcome<uint64_t> time = remaining(clockOf(sub));
    if (time && *time < shortest)
      shortest = *time;
  }
  return shortest;
}

template <class Sub>
Outcome<void> Poll<Sub>::emit(const Sub &sub, Errno error, uint64_t nbytes, uint16_t flags) {
  Event event{};
  event.userdata = sub.userdata;
  event.error = error;
  event.type = sub.tag;
  event.nbytes = nbytes;
  event.flags = flags;
  return call_.memory.write(out_ + events_++ * static_cast<uint32_t>(sizeof(Event)), event);
}

template <class Sub> Outcome<void> Poll<Sub>::reportFd(const Sub &sub, const Pollfd &pollfd) {
  // Another subscription may have asked for the other direction.
  const int other = sub.tag == kEventtypeFdRead ? kPOLLOUT : kReading;
  const int revents = pollfd.revents & ~other;
  if (revents == 0)
    return {};
  if ((revents & kPOLLNVAL) != 0)
    return emit(sub, Errno::badf);
  // How much can be written without blocking is not known, only that something can.
  uint64_t nbytes = 1;
  if (sub.tag == kEventtypeFdRead)
    nbytes = readableBytes(pollfd.fd);
  // A pipe or socket whose other end is gone: reading tells so by the end of the file, writing by
  // an error.
  const bool isAlone = (revents & (kPOLLHUP | kPOLLRDHUP)) != 0;
  const uint16_t flags = isAlone ? kEventFdReadwriteHangup : uint16_t{0};
  const bool broken = (revents & (kPOLLIN | kPOLLOUT | kPOLLHUP)) == 0 && (revents & kPOLLERR) != 0;
  return emit(sub, broken ? Errno::io : Errno::success, nbytes, flags);
}

template <class Sub> Outcome<void> Poll<Sub>::report() {
  for (uint32_t i = 0; i < count_; ++i) {
    const Noted noted = list_.note(i);
    TRY_ASSIGN(const Sub sub, subscription(i));
    if (noted.polled) {
      TRY(reportFd(sub, list_.pollfds()[noted.slot]));
    } else if (noted.error != Errno::success) {
      TRY(emit(sub, noted.error));
    } else if (sub.tag == kEventtypeClock) {
      const Outcome<uint64_t> time = remaining(clockOf(sub));
      if (time && *time == 0)
        TRY(emit(sub, Errno::success));
    }
  }
  return {};
}

template <class Sub> Outcome<void> Poll<Sub>::run() {
  if (count_ == 0)
    return std::unexpected(Errno::inval);
  TRY(call_.memory.bytes(in_, uint64_t{count_} * sizeof(Sub)));
  TRY(call_.memory.bytes(out_, uint64_t{count_} * sizeof(Event)));
  TRY(call_.memory.bytes(call_.u32(3), sizeof(uint32_t)));
  if (count_ > kMaxSubscriptions)
    return std::unexpected(Errno::inval);
  TRY(list_.allocate(count_));
  TRY_ASSIGN(started_, now(kCLOCK_MONOTONIC));
  TRY(prepare());
  if (nothingToWaitFor())
    return std::unexpected(Errno::badf);
  do {
    TRY_ASSIGN(const uint64_t wait, shortestWait());
    const uint64_t time = errors_ > 0 ? 0 : wait;
    const Timespec timeout = {static_cast<int64_t>(time / kNanoseconds),
                              static_cast<int64_t>(time % kNanoseconds)};
    const intptr_t answer =
        systemCall(SystemCall::ppoll, list_.pollfds(), list_.used(),
                   time == kForever ? nullptr : &timeout, nullptr, kKernelSigsetSize);
    // Interrupted: by what concerns the host, not the guest. What is left of the time is waited
    // for.
    if (answer == -kEINTR)
      continue;
    TRY(checked(answer));
    TRY(report());
  } while (events_ == 0);
  return call_.memory.write(call_.u32(3), events_);
}

} // namespace

// subscriptions, events, number of subscriptions, address of the number of events.
Outcome<void> pollOneoff(Call &call) {
  return Poll<Subscription>(call).run();
}

// Subscriptions to a clock are laid out differently in wasi_unstable.
Outcome<void> pollOneoffUnstable(Call &call) {
  return Poll<SubscriptionUnstable>(call).run();
}

} // namespace wasmc::wasi
