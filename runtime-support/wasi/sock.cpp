// sock_*: on sockets that the host handed in and on connections accepted from them. preview1 has no
// way to make a socket.
#include "runtime-support/wasi/functions.h"
#include "runtime-support/wasi/iovecs.h"
#include "runtime-support/wasi/rights.h"
#include "runtime-support/wasi/stat.h"

namespace wasmc::wasi {

using namespace platform;

namespace {

Msghdr messageOf(std::span<Iovec> list) {
  Msghdr message{};
  message.msg_iov = list.data();
  message.msg_iovlen = list.size();
  return message;
}

// Only sockets have these rights; a file should hear what it is not.
Outcome<void> requireSocket(const Descriptor &descriptor, Rights rights) {
  if (descriptor.may(rights))
    return {};
  TRY_ASSIGN(const Statx stat, statOf(descriptor.host));
  return std::unexpected((stat.stx_mode & kS_IFMT) == kS_IFSOCK ? Errno::notcapable
                                                                : Errno::notsock);
}

} // namespace

// fd, fdflags, address of the result.
Outcome<void> sockAccept(Call &call) {
  TRY_ASSIGN(const Descriptor *const listener, call.requireFile(call.u32(0), 0));
  TRY(requireSocket(*listener, kRightSockAccept));
  if ((call.u32(1) & ~kFdflagNonblock) != 0)
    return std::unexpected(Errno::inval);
  TRY(call.memory.bytes(call.u32(2), sizeof(uint32_t)));
  const int flags = kSOCK_CLOEXEC | (call.u32(1) != 0 ? kSOCK_NONBLOCK : 0);
  TRY_ASSIGN(const intptr_t host,
             checked(systemCall(SystemCall::accept4, listener->host, nullptr, nullptr, flags)));
  HostFile connection(static_cast<int32_t>(host), true);
  Descriptor descriptor;
  descriptor.host = connection.get();
  descriptor.rightsBase = kSocketRights & listener->inheritable();
  TRY_ASSIGN(const uint32_t fd, call.wasi.descriptors().insert(descriptor));
  connection.release();
  return call.memory.write(call.u32(2), fd);
}

// fd, list, its length, riflags, addresses of the size and of the roflags.
Outcome<void> sockRecv(Call &call) {
  TRY_ASSIGN(const Descriptor *const socket, call.requireFile(call.u32(0), kRightFdRead));
  const uint32_t riflags = call.u32(3);
  if ((riflags & ~(kRiflagPeek | kRiflagWaitall)) != 0)
    return std::unexpected(Errno::inval);
  const unsigned flags = ((riflags & kRiflagPeek) != 0 ? kMSG_PEEK : 0) |
                         ((riflags & kRiflagWaitall) != 0 ? kMSG_WAITALL : 0);
  Msghdr message{};
  TRY_ASSIGN(const intptr_t size,
             withIovecs(call.memory, call.u32(1), call.u32(2), [&](std::span<Iovec> list) {
               message = messageOf(list);
               return systemCall(SystemCall::recvmsg, socket->host, &message, flags);
             }));
  TRY(call.memory.write(call.u32(4), static_cast<uint32_t>(size)));
  const bool truncated = (message.msg_flags & kMSG_TRUNC) != 0;
  return call.memory.write(call.u32(5), truncated ? kRoflagDataTruncated : uint16_t{0});
}

// fd, list, its length, siflags (none exist), address of the size.
Outcome<void> sockSend(Call &call) {
  TRY_ASSIGN(const Descriptor *const socket, call.requireFile(call.u32(0), kRightFdWrite));
  if (call.u32(3) != 0)
    return std::unexpected(Errno::inval);
  TRY_ASSIGN(const intptr_t size,
             withIovecs(call.memory, call.u32(1), call.u32(2), [&](std::span<Iovec> list) {
               const Msghdr message = messageOf(list);
               return systemCall(SystemCall::sendmsg, socket->host, &message, kMSG_NOSIGNAL);
             }));
  return call.memory.write(call.u32(4), static_cast<uint32_t>(size));
}

// fd, which directions.
Outcome<void> sockShutdown(Call &call) {
  // By sdflags.
  constexpr int kHow[] = {-1, kSHUT_RD, kSHUT_WR, kSHUT_RDWR};
  TRY_ASSIGN(const Descriptor *const descriptor, call.find(call.u32(0)));
  if (call.u32(1) == 0 || call.u32(1) >= std::size(kHow))
    return std::unexpected(Errno::inval);
  TRY(requireSocket(*descriptor, kRightSockShutdown));
  TRY(checked(systemCall(SystemCall::shutdown, descriptor->host, kHow[call.u32(1)])));
  return {};
}

} // namespace wasmc::wasi
