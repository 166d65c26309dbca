#include "runtime-support/platform/start.h"

#include <stdint.h>

#include "runtime-support/platform/check.h"
#include "runtime-support/platform/process.h"

// What the headers of the C++ library call instead of throwing (std::string_view::substr).
namespace std {
[[noreturn]] void __throw_out_of_range_fmt(const char *, ...);
void __throw_out_of_range_fmt(const char *what, ...) {
  wasmc::platform::fail(what);
}
} // namespace std

// Called by `_start` with the frame that the kernel laid out (System V ABI, "Initial Stack"): the
// argument count, the arguments, null, the environment, null, the auxiliary vector.
extern "C" [[noreturn]] void wasmc_freestanding_start(uint64_t *frame) {
  int count = static_cast<int>(frame[0]);
  char **arguments = reinterpret_cast<char **>(frame + 1);
  char **environment = arguments + count + 1;
  char **end = environment;
  while (*end != nullptr)
    ++end;
  wasmc::platform::setAuxiliaryVector(reinterpret_cast<uint64_t *>(end + 1));
  wasmc::platform::exitProcess(wasmc::platform::programMain(count, arguments, environment));
}
