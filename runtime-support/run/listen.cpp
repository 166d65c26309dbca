#include "runtime-support/run/listen.h"

#include <string.h>

#include "runtime-support/platform/file.h"
#include "runtime-support/platform/kernel_types.h"
#include "runtime-support/platform/syscall.h"

namespace wasmc::run {

using namespace platform;
using namespace std::string_view_literals;

namespace {

constexpr int kBacklog = 128;

std::unexpected<Error> wrong(std::string_view text) {
  return error(Error::kNoOffset, text, ": neither tcp://ADDRESS:PORT nor fd://NUMBER");
}

// A number in digits, at most `highest`; or -1.
int32_t numberOf(std::string_view digits, int32_t highest) {
  int32_t value = 0;
  for (const char c : digits) {
    if (c < '0' || c > '9' || value > highest)
      return -1;
    value = 10 * value + (c - '0');
  }
  return digits.empty() || value > highest ? -1 : value;
}

int hexDigit(char c) {
  if (c >= '0' && c <= '9')
    return c - '0';
  if (c >= 'a' && c <= 'f')
    return c - 'a' + 10;
  return c >= 'A' && c <= 'F' ? c - 'A' + 10 : -1;
}

bool parseIpv4(std::string_view host, uint8_t *bytes) {
  for (int i = 0; i < 4; ++i) {
    const size_t dot = host.find('.');
    if ((dot == std::string_view::npos) != (i == 3))
      return false;
    const int32_t byte = numberOf(host.substr(0, dot), 255);
    if (byte < 0)
      return false;
    bytes[i] = static_cast<uint8_t>(byte);
    host.remove_prefix(i == 3 ? host.size() : dot + 1);
  }
  return true;
}

// Groups of up to four hexadecimal digits, separated by colons; into at most `room` bytes. How many
// bytes there were, or -1.
int parseGroups(std::string_view text, uint8_t *bytes, int room) {
  int used = 0;
  while (!text.empty()) {
    const size_t colon = text.find(':');
    const std::string_view group = text.substr(0, colon);
    if (group.empty() || group.size() > 4 || used + 2 > room)
      return -1;
    int value = 0;
    for (const char c : group) {
      const int digit = hexDigit(c);
      if (digit < 0)
        return -1;
      value = 16 * value + digit;
    }
    bytes[used++] = static_cast<uint8_t>(value >> 8);
    bytes[used++] = static_cast<uint8_t>(value);
    if (colon == std::string_view::npos)
      break;
    text.remove_prefix(colon + 1);
    if (text.empty())
      return -1;
  }
  return used;
}

bool parseIpv6(std::string_view host, uint8_t *bytes) {
  constexpr int kSize = 16;
  const size_t gap = host.find("::"sv);
  if (gap == std::string_view::npos)
    return parseGroups(host, bytes, kSize) == kSize;
  uint8_t tail[kSize];
  const int before = parseGroups(host.substr(0, gap), bytes, kSize - 2);
  if (before < 0)
    return false;
  const int after = parseGroups(host.substr(gap + 2), tail, kSize - 2 - before);
  if (after < 0)
    return false;
  memset(bytes + before, 0, static_cast<size_t>(kSize - before - after));
  memcpy(bytes + kSize - after, tail, static_cast<size_t>(after));
  return true;
}

// sockaddr_in: family, port, address. sockaddr_in6: family, port, flow, address, scope. Ports and
// addresses in network order, families not.
bool fillAddress(std::string_view host, int32_t port, Listener &listener) {
  uint8_t *const address = listener.address;
  uint16_t family = kAF_INET;
  listener.addressSize = 16;
  if (host.size() > 2 && host.front() == '[' && host.back() == ']') {
    family = kAF_INET6;
    listener.addressSize = 28;
    if (!parseIpv6(host.substr(1, host.size() - 2), address + 8))
      return false;
  } else if (!parseIpv4(host == "localhost"sv ? "127.0.0.1"sv : host, address + 4)) {
    return false;
  }
  memcpy(address, &family, sizeof(family));
  address[2] = static_cast<uint8_t>(port >> 8);
  address[3] = static_cast<uint8_t>(port);
  return true;
}

std::unexpected<Error> cannotListen(const Listener &listener, intptr_t answer) {
  std::string_view why;
  if (answer == -kEADDRINUSE)
    why = ": the address is in use"sv;
  else if (answer == -kEACCES || answer == -kEPERM)
    why = ": permission denied"sv;
  else if (answer == -kEADDRNOTAVAIL)
    why = ": the address is not this machine's"sv;
  if (!why.empty())
    return error(Error::kNoOffset, "cannot listen at ", listener.text, why);
  return error(Error::kNoOffset, "cannot listen at ", listener.text, ": error ", -answer);
}

Result<int32_t> listenAt(const Listener &listener) {
  uint16_t family;
  memcpy(&family, listener.address, sizeof(family));
  const intptr_t fd =
      aboveStreams(systemCall(SystemCall::socket, family, kSOCK_STREAM | kSOCK_CLOEXEC, 0));
  if (isError(fd))
    return cannotListen(listener, fd);
  // Else a server could not be started again for a minute after it ended.
  const int32_t yes = 1;
  systemCall(SystemCall::setsockopt, fd, kSOL_SOCKET, kSO_REUSEADDR, &yes, sizeof(yes));
  intptr_t answer = systemCall(SystemCall::bind, fd, listener.address, listener.addressSize);
  if (!isError(answer))
    answer = systemCall(SystemCall::listen, fd, kBacklog);
  if (isError(answer)) {
    systemCall(SystemCall::close, fd);
    return cannotListen(listener, answer);
  }
  return static_cast<int32_t>(fd);
}

// Only sockets: the right to read and write a file is what --dir is for.
Result<int32_t> inherit(const Listener &listener) {
  int32_t type = 0;
  uint32_t size = sizeof(type);
  const intptr_t answer =
      systemCall(SystemCall::getsockopt, listener.inherited, kSOL_SOCKET, kSO_TYPE, &type, &size);
  if (answer == -kENOTSOCK)
    return error(Error::kNoOffset, listener.text, ": the descriptor is no socket");
  if (isError(answer))
    return error(Error::kNoOffset, listener.text, ": the descriptor is not open");
  // The compiler that a .wasm may need is not to have it.
  systemCall(SystemCall::fcntl, listener.inherited, kF_SETFD, kFD_CLOEXEC);
  return listener.inherited;
}

} // namespace

Result<Listener> parseListener(std::string_view text) {
  constexpr int32_t kHighestDescriptor = 1 << 20;
  Listener listener;
  listener.text = text;
  if (text.starts_with("fd://"sv)) {
    listener.inherited = numberOf(text.substr(5), kHighestDescriptor);
    // The standard streams are the guest's already.
    if (listener.inherited < 3)
      return error(Error::kNoOffset, text, ": no number of an inherited descriptor");
    return listener;
  }
  if (!text.starts_with("tcp://"sv))
    return wrong(text);
  const std::string_view place = text.substr(6);
  const size_t colon = place.rfind(':');
  if (colon == std::string_view::npos)
    return wrong(text);
  const int32_t port = numberOf(place.substr(colon + 1), 65535);
  if (port < 0 || !fillAddress(place.substr(0, colon), port, listener))
    return wrong(text);
  return listener;
}

Result<std::span<const int32_t>> openListeners(std::span<const Listener> listeners,
                                               platform::Arena &arena) {
  if (listeners.empty())
    return std::span<const int32_t>();
  TRY_ASSIGN(const std::span<int32_t> opened, arena.allocateArray<int32_t>(listeners.size()));
  // Inherited ones first, before a new one can take a number that is not open.
  for (size_t i = 0; i < listeners.size(); ++i)
    if (listeners[i].inherited >= 0) {
      TRY_ASSIGN(opened[i], inherit(listeners[i]));
    }
  for (size_t i = 0; i < listeners.size(); ++i)
    if (listeners[i].inherited < 0) {
      TRY_ASSIGN(opened[i], listenAt(listeners[i]));
    }
  return std::span<const int32_t>(opened);
}

} // namespace wasmc::run
