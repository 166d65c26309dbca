// poll_oneoff: waits until a clock has reached its time or a descriptor is ready.
#include "runtime-support/wasi/functions.h"

namespace wasmc::wasi {

using namespace platform;

namespace {

constexpr uint64_t kNanoseconds = 1'000'000'000;
constexpr uint64_t kForever = UINT64_MAX;

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

// More than twice as many as there can be descriptors; the list of as many takes 512 KiB.
constexpr uint32_t kMaxSubscriptions = 65536;

// One Pollfd per subscription, by index. Clocks and errors have fd -1, which the kernel skips; then
// `events`, which it leaves alone, holds the error.
class PollList {
public:
  PollList() = default;
  PollList(const PollList &) = delete;
  PollList &operator=(const PollList &) = delete;
  ~PollList() {
    if (mapped_ != nullptr)
      systemCall(SystemCall::munmap, mapped_, size_);
  }

  // The guest may ask for more than its stack, on which we run, has room for.
  Outcome<void> allocate(uint32_t count) {
    if (count <= kFew)
      return {};
    size_ = count * sizeof(Pollfd);
    TRY_ASSIGN(const intptr_t address,
               checked(systemCall(SystemCall::mmap, nullptr, size_, kPROT_READ | kPROT_WRITE,
                                  kMAP_PRIVATE | kMAP_ANONYMOUS, -1, 0)));
    mapped_ = reinterpret_cast<Pollfd *>(address);
    return {};
  }

  const Pollfd *data() const { return mapped_ != nullptr ? mapped_ : few_; }
  Pollfd *data() { return mapped_ != nullptr ? mapped_ : few_; }

private:
  static constexpr uint32_t kFew = 16;
  Pollfd few_[kFew];
  Pollfd *mapped_ = nullptr;
  size_t size_ = 0;
};

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
  bool nothingToWaitFor() const;
  Errno prepareFd(const Sub &sub, Pollfd &pollfd);
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
  bool hasFd_ = false;
  PollList list_;
};

// What the descriptor is polled for, or why it cannot be.
template <class Sub> Errno Poll<Sub>::prepareFd(const Sub &sub, Pollfd &pollfd) {
  const bool reads = sub.tag == kEventtypeFdRead;
  const Rights rights = kRightPollFdReadwrite | (reads ? kRightFdRead : kRightFdWrite);
  const Outcome<Descriptor *> descriptor = call_.require(sub.fd, rights);
  if (!descriptor)
    return descriptor.error();
  pollfd.fd = (*descriptor)->host;
  pollfd.events = reads ? kPOLLIN : kPOLLOUT;
  hasFd_ = true;
  return Errno::success;
}

// Fills the list. What is wrong with a subscription is only noted, since the guest may let its
// events overlap the subscriptions, which are still to be read.
template <class Sub> Outcome<void> Poll<Sub>::prepare() {
  for (uint32_t i = 0; i < count_; ++i) {
    TRY_ASSIGN(const Sub sub, subscription(i));
    Pollfd &pollfd = list_.data()[i];
    pollfd = {-1, 0, 0};
    Errno error = Errno::success;
    if (sub.tag == kEventtypeClock) {
      const Outcome<uint64_t> time = remaining(clockOf(sub));
      hasClock_ = hasClock_ || time.has_value();
      error = time ? Errno::success : time.error();
    } else if (sub.tag == kEventtypeFdRead || sub.tag == kEventtypeFdWrite) {
      error = prepareFd(sub, pollfd);
    } else {
      return std::unexpected(Errno::inval);
    }
    if (error != Errno::success) {
      pollfd.events = static_cast<int16_t>(error);
      ++errors_;
    }
  }
  return {};
}

// Only descriptors that are not open: then the call fails, as wrong in itself, where one of several
// would be an event.
template <class Sub> bool Poll<Sub>::nothingToWaitFor() const {
  for (uint32_t i = 0; i < count_; ++i)
    if (list_.data()[i].fd >= 0 || list_.data()[i].events != static_cast<int16_t>(Errno::badf))
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
  if (pollfd.revents == 0)
    return {};
  if ((pollfd.revents & kPOLLNVAL) != 0)
    return emit(sub, Errno::badf);
  // How much can be written without blocking is not known, only that something can.
  uint64_t nbytes = 1;
  if (sub.tag == kEventtypeFdRead) {
    int32_t available = 0;
    systemCall(SystemCall::ioctl, pollfd.fd, kFIONREAD, &available);
    nbytes = available > 0 ? static_cast<uint64_t>(available) : 0;
  }
  // A pipe whose other end is gone: reading tells so by the end of the file, writing by an error.
  const uint16_t flags = (pollfd.revents & kPOLLHUP) != 0 ? kEventFdReadwriteHangup : uint16_t{0};
  const bool broken =
      (pollfd.revents & (kPOLLIN | kPOLLOUT | kPOLLHUP)) == 0 && (pollfd.revents & kPOLLERR) != 0;
  return emit(sub, broken ? Errno::io : Errno::success, nbytes, flags);
}

template <class Sub> Outcome<void> Poll<Sub>::report() {
  for (uint32_t i = 0; i < count_; ++i) {
    const Pollfd &pollfd = list_.data()[i];
    TRY_ASSIGN(const Sub sub, subscription(i));
    if (pollfd.fd >= 0) {
      TRY(reportFd(sub, pollfd));
    } else if (pollfd.events != 0) {
      TRY(emit(sub, static_cast<Errno>(pollfd.events)));
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
        systemCall(SystemCall::ppoll, list_.data(), hasFd_ ? count_ : 0,
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
