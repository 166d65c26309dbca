#include "runtime-support/platform/virtual_memory.h"

#include <string_view>

#include "runtime-support/platform/check.h"
#include "runtime-support/platform/kernel_types.h"
#include "runtime-support/platform/process.h"
#include "runtime-support/platform/syscall.h"

namespace wasmc::platform {

namespace {

constexpr int kRLIMIT_AS = 9;

// Why the kernel refused address space, as far as it can be told from here.
std::string_view likelyCause(intptr_t failure, size_t size) {
  if (failure == -kEPERM || failure == -kEACCES)
    return "the system forbids it";
  Rlimit64 limit = {};
  intptr_t known = systemCall(SystemCall::prlimit64, 0, kRLIMIT_AS, nullptr, &limit);
  if (known == 0 && limit.rlim_cur != ~uint64_t{0} && limit.rlim_cur < (uint64_t{1} << 46))
    return "`ulimit -v` limits this process's addresses";
  return "out of addresses or mappings (see vm.overcommit_memory and vm.max_map_count)";
}

intptr_t map(void *address, size_t size, Protection protection, int flags, int fd,
             uint64_t offset) {
  return systemCall(SystemCall::mmap, address, size, static_cast<int>(protection), flags, fd,
                    offset);
}

Result<uint8_t *> mapAnonymous(size_t size, Protection protection, int flags, const char *what) {
  intptr_t answer = map(nullptr, size, protection, kMAP_PRIVATE | kMAP_ANONYMOUS | flags, -1, 0);
  if (isError(answer))
    return error(Error::kNoOffset, "cannot reserve ", size, " bytes for ", what, " (errno ",
                 static_cast<uint64_t>(-answer), "): ", likelyCause(answer, size));
  return reinterpret_cast<uint8_t *>(answer);
}

} // namespace

size_t pageSize() {
#if defined(__x86_64__)
  return 4096;
#else
  // 4, 16 or 64 KiB on AArch64: only the kernel knows.
  return auxiliaryValue(kAT_PAGESZ);
#endif
}

Result<uint8_t *> reserve(size_t size, const char *what) {
  return mapAnonymous(size, Protection::none, kMAP_NORESERVE, what);
}

Result<uint8_t *> reserveUpTo(size_t wanted, size_t least, size_t &got, const char *what) {
  constexpr size_t kUnit = 65536;
  auto roundUp = [](size_t size) { return (size + kUnit - 1) / kUnit * kUnit; };
  least = least > kUnit ? roundUp(least) : kUnit;
  got = wanted > least ? roundUp(wanted) : least;
  Result<uint8_t *> mapping = reserve(got, what);
  while (!mapping && got > least) {
    got = roundUp(got / 2) > least ? roundUp(got / 2) : least;
    mapping = reserve(got, what);
  }
  return mapping;
}

Result<uint8_t *> allocatePages(size_t size, const char *what) {
  return mapAnonymous(size, Protection::readWrite, 0, what);
}

intptr_t protect(void *address, size_t size, Protection protection) {
  return systemCall(SystemCall::mprotect, address, size, static_cast<int>(protection));
}

void expectWrites(void *address, size_t size) {
  constexpr int kMADV_POPULATE_WRITE = 23; // Linux 5.14; older kernels refuse, no harm done
  constexpr size_t kWorthACall = 8 * 4096;
  uintptr_t page = pageSize();
  uintptr_t begin = (reinterpret_cast<uintptr_t>(address) + page - 1) & ~(page - 1);
  uintptr_t end = (reinterpret_cast<uintptr_t>(address) + size) & ~(page - 1);
  if (size >= kWorthACall && begin < end)
    systemCall(SystemCall::madvise, begin, end - begin, kMADV_POPULATE_WRITE);
}

intptr_t mapFileOver(void *address, size_t size, Protection protection, int fd, uint64_t offset) {
  intptr_t answer = map(address, size, protection, kMAP_PRIVATE | kMAP_FIXED, fd, offset);
  return isError(answer) ? answer : 0;
}

intptr_t movePages(void *from, void *to, size_t size) {
  constexpr int kMREMAP_MAYMOVE_FIXED = 1 | 2;
  intptr_t answer = systemCall(SystemCall::mremap, from, size, size, kMREMAP_MAYMOVE_FIXED, to);
  return isError(answer) ? answer : protect(to, size, Protection::readWrite);
}

intptr_t mapFile(size_t size, Protection protection, int fd, uint64_t offset) {
  return map(nullptr, size, protection, kMAP_PRIVATE, fd, offset);
}

void release(void *address, size_t size) {
  // Only a wrong address or size can fail: then our book-keeping is broken.
  WASMC_CHECK(systemCall(SystemCall::munmap, address, size) == 0);
}

} // namespace wasmc::platform
