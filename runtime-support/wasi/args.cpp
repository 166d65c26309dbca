// args_* and environ_*: two lists of strings, handed over in one way.
#include "runtime-support/wasi/functions.h"

namespace wasmc::wasi {

namespace {

size_t sizeOf(const char *text) {
  size_t size = 1;
  while (*text++ != '\0')
    ++size;
  return size;
}

// Counts the strings and their bytes with the terminators; overflow where 32 bits cannot say it.
Outcome<uint32_t> totalSize(std::span<const char *const> strings) {
  uint64_t total = 0;
  for (const char *string : strings)
    total += sizeOf(string);
  if (total > UINT32_MAX || strings.size() > UINT32_MAX / sizeof(uint32_t))
    return std::unexpected(Errno::overflow);
  return static_cast<uint32_t>(total);
}

Outcome<void> sizesGet(Call &call, std::span<const char *const> strings) {
  TRY_ASSIGN(const uint32_t total, totalSize(strings));
  TRY(call.memory.write(call.u32(0), static_cast<uint32_t>(strings.size())));
  return call.memory.write(call.u32(1), total);
}

// The strings one behind the other at the second argument, their addresses at the first.
Outcome<void> listGet(Call &call, std::span<const char *const> strings) {
  TRY_ASSIGN(const uint32_t total, totalSize(strings));
  uint32_t address = call.u32(1);
  TRY_ASSIGN(const std::span<uint8_t> pointers,
             call.memory.bytes(call.u32(0), strings.size() * sizeof(uint32_t)));
  TRY_ASSIGN(const std::span<uint8_t> bytes, call.memory.bytes(address, total));
  size_t at = 0;
  for (size_t i = 0; i < strings.size(); ++i) {
    const uint32_t pointer = address + static_cast<uint32_t>(at);
    memcpy(&pointers[i * sizeof(uint32_t)], &pointer, sizeof(pointer));
    const size_t size = sizeOf(strings[i]);
    memcpy(&bytes[at], strings[i], size);
    at += size;
  }
  return {};
}

} // namespace

Outcome<void> argsGet(Call &call) {
  return listGet(call, call.wasi.arguments());
}
Outcome<void> argsSizesGet(Call &call) {
  return sizesGet(call, call.wasi.arguments());
}
Outcome<void> environGet(Call &call) {
  return listGet(call, call.wasi.environment());
}
Outcome<void> environSizesGet(Call &call) {
  return sizesGet(call, call.wasi.environment());
}

} // namespace wasmc::wasi
