// fd_read, fd_write and their kin, fd_seek and fd_tell.
#include "runtime-support/wasi/functions.h"
#include "runtime-support/wasi/iovecs.h"

namespace wasmc::wasi {

using namespace platform;

namespace {

// An operation as the kernel has it for one buffer and for several. The kernel takes a list apart
// at a price that a call of a few KiB feels.
struct Operation {
  SystemCall one;
  SystemCall several;
};

// fd, list, length of the list, address of the result.
Outcome<void> transfer(Call &call, const Operation &operation, Rights rights) {
  TRY_ASSIGN(const Descriptor *const descriptor, call.requireFile(call.u32(0), rights));
  TRY_ASSIGN(const intptr_t moved,
             withIovecs(call.memory, call.u32(1), call.u32(2), [&](std::span<Iovec> list) {
               if (list.size() == 1)
                 return systemCall(operation.one, descriptor->host, list[0].iov_base,
                                   list[0].iov_len);
               return systemCall(operation.several, descriptor->host, list.data(), list.size());
             }));
  return call.memory.write(call.u32(3), static_cast<uint32_t>(moved));
}

// The same with the offset in the file before the address of the result.
Outcome<void> transferAt(Call &call, const Operation &operation, Rights rights) {
  TRY_ASSIGN(const Descriptor *const descriptor, call.requireFile(call.u32(0), rights));
  const int64_t offset = call.i64(3);
  TRY_ASSIGN(const intptr_t moved,
             withIovecs(call.memory, call.u32(1), call.u32(2), [&](std::span<Iovec> list) {
               if (list.size() == 1)
                 return systemCall(operation.one, descriptor->host, list[0].iov_base,
                                   list[0].iov_len, offset);
               // The offset is one argument here; the other half is for 32-bit kernels.
               return systemCall(operation.several, descriptor->host, list.data(), list.size(),
                                 offset, 0);
             }));
  return call.memory.write(call.u32(4), static_cast<uint32_t>(moved));
}

Outcome<void> seek(Call &call, uint32_t fd, int64_t offset, int whence, uint32_t result) {
  // The right to seek contains the right to ask for the position.
  const bool asks = whence == kSEEK_CUR && offset == 0;
  Outcome<Descriptor *> descriptor = call.requireFile(fd, kRightFdSeek);
  if (!descriptor && asks)
    descriptor = call.requireFile(fd, kRightFdTell);
  if (!descriptor)
    return std::unexpected(descriptor.error());
  TRY_ASSIGN(const intptr_t position,
             checked(systemCall(SystemCall::lseek, (*descriptor)->host, offset, whence)));
  return call.memory.write(result, static_cast<uint64_t>(position));
}

constexpr uint32_t kWhenceCount = 3;

} // namespace

Outcome<void> fdRead(Call &call) {
  return transfer(call, {SystemCall::read, SystemCall::readv}, kRightFdRead);
}
Outcome<void> fdWrite(Call &call) {
  return transfer(call, {SystemCall::write, SystemCall::writev}, kRightFdWrite);
}

Outcome<void> fdPread(Call &call) {
  return transferAt(call, {SystemCall::pread64, SystemCall::preadv}, kRightFdRead | kRightFdSeek);
}

Outcome<void> fdPwrite(Call &call) {
  return transferAt(call, {SystemCall::pwrite64, SystemCall::pwritev},
                    kRightFdWrite | kRightFdSeek);
}

Outcome<void> fdSeek(Call &call) {
  constexpr int kWhence[kWhenceCount] = {kSEEK_SET, kSEEK_CUR, kSEEK_END};
  if (call.u32(2) >= kWhenceCount)
    return std::unexpected(Errno::inval);
  return seek(call, call.u32(0), call.i64(1), kWhence[call.u32(2)], call.u32(3));
}

// wasi_unstable numbers them differently.
Outcome<void> fdSeekUnstable(Call &call) {
  constexpr int kWhence[kWhenceCount] = {kSEEK_CUR, kSEEK_END, kSEEK_SET};
  if (call.u32(2) >= kWhenceCount)
    return std::unexpected(Errno::inval);
  return seek(call, call.u32(0), call.i64(1), kWhence[call.u32(2)], call.u32(3));
}

Outcome<void> fdTell(Call &call) {
  return seek(call, call.u32(0), 0, kSEEK_CUR, call.u32(1));
}

} // namespace wasmc::wasi
