// Sockets that a program is given: those of --listen.
#ifndef WASMC_RUNTIME_RUN_LISTEN_H
#define WASMC_RUNTIME_RUN_LISTEN_H

#include <stdint.h>

#include <span>
#include <string_view>

#include "runtime-support/platform/arena.h"
#include "wasmc/detail/result.h"

namespace wasmc::run {

// Where to listen, or which descriptor of the host to hand on.
struct Listener {
  std::string_view text; // as it was written, for messages
  int32_t inherited = -1;
  uint32_t addressSize = 0;
  uint8_t address[28] = {}; // a sockaddr_in or sockaddr_in6
};

// "tcp://HOST:PORT", with an address in digits ("[::1]:80" for IPv6) or "localhost", or "fd://N".
// Nothing is looked up: a name would need a resolver, and the guest's sockets should not depend on
// one. The error is a message without the option's name.
Result<Listener> parseListener(std::string_view text);

// Opens them all, in their order; the descriptors belong to the caller. To be called before the
// process opens anything else: until then what "fd://N" names can be nothing but an inherited
// socket. Fails, naming the address, when one cannot be had.
Result<std::span<const int32_t>> openListeners(std::span<const Listener> listeners,
                                               platform::Arena &arena);

} // namespace wasmc::run

#endif
