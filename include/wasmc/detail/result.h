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

// One piece of a message: text, or a non-negative number. Made where error() is called, so that the
// code which puts a message together exists once and not once per message.
class ErrorPart {
public:
  constexpr ErrorPart(const char *text) : text_(text), length_(__builtin_strlen(text)) {}
  // Whatever has data() and size(): names out of hostile input.
  template <class T>
    requires requires(const T &t) { static_cast<const char *>(t.data()), t.size(); }
  constexpr ErrorPart(const T &text) : text_(text.data()), length_(text.size()) {}
  template <class T>
    requires std::is_integral_v<T>
  constexpr ErrorPart(T number) : text_(nullptr), length_(static_cast<uint64_t>(number)) {}

  // Appends to a bounded text of `size` characters so far, which stays terminated.
  void appendTo(Error &error, uint64_t &size) const {
    if (text_ == nullptr) {
      appendNumber(error, size);
      return;
    }
    for (uint64_t i = 0; i < length_; ++i)
      appendCharacter(error, size, text_[i]);
  }

private:
  static void appendCharacter(Error &error, uint64_t &size, char c) {
    if (size + 1 < sizeof(error.text))
      error.text[size++] = c;
  }
  void appendNumber(Error &error, uint64_t &size) const {
    char digits[20];
    int count = 0;
    uint64_t number = length_;
    do
      digits[count++] = static_cast<char>('0' + number % 10);
    while ((number /= 10) != 0);
    while (count > 0)
      appendCharacter(error, size, digits[--count]);
  }

  const char *text_; // null: length_ is the number itself
  uint64_t length_;
};

namespace detail {

[[gnu::cold, gnu::noinline]] inline std::unexpected<Error>
makeError(uint64_t offset, const ErrorPart *parts, uint64_t count) {
  std::unexpected<Error> result{Error{}};
  result.error().offset = offset;
  uint64_t size = 0;
  for (uint64_t i = 0; i < count; ++i)
    parts[i].appendTo(result.error(), size);
  return result;
}

} // namespace detail

// Makes an error out of texts, string views and non-negative numbers, one after the other:
//   return error(offset, "function index ", index, " out of range");
template <class... Parts>
[[gnu::cold]] std::unexpected<Error> error(uint64_t offset, const Parts &...parts) {
  const ErrorPart array[] = {ErrorPart(parts)...};
  return detail::makeError(offset, array, sizeof...(parts));
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
