// Which rights make sense for which kind of descriptor.
#ifndef WASMC_RUNTIME_WASI_RIGHTS_H
#define WASMC_RUNTIME_WASI_RIGHTS_H

#include "runtime-support/wasi/preview1.h"

namespace wasmc::wasi {

inline constexpr Rights kFileRights =
    kRightFdDatasync | kRightFdRead | kRightFdSeek | kRightFdFdstatSetFlags | kRightFdSync |
    kRightFdTell | kRightFdWrite | kRightFdAdvise | kRightFdAllocate | kRightFdFilestatGet |
    kRightFdFilestatSetSize | kRightFdFilestatSetTimes | kRightPollFdReadwrite;

// What only makes sense for a file that is open for writing.
inline constexpr Rights kWritingRights = kRightFdWrite | kRightFdAllocate | kRightFdFilestatSetSize;

// What changes the tree beneath a directory.
inline constexpr Rights kDirectoryChangingRights =
    kRightPathCreateDirectory | kRightPathCreateFile | kRightPathLinkSource | kRightPathLinkTarget |
    kRightPathRenameSource | kRightPathRenameTarget | kRightPathFilestatSetSize |
    kRightPathFilestatSetTimes | kRightPathSymlink | kRightPathRemoveDirectory |
    kRightPathUnlinkFile | kRightFdFilestatSetTimes;

inline constexpr Rights kDirectoryRights = kDirectoryChangingRights | kRightFdFdstatSetFlags |
                                           kRightFdSync | kRightFdDatasync | kRightPathOpen |
                                           kRightFdReaddir | kRightPathReadlink |
                                           kRightPathFilestatGet | kRightFdFilestatGet;

// A read-only grant passes on the rights to write all the same: libraries ask for what they may
// inherit only, so a missing right would turn an open for writing silently into one for reading,
// while path_open can answer rofs.
inline constexpr Rights kInheritableRights = kDirectoryRights | kFileRights;

inline constexpr Rights kStandardInputRights =
    kFileRights & ~(kWritingRights | kRightFdDatasync | kRightFdFilestatSetTimes);
inline constexpr Rights kStandardOutputRights = kFileRights & ~kRightFdRead;

inline constexpr Rights kSocketRights = kRightFdRead | kRightFdWrite | kRightFdFdstatSetFlags |
                                        kRightFdFilestatGet | kRightPollFdReadwrite |
                                        kRightSockShutdown;

} // namespace wasmc::wasi

#endif
