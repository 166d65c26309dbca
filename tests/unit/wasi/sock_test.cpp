// sock_* on sockets that the host hands in.
#include <fcntl.h>
#include <netinet/in.h>
#include <sys/socket.h>
#include <unistd.h>

#include "tests/unit/wasi/fake_guest.h"

namespace wasmc::wasi::test {
namespace {

// A guest with one end of a pair of sockets as descriptor 3.
class WasiSock : public testing::TestWithParam<int> {
protected:
  WasiSock() {
    EXPECT_EQ(socketpair(AF_UNIX, GetParam() | SOCK_CLOEXEC, 0, pair_), 0);
    descriptors_[0] = pair_[0];
    WasiOptions options;
    options.descriptors = descriptors_;
    guest_ = std::make_unique<FakeGuest>(options);
  }
  ~WasiSock() override {
    close(pair_[0]);
    close(pair_[1]);
  }

  Errno send(std::string_view text, uint32_t flags = 0) {
    return guest_->call("sock_send", 3,
                        guest_->iovec(guest_->put(text), static_cast<uint32_t>(text.size())), 1,
                        flags, 0);
  }
  // Receives up to `size` bytes to address 100.
  Errno receive(uint32_t size, uint32_t flags = 0) {
    return guest_->call("sock_recv", 3, guest_->iovec(100, size), 1, flags, 0, 4);
  }

  int pair_[2];
  int32_t descriptors_[1];
  std::unique_ptr<FakeGuest> guest_;
};

INSTANTIATE_TEST_SUITE_P(Types, WasiSock, testing::Values(SOCK_STREAM, SOCK_DGRAM));

TEST_P(WasiSock, SendReceivePeekTruncate) {
  ASSERT_EQ(send("hello"), Errno::success);
  EXPECT_EQ(guest_->read<uint32_t>(0), 5u);
  char buffer[16];
  EXPECT_EQ(read(pair_[1], buffer, sizeof(buffer)), 5);
  EXPECT_EQ(std::string_view(buffer, 5), "hello");

  ASSERT_EQ(write(pair_[1], "answer", 6), 6);
  ASSERT_EQ(receive(100, kRiflagPeek), Errno::success);
  EXPECT_EQ(guest_->read<uint32_t>(0), 6u);
  EXPECT_EQ(guest_->text(100, 6), "answer");
  ASSERT_EQ(receive(3), Errno::success);
  EXPECT_EQ(guest_->read<uint32_t>(0), 3u);
  const bool datagram = GetParam() == SOCK_DGRAM;
  EXPECT_EQ(guest_->read<uint16_t>(4), datagram ? kRoflagDataTruncated : 0);
  if (!datagram) {
    ASSERT_EQ(receive(3, kRiflagWaitall), Errno::success);
    EXPECT_EQ(guest_->text(100, 3), "wer");
  }
  EXPECT_EQ(guest_->fdstat(3).filetype, datagram ? Filetype::socketDgram : Filetype::socketStream);
}

TEST_P(WasiSock, WrongFlagsAndDescriptors) {
  EXPECT_EQ(send("x", 1), Errno::inval);
  EXPECT_EQ(receive(1, 4), Errno::inval);
  EXPECT_EQ(guest_->call("sock_shutdown", 3, 0), Errno::inval);
  EXPECT_EQ(guest_->call("sock_shutdown", 3, 4), Errno::inval);
  EXPECT_EQ(guest_->call("sock_shutdown", 1, 1), Errno::notsock);
  EXPECT_EQ(guest_->call("sock_shutdown", 9, 1), Errno::badf);
  EXPECT_EQ(guest_->call("sock_accept", 3, 0, 0),
            GetParam() == SOCK_DGRAM ? Errno::notsup : Errno::inval);
  EXPECT_EQ(guest_->call("sock_accept", 1, 0, 0), Errno::notsock);
}

TEST_P(WasiSock, Shutdown) {
  ASSERT_EQ(guest_->call("sock_shutdown", 3, kSdflagWr), Errno::success);
  char byte;
  // Only a stream has an end that the peer could see.
  if (GetParam() == SOCK_STREAM)
    EXPECT_EQ(read(pair_[1], &byte, 1), 0);
  // An error, not a signal that would end the host.
  EXPECT_EQ(send("x"), Errno::pipe);
  ASSERT_EQ(write(pair_[1], "y", 1), 1);
  EXPECT_EQ(receive(1), Errno::success);
}

TEST(WasiSockAccept, GivesAConnection) {
  const int listener = socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);
  ASSERT_GE(listener, 0);
  sockaddr_in address{};
  address.sin_family = AF_INET;
  address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
  socklen_t size = sizeof(address);
  ASSERT_EQ(bind(listener, reinterpret_cast<sockaddr *>(&address), size), 0);
  ASSERT_EQ(listen(listener, 1), 0);
  ASSERT_EQ(getsockname(listener, reinterpret_cast<sockaddr *>(&address), &size), 0);
  const int32_t descriptors[] = {listener};
  WasiOptions options;
  options.descriptors = descriptors;
  FakeGuest guest(options);
  const int client = socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);
  ASSERT_EQ(connect(client, reinterpret_cast<sockaddr *>(&address), size), 0);
  EXPECT_EQ(guest.call("sock_accept", 3, kFdflagAppend, 0), Errno::inval);
  // Without a place for the answer the connection stays for the next call.
  EXPECT_EQ(guest.call("sock_accept", 3, 0, FakeGuest::kMemorySize - 3), Errno::fault);
  ASSERT_EQ(guest.call("sock_accept", 3, kFdflagNonblock, 0), Errno::success);
  const auto connection = guest.read<uint32_t>(0);
  EXPECT_EQ(guest.fdstat(connection).flags, kFdflagNonblock);
  EXPECT_EQ(fcntl((*guest.wasi().descriptors().find(connection))->host, F_GETFD), FD_CLOEXEC);
  EXPECT_EQ(guest.call("sock_recv", connection, guest.iovec(100, 10), 1, 0, 0, 4), Errno::again);
  EXPECT_EQ(guest.writeText(connection, "hi"), Errno::success);
  char buffer[4];
  EXPECT_EQ(read(client, buffer, sizeof(buffer)), 2);
  EXPECT_EQ(guest.call("fd_close", connection), Errno::success);
  EXPECT_EQ(read(client, buffer, sizeof(buffer)), 0);
  close(client);

  // A listener that has given up what it passes on accepts connections without it.
  const Rights left = kRightFdRead | kRightSockShutdown;
  ASSERT_EQ(guest.call("fd_fdstat_set_rights", 3, kRightSockAccept, left), Errno::success);
  const int second = socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);
  ASSERT_EQ(connect(second, reinterpret_cast<sockaddr *>(&address), size), 0);
  ASSERT_EQ(guest.call("sock_accept", 3, 0, 0), Errno::success);
  const auto limited = guest.read<uint32_t>(0);
  EXPECT_EQ(guest.fdstat(limited).rightsBase, left);
  EXPECT_EQ(guest.writeText(limited, "hi"), Errno::badf);
  ASSERT_EQ(write(second, "yes", 3), 3);
  EXPECT_EQ(guest.call("sock_recv", limited, guest.iovec(100, 10), 1, 0, 0, 4), Errno::success);
  close(second);
  close(listener);
}

} // namespace
} // namespace wasmc::wasi::test
