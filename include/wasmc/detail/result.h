// Error, Result and TRY: how bad input and I/O errors travel. See ARCHITECTURE.md, "Errors".
#ifndef WASMC_DETAIL_RESULT_H
#define WASMC_DETAIL_RESULT_H

#include <stdint.h>

#include <expected>
#include <type_traits>
#include <utility>

namespace wasmc {

// Why an input was refused or an operation failed. Freestanding (the runtime uses it too), so the
// text lives in the object: long texts are cut, never allocated.
struct Error {
  static constexpr uint64_t kNoOffset = ~uint64_t{0};

  char text[232] = {};
  // Byte offset in the input that the text speaks of, or kNoOffset.
  uint64_t offset = kNoOffset;
};

template <class T> using Result = std::expected<T, Error>;

namespace detail {

// Appends to a bounded, always terminated text.
class ErrorText {
public:
  explicit ErrorText(Error &error) : error_(error) {}

  void append(const char *text) {
    while (*text != '\0')
      append(*text++);
  }
  void append(const char *bytes, uint64_t length) {
    for (uint64_t i = 0; i < length; ++i)
      append(bytes[i]);
  }
  void append(uint64_t number) {
    char digits[20];
    int count = 0;
    do
      digits[count++] = static_cast<char>('0' + number % 10);
    while ((number /= 10) != 0);
    while (count > 0)
      append(digits[--count]);
  }

private:
  void append(char c) {
    if (size_ + 1 < sizeof(error_.text))
      error_.text[size_++] = c;
  }

  Error &error_;
  uint64_t size_ = 0;
};

// A piece of text with a length, for names out of hostile input.
template <class T>
concept Viewable = requires(const T &t) {
  t.data();
  t.size();
};

template <class T> void appendTo(ErrorText &text, const T &part) {
  if constexpr (Viewable<T>)
    text.append(part.data(), part.size());
  else if constexpr (std::is_integral_v<T>)
    text.append(static_cast<uint64_t>(part));
  else
    text.append(part);
}

} // namespace detail

// Makes an error out of texts, string views and non-negative numbers, one after the other:
//   return error(offset, "function index ", index, " out of range");
template <class... Parts>
[[gnu::cold]] std::unexpected<Error> error(uint64_t offset, const Parts &...parts) {
  std::unexpected<Error> result{Error{}};
  result.error().offset = offset;
  detail::ErrorText text(result.error());
  (detail::appendTo(text, parts), ...);
  return result;
}

} // namespace wasmc

#define WASMC_CONCAT_(a, b) a##b
#define WASMC_CONCAT(a, b) WASMC_CONCAT_(a, b)

// `TRY(expression)`: leaves the function with the error if there is one.
#define TRY(...)                                                                                   \
  do {                                                                                             \
    if (auto tried_ = (__VA_ARGS__); !tried_) [[unlikely]]                                         \
      return std::unexpected(std::move(tried_).error());                                           \
  } while (false)

// `TRY_ASSIGN(name, expression)`: the same, else declares (or assigns) `name` with the value.
#define TRY_ASSIGN(name, ...)                                                                      \
  auto WASMC_CONCAT(tried_, __LINE__) = (__VA_ARGS__);                                             \
  if (!WASMC_CONCAT(tried_, __LINE__)) [[unlikely]]                                                \
    return std::unexpected(std::move(WASMC_CONCAT(tried_, __LINE__)).error());                     \
  name = std::move(*WASMC_CONCAT(tried_, __LINE__))

#endif
