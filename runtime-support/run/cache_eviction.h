// Keeping the cache of compiled modules within bounds.
#ifndef WASMC_RUNTIME_RUN_CACHE_EVICTION_H
#define WASMC_RUNTIME_RUN_CACHE_EVICTION_H

#include <stdint.h>

#include <string_view>

namespace wasmc::run {

// The directory may be one that a user has other files in: entries are named by the 64 hexadecimal
// digits of a hash, temporary files by a process number between these, and nothing else is removed.
inline constexpr std::string_view kCacheEntrySuffix = ".cwasm";
inline constexpr std::string_view kCacheTemporaryPrefix = "tmp-";
inline constexpr std::string_view kCacheTemporarySuffix = ".wasmc-temporary";
inline constexpr uint64_t kCacheLimit = uint64_t{1} << 30;

// Removes the entries that were used longest ago until the directory's entries take at most `limit`
// bytes, and temporary files that a killed compilation left more than an hour ago. Never removes
// `keep`. Failures are ignored: the next call tries again.
void evictOldEntries(int directory, std::string_view keep, uint64_t limit = kCacheLimit);

} // namespace wasmc::run

#endif
