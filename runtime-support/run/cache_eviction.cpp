#include "runtime-support/run/cache_eviction.h"

#include <string.h>

#include <algorithm>

#include "runtime-support/platform/kernel_types.h"
#include "runtime-support/platform/syscall.h"

namespace wasmc::run {

namespace {

using platform::SystemCall;
using platform::systemCall;

constexpr int64_t kStaleTemporarySeconds = 3600;
constexpr size_t kHashDigits = 64;

struct Entry {
  char name[platform::kNAME_MAX + 1];
  uint64_t size;
  int64_t lastUse;
};

// Walks the directory from its start; `visit(entry)` sees each regular file.
template <class Visit> void forEachEntry(int directory, Visit visit) {
  alignas(8) char buffer[8192];
  systemCall(SystemCall::lseek, directory, 0, platform::kSEEK_SET);
  for (;;) {
    intptr_t size = systemCall(SystemCall::getdents64, directory, buffer, sizeof(buffer));
    if (size <= 0)
      return;
    for (intptr_t at = 0; at < size;) {
      const auto *head = reinterpret_cast<const platform::LinuxDirent64Head *>(buffer + at);
      const char *text = buffer + at + platform::kDirentNameOffset;
      std::string_view name = text;
      Entry entry;
      at += head->d_reclen;
      platform::Statx status;
      if (name.size() > platform::kNAME_MAX ||
          systemCall(SystemCall::statx, directory, text, platform::kAT_SYMLINK_NOFOLLOW,
                     platform::kSTATX_BASIC_STATS, &status) != 0 ||
          (status.stx_mode & platform::kS_IFMT) != platform::kS_IFREG)
        continue;
      memcpy(entry.name, text, name.size() + 1);
      entry.size = status.stx_size;
      // The access time moves at most once a day on most systems: good enough for "longest ago".
      entry.lastUse = std::max(status.stx_atime.tv_sec, status.stx_mtime.tv_sec);
      visit(entry);
    }
  }
}

// `prefix`, digits (hexadecimal ones if `base` is 16), and `suffix`; how many digits, 0 if not so.
size_t digitsIn(std::string_view name, std::string_view prefix, int base, std::string_view suffix) {
  if (name.size() <= prefix.size() + suffix.size() || !name.starts_with(prefix) ||
      !name.ends_with(suffix))
    return 0;
  name = name.substr(prefix.size(), name.size() - prefix.size() - suffix.size());
  for (char c : name)
    if (!(c >= '0' && c <= '9') && !(base == 16 && c >= 'a' && c <= 'f'))
      return 0;
  return name.size();
}

// A compiler that is killed while it writes leaves the name that it writes under: what it was asked
// for, a dot and six characters (compiler/cli/files.cpp).
bool isTemporary(std::string_view name) {
  constexpr size_t kAdded = 7;
  if (digitsIn(name, kCacheTemporaryPrefix, 10, kCacheTemporarySuffix) != 0)
    return true;
  if (name.size() <= kAdded || name[name.size() - kAdded] != '.')
    return false;
  for (char c : name.substr(name.size() - kAdded + 1))
    if (!(c >= '0' && c <= '9') && !(c >= 'a' && c <= 'z') && !(c >= 'A' && c <= 'Z'))
      return false;
  name.remove_suffix(kAdded);
  return digitsIn(name, kCacheTemporaryPrefix, 10, kCacheTemporarySuffix) != 0;
}

void removeEntry(int directory, const char *name) {
  systemCall(SystemCall::unlinkat, directory, name, 0);
}

} // namespace

void evictOldEntries(int directory, std::string_view keep, uint64_t limit) {
  platform::Timespec now = {};
  systemCall(SystemCall::clock_gettime, platform::kCLOCK_REALTIME, &now);
  for (;;) {
    // One victim per pass: the directory may be large, and there is no memory to sort it in.
    uint64_t total = 0;
    Entry oldest = {};
    bool found = false;
    forEachEntry(directory, [&](const Entry &entry) {
      std::string_view name = entry.name;
      if (isTemporary(name)) {
        if (now.tv_sec - entry.lastUse > kStaleTemporarySeconds)
          removeEntry(directory, entry.name);
        return;
      }
      if (digitsIn(name, {}, 16, kCacheEntrySuffix) != kHashDigits)
        return;
      total += entry.size;
      if (name != keep && (!found || entry.lastUse < oldest.lastUse)) {
        found = true;
        oldest = entry;
      }
    });
    if (total <= limit || !found)
      return;
    removeEntry(directory, oldest.name);
  }
}

} // namespace wasmc::run
