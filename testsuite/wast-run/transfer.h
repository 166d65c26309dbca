// Byte strings through pipes, between wast-guest and the process that compiles for it.
#ifndef WASMC_TESTSUITE_WAST_RUN_TRANSFER_H
#define WASMC_TESTSUITE_WAST_RUN_TRANSFER_H

#include <stdint.h>

#include <cerrno>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <unistd.h>

namespace wasmc::wast {

// False when the other side is gone.
inline bool sendAll(int fd, std::string_view bytes) {
  while (!bytes.empty()) {
    ssize_t count = ::write(fd, bytes.data(), bytes.size());
    if (count < 0 && errno == EINTR)
      continue;
    if (count <= 0)
      return false;
    bytes.remove_prefix(static_cast<size_t>(count));
  }
  return true;
}

inline bool receiveAll(int fd, char *to, size_t size) {
  while (size > 0) {
    ssize_t count = ::read(fd, to, size);
    if (count < 0 && errno == EINTR)
      continue;
    if (count <= 0)
      return false;
    to += count;
    size -= static_cast<size_t>(count);
  }
  return true;
}

// A message: what kind, how long, the bytes.
struct Message {
  uint32_t kind = 0;
  std::string bytes;
};

inline bool send(int fd, uint32_t kind, std::string_view bytes) {
  uint32_t head[2] = {kind, static_cast<uint32_t>(bytes.size())};
  return sendAll(fd, {reinterpret_cast<const char *>(head), sizeof head}) && sendAll(fd, bytes);
}

inline std::optional<Message> receive(int fd) {
  uint32_t head[2];
  if (!receiveAll(fd, reinterpret_cast<char *>(head), sizeof head))
    return std::nullopt;
  Message message{head[0], std::string(head[1], '\0')};
  if (!receiveAll(fd, message.bytes.data(), message.bytes.size()))
    return std::nullopt;
  return message;
}

// The kinds: a module to compile; its artefact; why there is none.
inline constexpr uint32_t kCompile = 1;
inline constexpr uint32_t kArtefact = 2;
inline constexpr uint32_t kRefused = 3;

} // namespace wasmc::wast

#endif
