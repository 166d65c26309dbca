// Text for people, to a file descriptor.
#ifndef WASMC_RUNTIME_PLATFORM_OUTPUT_H
#define WASMC_RUNTIME_PLATFORM_OUTPUT_H

#include <stddef.h>
#include <stdint.h>

#include <concepts>
#include <string_view>

namespace wasmc::platform {

inline constexpr int kStandardOutput = 1;
inline constexpr int kStandardError = 2;

struct Hex {
  uint64_t value;
};

// A small buffer before a file descriptor, so that a message is one system call. Write errors are
// dropped: there is nobody left to tell. Flushes when destroyed.
class Output {
public:
  explicit Output(int fd) : fd_(fd) {}
  ~Output() { flush(); }
  Output(const Output &) = delete;
  Output &operator=(const Output &) = delete;

  Output &operator<<(std::string_view text);
  Output &operator<<(const char *text) { return *this << std::string_view(text); }
  Output &operator<<(char c) { return *this << std::string_view(&c, 1); }
  Output &operator<<(Hex number);
  template <std::integral T> Output &operator<<(T number) {
    if constexpr (std::is_signed_v<T>) {
      if (number < 0)
        return *this << '-', decimal(uint64_t{0} - static_cast<uint64_t>(number));
    }
    return decimal(static_cast<uint64_t>(number));
  }
  void flush();

private:
  Output &decimal(uint64_t number);

  int fd_;
  size_t size_ = 0;
  char buffer_[512];
};

} // namespace wasmc::platform

#endif
