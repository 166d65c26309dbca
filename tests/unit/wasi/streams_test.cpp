// Standard streams that are closed when the context is made: nothing of the host's ever takes their
// place.
#include <fcntl.h>
#include <sys/socket.h>
#include <unistd.h>

#include "tests/support/holds.h"
#include "tests/unit/wasi/fake_guest.h"

namespace wasmc::wasi::test {
namespace {

void withClosedStreams(unsigned closed) {
  TemporaryTree tree;
  tree.file("secret", "the host's");
  const std::string root = tree / "";
  const Preopen preopens[] = {{root.c_str(), "/", false}};
  for (int stream = 0; stream < 3; ++stream)
    if ((closed >> stream & 1) != 0)
      close(stream);
  WasiOptions options;
  options.preopens = preopens;
  FakeGuest guest(options);
  // The next that the host opens would have their numbers.
  const int secret = open((tree / "secret").c_str(), O_RDWR);
  HOLDS(secret > 2);
  for (int stream = 0; stream < 3; ++stream) {
    const bool isOpen = (closed >> stream & 1) == 0;
    HOLDS(guest.call("fd_fdstat_get", stream, 0) == (isOpen ? Errno::success : Errno::badf));
    HOLDS(guest.call("fd_filestat_get", stream, 0) == (isOpen ? Errno::success : Errno::badf));
    if (isOpen)
      continue;
    HOLDS(guest.call("fd_read", stream, guest.iovec(100, 10), 1, 0) == Errno::badf);
    HOLDS(guest.writeText(stream, "mine") == Errno::badf);
    HOLDS(guest.call("fd_close", stream) == Errno::badf);
    HOLDS(guest.call("fd_renumber", 3, stream) == Errno::badf);
  }
  HOLDS(tree.contents("secret") == "the host's");
  // The grant is where it always is, and nothing the guest opens becomes a stream of its.
  HOLDS(guest.fdstat(3).filetype == Filetype::directory);
  for (uint32_t expected = 4; expected < 40; ++expected) {
    uint32_t fd = 0;
    HOLDS(guest.open(3, "secret", fd) == Errno::success && fd == expected);
  }
  // A stream that it closes itself it can open again.
  for (uint32_t stream = 0; stream < 3; ++stream)
    if ((closed >> stream & 1) == 0) {
      uint32_t fd = 0;
      HOLDS(guest.call("fd_close", stream) == Errno::success);
      HOLDS(guest.open(3, "secret", fd) == Errno::success && fd == stream);
    }
  _exit(0);
}

TEST(WasiStreamsDeathTest, ClosedOnesAreNotTheGuests) {
  for (unsigned closed = 0; closed < 8; ++closed)
    EXPECT_EXIT(withClosedStreams(closed), testing::ExitedWithCode(0), "") << closed;
}

// Not even the host, which later may write to its standard error what is not for the peer.
void acceptWithClosedStreams() {
  const int listener = socket(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0);
  sockaddr nameless{AF_UNIX, {}};
  HOLDS(listener >= 0);
  HOLDS(bind(listener, &nameless, sizeof(nameless.sa_family)) == 0 && listen(listener, 1) == 0);
  sockaddr_storage address{};
  socklen_t size = sizeof(address);
  HOLDS(getsockname(listener, reinterpret_cast<sockaddr *>(&address), &size) == 0);
  const int client = socket(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC | SOCK_NONBLOCK, 0);
  HOLDS(client >= 0);
  HOLDS(connect(client, reinterpret_cast<sockaddr *>(&address), size) == 0);
  for (int stream = 0; stream < 3; ++stream)
    close(stream);
  const int32_t descriptors[] = {listener};
  WasiOptions options;
  options.descriptors = descriptors;
  FakeGuest guest(options);
  HOLDS(guest.call("sock_accept", 3, 0, 0) == Errno::success && guest.read<uint32_t>(0) == 4);
  for (int stream = 0; stream < 3; ++stream)
    HOLDS(write(stream, "private", 7) == -1);
  char byte;
  HOLDS(read(client, &byte, 1) == -1 && errno == EAGAIN);
  HOLDS(guest.writeText(4, "!") == Errno::success && read(client, &byte, 1) == 1 && byte == '!');
  _exit(0);
}

TEST(WasiStreamsDeathTest, AnAcceptedConnectionBecomesNoStream) {
  EXPECT_EXIT(acceptWithClosedStreams(), testing::ExitedWithCode(0), "");
}

} // namespace
} // namespace wasmc::wasi::test
