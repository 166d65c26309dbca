#include "runtime-support/wasi/functions.h"

namespace wasmc::wasi {

using namespace platform;

// Straight into the guest's memory, in pieces: one getrandom of 4 GiB would be cut short, and could
// not be interrupted for seconds.
Outcome<void> randomGet(Call &call) {
  constexpr size_t kPiece = size_t{1} << 20;
  TRY_ASSIGN(std::span<uint8_t> rest, call.memory.bytes(call.u32(0), call.u32(1)));
  while (!rest.empty()) {
    const size_t piece = rest.size() < kPiece ? rest.size() : kPiece;
    const intptr_t answer = systemCall(SystemCall::getrandom, rest.data(), piece, 0);
    if (answer == -kEINTR)
      continue;
    TRY(checked(answer));
    rest = rest.subspan(static_cast<size_t>(answer));
  }
  return {};
}

} // namespace wasmc::wasi
