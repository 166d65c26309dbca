#include "runtime-support/platform/output.h"

#include <string.h>

#include "runtime-support/platform/kernel_types.h"
#include "runtime-support/platform/syscall.h"

namespace wasmc::platform {

Output &Output::operator<<(std::string_view text) {
  while (!text.empty()) {
    if (size_ == sizeof(buffer_))
      flush();
    size_t part = sizeof(buffer_) - size_;
    if (part > text.size())
      part = text.size();
    memcpy(buffer_ + size_, text.data(), part);
    size_ += part;
    text.remove_prefix(part);
  }
  return *this;
}

Output &Output::operator<<(Hex number) {
  char digits[16];
  int count = 0;
  do
    digits[count++] = "0123456789abcdef"[number.value & 15];
  while ((number.value >>= 4) != 0);
  while (count > 0)
    *this << digits[--count];
  return *this;
}

Output &Output::decimal(uint64_t number) {
  char digits[20];
  int count = 0;
  do
    digits[count++] = static_cast<char>('0' + number % 10);
  while ((number /= 10) != 0);
  while (count > 0)
    *this << digits[--count];
  return *this;
}

void Output::flush() {
  size_t done = 0;
  while (done < size_) {
    intptr_t written = systemCall(SystemCall::write, fd_, buffer_ + done, size_ - done);
    if (written == -kEINTR)
      continue;
    if (written <= 0)
      break;
    done += static_cast<size_t>(written);
  }
  size_ = 0;
}

} // namespace wasmc::platform
